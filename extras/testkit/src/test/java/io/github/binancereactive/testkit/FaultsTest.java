/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Each fault as a client sees it. Time is virtual: what is delayed comes when the test says so. */
class FaultsTest {

    private static final String PING = "{\"id\":1,\"method\":\"ping\",\"params\":{\"returnRateLimits\":false}}";
    private static final String ANSWER = "{\"id\":1,\"status\":200,\"result\":{}}";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ExchangeSimulator simulator = ExchangeSimulator.builder()
            .scheduler(time)
            .pingInterval(Duration.ZERO)
            .answer("order.place", request -> "{\"orderId\":1}")
            .answer("POST /api/v3/order", request -> "{\"orderId\":1}")
            .start();
    private final RestClient rest = new RestClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
        time.dispose();
    }

    private RawWebSocket connect() throws IOException {
        return new RawWebSocket(simulator, "?returnRateLimits=false");
    }

    private long usedWeight() throws Exception {
        return rest.get("/api/v3/ping")
                .headers()
                .firstValueAsLong("X-MBX-USED-WEIGHT-1M")
                .orElseThrow();
    }

    @Test
    void resetBeforeAndAfterTheAnswer() throws Exception {
        simulator.inject(Fault.resetBeforeAnswer().on("order.place"));
        try (RawWebSocket client = connect()) {
            client.send("{\"id\":1,\"method\":\"order.place\"}");
            assertThat(client.endsCleanly()).isFalse();
        }
        assertThat(usedWeight()).as("2 for connecting, not carried out").isEqualTo(3);

        simulator.inject(Fault.resetAfterAnswer().on("order.place"));
        try (RawWebSocket client = connect()) {
            client.send("{\"id\":1,\"method\":\"order.place\"}");
            assertThat(client.endsCleanly()).isFalse();
        }
        assertThat(usedWeight()).as("2 for connecting, 1 carried out").isEqualTo(7);
        assertThat(simulator.requests("order.place")).hasSize(2);
        simulator.await(sim -> sim.openConnections() == 0, PATIENCE);
        assertThat(simulator.connections())
                .extracting(SimulatedConnection::closeReason)
                .containsOnly("reset");
    }

    @Test
    void resetOnRest() {
        simulator.inject(Fault.resetAfterAnswer());

        // The JDK's client repeats a GET by itself.
        assertThatThrownBy(() -> rest.post("/api/v3/order", "")).isInstanceOf(IOException.class);
    }

    @Test
    void halfOpenSaysNothingMore() throws Exception {
        simulator.inject(Fault.halfOpen());
        try (RawWebSocket client = connect()) {
            client.send(PING).send(RawWebSocket.PING, new byte[0]).send(PING);
            client.readTimeout(200);
            assertThatThrownBy(client::frame).isInstanceOf(SocketTimeoutException.class);
            assertThat(simulator.connections().get(0).state()).isEqualTo(SimulatedConnection.State.HALF_OPEN);
        }
        try (RawWebSocket other = connect()) {
            assertThat(other.send(PING).text()).isEqualTo(ANSWER);
        }
    }

    @Test
    void delayedAnswersAreOvertaken() throws Exception {
        simulator.inject(Fault.delay(Duration.ofSeconds(3)));
        try (RawWebSocket client = connect()) {
            client.send("{\"id\":7,\"method\":\"time\"}").send(PING);
            assertThat(client.text()).isEqualTo(ANSWER);

            time.advanceTimeBy(Duration.ofSeconds(3));

            assertThat(client.text()).as("the time it had then").contains("\"id\":7", "\"serverTime\":0}");
        }
    }

    @Test
    void delayedOnRest() throws Exception {
        simulator.inject(Fault.delay(Duration.ofSeconds(3)));
        Thread mover = new Thread(() -> {
            try {
                simulator.await(sim -> sim.requests().size() == 1, PATIENCE);
                // The request is recorded a moment before its delay is scheduled.
                simulator.settle();
                time.advanceTimeBy(Duration.ofSeconds(3));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        mover.start();

        assertThat(rest.get("/api/v3/time").body()).isEqualTo("{\"serverTime\":0}");
        mover.join();
    }

    @Test
    void reorderedAnswersComeAfterTheNext() throws Exception {
        simulator.inject(Fault.reorder());
        try (RawWebSocket client = connect()) {
            client.send(PING).send("{\"id\":2,\"method\":\"ping\"}");

            assertThat(client.text()).contains("\"id\":2");
            assertThat(client.text()).isEqualTo(ANSWER);
        }
    }

    @Test
    void duplicatedAndDropped() throws Exception {
        simulator.inject(Fault.duplicate());
        simulator.inject(Fault.drop());
        try (RawWebSocket client = connect()) {
            client.send(PING).send("{\"id\":2,\"method\":\"ping\"}").send("{\"id\":3,\"method\":\"ping\"}");

            assertThat(client.text()).isEqualTo(ANSWER);
            assertThat(client.text()).isEqualTo(ANSWER);
            assertThat(client.text()).contains("\"id\":3");
        }
    }

    @Test
    void garbage() throws Exception {
        simulator.inject(Fault.garbage(), 2);
        try (RawWebSocket client = connect()) {
            assertThat(client.send(PING).text()).isEqualTo("}{ this is not JSON");
        }
        HttpResponse<String> answer = rest.get("/api/v3/time");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("}{ this is not JSON");
    }

    @Test
    void truncated() throws Exception {
        simulator.inject(Fault.truncatedFrame());
        try (RawWebSocket client = connect()) {
            RawWebSocket.Frame frame = client.send(PING).frame();
            assertThat(frame.text()).isEqualTo(ANSWER.substring(0, ANSWER.length() / 2));
            assertThat(client.endsCleanly()).isTrue();
        }
        simulator.inject(Fault.truncatedBody());
        try (RawWebSocket client = connect()) {
            RawWebSocket.Frame frame = client.send(PING).frame();
            assertThat(frame.last()).isTrue();
            assertThat(frame.text()).isEqualTo(ANSWER.substring(0, ANSWER.length() / 2));
            assertThat(client.send(PING).text()).isEqualTo(ANSWER);
        }
        simulator.inject(Fault.truncatedBody());
        assertThatThrownBy(() -> rest.get("/api/v3/time")).isInstanceOf(IOException.class);
    }

    @Test
    void fragmentedAndOversizedAreStillRight() throws Exception {
        simulator.inject(Fault.fragmentedFrame(3), 1);
        simulator.inject(Fault.oversizedFrame(100_000), 1);
        try (RawWebSocket client = connect()) {
            RawWebSocket.Frame first = client.send(PING).frame();
            RawWebSocket.Frame second = client.frame();
            RawWebSocket.Frame third = client.frame();
            assertThat(first.last()).isFalse();
            assertThat(second.opcode()).isEqualTo(RawWebSocket.CONTINUATION);
            assertThat(third.last()).isTrue();
            assertThat(first.text() + second.text() + third.text()).isEqualTo(ANSWER);

            assertThat(client.send(PING).frame().payload()).hasSize(100_000);
        }
        simulator.inject(Fault.fragmentedFrame(3));
        simulator.inject(Fault.oversizedFrame(100_000));
        HttpResponse<String> pieces = rest.get("/api/v3/time");
        assertThat(pieces.body()).isEqualTo("{\"serverTime\":0}");
        assertThat(pieces.headers().firstValue("transfer-encoding")).contains("chunked");
        assertThat(rest.get("/api/v3/time").body()).hasSize(100_000).startsWith("{\"serverTime\":0}  ");
    }

    @Test
    void refusedConnections() throws Exception {
        simulator.inject(Fault.refuseConnections(Duration.ofSeconds(30)));
        try (RawWebSocket client = connect()) {
            client.send(PING);
            assertThat(client.endsCleanly()).isFalse();
        }
        assertThatThrownBy(this::connect).isInstanceOf(IOException.class);

        time.advanceTimeBy(Duration.ofSeconds(30));
        connect().close();
    }

    @Test
    void closed() throws Exception {
        simulator.inject(Fault.close(4000, "because"), 2);
        try (RawWebSocket client = connect()) {
            RawWebSocket.Frame frame = client.send(PING).frame();
            assertThat(frame.closeCode()).isEqualTo(4000);
            assertThat(frame.closeReason()).isEqualTo("because");
        }
        assertThatThrownBy(() -> rest.post("/api/v3/order", "")).isInstanceOf(IOException.class);
    }

    @Test
    void otherStatuses() throws Exception {
        simulator.inject(Fault.status(503, "gone"));
        simulator.inject(Fault.status(500, "{\"code\":-1001,\"msg\":\"Internal error.\"}"));
        simulator.inject(Fault.timeout());
        simulator.inject(Fault.error(400, -2011, "Unknown order sent."));
        try (RawWebSocket client = connect()) {
            assertThat(client.send(PING).text()).startsWith("{\"id\":1,\"status\":503,\"error\":{\"code\":-1000,");
            assertThat(client.send(PING).text())
                    .isEqualTo("{\"id\":1,\"status\":500,\"error\":{\"code\":-1001,\"msg\":\"Internal error.\"}}");
            assertThat(client.send(PING).text()).startsWith("{\"id\":1,\"status\":504,\"error\":{\"code\":-1007,");
            assertThat(client.send(PING).text()).startsWith("{\"id\":1,\"status\":400,\"error\":{\"code\":-2011,");
        }
        simulator.inject(Fault.status(503, "gone"));
        simulator.inject(Fault.timeout());
        assertThat(rest.get("/api/v3/time").body()).isEqualTo("gone");
        assertThat(rest.get("/api/v3/time").body()).startsWith("{\"code\":-1007,");
    }

    @Test
    void rateLimitedAndBanned() throws Exception {
        simulator.inject(Fault.rateLimited(Duration.ofSeconds(7)));
        simulator.inject(Fault.banned(Duration.ofMinutes(2)));
        HttpResponse<String> limited = rest.get("/api/v3/time");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
        assertThat(rest.get("/api/v3/time").statusCode()).isEqualTo(418);

        simulator.inject(Fault.rateLimited(Duration.ofSeconds(7)));
        try (RawWebSocket client = connect()) {
            assertThat(client.send(PING).text()).contains("\"data\":{\"serverTime\":0,\"retryAfter\":7000}");
        }
    }

    @Test
    void strangeIds() throws Exception {
        simulator.inject(Fault.nullId());
        simulator.inject(Fault.unknownId(), 2);
        try (RawWebSocket client = connect()) {
            assertThat(client.send(PING).text()).startsWith("{\"id\":null,\"status\":400,\"error\":{");
            assertThat(client.send(PING).text()).startsWith("{\"id\":9007199254740991,\"status\":200");
            assertThat(client.text()).isEqualTo(ANSWER);
            assertThat(client.ask("\"x\"", "ping")).startsWith("{\"id\":\"nobody-asked\"");
            assertThat(client.text()).startsWith("{\"id\":\"x\"");
        }
    }

    @Test
    void slowDrip() throws Exception {
        simulator.inject(Fault.slowDrip(100));
        try (RawWebSocket client = connect()) {
            client.send(PING);
            simulator.await(sim -> sim.requests().size() == 1, PATIENCE);
            client.readTimeout(100);
            assertThatThrownBy(client::frame).isInstanceOf(SocketTimeoutException.class);
            client.readTimeout(10_000);
            drip();
            assertThat(client.text()).isEqualTo(ANSWER);
            drip();
            assertThat(client.send(PING).text()).as("fast again").isEqualTo(ANSWER);
        }
    }

    /** Each step is scheduled by the one before, on the event loop. */
    private void drip() {
        for (int i = 0; i < 10; i++) {
            time.advanceTimeBy(Duration.ofMillis(100));
            simulator.settle();
        }
    }

    @Test
    void pagesOfOthers() throws Exception {
        simulator.inject(Fault.html403());
        simulator.inject(Fault.redirect("https://example.com/"));
        simulator.inject(Fault.wrongContentType("text/plain"));
        HttpResponse<String> forbidden = rest.get("/api/v3/time");
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.headers().firstValue("content-type")).contains("text/html");
        HttpResponse<String> redirect = rest.get("/api/v3/time");
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().firstValue("location")).contains("https://example.com/");
        HttpResponse<String> mislabelled = rest.get("/api/v3/time");
        assertThat(mislabelled.headers().firstValue("content-type")).contains("text/plain");
        assertThat(mislabelled.body()).isEqualTo("{\"serverTime\":0}");

        simulator.inject(Fault.wrongContentType("text/plain"));
        simulator.inject(Fault.html403());
        try (RawWebSocket client = connect()) {
            assertThat(client.send(PING).frame().opcode()).isEqualTo(RawWebSocket.BINARY);
            assertThat(client.send(PING).text()).startsWith("{\"id\":1,\"status\":403,");
        }
    }

    @Test
    void aMissingPong() throws Exception {
        simulator.inject(Fault.missingPong());
        try (RawWebSocket client = connect()) {
            client.send(RawWebSocket.PING, "one".getBytes(StandardCharsets.US_ASCII));
            client.send(RawWebSocket.PING, "two".getBytes(StandardCharsets.US_ASCII));

            assertThat(client.frame().text()).isEqualTo("two");
        }
    }

    @Test
    void faultsWaitForTheirMethod() throws Exception {
        simulator.inject(Fault.garbage().on("time", "GET /api/v3/time"));
        try (RawWebSocket client = connect()) {
            assertThat(client.send(PING).text()).isEqualTo(ANSWER);
            assertThat(simulator.pendingFaults()).isEqualTo(1);
            assertThat(client.ask("1", "time")).startsWith("}{");
        }
        assertThat(simulator.pendingFaults()).isZero();
    }

    @Test
    void upgradesMeetFaultsThatNameThem() throws Exception {
        simulator.inject(Fault.status(503, "later").on("GET /ws-api/v3"));
        simulator.inject(Fault.html403().on("GET /ws-api/v3"));
        try (RawWebSocket first = connect();
                RawWebSocket second = connect();
                RawWebSocket third = connect()) {
            assertThat(first.status()).isEqualTo(503);
            assertThat(second.status()).isEqualTo(403);
            assertThat(third.status()).isEqualTo(101);
        }
    }

    @Test
    void everyFaultHasAnEffect() {
        assertThat(Fault.class.getPermittedSubclasses())
                .filteredOn(room -> room != Fault.Only.class && room != EventFault.class)
                .hasSize(4)
                .flatExtracting(room -> List.of(room.getPermittedSubclasses()))
                .isNotEmpty()
                .allMatch(kind -> FaultEffects.knows((Class<?>) kind));
    }
}
