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
import io.github.binancereactive.core.model.trade.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketOrderTest {

    private final Venue venue = new Venue(new Filter.LotSize(dec("0.1"), dec("900"), dec("0.1")));

    private PlacedOrder byQuote(Side side, String quote) {
        return venue.place(ALICE, order(side, OrderType.MARKET, null, null).quoteOrderQty(dec(quote)));
    }

    @Test
    void takesTheBestThereIs() {
        venue.place(BOB, sell("1", "100"));
        venue.place(BOB, sell("5", "102"));

        PlacedOrder taker = venue.place(ALICE, order(Side.BUY, OrderType.MARKET, "3", null));

        assertThat(taker.order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(taker.order().cummulativeQuoteQty()).isEqualByComparingTo("304");
        assertThat(taker.order().price()).isEqualByComparingTo("0");
        assertThat(venue.free(ALICE, "USDT")).isEqualTo("999696");
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0");
    }

    @Test
    void expiresWhenTheBookIsExhausted() {
        venue.place(BOB, sell("2", "100"));

        PlacedOrder taker = venue.place(ALICE, order(Side.BUY, OrderType.MARKET, "3", null));

        assertThat(taker.order().status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(taker.order().expiryReason()).isEqualTo(ExpiryReason.INSUFFICIENT_LIQUIDITY);
        assertThat(taker.order().executedQty()).isEqualByComparingTo("2");
        assertThat(taker.order().origQty()).isEqualByComparingTo("3");
    }

    @Test
    void isRefusedWhenItCannotBePaidInFull() {
        venue.engine.withdraw(ALICE, "USDT", dec("999750"), venue.now);
        venue.place(BOB, sell("5", "100"));

        assertRefused(
                () -> venue.place(ALICE, order(Side.BUY, OrderType.MARKET, "3", null)),
                -2010,
                "Account has insufficient balance for requested action.");
        assertThat(venue.book()).isEqualTo(" | 100x5");
        assertThat(venue.place(ALICE, order(Side.BUY, OrderType.MARKET, "2.5", null))
                        .order()
                        .status())
                .isEqualTo(OrderStatus.FILLED);
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 250, 2.4, 242.8, FILLED", // 1 at 100, then 1.4 at 102 and no more step
        "BUY, 100, 1, 100, FILLED",
        "BUY, 5000, 6, 610, EXPIRED",
        "SELL, 250, 2.5, 246, FILLED",
        "SELL, 5000, 6, 589, EXPIRED"
    })
    void byQuoteQuantityTradesWholeSteps(Side side, String quote, String qty, String paid, OrderStatus status) {
        if (side == Side.BUY) {
            venue.place(BOB, sell("1", "100"));
            venue.place(BOB, sell("5", "102"));
        } else {
            venue.place(BOB, buy("1", "99"));
            venue.place(BOB, buy("5", "98"));
        }

        PlacedOrder taker = byQuote(side, quote);

        assertThat(taker.order().status()).isEqualTo(status);
        assertThat(taker.order().executedQty()).isEqualByComparingTo(qty);
        assertThat(taker.order().origQty()).isEqualByComparingTo(qty);
        assertThat(taker.order().cummulativeQuoteQty()).isEqualByComparingTo(paid);
        assertThat(taker.order().origQuoteOrderQty()).isEqualByComparingTo(quote);
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0");
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("0");
    }

    @Test
    void byQuoteQuantityNeedsLiquidity() {
        assertRefused(
                () -> byQuote(Side.BUY, "100"), -2010, "Order book liquidity is less than symbol minimum quantity.");
        venue.place(BOB, sell("5", "100"));
        assertRefused(
                () -> byQuote(Side.BUY, "9"),
                -2010,
                "Order book liquidity is less than `LOT_SIZE` filter minimum quantity.");
    }

    @Test
    void byQuoteQuantityIsPaidInFull() {
        venue.place(BOB, sell("900", "10000"));

        assertRefused(
                () -> byQuote(Side.BUY, "1000001"), -2010, "Account has insufficient balance for requested action.");
    }
}
