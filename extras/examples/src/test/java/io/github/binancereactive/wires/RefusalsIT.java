/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static io.github.binancereactive.wires.Situation.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.error.RejectionReason;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.AmendOrder;
import io.github.binancereactive.core.request.CancelOrder;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.core.request.OpoOrder;
import io.github.binancereactive.core.request.OrderLeg;
import io.github.binancereactive.core.request.Peg;
import io.github.binancereactive.core.request.Trigger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Why the exchange refused something, told equally by both wires and in terms that a program understands. */
class RefusalsIT {

    private static final String SYMBOL = ReadCalls.SYMBOL;

    static Stream<Arguments> reasons() {
        return Stream.of(
                reason(RejectionReason.INSUFFICIENT_BALANCE, -2010, api -> api.newOrder(limit("100", "50000"))),
                reason(RejectionReason.DUPLICATE_ORDER, -2010, api -> api.newOrder(Traders.order("there"))),
                reason(RejectionReason.WOULD_TAKE, -2010, api -> api.newOrder(maker("0.01", "61000"))),
                reason(RejectionReason.WOULD_TRIGGER_IMMEDIATELY, -2010, api -> api.newOrder(stop("61000"))),
                reason(RejectionReason.MARKET_CLOSED, -1013, api -> api.newOrder(market("OLDUSDT"))),
                reason(RejectionReason.SYMBOL_NOT_PERMITTED, -2010, api -> api.newOrder(market("GRPUSDT"))),
                reason(RejectionReason.OPO_NOT_SUPPORTED, -1013, api -> api.newOrderList(opo())),
                reason(RejectionReason.UNKNOWN_ORDER, -2011, api -> api.cancelOrder(CancelOrder.of(SYMBOL, "not"))),
                reason(RejectionReason.NO_CHANGE, -2038, api -> api.amendOrder(amendTo("0.01"))),
                reason(RejectionReason.AMEND_WOULD_INCREASE, -2038, api -> api.amendOrder(amendTo("0.02"))));
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                filter("PRICE_FILTER", limit("0.01", "50000.001")),
                filter("LOT_SIZE", limit("0.000001", "50000")),
                filter("NOTIONAL", limit("0.00002", "50000")),
                filter("PERCENT_PRICE_BY_SIDE", limit("0.01", "5000")),
                filter("ICEBERG_PARTS", limit("1", "50000").icebergQty(number("0.001"))),
                filter("TRAILING_DELTA", NewOrder.stopLoss(SYMBOL, Side.SELL, number("0.01"), Trigger.trailing(5))),
                filter("MARKET_LOT_SIZE", NewOrder.market(SYMBOL, Side.BUY, number("500"))),
                filter("PERCENT_PRICE", NewOrder.limit("BNBBTC", Side.BUY, number("10"), number("0.005"))),
                filter("MAX_NUM_ALGO_ORDERS", stop("50000")));
    }

    private static Arguments reason(RejectionReason reason, int code, Function<SpotApi, Mono<?>> call) {
        return Arguments.of(reason, code, WireCall.of(reason.name(), call::apply));
    }

    private static Arguments filter(String name, NewOrder order) {
        return Arguments.of(name, WireCall.of(name, api -> api.newOrder(order.clientOrderId("refused"))));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void aReasonIsUnderstood(RejectionReason reason, int code, WireCall call) {
        try (Wires twins = Wires.overTwins()) {
            twins.same(WireCall.of("place", api -> api.newOrder(Traders.order("there"))));

            Reply.Refusal refusal = twins.same(call).refusal();
            assertThat(refusal.reason()).as(refusal.text()).isEqualTo(reason);
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.status()).isEqualTo(400);
            twins.requireEqualRecords();
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aFilterIsNamed(String filter, WireCall call) {
        try (Wires twins = Wires.overTwins()) {
            if (filter.equals("MAX_NUM_ALGO_ORDERS")) {
                twins.same(WireCall.of("fill", api -> Flux.range(0, 5).concatMap(i -> api.newOrder(stop("4900" + i)))));
            }
            Reply.Refusal refusal = twins.same(call).refusal();
            assertThat(refusal.filter()).as(refusal.text()).isEqualTo(filter);
            assertThat(refusal.reason()).isEqualTo(RejectionReason.FILTER_FAILURE);
            twins.requireEqualRecords();
        }
    }

    @Test
    void aPegNeedsABook() {
        try (Wires twins = Wires.overTwins(builder -> builder.liquidity(0))) {
            NewOrder pegged = NewOrder.limit(SYMBOL, Side.BUY, number("0.01"), Peg.primary());
            Reply.Refusal refusal =
                    twins.same(WireCall.of("peg", api -> api.newOrder(pegged))).refusal();

            assertThat(refusal.reason()).as(refusal.text()).isEqualTo(RejectionReason.LIQUIDITY_TOO_LOW_FOR_PEG);
        }
    }

    private static NewOrder limit(String quantity, String price) {
        return NewOrder.limit(SYMBOL, Side.BUY, number(quantity), number(price));
    }

    private static NewOrder maker(String quantity, String price) {
        return NewOrder.limitMaker(SYMBOL, Side.BUY, number(quantity), number(price));
    }

    private static NewOrder stop(String price) {
        return NewOrder.stopLoss(SYMBOL, Side.SELL, number("0.01"), Trigger.at(number(price)));
    }

    private static NewOrder market(String symbol) {
        return NewOrder.market(symbol, Side.BUY, number("1"));
    }

    private static AmendOrder amendTo(String quantity) {
        return AmendOrder.of(SYMBOL, "there", number(quantity));
    }

    private static OpoOrder opo() {
        return OpoOrder.of(limit("0.01", "50000"), OrderLeg.limitMaker(number("70000")));
    }
}
