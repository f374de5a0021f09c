/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import static io.github.binancereactive.core.filter.Rules.broken;
import static io.github.binancereactive.core.filter.Rules.d;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LOT_SIZE, MARKET_LOT_SIZE, ICEBERG_PARTS, MAX_POSITION, MIN_NOTIONAL, NOTIONAL, MAX_ASSET: tables of numbers. */
class QuantityAndValueFiltersTest {

    private static final Filter.LotSize LOT = new Filter.LotSize(d("0.001"), d("100"), d("0.001"));
    private static final OrderContext MARKET = OrderContext.UNKNOWN.withAveragePrice(d("10"));

    @ParameterizedTest
    @CsvSource({"0.001, true", "100, true", "0.0005, false", "100.001, false", "1.0005, false", "1.0000, true"})
    void quantityIsWithinItsLimitsAndOnAStep(String quantity, boolean passes) {
        OrderCheck check = Rules.of(LOT).validate(Rules.limit(Side.BUY, quantity, "1"), OrderContext.UNKNOWN);

        assertThat(check.passes()).isEqualTo(passes);
        assertThat(broken(check)).allMatch("LOT_SIZE quantity"::equals);
        assertThat(Rules.of(LOT)
                        .validate(Rules.market(Side.BUY, quantity), OrderContext.UNKNOWN)
                        .passes())
                .isEqualTo(passes);
    }

    @Test
    void theVisiblePartIsHeldToItToo() {
        assertThat(broken(Rules.of(LOT).validate(Rules.iceberg("1", "0.0001"), OrderContext.UNKNOWN)))
                .containsOnly("LOT_SIZE icebergQty");
    }

    @Test
    void marketOrdersHaveALotSizeOfTheirOwn() {
        OrderRules rules = Rules.of(LOT, new Filter.MarketLotSize(d("0"), d("5"), d("0")));

        assertThat(broken(rules.validate(Rules.market(Side.SELL, "6"), OrderContext.UNKNOWN)))
                .containsExactly("MARKET_LOT_SIZE quantity");
        assertThat(rules.validate(Rules.limit(Side.SELL, "6", "1"), OrderContext.UNKNOWN)
                        .passes())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10, 1, true", "10, 0.9, false", "9.1, 0.91, true", "10.1, 1, false"})
    void icebergPartsAreRoundedUp(String quantity, String part, boolean passes) {
        OrderCheck check =
                Rules.of(new Filter.IcebergParts(10)).validate(Rules.iceberg(quantity, part), OrderContext.UNKNOWN);

        assertThat(check.passes()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"BUY, 7, 3, true", "BUY, 7.1, 3, false", "SELL, 100, 3, true"})
    void buysMustNotExceedThePosition(Side side, String held, String quantity, boolean passes) {
        OrderRules rules = Rules.of(new Filter.MaxPosition(d("10")));

        assertThat(rules.validate(Rules.limit(side, quantity, "1"), OrderContext.UNKNOWN.withPosition(d(held)))
                        .passes())
                .isEqualTo(passes);
        assertThat(rules.validate(Rules.limit(Side.BUY, quantity, "1"), OrderContext.UNKNOWN)
                        .undecided())
                .containsExactly("MAX_POSITION");
    }

    @ParameterizedTest
    @CsvSource({"1, 10, true", "0.9, 10, false", "2, 5, true"})
    void anOrderIsWorthTheLeast(String quantity, String price, boolean passes) {
        OrderRules rules = Rules.of(new Filter.MinNotional(d("10"), false, 5));

        assertThat(rules.validate(Rules.limit(Side.BUY, quantity, price), OrderContext.UNKNOWN)
                        .passes())
                .isEqualTo(passes);
        assertThat(rules.validate(Rules.market(Side.BUY, "0.0001"), OrderContext.UNKNOWN))
                .isEqualTo(new OrderCheck(List.of(), List.of()));
    }

    @Test
    void marketOrdersAreWorthTheAverageWhereTheFilterAppliesToThem() {
        OrderRules rules = Rules.of(new Filter.MinNotional(d("10"), true, 5));

        assertThat(broken(rules.validate(Rules.market(Side.BUY, "0.9"), MARKET)))
                .containsExactly("MIN_NOTIONAL notional");
        assertThat(rules.validate(Rules.market(Side.BUY, "1"), MARKET).passes()).isTrue();
        assertThat(rules.validate(Rules.market(Side.BUY, "0.9"), OrderContext.UNKNOWN)
                        .undecided())
                .containsExactly("MIN_NOTIONAL");
        assertThat(rules.validate(Rules.marketQuote(Side.BUY, "9.99"), OrderContext.UNKNOWN)
                        .passes())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 10, ''", "1, 9.99, NOTIONAL notional", "100, 10, ''", "100, 10.01, NOTIONAL notional"})
    void notionalHasTwoEnds(String quantity, String price, String broken) {
        OrderRules rules = Rules.of(new Filter.Notional(d("10"), true, d("1000"), false, 5));

        assertThat(broken(rules.validate(Rules.limit(Side.SELL, quantity, price), OrderContext.UNKNOWN)))
                .isEqualTo(broken.isEmpty() ? List.of() : List.of(broken));
    }

    @Test
    void eachEndOfNotionalSaysForItselfWhetherItAppliesToMarketOrders() {
        OrderRules rules = Rules.of(new Filter.Notional(d("10"), true, d("1000"), false, 5));

        assertThat(rules.validate(Rules.market(Side.SELL, "0.5"), MARKET).passes())
                .isFalse();
        assertThat(rules.validate(Rules.market(Side.SELL, "500"), MARKET).passes())
                .isTrue();
    }

    @Test
    void aStopWithoutPriceHasNoValueThatTheDocumentationNames() {
        OrderRules rules = Rules.of(new Filter.Notional(d("10"), true, d("1000"), true, 5));

        assertThat(rules.validate(Rules.stop(Side.SELL, OrderType.STOP_LOSS, "5", null), MARKET)
                        .undecided())
                .containsExactly("NOTIONAL");
    }

    @Test
    void anAssetIsLimitedWhicheverSideOfTheSymbolItStandsOn() {
        OrderRules base = Rules.of().withFilters(List.of(new Filter.MaxAsset("BTC", d("2"))));
        OrderRules quote = Rules.of().withFilters(List.of(new Filter.MaxAsset("USDT", d("42"))));
        OrderRules other = Rules.of().withFilters(List.of(new Filter.MaxAsset("BNB", d("0"))));
        OrderFacts order = Rules.limit(Side.BUY, "2.1", "20");

        assertThat(broken(base.validate(order, OrderContext.UNKNOWN))).containsExactly("MAX_ASSET quantity");
        assertThat(quote.validate(order, OrderContext.UNKNOWN).passes()).isTrue();
        assertThat(broken(quote.validate(Rules.limit(Side.BUY, "2.2", "20"), OrderContext.UNKNOWN)))
                .containsExactly("MAX_ASSET notional");
        assertThat(other.validate(order, OrderContext.UNKNOWN).passes()).isTrue();
    }
}
