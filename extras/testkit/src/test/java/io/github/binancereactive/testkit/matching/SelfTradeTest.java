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
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.trade.ExecutionType;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenarios of the self-trade prevention FAQ, by their letters, and what they leave open. */
class SelfTradeTest {

    private final Venue venue = new Venue();

    private PlacedOrder take(String qty, SelfTradePreventionMode mode) {
        return venue.place(ALICE, sell(qty, "1").selfTradePreventionMode(mode));
    }

    private List<Long> threeMakers() {
        return List.of(
                venue.place(ALICE, buy("1.2", "1.2")).order().orderId(),
                venue.place(ALICE, buy("1.3", "1.1")).order().orderId(),
                venue.place(ALICE, buy("8.1", "1")).order().orderId());
    }

    @Test
    void scenarioA() {
        venue.place(ALICE, buy("1", "1"));

        assertThat(take("1", SelfTradePreventionMode.NONE).order().status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void scenarioB() {
        List<Long> makers = threeMakers();

        PlacedOrder taker = take("3", SelfTradePreventionMode.EXPIRE_MAKER);

        assertThat(taker.order().status()).isEqualTo(OrderStatus.NEW);
        assertThat(taker.order().preventedQuantity()).isNull();
        assertThat(taker.preventedMatches())
                .extracting(PreventedMatch::preventedMatchId)
                .containsExactly(0L, 1L, 2L);
        assertThat(taker.preventedMatches())
                .extracting(PreventedMatch::makerPreventedQuantity)
                .containsExactly(dec("1.2"), dec("1.3"), dec("8.1"));
        assertThat(taker.preventedMatches()).allMatch(match -> match.takerPreventedQuantity() == null);
        for (long maker : makers) {
            assertThat(venue.order(ALICE, maker).status()).isEqualTo(OrderStatus.EXPIRED_IN_MATCH);
        }
        assertThat(venue.order(ALICE, makers.get(1)).preventedQuantity()).isEqualByComparingTo("1.3");
        assertThat(venue.order(ALICE, makers.get(1)).preventedMatchId()).isEqualTo(1);
        assertThat(venue.book()).isEqualTo(" | 1x3");
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0");
    }

    @Test
    void scenarioC() {
        List<Long> makers = threeMakers();

        PlacedOrder taker = take("3", SelfTradePreventionMode.EXPIRE_TAKER);

        assertThat(taker.order().status()).isEqualTo(OrderStatus.EXPIRED_IN_MATCH);
        assertThat(taker.order().preventedQuantity()).isEqualByComparingTo("3");
        assertThat(taker.order().preventedMatchId()).isZero();
        assertThat(venue.order(ALICE, makers.get(0)).status()).isEqualTo(OrderStatus.NEW);
        assertThat(venue.book()).isEqualTo("1.2x1.2 1.1x1.3 1x8.1 | ");
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("0");
    }

    @Test
    void scenarioD() {
        long maker = venue.place(ALICE, buy("1", "1")).order().orderId();

        PlacedOrder taker = take("3", SelfTradePreventionMode.EXPIRE_BOTH);

        assertThat(taker.order().status()).isEqualTo(OrderStatus.EXPIRED_IN_MATCH);
        assertThat(venue.order(ALICE, maker).status()).isEqualTo(OrderStatus.EXPIRED_IN_MATCH);
        PreventedMatch match = taker.preventedMatches().get(0);
        assertThat(match.takerPreventedQuantity()).isEqualByComparingTo("3");
        assertThat(match.makerPreventedQuantity()).isEqualByComparingTo("1");
    }

    @Test
    void scenarioE() {
        venue.place(ALICE, buy("1", "1").selfTradePreventionMode(SelfTradePreventionMode.EXPIRE_MAKER));

        assertThat(take("1", SelfTradePreventionMode.EXPIRE_TAKER).order().status())
                .isEqualTo(OrderStatus.EXPIRED_IN_MATCH);
        assertThat(venue.book()).isEqualTo("1x1 | ");
    }

    @Test
    void scenarioF() {
        venue.place(ALICE, buy("1", "1"));

        PlacedOrder taker = venue.place(
                ALICE,
                order(Side.SELL, OrderType.MARKET, "1", null)
                        .selfTradePreventionMode(SelfTradePreventionMode.EXPIRE_MAKER));

        assertThat(taker.order().status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(taker.order().expiryReason()).isEqualTo(ExpiryReason.INSUFFICIENT_LIQUIDITY);
        assertThat(venue.book()).isEqualTo(" | ");
    }

    @Test
    void scenarioG() {
        long maker = venue.place(ALICE, buy("6", "2")).order().orderId();

        PlacedOrder taker =
                venue.place(ALICE, sell("2", "2").selfTradePreventionMode(SelfTradePreventionMode.DECREMENT));

        assertThat(taker.order().status()).isEqualTo(OrderStatus.EXPIRED_IN_MATCH);
        assertThat(taker.order().preventedQuantity()).isEqualByComparingTo("2");
        assertThat(venue.order(ALICE, maker).status()).isEqualTo(OrderStatus.NEW);
        assertThat(venue.order(ALICE, maker).preventedQuantity()).isEqualByComparingTo("2");
        assertThat(venue.book()).isEqualTo("2x4 | ");
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("8");
    }

    @Test
    void scenarioH() {
        venue.engine.open(AccountSettings.of(ALICE).withTradeGroupId(1));
        venue.engine.open(AccountSettings.of(BOB).withTradeGroupId(1));
        venue.place(BOB, buy("0.6", "0.2").selfTradePreventionMode(SelfTradePreventionMode.TRANSFER));

        PlacedOrder taker =
                venue.place(ALICE, sell("0.2", "0.2").selfTradePreventionMode(SelfTradePreventionMode.TRANSFER));

        assertThat(taker.order().status()).isEqualTo(OrderStatus.EXPIRED_IN_MATCH);
        assertThat(taker.fills()).isEmpty();
        assertThat(venue.free(BOB, "BTC")).isEqualTo("1000.2");
        assertThat(venue.free(BOB, "USDT")).isEqualTo("999999.88");
        assertThat(venue.locked(BOB, "USDT")).isEqualTo("0.08");
        assertThat(venue.free(ALICE, "BTC")).isEqualTo("999.8");
        assertThat(venue.free(ALICE, "USDT")).isEqualTo("1000000.04");
    }

    /** A market order has to have the money for that too. */
    @ParameterizedTest
    @CsvSource({
        "BUY, 3, , 1003, 999400",
        "BUY, , 600, 1003, 999400",
        "SELL, 3, , 997, 1000600",
        "SELL, , 600, 997, 1000600"
    })
    void aMarketOrderTransfersAndTrades(
            Side side, @Nullable String qty, @Nullable String quote, String base, String free) {
        venue.engine.open(AccountSettings.of(ALICE).withTradeGroupId(1));
        venue.engine.open(AccountSettings.of(BOB).withTradeGroupId(1));
        Side other = side == Side.BUY ? Side.SELL : Side.BUY;
        venue.place(
                BOB,
                order(other, OrderType.LIMIT, "2", "200").selfTradePreventionMode(SelfTradePreventionMode.TRANSFER));
        venue.place(Venue.CAROL, order(other, OrderType.LIMIT, "2", "200"));

        PlacedOrder taker = venue.place(
                ALICE,
                order(side, OrderType.MARKET, qty, null)
                        .quoteOrderQty(quote == null ? null : dec(quote))
                        .selfTradePreventionMode(SelfTradePreventionMode.TRANSFER));

        assertThat(taker.order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(taker.order().executedQty()).isEqualByComparingTo("1");
        assertThat(taker.order().preventedQuantity()).isEqualByComparingTo("2");
        assertThat(venue.free(ALICE, "BTC")).isEqualTo(base);
        assertThat(venue.free(ALICE, "USDT")).isEqualTo(free);
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("0");
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0");
    }

    @Test
    void aTransferThatOnlyTheTakerWantsIsADecrement() {
        venue.place(ALICE, buy("1", "1").selfTradePreventionMode(SelfTradePreventionMode.EXPIRE_MAKER));

        PlacedOrder taker = take("1", SelfTradePreventionMode.TRANSFER);

        assertThat(taker.preventedMatches())
                .extracting(PreventedMatch::selfTradePreventionMode)
                .containsExactly(SelfTradePreventionMode.DECREMENT);
    }

    @Test
    void othersAreTradedWithOnTheWay() {
        venue.place(BOB, buy("1", "1"));
        venue.place(ALICE, buy("1", "1"));
        venue.place(BOB, buy("1", "1"));

        PlacedOrder taker = take("3", SelfTradePreventionMode.EXPIRE_MAKER);

        assertThat(taker.order().executedQty()).isEqualByComparingTo("2");
        assertThat(taker.order().status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Test
    void fillOrKillDoesNotCountItsOwn() {
        venue.place(ALICE, buy("1", "1"));
        venue.place(BOB, buy("1", "1"));

        PlacedOrder taker = venue.place(
                ALICE,
                sell("2", "1").timeInForce(TimeInForce.FOK).selfTradePreventionMode(SelfTradePreventionMode.DECREMENT));

        assertThat(taker.order().expiryReason()).isEqualTo(ExpiryReason.UNFILLED_FOK_ORDER_EXPIRED);
        assertThat(venue.book()).isEqualTo("1x2 | ");
    }

    @Test
    void bothSidesCanAskForTheMatch() {
        venue.engine.open(AccountSettings.of(ALICE).withTradeGroupId(4));
        venue.engine.open(AccountSettings.of(BOB).withTradeGroupId(4));
        long maker = venue.place(BOB, buy("1", "1")).order().orderId();

        take("1", SelfTradePreventionMode.EXPIRE_BOTH);

        AccountRecords records = venue.engine.records();
        List<PreventedMatch> matches = records.preventedMatch(ALICE, Venue.SYMBOL, 0);
        assertThat(matches).hasSize(1);
        assertThat(matches.get(0).tradeGroupId()).isEqualTo(4);
        assertThat(records.preventedMatch(BOB, Venue.SYMBOL, 0)).isEqualTo(matches);
        assertThat(records.preventedMatches(BOB, Venue.SYMBOL, maker, null, 10)).isEqualTo(matches);
        assertThat(records.preventedMatches(BOB, Venue.SYMBOL, maker, 1L, 10)).isEmpty();
        assertThat(records.preventedMatch(Venue.CAROL, Venue.SYMBOL, 0)).isEmpty();
        assertThat(venue.events)
                .filteredOn(event -> event.executionType() == ExecutionType.TRADE_PREVENTION)
                .hasSize(2)
                .allMatch(event -> matches.get(0).equals(event.preventedMatch()));
    }

    @ParameterizedTest
    @EnumSource(value = SelfTradePreventionMode.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void strangersTradeInEveryMode(SelfTradePreventionMode mode) {
        venue.place(BOB, buy("1", "1").selfTradePreventionMode(mode));

        assertThat(take("1", mode).order().status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aModeThatTheSymbolDoesNotAllowIsRefused() {
        venue.engine.list(SymbolSettings.of(
                Venue.info(Venue.SYMBOL, "BTC", "USDT", List.of(), SymbolStatus.TRADING, false), CommissionRates.NONE));

        assertRefused(
                () -> take("1", SelfTradePreventionMode.EXPIRE_MAKER),
                -1013,
                "This symbol does not allow the specified self-trade prevention mode.");
    }
}
