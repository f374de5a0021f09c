/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.model.stream.AggTradeEvent;
import io.github.binancereactive.core.model.stream.BookTickerEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import io.github.binancereactive.ws.stream.Overflow;
import io.github.binancereactive.ws.stream.Overflow.WhenFull;
import io.github.binancereactive.ws.stream.StreamSignal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import reactor.core.publisher.Flux;

/** Streams as they are, with what happens between their events, and for those who are slow. */
public final class MarketStreams {

    private final BinanceMarketStreams streams;
    private final MarketDataApi api;

    /**
     * With somebody to ask for what was missed.
     *
     * @param streams brings events
     * @param api over either wire
     */
    public MarketStreams(BinanceMarketStreams streams, MarketDataApi api) {
        this.streams = streams;
        this.api = api;
    }

    /**
     * The average price of each second in which there were trades, none of which is left out.
     *
     * @param symbol name of the symbol
     * @return averages, weighted by quantity
     */
    // tag::backfill[]
    public Flux<BigDecimal> averages(String symbol) {
        return streams.trades(symbol)
                .withBackfill(api)
                .buffer(Duration.ofSeconds(1))
                .map(MarketStreams::average);
    }
    // end::backfill[]

    private static BigDecimal average(List<TradeEvent> trades) {
        BigDecimal quantity = trades.stream().map(TradeEvent::qty).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal value = trades.stream()
                .map(trade -> trade.price().multiply(trade.qty()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return value.divide(quantity, MathContext.DECIMAL64);
    }

    /**
     * Trades, and what may be missing between them, in words.
     *
     * @param symbol name of the symbol
     * @return in order
     */
    // tag::signals[]
    public Flux<String> watched(String symbol) {
        return streams.aggTrades(symbol).signals().map(MarketStreams::describe);
    }

    private static String describe(StreamSignal<AggTradeEvent> signal) {
        if (signal instanceof StreamSignal.Event<AggTradeEvent> event) {
            return "trade " + event.value().aggTradeId();
        } else if (signal instanceof StreamSignal.Gap<AggTradeEvent> gap) {
            return gap.missing() + " are missing after " + gap.lastId() + ": " + gap.reason();
        } else if (signal instanceof StreamSignal.Dropped<AggTradeEvent> dropped) {
            return "too slow: " + dropped.count() + " dropped";
        }
        return signal.getClass().getSimpleName(); // Subscribed, Lost, Stale, Filled
    }
    // end::signals[]

    /**
     * The best prices for somebody who may be slow, and hears how many he didn't get.
     *
     * @param symbol name of the symbol
     * @param dropped gets the total
     * @return always the latest
     */
    public Flux<BookTickerEvent> prices(String symbol, LongConsumer dropped) {
        // tag::overflow[]
        Flux<BookTickerEvent> prices = streams.bookTicker(symbol)
                .withOverflow(Overflow.latest()) // the default of this one
                .withDropListener(dropped);
        // end::overflow[]
        return prices;
    }

    /**
     * Trades for somebody who may fall behind by a thousand of them, and then gives up the oldest.
     *
     * @param symbol name of the symbol
     * @return in order
     */
    public Flux<TradeEvent> recent(String symbol) {
        // tag::buffer[]
        Flux<TradeEvent> recent = streams.trades(symbol).withOverflow(Overflow.buffer(1_000, WhenFull.DROP_OLDEST));
        // end::buffer[]
        return recent;
    }
}
