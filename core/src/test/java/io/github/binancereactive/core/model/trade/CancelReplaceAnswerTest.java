/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.Failure;
import io.github.binancereactive.core.error.RateLimitedException;
import io.github.binancereactive.core.error.RejectedException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancelReplaceAnswerTest {

    private static final Refusal REFUSAL = new Refusal(-2011, "Unknown order sent.");
    private static final OrderAck ACK = new OrderAck("BTCUSDT", 11, -1, "new", Instant.EPOCH);
    private static final CanceledOrderList CANCELED = new CanceledOrderList(
            7,
            ContingencyType.OCO,
            ListStatusType.ALL_DONE,
            ListOrderStatus.ALL_DONE,
            "list",
            Instant.EPOCH,
            "BTCUSDT",
            java.util.List.of(),
            java.util.List.of());

    private static CancelReplaceAnswer answer(CancelReplaceResult cancel, CancelReplaceResult place) {
        return new CancelReplaceAnswer(
                cancel, place, cancel == CancelReplaceResult.SUCCESS ? CANCELED : REFUSAL, placement(place));
    }

    private static @Nullable PlacementOutcome placement(CancelReplaceResult result) {
        return switch (result) {
            case SUCCESS -> ACK;
            case NOT_ATTEMPTED -> null;
            default -> REFUSAL;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, SUCCESS, true, true",
        "SUCCESS, FAILURE, false, true",
        "FAILURE, SUCCESS, false, true",
        "FAILURE, FAILURE, false, false",
        "FAILURE, NOT_ATTEMPTED, false, false",
        "UNKNOWN, NOT_ATTEMPTED, false, true", // may stand for something that was done
        "FAILURE, UNKNOWN, false, true"
    })
    void whatWasChanged(CancelReplaceResult cancel, CancelReplaceResult place, boolean complete, boolean changed) {
        CancelReplaceAnswer answer = answer(cancel, place);

        assertThat(answer.complete()).isEqualTo(complete);
        assertThat(answer.changedSomething()).isEqualTo(changed);
    }

    @Test
    void bothHalvesAreTyped() {
        CancelReplaceAnswer done = answer(CancelReplaceResult.SUCCESS, CancelReplaceResult.SUCCESS);
        assertThat(done.canceled()).contains(CANCELED);
        assertThat(done.placed()).contains(ACK);
        assertThat(done.cancelRefusal()).isEmpty();
        assertThat(done.placementRefusal()).isEmpty();

        CancelReplaceAnswer refused = answer(CancelReplaceResult.FAILURE, CancelReplaceResult.FAILURE);
        assertThat(refused.canceled()).isEmpty();
        assertThat(refused.placed()).isEmpty();
        assertThat(refused.cancelRefusal()).contains(REFUSAL);
        assertThat(refused.placementRefusal()).contains(REFUSAL);

        CancelReplaceAnswer stopped = answer(CancelReplaceResult.FAILURE, CancelReplaceResult.NOT_ATTEMPTED);
        assertThat(stopped.placed()).isEmpty();
        assertThat(stopped.placementRefusal()).isEmpty();
    }

    /** On 409, and on 429 when the count of unfilled orders is used up and only the cancellation was carried out. */
    @ParameterizedTest
    @CsvSource({"409", "429", "400"})
    void whatWasChangedIsAResultWhateverTheStatus(int status) {
        CancelReplaceAnswer half = answer(CancelReplaceResult.SUCCESS, CancelReplaceResult.FAILURE);

        assertThat(new Failure(status, -2021, "Order cancel-replace partially failed.", null, half).partialOutcome())
                .isSameAs(half);
    }

    @Test
    void whereNothingWasChangedTheRefusalCarriesBothHalves() {
        CancelReplaceAnswer nothing = answer(CancelReplaceResult.FAILURE, CancelReplaceResult.NOT_ATTEMPTED);
        Failure failure = new Failure(400, -2022, "Order cancel-replace failed.", null, nothing);

        assertThat(failure.partialOutcome()).isNull();
        assertThat(failure.toException("order.cancelReplace", false, "id"))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        rejected -> assertThat(rejected.detail(CancelReplaceAnswer.class))
                                .contains(nothing));
        assertThat(new Failure(429, -2022, "", null, nothing).toException("order.cancelReplace", false, "id"))
                .isInstanceOf(RateLimitedException.class);
    }
}
