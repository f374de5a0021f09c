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
import static io.github.binancereactive.testkit.matching.Venue.order;
import static io.github.binancereactive.testkit.matching.Venue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.CancelRestrictions;
import io.github.binancereactive.core.model.trade.ExecutionType;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.ListStatusType;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelTest {

    private final Venue venue = new Venue();

    private Canceled cancel(OrderKey key) {
        return venue.engine.cancel(ALICE, CancelRequest.of(SYMBOL, key), ++venue.now);
    }

    private Canceled cancel(long orderId, CancelRestrictions restrictions) {
        return venue.engine.cancel(
                ALICE, new CancelRequest(SYMBOL, OrderKey.of(orderId), null, restrictions), ++venue.now);
    }

    @Test
    void endsTheOrderAndReleasesWhatItLocked() {
        OrderSnapshot placed =
                venue.place(ALICE, buy("2", "100").newClientOrderId("mine")).order();

        Canceled canceled = venue.engine.cancel(
                ALICE, new CancelRequest(SYMBOL, OrderKey.of("mine"), "cancel-1", null), ++venue.now);

        assertThat(canceled).isInstanceOfSatisfying(CanceledOrder.class, order -> {
            assertThat(order.clientOrderId()).isEqualTo("cancel-1");
            assertThat(order.order().clientOrderId()).isEqualTo("mine");
            assertThat(order.order().status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(order.transactTime()).isEqualTo(venue.now);
        });
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0");
        assertThat(venue.book()).isEqualTo(" | ");
        OrderEvent event = venue.events.get(venue.events.size() - 1);
        assertThat(event.executionType()).isEqualTo(ExecutionType.CANCELED);
        assertThat(event.clientOrderId()).isEqualTo("cancel-1");
        assertThat(event.origClientOrderId()).isEqualTo("mine");
        assertThat(venue.order(ALICE, placed.orderId()).clientOrderId()).isEqualTo("mine");
    }

    @Test
    void theOrderMustBeThereAndOpenAndOnesOwn() {
        long id = venue.place(ALICE, buy("2", "100").newClientOrderId("mine"))
                .order()
                .orderId();
        long other = venue.place(BOB, buy("2", "100")).order().orderId();

        assertRefused(() -> cancel(OrderKey.of(99)), -2011, "Unknown order sent.");
        assertRefused(() -> cancel(OrderKey.of(other)), -2011, "Unknown order sent.");
        assertRefused(() -> cancel(OrderKey.of("other")), -2011, "Unknown order sent.");
        assertRefused(() -> cancel(new OrderKey(id, "other")), -2011, "Unknown order sent.");
        assertRefused(
                () -> cancel(new OrderKey(null, null)),
                -2011,
                "Cancel order is invalid. Check origClOrdId and orderId.");
        cancel(new OrderKey(id, "mine"));
        assertRefused(() -> cancel(OrderKey.of(id)), -2011, "Unknown order sent.");
    }

    @Test
    void restrictionsLookAtTheStatus() {
        long id = venue.place(ALICE, buy("2", "100")).order().orderId();
        String message = "Order was not canceled due to cancel restrictions.";

        assertRefused(() -> cancel(id, CancelRestrictions.ONLY_PARTIALLY_FILLED), -2011, message);
        venue.place(BOB, sell("1", "100"));
        assertRefused(() -> cancel(id, CancelRestrictions.ONLY_NEW), -2011, message);

        assertThat(cancel(id, CancelRestrictions.ONLY_PARTIALLY_FILLED)).isInstanceOf(CanceledOrder.class);
    }

    @Test
    void anOrderOfAListTakesTheListWithIt() {
        PlacedList list =
                venue.place(ALICE, ListRequest.Kind.OTO, buy("1", "90"), order(Side.SELL, OrderType.LIMIT, "1", "110"));

        Canceled canceled = cancel(OrderKey.of(list.orders().get(1).order().orderId()));

        assertThat(canceled).isInstanceOfSatisfying(CanceledList.class, all -> {
            assertThat(all.list().listStatusType()).isEqualTo(ListStatusType.ALL_DONE);
            assertThat(all.orders()).hasSize(2);
            assertThat(all.orders().get(0).clientOrderId())
                    .isEqualTo(all.orders().get(1).clientOrderId());
        });
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("0");
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0");
    }

    @Test
    void allOfASymbolAtOnce() {
        venue.place(ALICE, buy("1", "90"));
        venue.place(ALICE, ListRequest.Kind.OTO, buy("1", "91"), order(Side.SELL, OrderType.LIMIT, "1", "110"));
        venue.place(ALICE, sell("1", "120"));
        venue.place(BOB, sell("1", "120"));

        List<Canceled> canceled = venue.engine.cancelAll(ALICE, SYMBOL, ++venue.now);

        assertThat(canceled)
                .extracting(Object::getClass)
                .isEqualTo(List.of(CanceledOrder.class, CanceledOrder.class, CanceledList.class));
        assertThat(venue.engine.records().openOrders(ALICE, null)).isEmpty();
        assertThat(venue.book()).isEqualTo(" | 120x1");
        assertRefused(() -> venue.engine.cancelAll(ALICE, SYMBOL, venue.now), -2011, "Unknown order sent.");
    }

    @Test
    void theExchangeCanEndAnOrderToo() {
        OrderSnapshot stop = venue.place(
                        ALICE, order(Side.SELL, OrderType.STOP_LOSS, "1", null).stopPrice(dec("90")))
                .order();

        venue.engine.expire(ALICE, SYMBOL, stop.orderId(), ++venue.now);

        OrderSnapshot expired = venue.order(ALICE, stop.orderId());
        assertThat(expired.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(expired.expiryReason()).isEqualTo(ExpiryReason.EXCHANGE_CANCELED);
        venue.trade("80");
        assertThat(venue.order(ALICE, stop.orderId())).isEqualTo(expired);
    }
}
