/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.ws.session.SocketClose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.test.util.RaceTestUtils;

/** Requests that are refused for their timestamp: the clock is set, and they are sent once more. */
class WrongClockTest extends WebSocketApiTestCase {

    private static final String WRONG_TIME =
            "{\"code\":-1021,\"msg\":\"Timestamp for this request is outside of the recvWindow.\"}";
    private static final Duration ERROR = Duration.ofSeconds(90);

    private final VirtualClock local = new VirtualClock(time);

    WrongClockTest() {
        local.isWrongBy(ERROR);
        options = options.withServerClock(ServerClock.over(local))
                .withCredentials(TestKey.hmac("key-a").credentials());
    }

    private String right() {
        return "{\"serverTime\":" + time.now(TimeUnit.MILLISECONDS) + "}";
    }

    private void assertTimeIsRight(FakeRequest request) {
        long now = time.now(TimeUnit.MILLISECONDS);
        assertThat(Long.parseLong(request.param("timestamp"))).isBetween(now - 2, now + 2);
    }

    @Test
    void anOrderIsSentOnceMoreBecauseItHasNotRun() {
        pass(Duration.ofSeconds(100));
        Recorder<TestOrder> placed = placeSigned("mine-1");
        FakeRequest first = exchange.expectRequest("order.place");
        assertThat(first.param("timestamp")).isEqualTo("190000");
        first.thenFail(400, WRONG_TIME);
        placed.assertNothing();
        exchange.expectRequest("time").thenRespond(right());
        FakeRequest second = exchange.expectRequest("order.place");
        assertTimeIsRight(second);
        assertThat(second.param("newClientOrderId")).isEqualTo("mine-1");
        second.thenRespond(TestOrder.RESULT);
        placed.value();
        assertThat(statistics().repeated()).isEqualTo(1);
        assertThat(statistics().inFlight()).isZero();
    }

    @Test
    void aDuplicateOfTheRefusalIsNoneOfTheSecondAttempt() {
        Recorder<TestOrder> placed = placeSigned("mine-1");
        FakeRequest first = exchange.expectRequest("order.place");
        first.thenFail(400, WRONG_TIME);
        first.thenFail(400, WRONG_TIME);
        exchange.expectRequest("time").thenRespond(right());
        FakeRequest second = exchange.expectRequest("order.place");
        first.thenFail(400, WRONG_TIME);
        placed.assertNothing();
        assertThat(second.id()).isNotEqualTo(first.id());
        second.thenRespond(TestOrder.RESULT);
        placed.value();
        assertThat(statistics().lateOrDuplicate()).isEqualTo(2);
    }

    @Test
    void theSecondRefusalCounts() {
        Recorder<TestOrder> placed = placeSigned("mine-1");
        exchange.expectRequest("order.place").thenFail(400, WRONG_TIME);
        exchange.expectRequest("time").thenRespond(right());
        exchange.expectRequest("order.place").thenFail(400, WRONG_TIME);
        placed.assertError(RejectedException.class).hasMessageContaining("-1021");
        exchange.expectNoRequest();
    }

