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

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.Side;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerTest {

    private final Venue venue = new Venue();

    private OrderSnapshot stop(Side side, OrderType type, String stopPrice) {
        boolean isLimit = type == OrderType.STOP_LOSS_LIMIT || type == OrderType.TAKE_PROFIT_LIMIT;
        String price = isLimit ? (side == Side.BUY ? "50" : "500") : null;
        return venue.place(ALICE, order(side, type, "1", price).stopPrice(dec(stopPrice)))
                .order();
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, STOP_LOSS_LIMIT, 110, 109, 110",
        "SELL, TAKE_PROFIT_LIMIT, 110, 109, 111",
        "SELL, STOP_LOSS_LIMIT, 90, 91, 90",
        "BUY, TAKE_PROFIT_LIMIT, 90, 91, 89"
    })
    void waitsForItsPrice(Side side, OrderType type, String stopPrice, String before, String then) {
        venue.trade("100");
        OrderSnapshot placed = stop(side, type, stopPrice);
        assertThat(placed.status()).isEqualTo(OrderStatus.NEW);
        assertThat(placed.isWorking()).isFalse();
        assertThat(placed.workingTime()).isEqualTo(-1);

        venue.trade(before);
        assertThat(venue.order(ALICE, placed.orderId()).isWorking()).isFalse();
        venue.trade(then);

        OrderSnapshot working = venue.order(ALICE, placed.orderId());
        assertThat(working.isWorking()).isTrue();
        assertThat(working.workingTime()).isEqualTo(venue.now);
        assertThat(venue.book()).isEqualTo(side == Side.BUY ? "50x1 | " : " | 500x1");
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, STOP_LOSS, 100",
        "SELL, TAKE_PROFIT, 99",
        "SELL, STOP_LOSS, 100",
        "BUY, TAKE_PROFIT, 101",
    })
    void isRefusedWhenThePriceIsThereAlready(Side side, OrderType type, String stopPrice) {
        venue.trade("100");

        assertRefused(() -> stop(side, type, stopPrice), -2010, "Order would trigger immediately.");
    }

    @Test
    void becomesAMarketOrder() {
        venue.trade("100");
        OrderSnapshot placed = stop(Side.BUY, OrderType.STOP_LOSS, "105");
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("105");
        venue.place(BOB, sell("3", "107"));

        venue.place(BOB, sell("1", "105"));
        venue.place(Venue.CAROL, buy("1", "105"));

        OrderSnapshot filled = venue.order(ALICE, placed.orderId());
        assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(filled.cummulativeQuoteQty()).isEqualByComparingTo("107");
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0");
    }

    @Test
    void expiresWhenTheMoneyIsGoneByThen() {
        venue.trade("100");
        OrderSnapshot placed = stop(Side.BUY, OrderType.STOP_LOSS, "105");
        venue.engine.withdraw(ALICE, "USDT", dec("999895"), venue.now);
        venue.place(BOB, sell("3", "107"));

        venue.place(BOB, sell("1", "105"));
        venue.place(Venue.CAROL, buy("1", "105"));

        OrderSnapshot expired = venue.order(ALICE, placed.orderId());
        assertThat(expired.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(expired.expiryReason()).isEqualTo(ExpiryReason.REJECTED);
        assertThat(venue.free(ALICE, "USDT")).isEqualTo("105");
    }

    @Test
    void oneTriggerMaySetOffAnother() {
        venue.trade("100");
        OrderSnapshot first = stop(Side.SELL, OrderType.STOP_LOSS, "99");
        OrderSnapshot second = stop(Side.SELL, OrderType.STOP_LOSS, "98");
        venue.place(BOB, buy("1", "99"));
        venue.place(BOB, buy("1", "98"));
        venue.place(BOB, buy("1", "97"));

        venue.place(Venue.CAROL, sell("1", "99"));

        assertThat(venue.order(ALICE, first.orderId()).cummulativeQuoteQty()).isEqualByComparingTo("98");
        assertThat(venue.order(ALICE, second.orderId()).cummulativeQuoteQty()).isEqualByComparingTo("97");
    }

    /** The scenarios of the trailing stop FAQ: the trades before the last leave it waiting, the last one triggers it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "A, BUY, STOP_LOSS_LIMIT, 44000, 500, 45000, 37000 43999 44000 45000 46000 42000 44099 44100",
        "B, SELL, STOP_LOSS_LIMIT, 39000, 1000, 38000, 41500 39000 37000 41000 36901 36900",
        "C, BUY, TAKE_PROFIT_LIMIT, 38000, 850, 38500, 42000 38000 37000 39000 38000 40144 40145",
        "D, SELL, TAKE_PROFIT_LIMIT, 42000, 750, 41000, 41500 39000 42000 45000 44000 46500 43013 43012.5",
        "E, SELL, STOP_LOSS_LIMIT, , 700, 39000, 42000 39500 45500 42316 42315",
    })
    void trails(
            String scenario,
            Side side,
            OrderType type,
            @Nullable String stopPrice,
            int delta,
            String price,
            String trades) {
        venue.trade("40000");
        OrderSnapshot placed = venue.place(
                        ALICE,
                        order(side, type, "0.1", price)
                                .stopPrice(stopPrice == null ? null : dec(stopPrice))
                                .trailingDelta(delta))
                .order();
        String[] path = trades.split(" ");

        Arrays.stream(path, 0, path.length - 1).forEach(this::hiddenTrade);
        assertThat(venue.order(ALICE, placed.orderId()).isWorking())
                .as(scenario)
                .isFalse();
        hiddenTrade(path[path.length - 1]);

        assertThat(venue.order(ALICE, placed.orderId()).isWorking())
                .as(scenario)
                .isTrue();
        assertThat(venue.order(ALICE, placed.orderId()).trailingTime()).isPositive();
    }

    private void hiddenTrade(String price) {
        venue.trade(price);
    }

    @Test
    void tracksFromItsPlacementOrFromItsStopPrice() {
        venue.trade("100");
        OrderRequest.Builder trailing =
                order(Side.SELL, OrderType.STOP_LOSS, "1", null).trailingDelta(100);

        assertThat(venue.place(ALICE, trailing).order().trailingTime()).isEqualTo(venue.now);
        OrderSnapshot later =
                venue.place(ALICE, trailing.stopPrice(dec("99.5"))).order();
        assertThat(later.trailingTime()).isEqualTo(-1);
        venue.trade("99.4");
        assertThat(venue.order(ALICE, later.orderId()).trailingTime()).isEqualTo(venue.now);
    }

    @Test
    void withoutALastPriceItTracksFromTheFirstTrade() {
        OrderRequest.Builder trailing =
                order(Side.BUY, OrderType.STOP_LOSS, "1", null).trailingDelta(100);
        OrderSnapshot placed = venue.place(ALICE, trailing).order();
        assertThat(placed.trailingTime()).isEqualTo(-1);

        venue.trade("100");
        assertThat(venue.order(ALICE, placed.orderId()).trailingTime()).isEqualTo(venue.now);
        venue.place(BOB, sell("1", "102"));
        venue.trade("101");

        assertThat(venue.order(ALICE, placed.orderId()).status()).isEqualTo(OrderStatus.FILLED);
    }
}
