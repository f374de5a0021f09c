/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static io.github.binancereactive.testkit.matching.Venue.ALICE;
import static io.github.binancereactive.testkit.matching.Venue.BOB;
import static io.github.binancereactive.testkit.matching.Venue.SYMBOL;
import static io.github.binancereactive.testkit.matching.Venue.assertRefused;
import static io.github.binancereactive.testkit.matching.Venue.buy;
import static io.github.binancereactive.testkit.matching.Venue.dec;
import static io.github.binancereactive.testkit.matching.Venue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {

    private final Venue venue = new Venue();
    private final AccountRecords records = venue.engine.records();

    @Test
    void anOrderIsFoundByEitherIdAndByBothTogether() {
        OrderSnapshot placed =
                venue.place(ALICE, buy("1", "90").newClientOrderId("mine")).order();
        long id = placed.orderId();

        assertThat(records.order(ALICE, SYMBOL, OrderKey.of(id))).isEqualTo(placed);
        assertThat(records.order(ALICE, SYMBOL, OrderKey.of("mine"))).isEqualTo(placed);
        assertThat(records.order(ALICE, SYMBOL, new OrderKey(id, "mine"))).isEqualTo(placed);
        assertRefused(
                () -> records.order(ALICE, SYMBOL, new OrderKey(id, "other")),
                -2039,
                "Client order ID is not correct for this order ID.");
        assertRefused(() -> records.order(ALICE, SYMBOL, OrderKey.of(99)), -2013, "Order does not exist.");
        assertRefused(() -> records.order(BOB, SYMBOL, OrderKey.of(id)), -2013, "Order does not exist.");
        assertRefused(() -> records.order(ALICE, SYMBOL, new OrderKey(null, null)), -2013, "Order does not exist.");
    }

    /** Ten orders, one each second, with ids from 1. */
    @ParameterizedTest
    @CsvSource({
        ", , , 3, 8 9 10",
        "4, , , 3, 4 5 6",
        ", 3, , 3, 3 4 5",
        ", , 6, 3, 4 5 6",
        ", 3, 4, 3, 3 4",
        ", 3, 9, 2, 3 4",
        "99, , , 3, ",
        ", 11, , 3, ",
    })
    void ordersComeInPages(
            @Nullable Long fromId, @Nullable Long start, @Nullable Long end, int limit, @Nullable String ids) {
        long second = 1_000_000;
        for (int i = 1; i <= 10; i++) {
            venue.now = Venue.START + i * second - 1;
            venue.place(ALICE, buy("1", "90"));
        }
        HistoryQuery query = new HistoryQuery(
                fromId,
                start == null ? null : Venue.START + start * second,
                end == null ? null : Venue.START + end * second,
                limit);

        List<String> expected = ids == null ? List.of() : List.of(ids.split(" "));
        assertThat(records.orders(ALICE, SYMBOL, query))
                .extracting(order -> String.valueOf(order.orderId()))
                .isEqualTo(expected);
    }

    @Test
    void openOrdersAreThoseOfOneOrOfAllSymbols() {
        venue.engine.list(SymbolSettings.of(Venue.info("ETHUSDT", "ETH", "USDT", List.of()), CommissionRates.NONE));
        venue.place(ALICE, buy("1", "90"));
        long second = venue.place(ALICE, buy("1", "91")).order().orderId();
        venue.engine.place(
                ALICE,
                OrderRequest.of(
                                "ETHUSDT",
                                buy("1", "1").build().side(),
                                buy("1", "1").build().type())
                        .quantity(dec("1"))
                        .price(dec("1"))
                        .timeInForce(buy("1", "1").build().timeInForce())
                        .build(),
                venue.now);
        venue.engine.cancel(ALICE, CancelRequest.of(SYMBOL, OrderKey.of(1)), venue.now);

        assertThat(records.openOrders(ALICE, SYMBOL))
                .extracting(OrderSnapshot::orderId)
                .containsExactly(second);
        assertThat(records.openOrders(ALICE, null))
                .extracting(OrderSnapshot::symbol)
                .containsExactly(SYMBOL, "ETHUSDT");
        assertThat(records.openOrders(BOB, null)).isEmpty();
    }

    @Test
    void tradesAreThoseOfTheAccountOrOfOneOrder() {
        long maker = venue.place(BOB, sell("5", "100")).order().orderId();
        PlacedOrder taker = venue.place(ALICE, buy("2", "100"));
        venue.place(ALICE, buy("1", "100"));
        venue.trade("99");

        assertThat(records.trades(ALICE, SYMBOL, null, HistoryQuery.latest(10)))
                .extracting(AccountTrade::id)
                .containsExactly(1L, 2L);
        assertThat(records.trades(ALICE, SYMBOL, null, HistoryQuery.from(2, 10)))
                .extracting(AccountTrade::id)
                .containsExactly(2L);
        assertThat(records.trades(ALICE, SYMBOL, taker.order().orderId(), HistoryQuery.latest(10)))
                .extracting(AccountTrade::qty)
                .containsExactly(dec("2"));
        assertThat(records.trades(BOB, SYMBOL, maker, HistoryQuery.latest(10)))
                .allMatch(trade -> trade.isMaker() && !trade.isBuyer())
                .hasSize(2);
        assertThat(records.trades(ALICE, SYMBOL, maker, HistoryQuery.latest(10)))
                .isEmpty();
    }

    @Test
    void moneyComesAndGoes() {
        venue.engine.deposit(ALICE, "EUR", dec("5"), venue.now);
        venue.engine.withdraw(ALICE, "EUR", dec("2"), venue.now);

        assertThat(records.balances(ALICE))
                .filteredOn(balance -> balance.asset().equals("EUR"))
                .extracting(BalanceSnapshot::free)
                .containsExactly(dec("3"));
        assertRefused(
                () -> venue.engine.withdraw(ALICE, "EUR", dec("4"), venue.now),
                -2010,
                "Account has insufficient balance for requested action.");
        assertThat(records.commissionTaken()).isEqualTo(Map.of());
    }
}
