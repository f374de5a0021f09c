/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.AccountQuery;
import io.github.binancereactive.core.request.AggTradesQuery;
import io.github.binancereactive.core.request.AllOrderListsQuery;
import io.github.binancereactive.core.request.AllOrdersQuery;
import io.github.binancereactive.core.request.DepthQuery;
import io.github.binancereactive.core.request.ExchangeInfoQuery;
import io.github.binancereactive.core.request.ExecutionRulesQuery;
import io.github.binancereactive.core.request.KlineQuery;
import io.github.binancereactive.core.request.MyAllocationsQuery;
import io.github.binancereactive.core.request.MyPreventedMatchesQuery;
import io.github.binancereactive.core.request.MyTradesQuery;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.core.request.OrderAmendmentsQuery;
import io.github.binancereactive.core.request.OrderListQuery;
import io.github.binancereactive.core.request.OrderQuery;
import io.github.binancereactive.core.request.RollingTickerQuery;
import io.github.binancereactive.core.request.TickerQuery;
import io.github.binancereactive.core.request.TradesQuery;
import io.github.binancereactive.core.request.TradingDayTickerQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/** Every call that changes nothing, on the exchange that {@link Situation} leaves. */
final class ReadCalls {

    static final String SYMBOL = "BTCUSDT";
    static final String OTHER = "ETHUSDT";
    static final String NOT_ASCII = "\uff11\uff12\uff13\uff14\uff15\uff16";

    private static final Duration WINDOW = Duration.ofMillis(5500);
    private static final Instant BEFORE = Wires.NOW.minus(Duration.ofHours(1));
    private static final Instant AFTER = Wires.NOW.plus(Duration.ofHours(1));

    private final List<WireCall> calls = new ArrayList<>();

    private ReadCalls() {}

    static List<WireCall> all() {
        ReadCalls all = new ReadCalls();
        all.general();
        all.depthAndTrades();
        all.klinesAndAverages();
        all.dayTickers();
        all.otherTickers();
        all.referencePrices();
        all.account();
        all.orders();
        all.orderLists();
        all.tradesOfTheAccount();
        all.rulesOfTheAccount();
        all.unknownOutcomes();
        all.refusals();
        return all.calls;
    }

    private void add(String name, Function<SpotApi, Publisher<?>> call) {
        calls.add(WireCall.of(name, call));
    }

    private void addWithIds(String name, BiFunction<SpotApi, WireCall.Ids, Publisher<?>> call) {
        calls.add(WireCall.withIds(name, call));
    }

    private void general() {
        add("ping", SpotApi::ping);
        add("time", SpotApi::time);
        add("exchangeInfo", SpotApi::exchangeInfo);
        add("exchangeInfo of a symbol", api -> api.exchangeInfo(ExchangeInfoQuery.symbol(NOT_ASCII)));
        add("exchangeInfo of two", api -> api.exchangeInfo(ExchangeInfoQuery.symbols(SYMBOL, NOT_ASCII)));
        add("exchangeInfo by permission", api -> api.exchangeInfo(ExchangeInfoQuery.permissions("SPOT", "MARGIN")));
        add(
                "exchangeInfo by status",
                api -> api.exchangeInfo(
                        ExchangeInfoQuery.all().symbolStatus(SymbolStatus.HALT).showPermissionSets(false)));
        add("executionRules", SpotApi::executionRules);
        add("executionRules of a symbol", api -> api.executionRules(ExecutionRulesQuery.symbol(SYMBOL)));
        add("executionRules of two", api -> api.executionRules(ExecutionRulesQuery.symbols(SYMBOL, NOT_ASCII)));
        add(
                "executionRules by status",
                api -> api.executionRules(ExecutionRulesQuery.symbolStatus(SymbolStatus.BREAK)));
    }

    private void depthAndTrades() {
        add("depth", api -> api.depth(SYMBOL));
        add("depth with a limit", api -> api.depth(DepthQuery.of(NOT_ASCII).limit(5)));
        add("depth by status", api -> api.depth(DepthQuery.of(SYMBOL).symbolStatus(SymbolStatus.TRADING)));
        add("trades", api -> api.trades(SYMBOL));
        add("trades with a limit", api -> api.trades(SYMBOL, 2));
        add(
                "historicalTrades",
                api -> api.historicalTrades(TradesQuery.of(SYMBOL).fromId(0).limit(3)));
        add("historicalBlockTrades", api -> api.historicalBlockTrades(SYMBOL, 582));
        add("historicalBlockTrades with a limit", api -> api.historicalBlockTrades(SYMBOL, 582, 1));
        add(
                "aggTrades",
                api -> api.aggTrades(AggTradesQuery.of(SYMBOL).fromId(0).limit(3)));
        add(
                "aggTrades by time",
                api -> api.aggTrades(AggTradesQuery.of(SYMBOL).from(BEFORE).to(AFTER)));
    }

