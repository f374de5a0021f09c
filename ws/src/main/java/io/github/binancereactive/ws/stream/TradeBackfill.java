/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.model.market.Trade;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.request.TradesQuery;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Trades, by their numbers. */
final class TradeBackfill implements Backfill<TradeEvent> {

    private final MarketDataApi api;

    TradeBackfill(MarketDataApi api) {
        this.api = api;
    }

    @Override
    public boolean isNumbered() {
        return true;
    }

    @Override
    public @Nullable Long start(Gap<TradeEvent> gap, @Nullable TradeEvent last) {
        return Backfill.startByNumber(gap);
    }

    @Override
    public long position(TradeEvent event) {
        return event.id();
    }

    @Override
    public Flux<TradeEvent> page(long from, TradeEvent like, @Nullable TradeEvent next) {
        TradesQuery query = TradesQuery.of(like.symbol()).fromId(from).limit(PAGE);
        return api.historicalTrades(query).map(trade -> event(like.symbol(), trade));
    }

    /** The exchange doesn't say when it would have sent the event: the time of the trade stands in. */
    private static TradeEvent event(String symbol, Trade trade) {
        return new TradeEvent(
                trade.time(), symbol, trade.id(), trade.price(), trade.qty(), trade.time(), trade.isBuyerMaker());
    }

    @Override
    public long after(TradeEvent event) {
        return event.id() + 1;
    }

    @Override
    public boolean isOlder(TradeEvent event, TradeEvent fetched) {
        return position(event) <= position(fetched);
    }

    @Override
    public Gap<TradeEvent> rest(Gap<TradeEvent> gap, long from, String reason) {
        return Backfill.restByNumber(gap, from, reason);
    }
}
