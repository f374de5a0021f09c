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
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.trade.Side;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How many orders may be open, and how often one may be amended. */
class CountFiltersTest {

    private static final OrderFacts PLAIN = Rules.limit(Side.BUY, "1", "10");
    private static final OrderFacts ALGO = Rules.stop(Side.SELL, OrderType.STOP_LOSS, "5", null);
    private static final OrderFacts ICEBERG = Rules.iceberg("10", "1");
    private static final OpenOrders THREE = new OpenOrders(3, 3, 3, 3);
    private static final OpenOrders FOUR = new OpenOrders(4, 4, 4, 4);

    static Stream<Arguments> ofTheSymbol() {
        return Stream.of(
                Arguments.of(new Filter.MaxNumOrders(4), PLAIN),
                Arguments.of(new Filter.MaxNumAlgoOrders(4), ALGO),
                Arguments.of(new Filter.MaxNumIcebergOrders(4), ICEBERG));
    }

    @ParameterizedTest
    @MethodSource("ofTheSymbol")
    void theLastPlaceOnASymbolIsFree(Filter filter, OrderFacts order) {
        OrderRules rules = Rules.of(filter);

        assertThat(rules.validate(order, OrderContext.UNKNOWN.withOpenOrders(THREE, OpenOrders.NONE))
                        .passes())
                .isTrue();
        assertThat(rules.validate(order, OrderContext.UNKNOWN.withOpenOrders(FOUR, OpenOrders.NONE))
                        .violations())
                .singleElement()
                .extracting(Violation::filterType)
                .isEqualTo(filter.filterType());
        assertThat(rules.validate(order, OrderContext.UNKNOWN).undecided()).containsExactly(filter.filterType());
    }

    static Stream<Arguments> ofTheExchange() {
        return Stream.of(
                Arguments.of(new Filter.ExchangeMaxNumOrders(4), PLAIN),
                Arguments.of(new Filter.ExchangeMaxNumAlgoOrders(4), ALGO),
                Arguments.of(new Filter.ExchangeMaxNumIcebergOrders(4), ICEBERG));
    }

    @ParameterizedTest
    @MethodSource("ofTheExchange")
    void theLastPlaceOnTheExchangeIsFree(Filter filter, OrderFacts order) {
        OrderRules rules = Rules.of(Rules.symbol(SymbolStatus.TRADING, true), filter);

        assertThat(rules.validate(order, OrderContext.UNKNOWN.withOpenOrders(OpenOrders.NONE, THREE))
                        .passes())
                .isTrue();
        assertThat(broken(rules.validate(order, OrderContext.UNKNOWN.withOpenOrders(OpenOrders.NONE, FOUR))))
                .hasSize(1);
    }

    @Test
    void otherKindsOfOrderDontCount() {
        OrderContext full = OrderContext.UNKNOWN.withOpenOrders(FOUR, FOUR);

        assertThat(Rules.of(new Filter.MaxNumAlgoOrders(4))
                        .validate(PLAIN, full)
                        .passes())
                .isTrue();
        assertThat(Rules.of(new Filter.MaxNumIcebergOrders(4))
                        .validate(ALGO, full)
                        .passes())
                .isTrue();
        assertThat(Rules.of(new Filter.MaxNumOrderLists(4))
                        .validate(PLAIN, full)
                        .passes())
                .isTrue();
    }

    @Test
    void theOrdersOfAListCountTogether() {
        OrderRules rules =
                Rules.of(new Filter.MaxNumOrders(4), new Filter.MaxNumAlgoOrders(4), new Filter.MaxNumOrderLists(4));
        List<OrderFacts> list = List.of(PLAIN, ALGO);

        assertThat(broken(rules.validateList(list, OrderContext.UNKNOWN.withOpenOrders(THREE, OpenOrders.NONE))))
                .containsExactly("MAX_NUM_ORDERS maxNumOrders");
        assertThat(broken(rules.validateList(list, OrderContext.UNKNOWN.withOpenOrders(FOUR, OpenOrders.NONE))))
                .containsExactly(
                        "MAX_NUM_ORDERS maxNumOrders",
                        "MAX_NUM_ALGO_ORDERS maxNumAlgoOrders",
                        "MAX_NUM_ORDER_LISTS maxNumOrderLists");
    }

    @Test
    void listsAreLimitedOnTheExchangeToo() {
        OrderRules rules = Rules.of(Rules.symbol(SymbolStatus.TRADING, true), new Filter.ExchangeMaxNumOrderLists(4));

        assertThat(broken(rules.validateList(
                        List.of(PLAIN, ALGO), OrderContext.UNKNOWN.withOpenOrders(OpenOrders.NONE, FOUR))))
                .containsExactly("EXCHANGE_MAX_NUM_ORDER_LISTS maxNumOrderLists");
    }

    @Test
    void anOrderCanBeAmendedSoOften() {
        OrderRules rules = Rules.of(
                new Filter.MaxNumOrderAmends(2),
                new Filter.LotSize(d("0.5"), d("9"), d("0.1")),
                new Filter.MaxPosition(d("0")));

        assertThat(rules.validateAmend(PLAIN, d("0.6"), OrderContext.UNKNOWN.withAmendments(1)))
                .isEqualTo(new OrderCheck(List.of(), List.of()));
        assertThat(broken(rules.validateAmend(PLAIN, d("0.6"), OrderContext.UNKNOWN.withAmendments(2))))
                .containsExactly("MAX_NUM_ORDER_AMENDS maxNumOrderAmends");
        assertThat(rules.validateAmend(PLAIN, d("0.6"), OrderContext.UNKNOWN).undecided())
                .containsExactly("MAX_NUM_ORDER_AMENDS");
        assertThat(broken(rules.validateAmend(PLAIN, d("0.4"), OrderContext.UNKNOWN.withAmendments(0))))
                .containsExactly("LOT_SIZE quantity");
        assertThat(broken(rules.validateAmend(PLAIN, d("1"), OrderContext.UNKNOWN.withAmendments(0))))
                .containsExactly("amend newQty");
    }
}
