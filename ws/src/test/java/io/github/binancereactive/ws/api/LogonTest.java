/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.SessionEndpoints;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.core.model.session.SessionStatus;
import io.github.binancereactive.ws.session.SessionEvent;
import io.github.binancereactive.ws.session.SessionEvent.Type;
import io.github.binancereactive.ws.session.SocketClose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A session that logs on: every socket before it is used, and what requests carry then. */
class LogonTest extends WebSocketApiTestCase {

    private static final String STATUS =
            "{\"apiKey\":\"key-a\",\"authorizedSince\":1,\"connectedSince\":1,\"returnRateLimits\":true,\"serverTime\":2,"
                    + "\"userDataStream\":false}";
    private static final String REFUSED =
            "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action.\"}";
    private static final String BUSY = "{\"code\":-1008,\"msg\":\"Server is currently overloaded.\"}";
    private static final String WRONG_TIME = "{\"code\":-1021,\"msg\":\"Timestamp for this request is outside.\"}";
    private static final String REVOKED = "{\"id\":null,\"status\":401,\"error\":" + REFUSED + "}";

    private final TestKey key = TestKey.ed25519("key-a");
    private final List<SessionEvent> events = new ArrayList<>();

    LogonTest() {
        options = options.withCredentials(key.credentials());
    }

    private FakeRequest expectLogon() {
        FakeRequest logon = exchange.expectRequest("session.logon");
        assertThat(logon.paramNames()).contains("apiKey", "signature", "timestamp");
        return logon;
    }

    private void loggedOn() {
        client().events().subscribe(events::add);
        Recorder<Void> connected = Recorder.of(client().connect());
        connected.assertNothing();
        expectLogon().thenRespond(STATUS);
        connected.assertCompleted();
    }

    private void assertRelies(FakeRequest request) {
        assertThat(request.paramNames()).contains("timestamp").doesNotContain("apiKey", "signature");
    }

    private void assertSignedBy(FakeRequest request, String apiKey) {
        assertThat(request.param("apiKey")).isEqualTo(apiKey);
        assertThat(request.param("signature")).isEqualTo("signed by " + apiKey);
    }

    // --- every new socket ---

    @Test
    void requestsWaitForTheLogonAndThenCarryTheTimestampOnly() {
        Recorder<TestOrder> placed = placeSigned("mine-1");
        Recorder<ServerTime> asked = askTime();
        FakeRequest logon = expectLogon();
        assertSignedBy(logon, "key-a");
        exchange.expectNoRequest();
        logon.thenRespond(STATUS);
        FakeRequest request = exchange.expectRequest("order.place");
        assertThat(request.paramNames()).containsExactly("newClientOrderId", "symbol", "timestamp");
        request.thenRespond(TestOrder.RESULT);
        placed.value();
        FakeRequest time = exchange.expectRequest("time");
        assertThat(time.paramNames()).isEmpty();
        time.thenRespond(FakeRequest.RESULT);
        asked.value();
    }

    @Test
    void logsOnOnlyIfItIsWanted() {
        options = options.withLogon(false);
        connected();
        exchange.expectNoRequest();
        placeSigned("mine-1");
        assertSignedBy(exchange.expectRequest("order.place"), "key-a");
    }

    @Test
    void aReconnectionLogsOnAgain() {
        loggedOn();
        query();
        assertRelies(exchange.expectRequest("order.status"));
        exchange.connection().fail(SocketClose.lost(null));
        pass(BACKOFF);
        expectLogon().thenRespond(STATUS);
        FakeRequest repeat = exchange.expectRequest("order.status");
        assertRelies(repeat);
        assertThat(repeat.connection()).isSameAs(exchange.connection(2));
    }

