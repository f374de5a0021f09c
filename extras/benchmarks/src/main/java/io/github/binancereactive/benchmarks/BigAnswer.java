/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import io.github.binancereactive.core.endpoint.ResultType;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The big answers beside {@code exchangeInfo}, as big as the exchange makes them, generated in the documented shapes. Numbers
 * hardly recur, as is usual for prices and quantities.
 */
@SuppressWarnings("ImmutableEnumChecker") // both fields are immutable, and their types can't say so
public enum BigAnswer {
    /** A book, 5,000 levels a side. */
    DEPTH(MarketDataEndpoints.DEPTH, BigAnswer::depth),

    /** 1,000 klines. */
    KLINES(MarketDataEndpoints.KLINES, numbers -> list(1_000, i -> kline(numbers, i))),

    /** 1,000 trades. */
    TRADES(MarketDataEndpoints.TRADES, numbers -> list(1_000, i -> trade(numbers, i))),

    /** 1,000 aggregate trades. */
    AGG_TRADES(MarketDataEndpoints.AGG_TRADES, numbers -> list(1_000, i -> aggTrade(numbers, i))),

    /** The full statistics of 3,000 symbols. */
    TICKER_24HR(MarketDataEndpoints.TICKER_24HR, numbers -> list(3_000, i -> ticker24hr(numbers, i))),

    /** The best prices of 3,000 symbols. */
    TICKER_BOOK(MarketDataEndpoints.TICKER_BOOK, numbers -> list(3_000, i -> bookTicker(numbers, i))),

    /** The last prices of 3,000 symbols. */
    TICKER_PRICE(MarketDataEndpoints.TICKER_PRICE, numbers -> list(3_000, i -> priceTicker(numbers, i))),

    /** 1,000 orders of an account. */
    ALL_ORDERS(AccountEndpoints.ALL_ORDERS, numbers -> list(1_000, i -> order(numbers, i))),

    /** 1,000 trades of an account. */
    MY_TRADES(AccountEndpoints.MY_TRADES, numbers -> list(1_000, i -> myTrade(numbers, i))),

    /** An account with 700 balances. */
    ACCOUNT(AccountEndpoints.ACCOUNT, BigAnswer::account);

    private static final long TIME = 1_700_000_000_000L;

    private final ResultType<?> type;
    private final Function<DrawnNumbers, String> text;

    BigAnswer(Endpoint<?> endpoint, Function<DrawnNumbers, String> text) {
        this.type = endpoint.result();
        this.text = text;
    }

    /**
     * What it is decoded to.
     *
     * @return the result type of its endpoint
     */
    public ResultType<?> type() {
        return type;
    }

    /**
     * Draws it.
     *
     * @return UTF-8, the same each time
     */
    public byte[] bytes() {
        return text.apply(new DrawnNumbers(1)).getBytes(StandardCharsets.UTF_8);
    }

