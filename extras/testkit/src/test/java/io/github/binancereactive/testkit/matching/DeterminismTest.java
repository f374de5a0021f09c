/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    private static final int STEPS = 3000;

    @Test
    void theSameCallsGiveTheSameExchange() {
        List<Object> first = record(42);

        assertThat(first).hasSizeGreaterThan(STEPS);
        assertThat(record(42)).isEqualTo(first);
        assertThat(record(43)).isNotEqualTo(first);
    }

    private static List<Object> record(long seed) {
        Recording recording = new Recording();
        RandomTrading trading = new RandomTrading(seed, recording);
        for (int i = 0; i < STEPS; i++) {
            trading.step();
        }
        return recording.all;
    }

    /** Everything that a listener is told. */
    private static final class Recording implements EngineListener {

        final List<Object> all = new ArrayList<>();

        @Override
        public void onBookChange(BookChange change) {
            all.add(change);
        }

        @Override
        public void onTrade(String symbol, MarketTrade trade, long buyerOrderId, long sellerOrderId) {
            all.add(List.of(symbol, trade, buyerOrderId, sellerOrderId));
        }

        @Override
        public void onOrder(OrderEvent event) {
            all.add(event);
        }

        @Override
        public void onOrderList(OrderListSnapshot list) {
            all.add(list);
        }

        @Override
        public void onBalances(long accountId, List<BalanceSnapshot> balances, long time) {
            all.add(List.of(accountId, balances, time));
        }

        @Override
        public void onTransfer(long accountId, String asset, BigDecimal delta, long time) {
            all.add(List.of(accountId, asset, delta, time));
        }
    }

    /** Every event has an id of its own, every change of a book the next one. */
    @Test
    void idsHaveNoGaps() {
        Recording recording = new Recording();
        RandomTrading trading = new RandomTrading(5, recording);
        for (int i = 0; i < STEPS; i++) {
            trading.step();
        }
        for (String symbol : RandomTrading.SYMBOLS) {
            long updates = recording.all.stream()
                    .filter(event -> event instanceof BookChange change
                            && change.symbol().equals(symbol))
                    .count();
            assertThat(trading.engine.marketData().depth(symbol, 1).lastUpdateId())
                    .isEqualTo(updates);
            List<MarketTrade> trades =
                    trading.engine.marketData().trades(symbol, HistoryQuery.latest(Integer.MAX_VALUE));
            assertThat(trades.get(trades.size() - 1).id()).isEqualTo(trades.size());
        }
    }
}
