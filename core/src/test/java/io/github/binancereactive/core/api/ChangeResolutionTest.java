/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import static io.github.binancereactive.core.api.ScriptedExchange.START;
import static io.github.binancereactive.core.api.ScriptedExchange.list;
import static io.github.binancereactive.core.api.ScriptedExchange.order;
import static io.github.binancereactive.core.api.UnknownRequests.amend;
import static io.github.binancereactive.core.api.UnknownRequests.cancel;
import static io.github.binancereactive.core.api.UnknownRequests.cancelList;
import static io.github.binancereactive.core.api.UnknownRequests.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What became of cancellations and amendments. The request's last moment is five seconds after the start. */
class ChangeResolutionTest {

    private static final String BY_ID = "order.status?symbol=A&orderId=1";
    private static final String BY_NAME = "order.status?symbol=A&origClientOrderId=mine";
    private static final String BY_NEW_NAME = "order.status?symbol=A&origClientOrderId=cancel";
    private static final String LIST = "orderList.status?orderListId=5";

    private final ScriptedExchange exchange = new ScriptedExchange();
    private final AtomicReference<Duration> told = new AtomicReference<>(Duration.ZERO);

    private Resolution resolve(Call<?> call) {
        AtomicReference<@Nullable Resolution> result = new AtomicReference<>();
        OutcomeResolution.over(exchange)
                .withScheduler(exchange.time)
                .resolve(unknown(call, START.plusSeconds(5)))
                .subscribe(what -> {
                    result.set(what);
                    told.set(exchange.elapsed());
                });
        exchange.time.advanceTimeBy(Duration.ofMinutes(3));
        return Objects.requireNonNull(result.get());
    }

    private void assertToldAtOnce() {
        assertThat(told.get()).isZero();
    }

    private void assertToldWhenOver() {
        assertThat(told.get()).isBetween(Duration.ofSeconds(15), Duration.ofMillis(15_010));
    }

    @Test
    void aCanceledOrderWasCanceled() {
        exchange.answer(BY_ID, () -> Mono.just(order("CANCELED", "1", START)));

        assertThat(resolve(cancel().with("orderId", 1))).isInstanceOf(Resolution.Canceled.class);
        assertToldAtOnce();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FILLED", "EXPIRED", "EXPIRED_IN_MATCH", "REJECTED"})
    void anOrderThatEndedByItselfWasNot(String status) {
        exchange.answer(BY_ID, () -> Mono.just(order(status, "1", START)));

        assertThat(resolve(cancel().with("orderId", 1))).isInstanceOf(Resolution.Unchanged.class);
        assertToldAtOnce();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW", "PARTIALLY_FILLED", "PENDING_NEW", "SOMETHING_NEW"})
    void anOpenOrderMayStillBeCanceledForAWhile(String status) {
        exchange.answer(BY_ID, () -> Mono.just(order(status, "1", START)));

        assertThat(resolve(cancel().with("orderId", 1))).isInstanceOf(Resolution.Unchanged.class);
        assertToldWhenOver();
    }

    @Test
    void anOrderMayBeFoundByTheNameOfItsCancellation() {
        exchange.answer(BY_NEW_NAME, () -> Mono.just(order("CANCELED", "1", START)));

        assertThat(resolve(cancel().with("origClientOrderId", "mine"))).isInstanceOf(Resolution.Canceled.class);
        assertThat(exchange.asked).containsExactly(BY_NAME, BY_NEW_NAME);
    }

    @Test
    void doesNotAskForTheOtherNameOnceItIsFound() {
        exchange.answer(BY_NAME, () -> Mono.just(order("CANCELED", "1", START)));

        assertThat(resolve(cancel().with("origClientOrderId", "mine"))).isInstanceOf(Resolution.Canceled.class);
        assertThat(exchange.asked).containsExactly(BY_NAME);
    }

    @Test
    void anOrderThatCannotBeFoundTellsNothing() {
        assertThat(resolve(cancel().with("origClientOrderId", "mine")))
                .isEqualTo(new Resolution.StillUnknown(
                        "the exchange doesn't know the order that was to be changed", null));
        assertToldWhenOver();
    }

    @ParameterizedTest
    @CsvSource({
        // status and quantity now; was to be 2
        "NEW,              2.0, Amended,      true",
        "FILLED,           2.0, Amended,      true",
        "NEW,              3.0, Unchanged,    false",
        "PARTIALLY_FILLED, 3.0, Unchanged,    false",
        "FILLED,           3.0, Unchanged,    true",
        "CANCELED,         3.0, Unchanged,    true",
        "NEW,              1.0, StillUnknown, false",
    })
    void aQuantityTellsAnAmendment(String status, String quantity, String expected, boolean atOnce) {
        exchange.answer(BY_ID, () -> Mono.just(order(status, quantity, START)));

        assertThat(resolve(amend("2").with("orderId", 1)).getClass().getSimpleName())
                .isEqualTo(expected);
        if (atOnce) {
            assertToldAtOnce();
        } else {
            assertToldWhenOver();
        }
    }

    @Test
    void anAmendedOrderMayHaveItsNewName() {
        exchange.answer("order.status?symbol=A&origClientOrderId=amended", () -> Mono.just(order("NEW", "2", START)));

        assertThat(resolve(amend("2").with("origClientOrderId", "mine"))).isInstanceOf(Resolution.Amended.class);
    }

    @Test
    void aListThatEndedByCancellationWasCanceled() {
        exchange.answer(LIST, () -> Mono.just(list("ALL_DONE", START)))
                .answer(BY_ID, () -> Mono.just(order("EXPIRED", "1", START)))
                .answer("order.status?symbol=A&orderId=2", () -> Mono.just(order("CANCELED", "1", START)));

        assertThat(resolve(cancelList().with("orderListId", 5))).isInstanceOf(Resolution.ListCanceled.class);
        assertToldAtOnce();
    }

    @Test
    void aListThatWasFilledWasNotCanceled() {
        exchange.answer(LIST, () -> Mono.just(list("ALL_DONE", START)))
                .answer(BY_ID, () -> Mono.just(order("FILLED", "1", START)))
                .answer("order.status?symbol=A&orderId=2", () -> Mono.just(order("EXPIRED", "1", START)));

        assertThat(resolve(cancelList().with("orderListId", 5))).isInstanceOf(Resolution.ListUnchanged.class);
        assertToldAtOnce();
    }

    @Test
    void anOpenListMayStillBeCanceledForAWhile() {
        exchange.answer("orderList.status?origClientOrderId=list", () -> Mono.just(list("EXECUTING", START)));

        assertThat(resolve(cancelList().with("listClientOrderId", "list")))
                .isInstanceOf(Resolution.ListUnchanged.class);
        assertToldWhenOver();
    }

    @Test
    void aListWhoseOrdersAreNotThereYetIsAskedForAgain() {
        exchange.answer(LIST, () -> Mono.just(list("ALL_DONE", START)))
                .answer(
                        BY_ID,
                        () -> exchange.asked.size() < 4
                                ? ScriptedExchange.none(-2013)
                                : Mono.just(order("CANCELED", "1", START)));

        assertThat(resolve(cancelList().with("orderListId", 5))).isInstanceOf(Resolution.ListCanceled.class);
        assertThat(exchange.asked).containsExactly(LIST, BY_ID, LIST, BY_ID);
    }
}
