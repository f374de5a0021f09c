/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.matching.HistoryQuery;
import io.github.binancereactive.testkit.matching.MarketTrade;

/** The trades of each taker order, by price. One request trades all that its order will ever take. */
final class AggregateTradeFeed implements Feed {

    private static final long NONE = -1;

    private final FeedSource source;
    private final String stream;
    private final String symbol;
    private long firstTrade = NONE;
    private int trades;

    AggregateTradeFeed(FeedSource source, String stream, String symbol) {
        this.source = source;
        this.stream = stream;
        this.symbol = symbol;
    }

    @Override
    public void traded(MarketTrade trade) {
        if (trades == 0) {
            firstTrade = trade.id();
        }
        trades++;
    }

    @Override
    public void settled(long nowMicros) {
        if (trades == 0) {
            return;
        }
        long first = firstTrade;
        HistoryQuery latest = HistoryQuery.latest(trades);
        trades = 0;
        source.data().aggregateTrades(symbol, latest).stream()
                .filter(trade -> trade.lastTradeId() >= first)
                .forEach(trade -> source.board()
                        .publish(
                                stream,
                                StreamEvent.rendered(unit -> TradeJson.aggregate(symbol, trade, nowMicros, unit))));
    }
}