    @Test
    void manyThatAreRefusedTogetherShareOneQuestion() {
        List<Recorder<TestOrder>> placed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            placed.add(placeSigned("mine-" + i));
        }
        exchange.expectRequests(20).forEach(request -> request.thenFail(400, WRONG_TIME));
        exchange.expectRequest("time").thenRespond(right());
        List<FakeRequest> repeats = exchange.expectRequests(20);
        repeats.forEach(this::assertTimeIsRight);
        repeats.forEach(request -> request.thenRespond(TestOrder.RESULT));
        placed.forEach(Recorder::value);
    }

    @Test
    void theQuestionHasRoomWhenTheTableIsFull() {
        options = options.withMaxInFlight(1);
        Recorder<TestOrder> placed = placeSigned("mine-1");
        exchange.expectRequest("order.place").thenFail(400, WRONG_TIME);
        exchange.expectRequest("time").thenRespond(right());
        exchange.expectRequest("order.place").thenRespond(TestOrder.RESULT);
        placed.value();
    }

    @Test
    void ifTheTimeCanNotBeHadTheRefusalCounts() {
        Recorder<TestOrder> placed = placeSigned("mine-1");
        exchange.expectRequest("order.place").thenFail(400, WRONG_TIME);
        exchange.expectRequest("time").thenFail(400, "{\"code\":-1100,\"msg\":\"?\"}");
        placed.assertError(RejectedException.class).hasMessageContaining("-1021");
        placeSigned("mine-2");
        exchange.expectRequest("order.place").thenFail(400, WRONG_TIME);
        exchange.expectRequest("time").thenRespond(right());
        exchange.expectRequest("order.place");
    }

    @Test
    void theDeadlineIsThatOfTheWholeRequestAndNothingIsLeftOpen() {
        Recorder<TestOrder> placed = placeSigned("mine-1");
        FakeRequest first = exchange.expectRequest("order.place");
        pass(DEADLINE.dividedBy(2));
        first.thenFail(400, WRONG_TIME);
        FakeRequest asked = exchange.expectRequest("time");
        pass(DEADLINE.dividedBy(2).plusMillis(100));
        placed.assertError(DeadlineExceededException.class);
        asked.thenRespond(right());
        exchange.expectNoRequest();
    }

    @Test
    void cancelWhileTheClockIsSetWithdrawsTheRequest() {
        Recorder<TestOrder> placed = placeSigned("mine-1");
        exchange.expectRequest("order.place").thenFail(400, WRONG_TIME);
        placed.cancel();
        assertThat(statistics().inFlight()).isEqualTo(1); // the question
        exchange.expectRequest("time").thenRespond(right());
        exchange.expectNoRequest();
        assertThat(statistics().inFlight()).isZero();
    }

    @Test
    void closingWhileTheClockIsSetEndsTheRequest() {
        Recorder<TestOrder> placed = placeSigned("mine-1");
        exchange.expectRequest("order.place").thenFail(400, WRONG_TIME);
        client().dispose();
        assertThat(placed.ends()).isEqualTo(1);
    }

    @Test
    void aSocketThatIsLostMeanwhileIsNoMatter() {
        Recorder<TestOrder> placed = placeSigned("mine-1");
        exchange.expectRequest("order.place").thenFail(400, WRONG_TIME);
        exchange.expectRequest("time");
        exchange.connection().fail(SocketClose.lost(null));
        pass(BACKOFF);
        exchange.expectRequest("time").thenRespond(right());
        FakeRequest second = exchange.expectRequest("order.place");
        assertThat(second.connection()).isSameAs(exchange.connection(2));
        second.thenRespond(TestOrder.RESULT);
        placed.value();
    }

    @Test
    void aPredecessorThatOwesNothingElseIsLetGo() {
        Recorder<TestOrder> placed = placeSigned("mine-1");
        FakeRequest first = exchange.expectRequest("order.place");
        Recorder.of(client().session().rotate()).assertCompleted();
        first.thenFail(400, WRONG_TIME);
        assertThat(exchange.transport().open()).containsExactly(exchange.connection(2));
        exchange.expectRequest("time").thenRespond(right());
        exchange.expectRequest("order.place").thenRespond(TestOrder.RESULT);
        placed.value();
    }

    @Test
    void aPublicRequestIsRefusedForGood() {
        Recorder<?> asked = askTime();
        exchange.expectRequest("time").thenFail(400, WRONG_TIME);
        asked.assertError(RejectedException.class);
    }

    @Test
    void theClockCanBeSetBeforehand() {
        Recorder<Duration> synced = Recorder.of(client().syncClock());
        exchange.expectRequest("time").thenRespond(right());
        assertThat(synced.value())
                .isBetween(ERROR.negated().minusMillis(2), ERROR.negated().plusMillis(2));
        placeSigned("mine-1");
        assertTimeIsRight(exchange.expectRequest("order.place"));
    }

    @Test
    void refusalAndCancelMeet() {
        for (int i = 0; i < 1000; i++) {
            Recorder<TestOrder> placed = placeSigned("mine-" + i);
            FakeRequest request = exchange.expectRequest("order.place");
            RaceTestUtils.race(() -> request.thenFail(400, WRONG_TIME), placed::cancel);
            assertThat(placed.ends()).isLessThanOrEqualTo(1);
            FakeRequest asked = exchange.poll();
            if (asked != null) {
                asked.thenRespond(right());
            }
            exchange.expectNoRequest();
            assertThat(statistics().inFlight()).isZero();
        }
    }
}