    private void klinesAndAverages() {
        add(
                "klines",
                api -> api.klines(KlineQuery.of(SYMBOL, KlineInterval.ONE_HOUR).limit(2)));
        add(
                "klines by time and zone",
                api -> api.klines(KlineQuery.of(SYMBOL, KlineInterval.ONE_DAY)
                        .from(BEFORE.minus(Duration.ofDays(2)))
                        .to(AFTER)
                        .timeZone("-1:30")));
        add(
                "uiKlines",
                api -> api.uiKlines(
                        KlineQuery.of(NOT_ASCII, KlineInterval.ONE_MONTH).timeZone(ZoneOffset.ofHours(8))));
        add("avgPrice", api -> api.avgPrice(NOT_ASCII));
    }

    private void dayTickers() {
        add("ticker24hr", api -> api.ticker24hr(NOT_ASCII));
        add("tickers24hr", api -> api.tickers24hr(TickerQuery.all()));
        add("tickers24hr of one", api -> api.tickers24hr(TickerQuery.symbol(SYMBOL)));
        add("tickers24hr of two", api -> api.tickers24hr(TickerQuery.symbols(SYMBOL, NOT_ASCII)));
        add("tickers24hr by status", api -> api.tickers24hr(TickerQuery.all().symbolStatus(SymbolStatus.TRADING)));
        add("miniTickers24hr", api -> api.miniTickers24hr(TickerQuery.all()));
        add("miniTickers24hr of one", api -> api.miniTickers24hr(TickerQuery.symbol(SYMBOL)));
        add("tradingDayTickers of one", api -> api.tradingDayTickers(TradingDayTickerQuery.symbol(SYMBOL)));
        add(
                "tradingDayTickers of two",
                api -> api.tradingDayTickers(
                        TradingDayTickerQuery.symbols(SYMBOL, NOT_ASCII).timeZone("8")));
        add(
                "tradingDayMiniTickers of one",
                api -> api.tradingDayMiniTickers(
                        TradingDayTickerQuery.symbol(SYMBOL).timeZone(ZoneOffset.ofHoursMinutes(-9, -30))));
        add(
                "tradingDayMiniTickers of two",
                api -> api.tradingDayMiniTickers(TradingDayTickerQuery.symbols(SYMBOL, OTHER)));
    }

    private void otherTickers() {
        add("tickerPrice", api -> api.tickerPrice(NOT_ASCII));
        add("tickerPrices", api -> api.tickerPrices(TickerQuery.all()));
        add("tickerPrices of two", api -> api.tickerPrices(TickerQuery.symbols(SYMBOL, NOT_ASCII)));
        add("bookTicker", api -> api.bookTicker(SYMBOL));
        add("bookTickers", api -> api.bookTickers(TickerQuery.all()));
        add("bookTickers of one", api -> api.bookTickers(TickerQuery.symbol(SYMBOL)));
        add(
                "rollingTickers of one",
                api -> api.rollingTickers(RollingTickerQuery.symbol(NOT_ASCII).windowSize(Duration.ofDays(7))));
        add(
                "rollingTickers of two",
                api -> api.rollingTickers(
                        RollingTickerQuery.symbols(SYMBOL, OTHER).windowSize(Duration.ofHours(2))));
        add("rollingMiniTickers of one", api -> api.rollingMiniTickers(RollingTickerQuery.symbol(SYMBOL)));
        add(
                "rollingMiniTickers of two",
                api -> api.rollingMiniTickers(
                        RollingTickerQuery.symbols(SYMBOL, OTHER).windowSize(Duration.ofMinutes(5))));
    }

    private void referencePrices() {
        add("referencePrice", api -> api.referencePrice(SYMBOL));
        add("referencePrice of none", api -> api.referencePrice(OTHER));
        add("referencePriceCalculation", api -> api.referencePriceCalculation(SYMBOL));
        add("referencePriceCalculation of none", api -> api.referencePriceCalculation(OTHER));
        add("referencePriceCalculation by status", api -> api.referencePriceCalculation(SYMBOL, SymbolStatus.TRADING));
    }

    private void account() {
        add("account", SpotApi::account);
        add(
                "account without zeroes",
                api -> api.account(AccountQuery.all().omitZeroBalances(true).recvWindow(WINDOW)));
        add("unfilledOrderCount", SpotApi::unfilledOrderCount);
    }

