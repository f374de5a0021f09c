/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static io.github.binancereactive.ws.api.FakeRequest.RESULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.ws.session.SocketClose;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How requests end when the client does. */
class EndOfClientTest extends WebSocketApiTestCase {

    @Test
    void disposeEndsWhatWaitsForAConnection() {
        exchange.keepWaiting();
        Recorder<ServerTime> asked = askTime();
        Recorder<TestOrder> placed = placeOrder("mine-1");
        client().dispose();
        asked.assertError(ClientClosedException.class);
        placed.assertError(ClientClosedException.class);
        exchange.open();
        exchange.expectNoRequest();
    }

    @Test
    void disposeEndsWhatWaitsForAnAnswer() {
        Recorder<ServerTime> asked = askTime();
        Recorder<TestOrder> placed = placeOrder("mine-1");
        List<FakeRequest> requests = exchange.expectRequests(2);
        client().dispose();
        asked.assertError(ClientClosedException.class);
        placed.assertError(OutcomeUnknownException.class).hasCauseInstanceOf(ClientClosedException.class);
        assertThat(((OutcomeUnknownException) placed.error()).clientOrderId()).contains("mine-1");
        requests.get(0).thenRespond(RESULT);
        asked.assertError(ClientClosedException.class);
    }

    @Test
    void anUnwrittenOrderWasCertainlyNotSent() {
        connected();
        exchange.connection().congest();
        Recorder<TestOrder> placed = placeOrder("mine-1");
        client().dispose();
        placed.assertError(ClientClosedException.class);
        exchange.expectNoRequest();
    }

    @Test
    void afterDisposeACallFailsAtOnce() {
        connected();
        client().dispose();
        askTime().assertError(ClientClosedException.class);
        placeOrder("mine-1").assertError(ClientClosedException.class);
        Recorder.of(client().connect()).assertError(ClientClosedException.class);
        Recorder.of(client().session().rotate()).assertError(ClientClosedException.class);
        assertThat(exchange.transport().connections()).hasSize(1);
    }

    @Test
    void aClientThatWasNeverUsedCanBeDisposedOf() {
        client().dispose();
        client().dispose();
        assertThat(client().isDisposed()).isTrue();
        askTime().assertError(ClientClosedException.class);
        assertThat(exchange.transport().connections()).isEmpty();
    }

    @Test
    void disposeClosesWithAHandshake() {
        connected();
        client().dispose();
        assertThat(exchange.connection().wire()).containsExactly("CLOSE 1000");
    }

    @Test
    void disposeFromWithinAnAnswer() {
        Recorder<TestOrder> placed = placeOrder("mine-1");
        time().subscribe(answer -> client().dispose());
        List<FakeRequest> requests = exchange.expectRequests(2);
        exchange.send(requests.get(1).answer(), requests.get(0).answer(TestOrder.RESULT));
        assertThat(placed.ends()).isEqualTo(1);
        assertThat(client().isDisposed()).isTrue();
    }

    @Test
    void aRequestFromWithinTheErrorOfTheEndFailsToo() {
        Recorder<ServerTime> again = Recorder.of(time().onErrorResume(error -> time()));
        client().dispose();
        again.assertError(ClientClosedException.class);
    }

    @Test
    void aRefusalForGoodEndsWhatWaitsAndSaysWhy() {
        exchange.transport().onConnect(connection -> connection.fail(SocketClose.refused(401, null)));
        Recorder<ServerTime> asked = askTime();
        asked.assertError(ClientClosedException.class).hasCauseInstanceOf(RejectedException.class);
        assertThat(client().isDisposed()).isTrue();
        askTime().assertError(ClientClosedException.class).hasCauseInstanceOf(RejectedException.class);
    }

    @Test
    void connectWaitsForTheConnection() {
        exchange.keepWaiting();
        Recorder<Void> connected = Recorder.of(client().connect());
        connected.assertNothing();
        exchange.open();
        connected.assertCompleted();
        Recorder.of(client().connect()).assertCompleted();
        assertThat(exchange.transport().connections()).hasSize(1);
    }

    @Test
    void connectIsCold() {
        client().connect();
        assertThat(exchange.transport().connections()).isEmpty();
    }

    @Test
    void theCountsAddUp() {
        options = options.withMaxInFlight(10);
        List<Recorder<ServerTime>> asked = askTime(10);
        askTime();
        List<FakeRequest> requests = exchange.expectRequests(10);
        requests.get(0).thenRespond(RESULT);
        requests.get(1).thenFail(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");
        asked.get(2).cancel();
        requests.get(2).thenRespond(RESULT);
        requests.get(3).thenRespond("{\"serverTime\":\"noon\"}");
        pass(DEADLINE.plusMillis(100));
        client().dispose();
        // 10 were taken: 1 answered, 1 refused, 1 cancelled, 1 undecodable, 6 out of time; and one was too many.
        assertThat(statistics()).isEqualTo(new WebSocketApiStatistics(0, 10, 2, 9, 1, 0, 1, 0, 0, 1, 0));
    }

    @Test
    void connectAndRotateSayWhyTheyFail() {
        exchange.transport().onConnect(connection -> connection.fail(SocketClose.refused(401, null)));
        Recorder<Void> first = Recorder.of(client().connect());
        first.assertError(ClientClosedException.class).hasCauseInstanceOf(RejectedException.class);
        Recorder<Void> late = Recorder.of(client().connect());
        late.assertError(ClientClosedException.class).hasCauseInstanceOf(RejectedException.class);
        Recorder<Void> rotated = Recorder.of(client().session().rotate());
        rotated.assertError(ClientClosedException.class).hasCauseInstanceOf(RejectedException.class);
    }
}