    @Test
    void aRotationLogsTheSuccessorOnWhileTheOldSocketServes() {
        loggedOn();
        List<Recorder<TestOrder>> placed = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            placed.add(placeSigned("mine-" + i));
        }
        List<FakeRequest> before = exchange.expectRequests(50);
        Recorder<Void> rotated = Recorder.of(client().session().rotate());
        FakeRequest logon = expectLogon();
        assertThat(logon.connection()).isSameAs(exchange.connection(2));
        placed.add(placeSigned("meanwhile"));
        FakeRequest meanwhile = exchange.expectRequest("order.place");
        assertThat(meanwhile.connection()).isSameAs(exchange.connection(1));
        assertRelies(meanwhile);
        rotated.assertNothing();
        logon.thenRespond(STATUS);
        rotated.assertCompleted();
        placed.add(placeSigned("after"));
        FakeRequest after = exchange.expectRequest("order.place");
        assertThat(after.connection()).isSameAs(exchange.connection(2));
        assertRelies(after);
        before.forEach(request -> request.thenRespond(TestOrder.RESULT));
        meanwhile.thenRespond(TestOrder.RESULT);
        after.thenRespond(TestOrder.RESULT);
        placed.forEach(Recorder::value);
        assertThat(statistics().repeated()).isZero();
    }

    @Test
    void aFullTableDoesNotKeepTheSessionFromLoggingOn() {
        options = options.withMaxInFlight(2);
        placeSigned("mine-1");
        placeSigned("mine-2");
        expectLogon().thenRespond(STATUS);
        exchange.expectRequests(2).forEach(this::assertRelies);
    }

    @Test
    void aSocketThatIsLostWhileItLogsOnIsReplaced() {
        Recorder<TestOrder> placed = placeSigned("mine-1");
        expectLogon();
        exchange.connection().fail(SocketClose.lost(null));
        pass(BACKOFF);
        FakeRequest logon = expectLogon();
        assertThat(logon.connection()).isSameAs(exchange.connection(2));
        logon.thenRespond(STATUS);
        exchange.expectRequest("order.place").thenRespond(TestOrder.RESULT);
        placed.value();
    }

    @Test
    void aLogonThatIsNotAnsweredIsTriedOnAnotherSocket() {
        client().session().start();
        expectLogon();
        pass(options.session().prepareTimeout());
        pass(BACKOFF);
        assertThat(expectLogon().connection()).isSameAs(exchange.connection(2));
    }

    // --- refused ---

    @Test
    void aKeyThatIsRefusedEndsTheSession() {
        client().events().subscribe(events::add);
        Recorder<TestOrder> placed = placeSigned("mine-1");
        expectLogon().thenFail(401, REFUSED);
        Throwable closed = placed.error();
        assertThat(closed).isExactlyInstanceOf(ClientClosedException.class);
        assertThat(closed.getCause())
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo(-2015));
        assertThat(client().isDisposed()).isTrue();
        assertThat(events.get(events.size() - 1).cause()).isSameAs(closed.getCause());
    }

    @Test
    void aKeyThatIsRefusedWhileTheOldSocketServesKeepsIt() {
        loggedOn();
        client().session().rotate().subscribe();
        expectLogon().thenFail(401, REFUSED);
        assertThat(client().isDisposed()).isFalse();
        placeSigned("mine-1");
        assertRelies(exchange.expectRequest("order.place"));
        pass(BACKOFF);
        expectLogon().thenRespond(STATUS);
        assertThat(events).extracting(SessionEvent::type).contains(Type.ROTATION_FAILED, Type.ROTATED);
    }

    @Test
    void whatPassesIsTriedAgain() {
        client().session().start();
        expectLogon().thenFail(503, BUSY);
        exchange.expectNoRequest();
        pass(BACKOFF);
        expectLogon().thenRespond(STATUS);
        assertThat(client().session().active()).isNotNull();
    }

    @Test
    void aLogonThatIsRefusedForTheRateIsTriedWhenTheExchangeSays() {
        client().session().start();
        String limited = "{\"code\":-1003,\"msg\":\"?\",\"data\":{\"retryAfter\":5000}}";
        expectLogon().thenFail(429, limited);
        pass(Duration.ofMillis(4999));
        exchange.expectNoRequest();
        pass(Duration.ofMillis(1));
        expectLogon().thenRespond(STATUS);
    }

    /** It names no request: it may be about anything. */
    @Test
    void anErrorWithoutIdWhileLoggingOnDoesNotEndTheSession() {
        client().session().start();
        expectLogon();
        exchange.send("{\"id\":null,\"status\":400,\"error\":{\"code\":-1135,\"msg\":\"Invalid JSON\"}}");
        pass(BACKOFF);
        expectLogon().thenRespond(STATUS);
        assertThat(client().session().active()).isNotNull();
    }

    @Test
    void aLogonThatIsRefusedForItsTimeSetsTheClockOverTheSameSocket() {
        client().session().start();
        expectLogon().thenFail(400, WRONG_TIME);
        FakeRequest time = exchange.expectRequest("time");
        assertThat(time.connection()).isSameAs(exchange.connection(1));
        time.thenRespond("{\"serverTime\":600000}");
        FakeRequest logon = expectLogon();
        assertThat(Long.parseLong(logon.param("timestamp"))).isCloseTo(600_000L, within(2L));
        logon.thenRespond(STATUS);
        assertThat(client().session().active()).isNotNull();
        assertThat(exchange.transport().connections()).hasSize(1);
    }

    @Test
    void aLogonThatIsRefusedForItsTimeTwiceIsTriedLater() {
        client().session().start();
        expectLogon().thenFail(400, WRONG_TIME);
        exchange.expectRequest("time").thenRespond("{\"serverTime\":600000}");
        expectLogon().thenFail(400, WRONG_TIME);
        assertThat(client().isDisposed()).isFalse();
        pass(BACKOFF);
        expectLogon().thenRespond(STATUS);
        assertThat(client().session().active()).isNotNull();
    }

    // --- at run time ---

    @Test
    void loggingOnAtRunTimeHoldsForThisSocketAndTheNext() {
        options = options.withCredentials(null);
        connected();
        assertThatThrownBy(() -> client().exchange(TestOrder.placeSigned("early")))
                .isInstanceOf(IllegalStateException.class);
        Recorder<SessionStatus> logon = Recorder.of(client().logon(key.credentials()));
        expectLogon().thenRespond(STATUS);
        assertThat(logon.value().loggedOn()).isTrue();
        placeSigned("mine-1");
        assertRelies(exchange.expectRequest("order.place"));
        exchange.connection().fail(SocketClose.lost(null));
        pass(BACKOFF);
        expectLogon().thenRespond(STATUS);
        placeSigned("mine-2");
        assertRelies(exchange.expectRequest("order.place"));
    }

    @Test
    void loggingOnAsSomebodyElseChangesOnWhoseBehalfRequestsAreMade() {
        loggedOn();
        TestKey other = TestKey.ed25519("key-b");
        exchange.connection().congest();
        Recorder<TestOrder> queued = placeSigned("of-a");
        Recorder<SessionStatus> logon = Recorder.of(client().logon(other.credentials()));
        Recorder<TestOrder> second = placeSigned("of-a-too");
        exchange.connection().relieve();
        assertRelies(exchange.expectRequest("order.place"));
        FakeRequest change = expectLogon();
        assertSignedBy(change, "key-b");
        assertSignedBy(exchange.expectRequest("order.place"), "key-a");
        change.thenRespond(STATUS);
        logon.value();
        placeSigned("of-b");
        assertRelies(exchange.expectRequest("order.place"));
        queued.assertNothing();
        second.assertNothing();
    }

    @Test
    void aLogonAtRunTimeThatIsRefusedDecidesNothing() {
        loggedOn();
        Recorder<SessionStatus> logon =
                Recorder.of(client().logon(TestKey.ed25519("key-b").credentials()));
        expectLogon().thenFail(401, REFUSED);
        logon.assertError(RejectedException.class);
        assertThat(client().isDisposed()).isFalse();
        placeSigned("mine-1");
        assertSignedBy(exchange.expectRequest("order.place"), "key-a");
        exchange.connection().fail(SocketClose.lost(null));
        pass(BACKOFF);
        assertSignedBy(expectLogon(), "key-a");
    }

    @Test
    void loggingOutHoldsForThisSocketAndTheNext() {
        loggedOn();
        Recorder<SessionStatus> logout = Recorder.of(client().logout());
        FakeRequest request = exchange.expectRequest("session.logout");
        assertThat(request.paramNames()).isEmpty();
        placeSigned("meanwhile");
        assertSignedBy(exchange.expectRequest("order.place"), "key-a");
        request.thenRespond(STATUS.replace("\"key-a\"", "null"));
        assertThat(logout.value().loggedOn()).isFalse();
        placeSigned("mine-1");
        assertSignedBy(exchange.expectRequest("order.place"), "key-a");
        Recorder.of(client().session().rotate()).assertCompleted();
        exchange.expectNoRequest();
    }

    @Test
    void afterALogOutTheClientHasNoKeyButItsOwn() {
        options = options.withCredentials(null);
        Recorder.of(client().logon(key.credentials()));
        expectLogon().thenRespond(STATUS);
        Recorder.of(client().logout());
        exchange.expectRequest("session.logout").thenRespond(STATUS);
        assertThatThrownBy(() -> client().exchange(TestOrder.placeSigned("late")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order.place");
    }

    @Test
    void aDecisionThatOverlapsARotationHoldsForTheSuccessor() {
        loggedOn();
        Recorder<SessionStatus> logout = Recorder.of(client().logout());
        FakeRequest request = exchange.expectRequest("session.logout");
        client().session().rotate().subscribe();
        expectLogon().thenRespond(STATUS);
        assertThat(client().session().active().number()).isEqualTo(2);
        request.thenRespond(STATUS);
        logout.value();
        FakeRequest made = exchange.expectRequest("session.logout");
        assertThat(made.connection()).isSameAs(exchange.connection(2));
        made.thenRespond(STATUS);
        placeSigned("mine-1");
        assertSignedBy(exchange.expectRequest("order.place"), "key-a");
    }

    @Test
    void aDecisionWhileTheSuccessorLogsOnIsMadeUpFor() {
        loggedOn();
        client().session().rotate().subscribe();
        FakeRequest successor = expectLogon();
        Recorder.of(client().logout());
        exchange.expectRequest("session.logout").thenRespond(STATUS);
        successor.thenRespond(STATUS);
        FakeRequest made = exchange.expectRequest("session.logout");
        assertThat(made.connection()).isSameAs(exchange.connection(2));
    }

    @Test
    void theEndpointItselfDoesTheSame() {
        options = options.withLogon(false);
        Recorder.of(client().exchange(Call.of(SessionEndpoints.LOGON)));
        expectLogon().thenRespond(STATUS);
        placeSigned("mine-1");
        assertRelies(exchange.expectRequest("order.place"));
    }

    @Test
    void theStateOfTheConnectionCanBeAskedFor() {
        loggedOn();
        Recorder<SessionStatus> status = Recorder.of(client().status());
        exchange.expectRequest("session.status").thenRespond(STATUS);
        assertThat(status.value().userDataStream()).isFalse();
        Recorder<?> subscriptions = Recorder.of(client().subscriptions());
        exchange.expectRequest("session.subscriptions").thenRespond("[{\"subscriptionId\":1}]");
        assertThat(subscriptions.value())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void subscribingGoesByTheLogonAlone() {
        loggedOn();
        Recorder.of(client().exchange(Call.of(SessionEndpoints.SUBSCRIBE)));
        assertThat(exchange.expectRequest("userDataStream.subscribe").paramNames())
                .isEmpty();
    }

    @Test
    void aViewSignsAlsoWhenTheSessionIsLoggedOn() {
        loggedOn();
        Recorder.of(client().as(TestKey.hmac("key-b").credentials()).exchange(TestOrder.placeSigned("mine-1")));
        assertSignedBy(exchange.expectRequest("order.place"), "key-b");
    }

    // --- revoked ---

    @Test
    void aRevokedKeyIsNoticedAndReliedOnNoMore() {
        loggedOn();
        Recorder<TestOrder> asked = query();
        Recorder<TestOrder> another = query();
        Recorder<TestOrder> placed = placeSigned("mine-1");
        Recorder<ServerTime> time = askTime();
        Recorder<TestOrder> theirs =
                Recorder.of(client().as(TestKey.hmac("key-b").credentials()).exchange(Call.of(TestOrder.QUERY)));
        exchange.expectRequests(5);
        exchange.send(REVOKED);
        asked.assertError(RejectedException.class).hasMessageContaining("-2015");
        another.assertError(RejectedException.class);
        placed.assertNothing();
        time.assertNothing();
        theirs.assertNothing();
        SessionEvent notice = events.get(events.size() - 1);
        assertThat(notice.type()).isEqualTo(Type.NOTICE);
        assertThat(notice.reason()).contains("revoked", "401", "-2015").doesNotContain("key-a");
        assertThat(notice.cause())
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo(-2015));
        query();
        assertSignedBy(exchange.expectRequest("order.status"), "key-a");
        pass(DEADLINE);
        placed.assertError(OutcomeUnknownException.class);
    }

    @Test
    void aRevokedSessionCanBeLoggedOnAgain() {
        loggedOn();
        exchange.send(REVOKED);
        Recorder.of(client().logon(key.credentials()));
        expectLogon().thenRespond(STATUS);
        query();
        assertRelies(exchange.expectRequest("order.status"));
    }

    @Test
    void whatIsLostWithTheEndOfALogonIsToldSo() {
        loggedOn();
        Recorder<SessionStatus> logon = Recorder.of(client().logon(key.credentials()));
        expectLogon();
        exchange.connection().fail(SocketClose.lost(null));
        pass(BACKOFF);
        expectLogon().thenRespond(STATUS); // the session's own
        FakeRequest repeat = expectLogon();
        exchange.connection().fail(SocketClose.lost(null));
        logon.assertError(ConnectionLostException.class);
        assertThat(repeat.connection()).isSameAs(exchange.connection(2));
    }
}