    private void orders() {
        for (String name : Situation.ORDERS) {
            add("order " + name, api -> api.order(OrderQuery.byClientOrderId(SYMBOL, name)));
        }
        addWithIds(
                "order by id",
                (api, ids) -> api.order(
                        OrderQuery.byOrderId(SYMBOL, ids.order("iceberg")).recvWindow(WINDOW)));
        add(
                "order with a name that is not ASCII",
                api -> api.order(OrderQuery.byClientOrderId(NOT_ASCII, "fullwidth")));
        add("openOrders", SpotApi::openOrders);
        add("openOrders of a symbol", api -> api.openOrders(NOT_ASCII));
        add("allOrders", api -> api.allOrders(AllOrdersQuery.symbol(SYMBOL)));
        addWithIds(
                "allOrders from an id",
                (api, ids) -> api.allOrders(AllOrdersQuery.symbol(SYMBOL)
                        .orderId(ids.order("iceberg"))
                        .limit(3)));
        add(
                "allOrders by time",
                api -> api.allOrders(
                        AllOrdersQuery.symbol(SYMBOL).startTime(BEFORE).endTime(AFTER)));
        addWithIds(
                "orderAmendments",
                (api, ids) -> api.orderAmendments(OrderAmendmentsQuery.of(SYMBOL, ids.order("amended"))));
        addWithIds(
                "orderAmendments from an id",
                (api, ids) -> api.orderAmendments(OrderAmendmentsQuery.of(SYMBOL, ids.order("amended"))
                        .fromExecutionId(0)
                        .limit(5)));
    }

    private void orderLists() {
        addWithIds("orderList", (api, ids) -> api.orderList(OrderListQuery.byOrderListId(ids.list("above"))));
        add("orderList by name", api -> api.orderList(OrderListQuery.byListClientOrderId("oco")));
        add("allOrderLists", api -> api.allOrderLists(AllOrderListsQuery.newest()));
        addWithIds(
                "allOrderLists from an id",
                (api, ids) -> api.allOrderLists(
                        AllOrderListsQuery.newest().fromId(ids.list("above")).limit(1)));
        add(
                "allOrderLists by time",
                api -> api.allOrderLists(
                        AllOrderListsQuery.newest().startTime(BEFORE).endTime(AFTER)));
        add("openOrderLists", SpotApi::openOrderLists);
    }

    private void tradesOfTheAccount() {
        add("myTrades", api -> api.myTrades(MyTradesQuery.symbol(SYMBOL)));
        addWithIds(
                "myTrades of an order",
                (api, ids) -> api.myTrades(MyTradesQuery.symbol(SYMBOL).orderId(ids.order("market"))));
        add(
                "myTrades by time",
                api -> api.myTrades(MyTradesQuery.symbol(SYMBOL)
                        .startTime(BEFORE)
                        .endTime(AFTER)
                        .limit(1)));
        add("myPreventedMatches", api -> api.myPreventedMatches(MyPreventedMatchesQuery.byPreventedMatchId(SYMBOL, 0)));
        addWithIds(
                "myPreventedMatches of an order",
                (api, ids) -> api.myPreventedMatches(MyPreventedMatchesQuery.byOrderId(SYMBOL, ids.order("prevented"))
                        .fromPreventedMatchId(0)
                        .limit(5)));
        add("myAllocations", api -> api.myAllocations(MyAllocationsQuery.symbol(SYMBOL)));
        addWithIds(
                "myAllocations of an order",
                (api, ids) ->
                        api.myAllocations(MyAllocationsQuery.symbol(SYMBOL).orderId(ids.order("sor"))));
    }

    private void rulesOfTheAccount() {
        add("commission", api -> api.commission(NOT_ASCII));
        add("myFilters", api -> api.myFilters(SYMBOL));
    }

    private void unknownOutcomes() {
        add("resolve an order that is there", api -> api.resolve(unknown("market")));
        add("resolve one that is not", api -> api.resolve(unknown("no-such-order")));
    }

    private static OutcomeUnknownException unknown(String clientOrderId) {
        Call<?> call = NewOrder.market(SYMBOL, Side.BUY, BigDecimal.ONE)
                .clientOrderId(clientOrderId)
                .call();
        return new OutcomeUnknownException(call, "in a test", Wires.NOW.minusSeconds(60), null);
    }

    private void refusals() {
        add("depth of no symbol", api -> api.depth("NOSUCH"));
        add("trades of no symbol", api -> api.trades("NOSUCH"));
        add("tickers of no symbol", api -> api.tickers24hr(TickerQuery.symbols(SYMBOL, "NOSUCH")));
        add("no order", api -> api.order(OrderQuery.byClientOrderId(SYMBOL, "no-such-order")));
        add("no order list", api -> api.orderList(OrderListQuery.byListClientOrderId("no-such-list")));
        add("commission of no symbol", api -> api.commission("NOSUCH"));
        add("allOrders of no symbol", api -> api.allOrders(AllOrdersQuery.symbol("NOSUCH")));
    }
}
