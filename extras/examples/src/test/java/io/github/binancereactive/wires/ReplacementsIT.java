/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static io.github.binancereactive.wires.Situation.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.RejectionReason;
import io.github.binancereactive.core.model.trade.CancelReplaceAnswer;
import io.github.binancereactive.core.model.trade.CancelReplaceMode;
import io.github.binancereactive.core.model.trade.CancelReplaceResult;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.CancelReplace;
import io.github.binancereactive.core.request.NewOrder;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What became of either half of a cancel-replace, told equally by both wires. */
class ReplacementsIT {

    private static final NewOrder CROSSING = NewOrder.limitMaker(
                    ReadCalls.SYMBOL, Side.BUY, number("0.01"), number("70000"))
            .clientOrderId("new");

    private final Wires twins = Wires.overTwins();

    @AfterEach
    void close() {
        twins.requireEqualRecords();
        twins.close();
    }

    @Test
    void bothDone() {
        CancelReplaceAnswer answer = partly("old", Traders.order("new"), CancelReplaceMode.STOP_ON_FAILURE);

        assertThat(answer.complete()).isTrue();
        assertThat(answer.canceled()).isPresent();
        assertThat(answer.placed())
                .get()
                .extracting(order -> order.clientOrderId())
                .isEqualTo("new");
    }

    @Test
    void canceledOnlyIsAnAnswer() {
        CancelReplaceAnswer answer = partly("old", CROSSING, CancelReplaceMode.STOP_ON_FAILURE);

        assertThat(answer.complete()).isFalse();
        assertThat(answer.canceled()).isPresent();
        assertThat(answer.placementRefusal()).get().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(-2010);
            assertThat(RejectionReason.of(refusal.code(), refusal.msg())).isEqualTo(RejectionReason.WOULD_TAKE);
        });
    }

    @Test
    void placedOnlyIsAnAnswer() {
        CancelReplaceAnswer answer = partly("no-such", Traders.order("new"), CancelReplaceMode.ALLOW_FAILURE);

        assertThat(answer.cancelRefusal())
                .get()
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(-2011));
        assertThat(answer.placed()).isPresent();
    }

    @Test
    void nothingDoneIsARefusalThatTellsBothHalves() {
        CancelReplaceAnswer both = nothing("no-such", CROSSING, CancelReplaceMode.ALLOW_FAILURE);
        assertThat(both.cancelResult()).isEqualTo(CancelReplaceResult.FAILURE);
        assertThat(both.cancelRefusal())
                .get()
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(-2011));
        assertThat(both.placementRefusal())
                .get()
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(-2010));

        CancelReplaceAnswer stopped = nothing("no-such", CROSSING, CancelReplaceMode.STOP_ON_FAILURE);
        assertThat(stopped.newOrderResult()).isEqualTo(CancelReplaceResult.NOT_ATTEMPTED);
        assertThat(stopped.placementRefusal()).isEmpty();
    }

    private CancelReplaceAnswer partly(String old, NewOrder order, CancelReplaceMode mode) {
        return replace(old, order, mode).only(CancelReplaceAnswer.class);
    }

    private CancelReplaceAnswer nothing(String old, NewOrder order, CancelReplaceMode mode) {
        Reply.Refusal refusal = replace(old, order, mode).refusal();
        assertThat(refusal.code()).isEqualTo(-2022);
        assertThat(refusal.status()).isEqualTo(400);
        return (CancelReplaceAnswer) Objects.requireNonNull(refusal.detail());
    }

    private Reply replace(String old, NewOrder order, CancelReplaceMode mode) {
        if (twins.restExchange().orders(twins.restExchange().account()).isEmpty()) {
            twins.same(WireCall.of("place", api -> api.newOrder(Traders.order("old"))));
        }
        return twins.same(WireCall.of("replace", api -> api.cancelReplace(CancelReplace.of(old, order, mode))));
    }
}
