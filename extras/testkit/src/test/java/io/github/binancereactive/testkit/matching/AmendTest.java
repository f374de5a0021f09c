/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static io.github.binancereactive.testkit.matching.Venue.ALICE;
import static io.github.binancereactive.testkit.matching.Venue.BOB;
import static io.github.binancereactive.testkit.matching.Venue.CAROL;
import static io.github.binancereactive.testkit.matching.Venue.SYMBOL;
import static io.github.binancereactive.testkit.matching.Venue.assertRefused;
import static io.github.binancereactive.testkit.matching.Venue.buy;
import static io.github.binancereactive.testkit.matching.Venue.dec;
import static io.github.binancereactive.testkit.matching.Venue.order;
import static io.github.binancereactive.testkit.matching.Venue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.ExecutionType;
import io.github.binancereactive.core.model.trade.ListStatusType;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmendTest {

    private final Venue venue =
            new Venue(new Filter.MaxNumOrderAmends(2), new Filter.LotSize(dec("0.5"), dec("100"), dec("0.5")));

    private AmendedOrder amend(long orderId, String newQty) {
        return venue.engine.amend(
                ALICE, new AmendRequest(SYMBOL, OrderKey.of(orderId), null, dec(newQty)), ++venue.now);
    }

    @Test
    void keepsItsPlaceInTheQueue() {
        venue.place(BOB, buy("1", "87"));
        OrderSnapshot mine = venue.place(ALICE, buy("5.5", "87")).order();
        venue.place(CAROL, buy("4", "87"));

        AmendedOrder amended = amend(mine.orderId(), "5");

        assertThat(amended.order().origQty()).isEqualByComparingTo("5");
        assertThat(amended.order().clientOrderId()).isNotEqualTo(mine.clientOrderId());
        assertThat(amended.list()).isNull();
        assertThat(venue.book()).isEqualTo("87x10 | ");
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("435");
        venue.place(CAROL, sell("6", "87"));
        assertThat(venue.order(ALICE, mine.orderId()).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void leavesAHistory() {
        OrderSnapshot mine = venue.place(ALICE, buy("5", "87")).order();

        AmendedOrder first = amend(mine.orderId(), "4");
        AmendedOrder second = venue.engine.amend(
                ALICE,
                new AmendRequest(
                        SYMBOL, OrderKey.of(mine.orderId()), first.order().clientOrderId(), dec("3")),
                ++venue.now);

        assertThat(second.order().clientOrderId()).isEqualTo(first.order().clientOrderId());
        assertThat(first.amendment().origClientOrderId()).isEqualTo(mine.clientOrderId());
        AccountRecords records = venue.engine.records();
        assertThat(records.amendments(ALICE, SYMBOL, mine.orderId(), null, 10))
                .containsExactly(first.amendment(), second.amendment());
        assertThat(records.amendments(
                        ALICE, SYMBOL, mine.orderId(), second.amendment().executionId(), 10))
                .containsExactly(second.amendment());
        assertThat(venue.events)
                .filteredOn(event -> event.executionType() == ExecutionType.REPLACED)
                .extracting(OrderEvent::executionId)
                .containsExactly(
                        first.amendment().executionId(), second.amendment().executionId());
        assertRefused(() -> amend(mine.orderId(), "2"), -2038, "Filter failure: MAX_NUM_ORDER_AMENDS");
    }

    @ParameterizedTest
    @CsvSource({
        "6, -2038, Order amend (quantity increase) is not supported.",
        "5, -2038, The requested action would change no state; rejecting",
        "0, -2038, Price * QTY is zero or less.",
        "4.7, -1013, Filter failure: LOT_SIZE"
    })
    void isRefused(String newQty, int code, String message) {
        long id = venue.place(ALICE, buy("5", "87")).order().orderId();

        assertRefused(() -> amend(id, newQty), code, message);
        assertThat(venue.order(ALICE, id).origQty()).isEqualByComparingTo("5");
    }

    @Test
    void theOrderMustBeOpen() {
        assertRefused(() -> amend(99, "1"), -2038, "Unknown order sent.");
    }

    @Test
    void anOrderThatHasTradedMoreThanThatExpires() {
        long id = venue.place(ALICE, buy("5", "87")).order().orderId();
        venue.place(BOB, sell("3", "87"));

        AmendedOrder amended = amend(id, "3");

        assertThat(amended.order().status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(amended.order().executedQty()).isEqualByComparingTo("3");
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0");
        assertThat(venue.book()).isEqualTo(" | ");
    }

    @Test
    void anIcebergShowsLessOnlyWhenLittleIsLeft() {
        long id =
                venue.place(ALICE, buy("5", "87").icebergQty(dec("2"))).order().orderId();

        amend(id, "3");
        assertThat(venue.book()).isEqualTo("87x2 | ");
        amend(id, "1");

        assertThat(venue.book()).isEqualTo("87x1 | ");
    }

    @Test
    void bothOfAPairAreAmended() {
        venue.trade("100");
        PlacedList list = venue.place(
                ALICE,
                ListRequest.Kind.OCO,
                order(Side.SELL, OrderType.LIMIT_MAKER, "5", "110"),
                order(Side.SELL, OrderType.STOP_LOSS, "5", null).stopPrice(dec("90")));

        AmendedOrder amended = amend(list.orders().get(1).order().orderId(), "4");

        assertThat(venue.order(ALICE, list.orders().get(0).order().orderId()).origQty())
                .isEqualByComparingTo("4");
        assertThat(venue.book()).isEqualTo(" | 110x4");
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("4");
        OrderListSnapshot changed = amended.list();
        assertThat(changed).isNotNull();
        assertThat(changed.listStatusType()).isEqualTo(ListStatusType.UPDATED);
        assertThat(changed.orders().get(1).clientOrderId())
                .isEqualTo(amended.order().clientOrderId());
    }

    @Test
    void thePendingOrderOfAnOtoIsAmendedByItself() {
        PlacedList list = venue.place(ALICE, ListRequest.Kind.OTO, buy("5", "87"), sell("5", "110"));

        amend(list.orders().get(1).order().orderId(), "4");

        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("4");
        assertThat(venue.order(ALICE, list.orders().get(0).order().orderId()).origQty())
                .isEqualByComparingTo("5");
    }

    @Test
    void thePendingOrderOfAnOpoHasNoQuantityYet() {
        PlacedList list = venue.place(
                ALICE, ListRequest.Kind.OPO, buy("5", "87"), order(Side.SELL, OrderType.LIMIT, null, "110"));

        assertRefused(
                () -> amend(list.orders().get(1).order().orderId(), "4"),
                -2038,
                "Order amend (pending OPO order) is not supported.");
    }
}
