/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.ws.session.InMemoryConnection;
import io.github.binancereactive.ws.session.SocketClose;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.util.RaceTestUtils;

/**
 * Two threads at one request. However they meet, it ends once, or never after its cancel; it leaves the table; and no
 * order is on the wire twice.
 */
class RequestRacesTest extends WebSocketApiTestCase {

    private static final int ROUNDS = 2000;
    private static final Duration CLOSING = Duration.ofSeconds(2);

    RequestRacesTest() {
        options = options.withSession(
                options.session().withConnectionLimit(new ConnectionLimit(10 * ROUNDS, Duration.ofMinutes(5))));
    }

    private interface Round {
        void run(int number);
    }

    private static void repeat(Round round) {
        for (int i = 0; i < ROUNDS; i++) {
            round.run(i);
        }
    }

    private void assertNothingInFlight() {
        assertThat(statistics().inFlight()).isZero();
    }

    @AfterEach
    void nothingIsWrittenBehindAClose() {
        for (InMemoryConnection connection : exchange.transport().connections()) {
            List<String> wire = connection.wire();
            int close = wire.indexOf("CLOSE 1000");
            assertThat(close < 0 ? List.of() : wire.subList(close + 1, wire.size()))
                    .isEmpty();
        }
    }

    @AfterEach
    void noOrderIsOnTheWireTwice() {
        Set<Long> seen = new HashSet<>();
        for (FakeRequest request : exchange.received()) {
            if (request.method().equals("order.place")) {
                assertThat(seen.add(request.id()))
                        .as("order %s sent once", request.id())
                        .isTrue();
            }
        }
    }

    @Test
    void demandAndCancel() {
        connected();
        repeat(i -> {
            Recorder<ServerTime> asked = Recorder.withoutDemand(time());
            RaceTestUtils.race(() -> asked.request(1), asked::cancel);
            asked.assertNothing();
            assertNothingInFlight();
        });
    }

    @Test
    void demandFromTwoThreads() {
        connected();
        repeat(i -> {
            Recorder<ServerTime> asked = Recorder.withoutDemand(time());
            RaceTestUtils.race(() -> asked.request(1), () -> asked.request(1));
            exchange.expectRequest("time").thenRespond(FakeRequest.RESULT);
            exchange.expectNoRequest();
            asked.value();
        });
    }

    @Test
    void answerAndCancel() {
        repeat(i -> {
            Recorder<ServerTime> asked = askTime();
            FakeRequest request = exchange.expectRequest("time");
            RaceTestUtils.race(() -> request.thenRespond(FakeRequest.RESULT), asked::cancel);
            assertThat(asked.ends()).isLessThanOrEqualTo(1);
            assertNothingInFlight();
        });
        assertThat(statistics().answered() + statistics().cancelled()).isEqualTo(ROUNDS);
    }

    @Test
    void answerAndDeadline() {
        repeat(i -> {
            Recorder<ServerTime> asked = askTime();
            FakeRequest request = exchange.expectRequest("time");
            RaceTestUtils.race(() -> request.thenRespond(FakeRequest.RESULT), () -> pass(DEADLINE.plusMillis(100)));
            assertThat(asked.ends()).isEqualTo(1);
            assertNothingInFlight();
            exchange.connection().trickle();
        });
        assertThat(statistics().answered() + statistics().failed()).isEqualTo(ROUNDS);
    }

    @Test
    void twoAnswers() {
        repeat(i -> {
            Recorder<ServerTime> asked = askTime();
            FakeRequest request = exchange.expectRequest("time");
            InMemoryConnection connection = request.connection();
            RaceTestUtils.race(
                    () -> connection.send(request.answer()),
                    () -> connection.send(request.refusal(400, "{\"code\":-1121,\"msg\":\"?\"}")));
            assertThat(asked.ends()).isEqualTo(1);
        });
        assertThat(statistics().lateOrDuplicate()).isEqualTo(ROUNDS);
    }

    @Test
    void cancelAndWrite() {
        connected();
        InMemoryConnection connection = exchange.connection();
        repeat(i -> {
            connection.congest();
            Recorder<TestOrder> placed = placeOrder("mine");
            RaceTestUtils.race(connection::relieve, placed::cancel);
            placed.assertNothing();
            assertNothingInFlight();
        });
        assertThat(statistics().written()).isEqualTo(connection.texts().size());
        assertThat(statistics().cancelled()).isEqualTo(ROUNDS);
    }

    @Test
    void sendFromTwoThreads() {
        connected();
        repeat(i -> {
            RaceTestUtils.race(this::askTime, this::askTime);
            exchange.expectRequests(2).forEach(request -> request.thenRespond(FakeRequest.RESULT));
            assertNothingInFlight();
        });
    }

