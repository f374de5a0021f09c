/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static io.github.binancereactive.ws.api.FakeRequest.RESULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.TooManyInFlightException;
import io.github.binancereactive.core.model.general.ServerTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** How long requests wait, and how many may. */
class DeadlinesTest extends WebSocketApiTestCase {

    @Test
    void requestsWaitForTheConnectionAndAreSentInOrder() {
        exchange.keepWaiting();
        List<Recorder<ServerTime>> asked = askTime(100);
        pass(Duration.ofSeconds(9));
        exchange.open();
        List<FakeRequest> requests = exchange.expectRequests(100);
        assertThat(requests).extracting(FakeRequest::id).isSorted();
        requests.forEach(request -> request.thenRespond(RESULT));
        asked.forEach(Recorder::value);
    }

    @Test
    void aRequestThatIsNeverSentEndsAtItsDeadline() {
        exchange.keepWaiting();
        Recorder<ServerTime> asked = askTime();
        Recorder<TestOrder> placed = placeOrder("mine-1");
        pass(DEADLINE.minusMillis(1));
        asked.assertNothing();
        placed.assertNothing();
        pass(Duration.ofMillis(101));
        asked.assertError(DeadlineExceededException.class).hasMessageContaining("could not be sent");
        placed.assertError(DeadlineExceededException.class).hasMessageContaining("could not be sent");
        exchange.open();
        exchange.expectNoRequest();
        assertThat(statistics().failed()).isEqualTo(2);
    }

    @Test
    void aQueryWithoutAnswerEndsAtItsDeadline() {
        Recorder<ServerTime> asked = askTime();
        FakeRequest request = exchange.expectRequest("time");
        pass(DEADLINE.plusMillis(100));
        asked.assertError(DeadlineExceededException.class).hasMessageContaining("no answer");
        request.thenRespond(RESULT);
        asked.assertError(DeadlineExceededException.class);
        assertThat(statistics().lateOrDuplicate()).isEqualTo(1);
    }

    @Test
    void theOutcomeOfAnOrderWithoutAnswerIsUnknown() {
        Recorder<TestOrder> placed = placeOrder("mine-1");
        exchange.expectRequest("order.place");
        pass(DEADLINE.plusMillis(100));
        placed.assertError(OutcomeUnknownException.class);
        assertThat(((OutcomeUnknownException) placed.error()).clientOrderId()).contains("mine-1");
        exchange.expectNoRequest();
    }

    @Test
    void anOrderWithoutClientOrderIdIsKnownByTheOneThatTheClientGaveIt() {
        Recorder<TestOrder> placed = placeOrder(null);
        pass(DEADLINE.plusMillis(100));
        assertThat(((OutcomeUnknownException) placed.error()).clientOrderId()).isNotEmpty();
    }

    @Test
    void eachRequestHasADeadlineOfItsOwn() {
        List<Recorder<ServerTime>> asked = new ArrayList<>();
        for (int second = 0; second < 10; second++) {
            asked.add(askTime());
            pass(Duration.ofSeconds(1));
        }
        for (int second = 0; second < 10; second++) {
            pass(Duration.ofMillis(100));
            assertThat(asked.stream().filter(Recorder::isTerminated)).hasSize(second + 1);
            pass(Duration.ofMillis(900));
        }
    }

    @Test
    void aShortDeadlineIsKeptToo() {
        options = options.withRequestTimeout(Duration.ofMillis(40));
        Recorder<ServerTime> asked = askTime();
        pass(Duration.ofMillis(39));
        asked.assertNothing();
        pass(Duration.ofMillis(3));
        asked.assertError(DeadlineExceededException.class);
    }

    @Test
    void nothingTicksWhileNothingIsInFlight() {
        connected();
        askTime();
        exchange.expectRequest("time").thenRespond(RESULT);
        pass(Duration.ofMillis(100));
        long scheduled = time.getScheduledTaskCount();
        pass(Duration.ofSeconds(4));
        assertThat(time.getScheduledTaskCount()).isEqualTo(scheduled);
        Recorder<ServerTime> later = askTime();
        pass(DEADLINE.plusMillis(100));
        later.assertError(DeadlineExceededException.class);
    }

    @Test
    void noMoreThanTheBoundAreInFlight() {
        options = options.withMaxInFlight(3);
        List<Recorder<ServerTime>> asked = askTime(3);
        Recorder<ServerTime> tooMany = askTime();
        tooMany.assertError(TooManyInFlightException.class).hasMessageContaining("3");
        List<FakeRequest> requests = exchange.expectRequests(3);
        requests.get(0).thenRespond(RESULT);
        Recorder<ServerTime> next = askTime();
        exchange.expectRequest("time").thenRespond(RESULT);
        next.value();
        asked.get(1).cancel();
        askTime(2).forEach(Recorder::assertNothing);
        askTime().assertError(TooManyInFlightException.class);
        pass(DEADLINE.plusMillis(100));
        assertThat(statistics().inFlight()).isZero();
    }

    @Test
    void theBoundHoldsWithoutConnection() {
        options = options.withMaxInFlight(2);
        exchange.keepWaiting();
        askTime(2).forEach(Recorder::assertNothing);
        askTime().assertError(TooManyInFlightException.class);
    }

    /** A client keeps its promise that every request ends even when its clock was taken away. */
    @Test
    void aRequestEndsWithoutClock() {
        connected();
        time.dispose();
        Recorder<ServerTime> asked = askTime();
        assertThat(asked.isTerminated()).isTrue();
    }

    @Test
    void aClientWhoseClockWasTakenAwayCanStillBeDisposedOf() {
        VirtualTimeScheduler own = VirtualTimeScheduler.create();
        options = options.withScheduler(own);
        connected();
        own.dispose();
        client().dispose();
        assertThat(client().isDisposed()).isTrue();
        Recorder<Void> ended = Recorder.of(client().session().onEnd());
        ended.assertCompleted();
        assertThat(exchange.transport().open()).isEmpty();
    }
}
