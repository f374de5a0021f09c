/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.matching.MarketTrade;
import java.util.ArrayList;
import java.util.List;

/** Each trade. */
final class TradeFeed implements Feed {

    private final FeedSource source;
    private final String stream;
    private final String symbol;
    private final List<MarketTrade> trades = new ArrayList<>();

    TradeFeed(FeedSource source, String stream, String symbol) {
        this.source = source;
        this.stream = stream;
        this.symbol = symbol;
    }

    @Override
    public void traded(MarketTrade trade) {
        trades.add(trade);
    }

    @Override
    public void settled(long nowMicros) {
        List<MarketTrade> all = List.copyOf(trades);
        trades.clear();
        all.forEach(trade -> source.board()
                .publish(stream, StreamEvent.rendered(unit -> TradeJson.trade(symbol, trade, nowMicros, unit))));
    }
}
