/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.model.market.AggTrade;
import io.github.binancereactive.core.model.stream.AggTradeEvent;
import io.github.binancereactive.core.request.AggTradesQuery;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Aggregate trades, by their numbers. */
final class AggTradeBackfill implements Backfill<AggTradeEvent> {

    private final MarketDataApi api;

    AggTradeBackfill(MarketDataApi api) {
        this.api = api;
    }

    @Override
    public boolean isNumbered() {
        return true;
    }

    @Override
    public @Nullable Long start(Gap<AggTradeEvent> gap, @Nullable AggTradeEvent last) {
        return Backfill.startByNumber(gap);
    }

    @Override
    public long position(AggTradeEvent event) {
        return event.aggTradeId();
    }

    @Override
    public Flux<AggTradeEvent> page(long from, AggTradeEvent like, @Nullable AggTradeEvent next) {
        AggTradesQuery query = AggTradesQuery.of(like.symbol()).fromId(from).limit(PAGE);
        return api.aggTrades(query).map(trade -> event(like.symbol(), trade));
    }

    /** The exchange doesn't say when it would have sent the event: the time of the trade stands in. */
    private static AggTradeEvent event(String symbol, AggTrade trade) {
        return new AggTradeEvent(
                trade.time(),
                symbol,
                trade.aggTradeId(),
                trade.price(),
                trade.qty(),
                trade.firstTradeId(),
                trade.lastTradeId(),
                trade.time(),
                trade.isBuyerMaker());
    }

    @Override
    public long after(AggTradeEvent event) {
        return event.aggTradeId() + 1;
    }

    @Override
    public boolean isOlder(AggTradeEvent event, AggTradeEvent fetched) {
        return position(event) <= position(fetched);
    }

    @Override
    public Gap<AggTradeEvent> rest(Gap<AggTradeEvent> gap, long from, String reason) {
        return Backfill.restByNumber(gap, from, reason);
    }
}
