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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRICE_FILTER, PERCENT_PRICE, PERCENT_PRICE_BY_SIDE, TRAILING_DELTA: tables of numbers. */
class PriceFiltersTest {

    private static final Filter.PriceFilter PRICE = new Filter.PriceFilter(d("0.01"), d("1000"), d("0.01"));
    private static final Filter.TrailingDelta TRAILING = new Filter.TrailingDelta(10, 2000, 20, 3000);

    @ParameterizedTest
    @CsvSource({
        "0.01, true",
        "1000, true",
        "1000.00, true",
        "500.55, true",
        "0.009, false",
        "1000.01, false",
        "5.001, false",
        "0.00, false"
    })
    void priceIsWithinItsLimitsAndOnATick(String price, boolean passes) {
        OrderCheck check = Rules.of(PRICE).validate(Rules.limit(Side.BUY, "1", price), OrderContext.UNKNOWN);

        assertThat(check.passes()).isEqualTo(passes);
        assertThat(broken(check)).allMatch("PRICE_FILTER price"::equals);
        assertThat(check.undecided()).isEmpty();
    }

    @Test
    void everythingThatIsWrongWithAPriceIsSaid() {
        OrderCheck check = Rules.of(PRICE).validate(Rules.limit(Side.BUY, "1", "0.005"), OrderContext.UNKNOWN);

        assertThat(check.violations())
                .extracting(Violation::toString)
                .containsExactly(
                        "PRICE_FILTER: 'price' is 0.005 and must be at least 0.01",
                        "PRICE_FILTER: 'price' is 0.005 and must be a multiple of 0.01");
    }

    @Test
    void stopPricesAreHeldToItToo() {
        OrderFacts stop = Rules.stop(Side.SELL, OrderType.STOP_LOSS, "5.001", null);

        assertThat(broken(Rules.of(PRICE).validate(stop, OrderContext.UNKNOWN)))
                .containsExactly("PRICE_FILTER stopPrice");
    }

    @Test
    void limitsOfZeroAreSwitchedOff() {
        Filter off = new Filter.PriceFilter(d("0.00000000"), d("0"), d("0.00"));

        assertThat(Rules.of(off)
                        .validate(Rules.limit(Side.BUY, "1", "123456789.123456789"), OrderContext.UNKNOWN)
                        .passes())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"130, true", "130.01, false", "70, true", "69.99, false", "100, true"})
    void percentPriceIsMeasuredFromTheMarket(String price, boolean passes) {
        OrderRules rules = Rules.of(new Filter.PercentPrice(d("1.3"), d("0.7"), 5));

        assertThat(rules.validate(Rules.limit(Side.SELL, "1", price), OrderContext.UNKNOWN.withAveragePrice(d("100")))
                        .passes())
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 120, true", "BUY, 120.01, false", "BUY, 20, true", "BUY, 19.99, false",
        "SELL, 500, true", "SELL, 500.01, false", "SELL, 80, true", "SELL, 79.99, false"
    })
    void eachSideHasItsOwnPercentage(Side side, String price, boolean passes) {
        OrderRules rules = Rules.of(new Filter.PercentPriceBySide(d("1.2"), d("0.2"), d("5"), d("0.8"), 1));

        assertThat(rules.validate(Rules.limit(side, "1", price), OrderContext.UNKNOWN.withAveragePrice(d("100")))
                        .passes())
                .isEqualTo(passes);
    }

    @Test
    void theReferencePriceWinsAndTheLastPriceStandsInForNoMinutes() {
        OrderFacts order = Rules.limit(Side.BUY, "1", "100");
        OrderContext context = OrderContext.UNKNOWN.withAveragePrice(d("10")).withLastPrice(d("90"));
        OrderRules average = Rules.of(new Filter.PercentPrice(d("1.3"), d("0.7"), 5));
        OrderRules last = Rules.of(new Filter.PercentPrice(d("1.3"), d("0.7"), 0));

        assertThat(average.validate(order, context).passes()).isFalse();
        assertThat(last.validate(order, context).passes()).isTrue();
        assertThat(average.validate(order, context.withReferencePrice(d("100"))).passes())
                .isTrue();
    }

    @Test
    void withoutAMarketPriceNothingIsDecided() {
        OrderCheck check = Rules.of(new Filter.PercentPrice(d("1.3"), d("0.7"), 5))
                .validate(Rules.limit(Side.BUY, "1", "100"), OrderContext.UNKNOWN);

        assertThat(check.passes()).isTrue();
        assertThat(check.undecided()).containsExactly("PERCENT_PRICE");
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, STOP_LOSS, 10, true",
        "BUY, STOP_LOSS, 9, false",
        "BUY, STOP_LOSS_LIMIT, 2001, false",
        "SELL, TAKE_PROFIT, 10, true",
        "SELL, TAKE_PROFIT_LIMIT, 2001, false",
        "SELL, STOP_LOSS, 19, false",
        "SELL, STOP_LOSS_LIMIT, 3000, true",
        "BUY, TAKE_PROFIT, 3001, false",
        "BUY, TAKE_PROFIT_LIMIT, 20, true"
    })
    void trailingDeltaDependsOnWhereTheStopLies(Side side, OrderType type, long delta, boolean passes) {
        OrderCheck check = Rules.of(TRAILING).validate(Rules.stop(side, type, null, delta), OrderContext.UNKNOWN);

        assertThat(check.passes()).isEqualTo(passes);
        assertThat(broken(check)).allMatch("TRAILING_DELTA trailingDelta"::equals);
    }
}
