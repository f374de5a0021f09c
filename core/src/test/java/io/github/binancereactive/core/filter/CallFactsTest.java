/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import static io.github.binancereactive.core.filter.Rules.broken;
import static io.github.binancereactive.core.filter.Rules.d;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.core.request.OcoOrder;
import io.github.binancereactive.core.request.OpoOrder;
import io.github.binancereactive.core.request.OrderLeg;
import io.github.binancereactive.core.request.OtoOrder;
import io.github.binancereactive.core.request.OtocoOrder;
import io.github.binancereactive.core.request.Peg;
import io.github.binancereactive.core.request.Trigger;
import org.junit.jupiter.api.Test;

/** The orders in requests, and rules applied to them. */
class CallFactsTest {

    private static final NewOrder BUY = NewOrder.limit("BTCUSDT", Side.BUY, d("2"), d("10"));
    private static final OcoOrder EXIT = OcoOrder.of(
            "BTCUSDT",
            Side.SELL,
            d("2"),
            OrderLeg.limitMaker(d("12")),
            OrderLeg.stopLossLimit(d("8"), Trigger.at(d("9"))));

    @Test
    void anOrderIsWhatItsRequestSays() {
        NewOrder order = NewOrder.stopLossLimit("BTCUSDT", Side.SELL, d("2"), d("8"), Trigger.at(d("9")))
                .trailingDelta(100)
                .icebergQty(d("1"))
                .selfTradePrevention(SelfTradePreventionMode.EXPIRE_BOTH);

        assertThat(OrderFacts.of(order))
                .isEqualTo(new OrderFacts(
                        Side.SELL,
                        OrderType.STOP_LOSS_LIMIT,
                        d("8"),
                        d("2"),
                        null,
                        d("9"),
                        100L,
                        d("1"),
                        false,
                        SelfTradePreventionMode.EXPIRE_BOTH));
        assertThat(OrderFacts.of(NewOrder.marketQuote("BTCUSDT", Side.BUY, d("50"))))
                .isEqualTo(Rules.marketQuote(Side.BUY, "50"));
        assertThat(OrderFacts.of(NewOrder.limit("BTCUSDT", Side.BUY, d("2"), Peg.primary()))
                        .pegged())
                .isTrue();
    }

    @Test
    void bothOrdersOfAPairHaveTheirSideAndQuantityInCommon() {
        assertThat(OrderFacts.of(EXIT.call()))
                .containsExactly(
                        new OrderFacts(
                                Side.SELL, OrderType.LIMIT_MAKER, d("12"), d("2"), null, null, null, null, false, null),
                        new OrderFacts(
                                Side.SELL,
                                OrderType.STOP_LOSS_LIMIT,
                                d("8"),
                                d("2"),
                                null,
                                d("9"),
                                null,
                                null,
                                false,
                                null));
    }

    @Test
    void whatIsPendingFollowsTheWorkingOrder() {
        assertThat(OrderFacts.of(OtoOrder.of(BUY, NewOrder.market("BTCUSDT", Side.SELL, d("1")))
                        .call()))
                .containsExactly(Rules.limit(Side.BUY, "2", "10"), Rules.market(Side.SELL, "1"));
        assertThat(OrderFacts.of(OtocoOrder.of(BUY, EXIT).call()))
                .hasSize(3)
                .extracting(OrderFacts::side)
                .containsExactly(Side.BUY, Side.SELL, Side.SELL);
        assertThat(OrderFacts.of(OpoOrder.of(BUY, OrderLeg.limitMaker(d("11"))).call()))
                .element(1)
                .extracting(OrderFacts::quantity)
                .isNull();
    }

    @Test
    void aCallThatPlacesNothingHasNoOrders() {
        assertThat(OrderFacts.of(Call.of(AccountEndpoints.ACCOUNT))).isEmpty();
    }

    @Test
    void theRulesApplyToEachOrderOfAList() {
        OrderRules rules = Rules.of(new Filter.PriceFilter(d("1"), d("11"), d("0.5")), new Filter.MaxNumOrders(4));
        OrderContext three = OrderContext.UNKNOWN.withOpenOrders(new OpenOrders(3, 0, 0, 0), OpenOrders.NONE);

        assertThat(broken(rules.validate(EXIT.call(), three)))
                .containsExactly("PRICE_FILTER price", "MAX_NUM_ORDERS maxNumOrders");
        assertThat(rules.validate(BUY, three).passes()).isTrue();
    }

    @Test
    void anotherSymbolHasOtherRules() {
        assertThatThrownBy(
                        () -> Rules.of().validate(NewOrder.market("ETHUSDT", Side.BUY, d("1")), OrderContext.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'symbol' is ETHUSDT, and these are the rules of BTCUSDT");
    }

    @Test
    void aRequestIsRoundedAndElseTheSame() {
        OrderRules rules =
                Rules.of(new Filter.PriceFilter(d("1"), d("99"), d("0.5")), new Filter.LotSize(d("0"), d("9"), d("1")));
        NewOrder odd = NewOrder.stopLossLimit("BTCUSDT", Side.BUY, d("2.7"), d("10.4"), Trigger.at(d("9.9")))
                .clientOrderId("mine");

        NewOrder rounded = rules.normalise(odd, Rounding.CAUTIOUS);

        assertThat(rounded).isEqualTo(odd.price(d("10.0")).quantity(d("2")).stopPrice(d("9.5")));
        assertThat(rules.normalise(rounded, Rounding.CAUTIOUS)).isSameAs(rounded);
    }
}