    @Test
    void disposeAndDemand() {
        repeat(i -> {
            BinanceWebSocketApiClient one = BinanceWebSocketApiClient.create(options);
            one.session().start();
            Recorder<TestOrder> placed = Recorder.withoutDemand(one.exchange(TestOrder.place("mine")));
            RaceTestUtils.race(one::dispose, () -> placed.request(1));
            assertThat(placed.ends()).isEqualTo(1);
            assertThat(one.statistics().inFlight()).isZero();
            pass(DEADLINE);
        });
        assertThat(exchange.transport().open()).isEmpty();
        exchange.forget();
    }

    @Test
    void lossAndAnswer() {
        repeat(i -> {
            Recorder<TestOrder> placed = placeOrder("mine");
            FakeRequest request = exchange.expectRequest("order.place");
            RaceTestUtils.race(
                    () -> request.thenRespond(TestOrder.RESULT),
                    () -> request.connection().fail(SocketClose.lost(null)));
            assertThat(placed.ends()).isEqualTo(1);
            assertNothingInFlight();
            pass(BACKOFF);
            exchange.expectNoRequest();
        });
        assertThat(exchange.received()).hasSize(ROUNDS);
    }

    @Test
    void lossAndSendOfAnOrder() {
        connected();
        repeat(i -> {
            InMemoryConnection connection = exchange.connection();
            Recorder<TestOrder> placed = Recorder.withoutDemand(order("mine"));
            RaceTestUtils.race(() -> placed.request(1), () -> connection.fail(SocketClose.lost(null)));
            pass(BACKOFF);
            FakeRequest request = exchange.poll();
            if (!placed.isTerminated()) {
                // It was written to the one or the other, or it ended when the first broke.
                request.thenRespond(TestOrder.RESULT);
            }
            assertThat(placed.ends()).isEqualTo(1);
            exchange.expectNoRequest();
            assertNothingInFlight();
        });
    }

    @Test
    void lossAndSendOfAQuery() {
        connected();
        repeat(i -> {
            InMemoryConnection connection = exchange.connection();
            Recorder<ServerTime> asked = Recorder.withoutDemand(time());
            RaceTestUtils.race(() -> asked.request(1), () -> connection.fail(SocketClose.lost(null)));
            pass(BACKOFF);
            FakeRequest request = exchange.pollLast();
            assertThat(request.connection()).isNotSameAs(connection);
            request.thenRespond(FakeRequest.RESULT);
            asked.value();
            assertNothingInFlight();
        });
    }

    @Test
    void lossAndCancel() {
        repeat(i -> {
            Recorder<ServerTime> asked = askTime();
            FakeRequest request = exchange.expectRequest("time");
            RaceTestUtils.race(asked::cancel, () -> request.connection().fail(SocketClose.lost(null)));
            asked.assertNothing();
            assertNothingInFlight();
            pass(BACKOFF);
            exchange.expectNoRequest();
        });
    }

    /** No order may be in doubt because of a rotation: nothing may be written to a socket that is being closed. */
    @Test
    void rotationAndSend() {
        connected();
        repeat(i -> {
            // An exchange that takes its time for the closing handshake.
            exchange.connection().ignoreClose();
            Recorder<TestOrder> placed = Recorder.withoutDemand(order("mine"));
            Recorder<Void> rotated = Recorder.withoutDemand(client().session().rotate());
            RaceTestUtils.race(() -> placed.request(1), () -> rotated.request(1));
            rotated.assertCompleted();
            FakeRequest request = exchange.expectRequest("order.place");
            request.thenRespond(TestOrder.RESULT);
            placed.value();
            pass(CLOSING);
            assertThat(exchange.transport().open()).hasSize(1);
        });
    }

    @Test
    void rotationAndAnswer() {
        repeat(i -> {
            Recorder<TestOrder> placed = placeOrder("mine");
            FakeRequest request = exchange.expectRequest("order.place");
            Recorder<Void> rotated = Recorder.withoutDemand(client().session().rotate());
            RaceTestUtils.race(() -> request.thenRespond(TestOrder.RESULT), () -> rotated.request(1));
            rotated.assertCompleted();
            placed.value();
            assertThat(exchange.transport().open()).hasSize(1);
            pass(CLOSING);
        });
    }

    @Test
    void rotationAndLoss() {
        connected();
        repeat(i -> {
            Recorder<ServerTime> asked = askTime();
            InMemoryConnection connection = exchange.expectRequest("time").connection();
            Recorder<Void> rotated = Recorder.withoutDemand(client().session().rotate());
            RaceTestUtils.race(() -> rotated.request(1), () -> connection.fail(SocketClose.lost(null)));
            pass(BACKOFF);
            rotated.assertCompleted();
            exchange.expectRequest("time").thenRespond(FakeRequest.RESULT);
            asked.value();
            assertThat(exchange.transport().open()).hasSize(1);
        });
    }
}
