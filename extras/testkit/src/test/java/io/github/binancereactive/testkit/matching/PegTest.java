/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static io.github.binancereactive.testkit.matching.Venue.ALICE;
import static io.github.binancereactive.testkit.matching.Venue.BOB;
import static io.github.binancereactive.testkit.matching.Venue.assertRefused;
import static io.github.binancereactive.testkit.matching.Venue.buy;
import static io.github.binancereactive.testkit.matching.Venue.dec;
import static io.github.binancereactive.testkit.matching.Venue.order;
import static io.github.binancereactive.testkit.matching.Venue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.PegOffsetType;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PegTest {

    private final Venue venue = new Venue(new Filter.PriceFilter(dec("0"), dec("104"), dec("0")));

    @BeforeEach
    void book() {
        for (String price : new String[] {"99", "98", "97"}) {
            venue.place(BOB, buy("1", price));
        }
        for (String price : new String[] {"101", "102", "103"}) {
            venue.place(BOB, sell("1", price));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, PRIMARY_PEG, , 99",
        "BUY, PRIMARY_PEG, 2, 97",
        "SELL, PRIMARY_PEG, , 101",
        "SELL, PRIMARY_PEG, 1, 102",
        "BUY, MARKET_PEG, , 101",
        "BUY, MARKET_PEG, 1, 102",
        "SELL, MARKET_PEG, 2, 97"
    })
    void takesItsPriceFromTheBook(Side side, PegPriceType type, Integer offset, String price) {
        PlacedOrder placed = venue.place(
                ALICE,
                order(side, OrderType.LIMIT, "5", null)
                        .peg(type, offset == null ? null : PegOffsetType.PRICE_LEVEL, offset));

        assertThat(placed.order().peggedPrice()).isEqualByComparingTo(price);
        assertThat(placed.order().price()).isEqualByComparingTo("0");
        Depth depth = venue.engine.marketData().depth(Venue.SYMBOL, 5);
        assertThat(side == Side.BUY ? depth.bids() : depth.asks())
                .anyMatch(level ->
                        level.price().compareTo(dec(price)) == 0 && level.qty().compareTo(dec("2")) >= 0);
    }

    @Test
    void keepsItsPriceWhenTheBookMoves() {
        OrderSnapshot placed = venue.place(
                        ALICE,
                        order(Side.BUY, OrderType.LIMIT_MAKER, "1", null).peg(PegPriceType.PRIMARY_PEG, null, null))
                .order();
        venue.place(BOB, buy("1", "100"));

        assertThat(venue.order(ALICE, placed.orderId()).peggedPrice()).isEqualByComparingTo("99");
    }

    @Test
    void isNeverWorseThanThePriceThatWasSent() {
        OrderRequest.Builder order = order(Side.BUY, OrderType.LIMIT, "1", "100")
                .timeInForce(TimeInForce.IOC)
                .peg(PegPriceType.MARKET_PEG, null, null);

        assertThat(venue.place(ALICE, order).order().executedQty()).isEqualByComparingTo("0");
        assertThat(venue.place(ALICE, order.price(dec("104"))).fills())
                .extracting(Fill::price)
                .containsExactly(dec("101"));
    }

    @Test
    void mustPassTheFiltersAtBothPrices() {
        assertRefused(
                () -> venue.place(ALICE, buy("1", "105").peg(PegPriceType.PRIMARY_PEG, null, null)),
                -1013,
                "Filter failure: PRICE_FILTER");
    }

    @Test
    void needsTheLevel() {
        assertRefused(
                () -> venue.place(ALICE, buy("1", "90").peg(PegPriceType.PRIMARY_PEG, PegOffsetType.PRICE_LEVEL, 3)),
                -2010,
                "Order book liquidity is too low for this pegged order.");
    }

    @ParameterizedTest
    @CsvSource({
        "STOP_LOSS, PRIMARY_PEG, -1013, This order type may not use pegged price.",
        "MARKET, MARKET_PEG, -1013, This order type may not use pegged price.",
        "LIMIT_MAKER, MARKET_PEG, -1013, This price peg cannot be used with this order type."
    })
    void fitsSomeTypesOnly(OrderType type, PegPriceType peg, int code, String message) {
        assertRefused(
                () -> venue.place(
                        ALICE,
                        order(Side.BUY, type, "1", null)
                                .stopPrice(type == OrderType.STOP_LOSS ? dec("103") : null)
                                .peg(peg, null, null)),
                code,
                message);
    }

    @Test
    void aPrimaryPegIsGoodTillCanceled() {
        assertRefused(
                () -> venue.place(
                        ALICE, buy("1", "90").timeInForce(TimeInForce.IOC).peg(PegPriceType.PRIMARY_PEG, null, null)),
                -1014,
                "Unsupported order combination.");
    }

    @Test
    void aStopTakesThePriceOfTheMomentWhenItIsTriggered() {
        venue.trade("100");
        OrderSnapshot placed = venue.place(
                        ALICE,
                        order(Side.SELL, OrderType.STOP_LOSS_LIMIT, "2", null)
                                .stopPrice(dec("99"))
                                .peg(PegPriceType.PRIMARY_PEG, null, null))
                .order();
        assertThat(placed.peggedPrice()).isNull();
        venue.place(BOB, sell("1", "100.5"));

        venue.place(BOB, sell("1", "99"));

        assertThat(venue.order(ALICE, placed.orderId()).peggedPrice()).isEqualByComparingTo("100.5");
        assertThat(venue.book()).startsWith("98x1 97x1 | 100.5x3");
    }

    @Test
    void aStopExpiresWhenThereIsNothingToPegTo() {
        venue.trade("100");
        OrderSnapshot placed = venue.place(
                        ALICE,
                        order(Side.SELL, OrderType.STOP_LOSS_LIMIT, "2", null)
                                .stopPrice(dec("99"))
                                .peg(PegPriceType.PRIMARY_PEG, PegOffsetType.PRICE_LEVEL, 5))
                .order();

        venue.place(BOB, sell("1", "99"));

        OrderSnapshot expired = venue.order(ALICE, placed.orderId());
        assertThat(expired.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(expired.expiryReason()).isEqualTo(ExpiryReason.REJECTED);
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("0");
    }
}