    private static String list(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(",", "[", "]"));
    }

    private static String depth(DrawnNumbers numbers) {
        IntFunction<String> level = i -> "[" + numbers.price() + ',' + numbers.quantity() + ']';
        return "{\"lastUpdateId\":51023456789,\"bids\":" + list(5_000, level) + ",\"asks\":" + list(5_000, level) + '}';
    }

    private static String kline(DrawnNumbers numbers, int index) {
        long opened = TIME + index * 60_000L;
        return "[" + opened + ',' + numbers.price() + ',' + numbers.price() + ',' + numbers.price() + ','
                + numbers.price() + ',' + numbers.quantity() + ',' + (opened + 59_999) + ',' + numbers.amount() + ','
                + (300 + index) + ',' + numbers.quantity() + ',' + numbers.amount() + ",\"0\"]";
    }

    private static String trade(DrawnNumbers numbers, int index) {
        return "{\"id\":" + (3_284_567_890L + index) + ",\"price\":" + numbers.price() + ",\"qty\":"
                + numbers.quantity() + ",\"quoteQty\":" + numbers.amount() + ",\"time\":" + (TIME + index)
                + ",\"isBuyerMaker\":" + (index % 2 == 0) + ",\"isBestMatch\":true}";
    }

    private static String aggTrade(DrawnNumbers numbers, int index) {
        return "{\"a\":" + (2_684_567_890L + index) + ",\"p\":" + numbers.price() + ",\"q\":" + numbers.quantity()
                + ",\"f\":" + (3_284_567_890L + index) + ",\"l\":" + (3_284_567_891L + index) + ",\"T\":"
                + (TIME + index) + ",\"m\":" + (index % 2 == 0) + ",\"M\":true}";
    }

    private static String ticker24hr(DrawnNumbers numbers, int index) {
        return "{\"symbol\":" + symbol(index) + ",\"priceChange\":" + numbers.price() + ",\"priceChangePercent\":\"-1."
                + (100 + index % 900) + "\",\"weightedAvgPrice\":" + numbers.price() + ",\"prevClosePrice\":"
                + numbers.price() + ",\"lastPrice\":" + numbers.price() + ",\"lastQty\":" + numbers.quantity()
                + ",\"bidPrice\":" + numbers.price() + ",\"bidQty\":" + numbers.quantity() + ",\"askPrice\":"
                + numbers.price() + ",\"askQty\":" + numbers.quantity() + ",\"openPrice\":" + numbers.price()
                + ",\"highPrice\":" + numbers.price() + ",\"lowPrice\":" + numbers.price() + ",\"volume\":"
                + numbers.amount() + ",\"quoteVolume\":" + numbers.amount() + ",\"openTime\":" + TIME
                + ",\"closeTime\":" + (TIME + 86_400_000) + ",\"firstId\":" + 28_385L * index + ",\"lastId\":"
                + 28_460L * (index + 1) + ",\"count\":" + 75L * (index + 1) + '}';
    }

    private static String bookTicker(DrawnNumbers numbers, int index) {
        return "{\"symbol\":" + symbol(index) + ",\"bidPrice\":" + numbers.price() + ",\"bidQty\":" + numbers.quantity()
                + ",\"askPrice\":" + numbers.price() + ",\"askQty\":" + numbers.quantity() + '}';
    }

    private static String priceTicker(DrawnNumbers numbers, int index) {
        return "{\"symbol\":" + symbol(index) + ",\"price\":" + numbers.price() + '}';
    }

    private static String order(DrawnNumbers numbers, int index) {
        long time = TIME + index * 1_000L;
        String quantity = numbers.quantity();
        return "{\"symbol\":\"BTCUSDT\",\"orderId\":" + (12_569_099_453L + index)
                + ",\"orderListId\":-1,\"clientOrderId\":\"4d96324ff9d44481926157ec08" + (100_000 + index)
                + "\",\"price\":" + numbers.price() + ",\"origQty\":" + quantity + ",\"executedQty\":" + quantity
                + ",\"cummulativeQuoteQty\":" + numbers.amount() + ",\"status\":\"FILLED\",\"timeInForce\":\"GTC\""
                + ",\"type\":\"LIMIT\",\"side\":\"SELL\",\"stopPrice\":\"0.00000000\",\"icebergQty\":\"0.00000000\""
                + ",\"time\":" + time + ",\"updateTime\":" + (time + 7) + ",\"isWorking\":true,\"workingTime\":" + time
                + ",\"origQuoteOrderQty\":\"0.00000000\",\"selfTradePreventionMode\":\"NONE\"}";
    }

    private static String myTrade(DrawnNumbers numbers, int index) {
        return "{\"symbol\":\"BTCUSDT\",\"id\":" + (3_284_567_890L + index) + ",\"orderId\":"
                + (12_569_099_453L + index) + ",\"orderListId\":-1,\"price\":" + numbers.price() + ",\"qty\":"
                + numbers.quantity() + ",\"quoteQty\":" + numbers.amount() + ",\"commission\":" + numbers.quantity()
                + ",\"commissionAsset\":\"BNB\",\"time\":" + (TIME + index) + ",\"isBuyer\":" + (index % 2 == 0)
                + ",\"isMaker\":" + (index % 3 == 0) + ",\"isBestMatch\":true}";
    }

    private static String account(DrawnNumbers numbers) {
        return "{\"makerCommission\":10,\"takerCommission\":10,\"buyerCommission\":0,\"sellerCommission\":0"
                + ",\"commissionRates\":{\"maker\":\"0.00100000\",\"taker\":\"0.00100000\",\"buyer\":\"0.00000000\""
                + ",\"seller\":\"0.00000000\"},\"canTrade\":true,\"canWithdraw\":true,\"canDeposit\":true"
                + ",\"brokered\":false,\"requireSelfTradePrevention\":false,\"preventSor\":false,\"updateTime\":" + TIME
                + ",\"accountType\":\"SPOT\",\"balances\":" + list(700, i -> balance(numbers, i))
                + ",\"permissions\":[\"SPOT\"],\"uid\":354937868}";
    }

    /** Most accounts hold little of what there is. */
    private static String balance(DrawnNumbers numbers, int index) {
        String free = index % 10 == 0 ? numbers.amount() : "\"0.00000000\"";
        return "{\"asset\":" + asset(index) + ",\"free\":" + free + ",\"locked\":\"0.00000000\"}";
    }

    private static String symbol(int index) {
        return '"' + base(index) + "USDT\"";
    }

    private static String asset(int index) {
        return '"' + base(index) + '"';
    }

    private static String base(int index) {
        return "A" + Integer.toString(46_656 + index, 36).toUpperCase(java.util.Locale.ROOT);
    }
}
