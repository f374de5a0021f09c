/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static io.github.binancereactive.testkit.matching.Venue.ALICE;
import static io.github.binancereactive.testkit.matching.Venue.BOB;
import static io.github.binancereactive.testkit.matching.Venue.CAROL;
import static io.github.binancereactive.testkit.matching.Venue.assertRefused;
import static io.github.binancereactive.testkit.matching.Venue.buy;
import static io.github.binancereactive.testkit.matching.Venue.dec;
import static io.github.binancereactive.testkit.matching.Venue.order;
import static io.github.binancereactive.testkit.matching.Venue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitOrderTest {

    private final Venue venue = new Venue();

    @Test
    void restsAndLocksWhatItNeeds() {
        PlacedOrder bid = venue.place(ALICE, buy("2", "100"));
        venue.place(ALICE, sell("3", "110"));

        assertThat(bid.order().status()).isEqualTo(OrderStatus.NEW);
        assertThat(bid.order().isWorking()).isTrue();
        assertThat(bid.order().workingTime()).isEqualTo(venue.now - 1);
        assertThat(venue.book()).isEqualTo("100x2 | 110x3");
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("200");
        assertThat(venue.free(ALICE, "USDT")).isEqualTo("999800");
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("3");
    }

    @Test
    void tradesAtTheMakersPriceAndReleasesTheDifference() {
        venue.place(BOB, sell("1", "100"));
        venue.place(BOB, sell("1", "101"));

        PlacedOrder taker = venue.place(ALICE, buy("3", "105"));

        assertThat(taker.order().status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(taker.fills()).extracting(Fill::price).containsExactly(dec("100"), dec("101"));
        assertThat(taker.order().cummulativeQuoteQty()).isEqualByComparingTo("201");
        assertThat(venue.book()).isEqualTo("105x1 | ");
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("105");
        assertThat(venue.free(ALICE, "USDT")).isEqualTo("999694");
        assertThat(venue.free(BOB, "USDT")).isEqualTo("1000201");
        assertThat(venue.locked(BOB, "BTC")).isEqualTo("0");
    }

    @Test
    void betterPricesComeFirstAndThenEarlierOrders() {
        long second = venue.place(BOB, sell("1", "101")).order().orderId();
        long first = venue.place(CAROL, sell("1", "100")).order().orderId();
        long third = venue.place(CAROL, sell("1", "101")).order().orderId();

        venue.place(ALICE, buy("2", "101"));

        assertThat(venue.order(CAROL, first).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.order(BOB, second).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.order(CAROL, third).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void immediateOrCancelLosesItsRest() {
        venue.place(BOB, sell("1", "100"));

        PlacedOrder taker = venue.place(ALICE, buy("3", "100").timeInForce(TimeInForce.IOC));

        assertThat(taker.order().status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(taker.order().expiryReason()).isEqualTo(ExpiryReason.UNFILLED_IOC_QUANTITY_EXPIRED);
        assertThat(taker.order().executedQty()).isEqualByComparingTo("1");
        assertThat(venue.book()).isEqualTo(" | ");
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0");
    }

    @Test
    void fillOrKillIsAllOrNothing() {
        venue.place(BOB, sell("1", "100"));
        venue.place(BOB, sell("1", "101"));

        PlacedOrder killed = venue.place(ALICE, buy("2", "100").timeInForce(TimeInForce.FOK));
        PlacedOrder filled = venue.place(ALICE, buy("2", "101").timeInForce(TimeInForce.FOK));

        assertThat(killed.order().status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(killed.order().expiryReason()).isEqualTo(ExpiryReason.UNFILLED_FOK_ORDER_EXPIRED);
        assertThat(killed.fills()).isEmpty();
        assertThat(filled.order().status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void fillOrKillFindsWhatAnIcebergHides() {
        venue.place(BOB, sell("10", "100").icebergQty(dec("1")));

        PlacedOrder filled = venue.place(ALICE, buy("7", "100").timeInForce(TimeInForce.FOK));

        assertThat(filled.order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(filled.fills()).hasSize(7);
    }

    @Test
    void aMakerOrderNeverTakes() {
        venue.place(BOB, sell("1", "100"));

        assertRefused(
                () -> venue.place(ALICE, order(Side.BUY, OrderType.LIMIT_MAKER, "1", "100")),
                -2010,
                "Order would immediately match and take.");

        assertThat(venue.place(ALICE, order(Side.BUY, OrderType.LIMIT_MAKER, "1", "99"))
                        .order()
                        .status())
                .isEqualTo(OrderStatus.NEW);
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("99");
    }

    @Test
    void anIcebergShowsAPartAndGoesToTheEndWhenItIsRefilled() {
        PlacedOrder iceberg = venue.place(BOB, sell("5", "100").icebergQty(dec("2")));
        PlacedOrder plain = venue.place(CAROL, sell("3", "100"));
        assertThat(venue.book()).isEqualTo(" | 100x5");

        venue.place(ALICE, buy("2", "100"));
        assertThat(venue.book()).isEqualTo(" | 100x5");
        venue.place(ALICE, buy("3", "100"));

        assertThat(venue.order(BOB, iceberg.order().orderId()).executedQty()).isEqualByComparingTo("2");
        assertThat(venue.order(CAROL, plain.order().orderId()).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.book()).isEqualTo(" | 100x2");
        venue.place(ALICE, buy("3", "100"));
        assertThat(venue.order(BOB, iceberg.order().orderId()).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void whatIsNotThereCannotBeSpent() {
        String message = "Account has insufficient balance for requested action.";
        assertRefused(() -> venue.place(ALICE, buy("10001", "100")), -2010, message);
        assertRefused(() -> venue.place(ALICE, sell("1001", "100")), -2010, message);
        venue.place(ALICE, sell("600", "100"));
        assertRefused(() -> venue.place(ALICE, sell("600", "100")), -2010, message);
        assertThat(venue.place(ALICE, sell("400", "100")).order().orderId())
                .as("refusals take no order ids")
                .isEqualTo(2);
    }

    @Test
    void aClientOrderIdIsUniqueAmongOpenOrders() {
        venue.place(ALICE, buy("1", "90").newClientOrderId("mine"));

        assertRefused(
                () -> venue.place(ALICE, buy("1", "91").newClientOrderId("mine")), -2010, "Duplicate order sent.");
        assertThat(venue.place(BOB, buy("1", "91").newClientOrderId("mine"))
                        .order()
                        .clientOrderId())
                .isEqualTo("mine");
        venue.engine.cancel(ALICE, CancelRequest.of(Venue.SYMBOL, OrderKey.of("mine")), venue.now);
        PlacedOrder again = venue.place(ALICE, buy("1", "91").newClientOrderId("mine"));

        assertThat(venue.engine
                        .records()
                        .order(ALICE, Venue.SYMBOL, OrderKey.of("mine"))
                        .orderId())
                .isEqualTo(again.order().orderId());
    }

    @Test
    void ordersWithoutAnIdGetOne() {
        String first = venue.place(ALICE, buy("1", "90")).order().clientOrderId();

        assertThat(first).matches("[A-Za-z0-9]{22}");
        assertThat(venue.place(ALICE, buy("1", "90")).order().clientOrderId()).isNotEqualTo(first);
        assertThat(new Venue().place(ALICE, buy("1", "90")).order().clientOrderId())
                .as("from the same seed")
                .isEqualTo(first);
    }

    @Test
    void aListenerIsToldOfEverythingInOrder() {
        venue.place(BOB, sell("2", "100"));
        venue.events.clear();
        venue.balances.clear();
        venue.bookChanges.clear();

        venue.place(ALICE, buy("1", "100"));

        assertThat(venue.events)
                .extracting(event -> event.executionType() + " " + event.order().status() + " " + event.isMaker())
                .containsExactly("NEW NEW false", "TRADE FILLED false", "TRADE PARTIALLY_FILLED true");
        assertThat(venue.events).extracting(OrderEvent::executionId).isEqualTo(List.of(2L, 3L, 4L));
        assertThat(venue.bookChanges)
                .containsExactly(
                        new BookChange(Venue.SYMBOL, 2, Side.SELL, new PriceLevel(dec("100"), dec("1")), venue.now));
        assertThat(venue.balances).containsExactlyInAnyOrder("1 [USDT, BTC]", "2 [BTC, USDT]");
    }

    /** The buyer may have to lock more than the parts will cost, and never less. */
    @Test
    void worthIsNeverMorePreciseThanTheQuoteAsset() {
        venue.place(ALICE, buy("0.00003", "0.000333"));
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0.00000001");

        venue.place(BOB, sell("0.00001", "0.000333"));
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0.00000001");
        venue.place(BOB, sell("0.00002", "0.000333"));

        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0");
        assertThat(venue.free(ALICE, "USDT")).isEqualTo("1000000");
        assertThat(venue.free(ALICE, "BTC")).isEqualTo("1000.00003");
    }
}
