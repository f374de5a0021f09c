/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import static io.github.binancereactive.core.filter.Rules.broken;
import static io.github.binancereactive.core.filter.Rules.d;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** All rules together, and rounding. */
class OrderRulesTest {

    private static final Filter.PriceFilter PRICE = new Filter.PriceFilter(d("0.01"), d("1000000"), d("0.05"));
    private static final Filter.LotSize LOT = new Filter.LotSize(d("0.001"), d("9000"), d("0.003"));

    @Test
    void everyFilterThatIsBrokenIsNamed() {
        OrderRules rules = Rules.of(PRICE, LOT, new Filter.MinNotional(d("10"), true, 5));

        OrderCheck check = rules.validate(Rules.limit(Side.BUY, "0.0001", "0.001"), OrderContext.UNKNOWN);

        assertThat(broken(check))
                .containsExactly(
                        "PRICE_FILTER price",
                        "PRICE_FILTER price",
                        "LOT_SIZE quantity",
                        "LOT_SIZE quantity",
                        "MIN_NOTIONAL notional");
        assertThatThrownBy(check::orThrow)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PRICE_FILTER: 'price'")
                .hasMessageContaining("LOT_SIZE: 'quantity'")
                .hasMessageContaining("MIN_NOTIONAL: 'notional'");
    }

    @Test
    void anOrderThatPassesIsLeftAlone() {
        OrderCheck check = Rules.of(PRICE, LOT).validate(Rules.limit(Side.BUY, "3", "5.05"), OrderContext.UNKNOWN);

        assertThatCode(check::orThrow).doesNotThrowAnyException();
    }

    @Test
    void aFilterThatNobodyKnowsIsUndecided() {
        OrderRules rules = Rules.of(new Filter.UnknownFilter("MAX_MOON_PHASE", Map.of("limit", 3L)));

        assertThat(rules.validate(Rules.market(Side.BUY, "1"), OrderContext.UNKNOWN))
                .isEqualTo(new OrderCheck(List.of(), List.of("MAX_MOON_PHASE")));
    }

    @Test
    void aFilterThatComesTwiceCountsOnce() {
        OrderRules rules = Rules.of(LOT).withFilters(List.of(LOT));

        assertThat(broken(rules.validate(Rules.market(Side.BUY, "9003"), OrderContext.UNKNOWN)))
                .containsExactly("LOT_SIZE quantity");
    }

    @Test
    void whatTheSymbolDoesNotTakeIsNamedByItsField() {
        OrderRules rules = Rules.of(Rules.symbol(SymbolStatus.HALT, false));
        OrderFacts everything = new OrderFacts(
                Side.BUY,
                OrderType.STOP_LOSS_LIMIT,
                d("1"),
                d("1"),
                d("1"),
                null,
                10L,
                d("1"),
                true,
                SelfTradePreventionMode.DECREMENT);

        assertThat(broken(rules.validate(everything, OrderContext.UNKNOWN)))
                .containsExactly(
                        "status symbol",
                        "orderTypes type",
                        "icebergAllowed icebergQty",
                        "quoteOrderQtyMarketAllowed quoteOrderQty",
                        "allowTrailingStop trailingDelta",
                        "pegInstructionsAllowed pegPriceType",
                        "allowedSelfTradePreventionModes selfTradePreventionMode");
        assertThat(broken(rules.validateAmend(Rules.limit(Side.BUY, "2", "1"), d("1"), OrderContext.UNKNOWN)))
                .containsExactly("amendAllowed newQty");
    }

    @Test
    void cautiousRoundingIsNeverWorseThanAsked() {
        OrderRules rules = Rules.of(PRICE, LOT);

        OrderFacts buy = rules.normalise(Rules.limit(Side.BUY, "1.0009", "10.09"), Rounding.CAUTIOUS);
        OrderFacts sell = rules.normalise(Rules.limit(Side.SELL, "1.0009", "10.06"), Rounding.CAUTIOUS);

        assertThat(buy.price()).isEqualByComparingTo("10.05");
        assertThat(sell.price()).isEqualByComparingTo("10.10");
        assertThat(buy.quantity()).isEqualByComparingTo("0.999");
        assertThat(sell.quantity()).isEqualByComparingTo("0.999");
    }

    @Test
    void whatFitsKeepsItsDigits() {
        OrderFacts order = Rules.limit(Side.BUY, "3.000", "10.0500");

        assertThat(Rules.of(PRICE, LOT).normalise(order, Rounding.NEAREST)).isEqualTo(order);
    }

    @Test
    void withoutStepsNothingIsRounded() {
        OrderFacts order = Rules.limit(Side.BUY, "1.23456789", "9.87654321");

        assertThat(Rules.of().normalise(order, Rounding.CAUTIOUS)).isEqualTo(order);
    }

    @Test
    void marketOrdersAreRoundedToTheCoarserStep() {
        OrderRules rules = Rules.of(
                new Filter.LotSize(d("0.1"), d("9"), d("0.1")), new Filter.MarketLotSize(d("1"), d("9"), d("1")));

        assertThat(rules.normalise(Rules.market(Side.SELL, "2.75"), Rounding.CAUTIOUS)
                        .quantity())
                .isEqualByComparingTo("2");
        assertThat(rules.normalise(Rules.limit(Side.SELL, "2.75", "1"), Rounding.CAUTIOUS)
                        .quantity())
                .isEqualByComparingTo("2.7");
    }

    @Property
    void whatWasRoundedBreaksNoStep(
            @ForAll @BigRange(min = "1", max = "9000") @Scale(8) BigDecimal quantity,
            @ForAll @BigRange(min = "1", max = "1000000") @Scale(8) BigDecimal price,
            @ForAll Side side) {
        if (side == Side.UNKNOWN) {
            return;
        }
        OrderRules rules = Rules.of(PRICE, LOT);

        OrderFacts rounded = rules.normalise(OrderFacts.limit(side, quantity, price), Rounding.CAUTIOUS);

        assertThat(rules.validate(rounded, OrderContext.UNKNOWN).violations()).isEmpty();
        assertThat(rounded.quantity()).isLessThanOrEqualTo(quantity);
        assertThat(quantity.subtract(rounded.quantity())).isLessThan(LOT.stepSize());
        assertThat(rounded.price().subtract(price).abs()).isLessThan(PRICE.tickSize());
        assertThat(rounded.price().compareTo(price) * (side == Side.BUY ? 1 : -1))
                .isLessThanOrEqualTo(0);
    }
}
