/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * The trades of a symbol, those of one taker order at one price and time made one. When there are too many, the older half
 * is forgotten.
 */
final class AggregateTape {

    private final List<AggregateTrade> trades = new ArrayList<>();
    private long lastTaker = -1;
    private long lastId;

    void add(MarketTrade trade, long takerOrderId) {
        int last = trades.size() - 1;
        if (last >= 0 && takerOrderId == lastTaker && isSame(trades.get(last), trade)) {
            trades.set(last, joined(trades.get(last), trade));
        } else {
            trades.add(new AggregateTrade(
                    ++lastId, trade.price(), trade.qty(), trade.id(), trade.id(), trade.time(), trade.isBuyerMaker()));
        }
        lastTaker = takerOrderId;
        if (trades.size() == TradeTape.USUAL_MOST) {
            trades.subList(0, TradeTape.USUAL_MOST / 2).clear();
        }
    }

    private static boolean isSame(AggregateTrade last, MarketTrade trade) {
        return last.price().compareTo(trade.price()) == 0 && last.time() == trade.time();
    }

    private static AggregateTrade joined(AggregateTrade last, MarketTrade trade) {
        return new AggregateTrade(
                last.id(),
                last.price(),
                last.qty().add(trade.qty()),
                last.firstTradeId(),
                trade.id(),
                last.time(),
                last.isBuyerMaker());
    }

    List<AggregateTrade> trades() {
        return trades;
    }
}
