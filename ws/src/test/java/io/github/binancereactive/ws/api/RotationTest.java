/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static io.github.binancereactive.ws.api.FakeRequest.RESULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.ws.session.SocketClose;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of requests when their socket is replaced. */
class RotationTest extends WebSocketApiTestCase {

    private static final String SERVER_SHUTDOWN = "{\"event\":{\"e\":\"serverShutdown\",\"E\":1770123456789}}";

    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(5);

    @Test
    void aServerShutdownLosesNothingAndRepeatsNothing() {
        List<Recorder<ServerTime>> asked = askTime(100);
        List<Recorder<TestOrder>> placed =
                IntStream.range(0, 100).mapToObj(i -> placeOrder("mine-" + i)).toList();
        exchange.send(SERVER_SHUTDOWN);
        assertThat(exchange.transport().open()).hasSize(2);
        Recorder<ServerTime> later = askTime();
        List<FakeRequest> requests = exchange.expectRequests(201);
        assertThat(requests.get(200).connection()).isSameAs(exchange.connection(2));
        requests.get(200).thenRespond(RESULT);
        later.value();
        for (FakeRequest request : requests.subList(0, 200)) {
            assertThat(request.connection()).isSameAs(exchange.connection(1));
            assertThat(exchange.connection(1).isOpen()).isTrue();
            request.thenRespond(request.method().equals("time") ? RESULT : TestOrder.RESULT);
        }
        asked.forEach(Recorder::value);
        placed.forEach(Recorder::value);
        assertThat(exchange.transport().open()).containsExactly(exchange.connection(2));
        assertThat(exchange.received()).hasSize(201);
        assertThat(statistics().repeated()).isZero();
        assertThat(statistics().inFlight()).isZero();
    }

    @Test
    void theSameEventWithoutEnvelopeRotatesToo() {
        connected();
        exchange.send("{\"e\":\"serverShutdown\",\"E\":1770123456789}");
        assertThat(exchange.transport().connections()).hasSize(2);
    }

    @Test
    void untilTheSuccessorIsOpenRequestsGoToTheOldSocket() {
        connected();
        exchange.keepWaiting();
        exchange.send(SERVER_SHUTDOWN);
        askTime();
        assertThat(exchange.expectRequest("time").connection()).isSameAs(exchange.connection(1));
        exchange.open();
        askTime();
        assertThat(exchange.expectRequest("time").connection()).isSameAs(exchange.connection(2));
    }

    @Test
    void aPredecessorIsClosedOnceAndWithAHandshake() {
        Recorder<ServerTime> asked = askTime();
        FakeRequest request = exchange.expectRequest("time");
        exchange.connection().ignoreClose();
        Recorder.of(client().session().rotate()).assertCompleted();
        request.thenRespond(RESULT);
        asked.value();
        assertThat(exchange.connection(1).wire()).containsOnlyOnce("CLOSE 1000");
        pass(Duration.ofSeconds(2));
        assertThat(exchange.connection(1).isOpen()).isFalse();
        assertThat(exchange.connection(1).wire()).containsOnlyOnce("CLOSE 1000");
    }

    @Test
    void anAnswerAfterTheClosingHandshakeBeganStillCounts() {
        options = options.withSession(options.session().withDrainTimeout(DRAIN_TIMEOUT));
        Recorder<TestOrder> placed = placeOrder("mine-1");
        FakeRequest request = exchange.expectRequest("order.place");
        exchange.connection().ignoreClose();
        Recorder.of(client().session().rotate()).assertCompleted();
        pass(DRAIN_TIMEOUT);
        assertThat(exchange.connection(1).wire()).endsWith("CLOSE 1000");
        request.thenRespond(TestOrder.RESULT);
        placed.value();
    }

    @Test
    void whatADrainedSocketStillOwesIsRepeatedOrUnknown() {
        options = options.withSession(options.session().withDrainTimeout(DRAIN_TIMEOUT));
        Recorder<TestOrder> placed = placeOrder("mine-1");
        Recorder<ServerTime> asked = askTime();
        exchange.expectRequests(2);
        Recorder.of(client().session().rotate()).assertCompleted();
        pass(DRAIN_TIMEOUT.minusMillis(1));
        placed.assertNothing();
        exchange.expectNoRequest();
        pass(Duration.ofMillis(1));
        placed.assertError(OutcomeUnknownException.class);
        FakeRequest repeat = exchange.expectRequest("time");
        assertThat(repeat.connection()).isSameAs(exchange.connection(2));
        repeat.thenRespond(RESULT);
        asked.value();
        assertThat(exchange.connection(1).isOpen()).isFalse();
    }

    @Test
    void givingUpTheLastRequestLetsThePredecessorGo() {
        Recorder<ServerTime> asked = askTime();
        Recorder.of(client().session().rotate()).assertCompleted();
        assertThat(exchange.transport().open()).hasSize(2);
        asked.cancel();
        assertThat(exchange.transport().open()).hasSize(1);
    }

    @Test
    void repeatsGoToTheSuccessorInTheOrderOfTheRequests() {
        options = options.withMaxInFlight(8);
        for (int i = 0; i < 29; i++) {
            askTime();
            exchange.expectRequest("time").thenRespond(RESULT);
        }
        // Their ids run over the end of the table.
        askTime(8);
        exchange.expectRequests(8);
        Recorder.of(client().session().rotate()).assertCompleted();
        exchange.connection(1).fail(SocketClose.lost(null));
        assertThat(exchange.expectRequests(8)).extracting(FakeRequest::id).isSorted();
    }

    /** They would wait for the old network although a better one is there. */
    @Test
    void whatTheOldSocketHasNotWrittenGoesToTheSuccessor() {
        connected();
        exchange.connection().congest();
        Recorder<ServerTime> asked = askTime();
        Recorder<TestOrder> placed = placeOrder("mine-1");
        Recorder.of(client().session().rotate()).assertCompleted();
        List<FakeRequest> requests = exchange.expectRequests(2);
        assertThat(requests).extracting(FakeRequest::connection).containsOnly(exchange.connection(2));
        requests.get(0).thenRespond(RESULT);
        requests.get(1).thenRespond(TestOrder.RESULT);
        asked.value();
        placed.value();
        assertThat(exchange.transport().open()).hasSize(1);
        assertThat(statistics().repeated()).isZero();
    }
}
