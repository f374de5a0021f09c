/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What one connection of the streams may do, in virtual time over a real socket. */
class StreamLimitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LIST = "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}";

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ExchangeSimulator simulator = ExchangeSimulator.builder()
            .scheduler(time)
            .epoch(StreamTrader.START)
            .liquidity(0)
            .start();

    @AfterEach
    void close() {
        simulator.close();
        time.dispose();
    }

    private SimulatedConnection connection() {
        return simulator.connections().get(0);
    }

    private void received(int messages) throws Exception {
        simulator.await(sim -> connection().messagesReceived() == messages, PATIENCE);
    }

    private static String subscribe(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "\"s" + i + "\"")
                .collect(Collectors.joining(",", "{\"method\":\"SUBSCRIBE\",\"params\":[", "],\"id\":1}"));
    }

    @Test
    void fiveMessagesInAnySecond() throws Exception {
        try (RawWebSocket client = RawWebSocket.streams(simulator, "/ws")) {
            client.send(LIST).send(RawWebSocket.PING, new byte[0]).send(RawWebSocket.PONG, new byte[0]);
            received(3);
            time.advanceTimeBy(Duration.ofMillis(600));
            client.send(LIST).send(LIST);
            received(5);
            time.advanceTimeBy(Duration.ofMillis(400));
            client.send(LIST).send(LIST).send(LIST);
            received(8);
            assertThat(connection().mostMessagesInASecond()).isEqualTo(5);
            assertThat(connection().state()).isEqualTo(SimulatedConnection.State.OPEN);
            time.advanceTimeBy(Duration.ofMillis(599));
            client.send(LIST);

            RawWebSocket.Frame end = client.frame();
            while (end.opcode() != RawWebSocket.CLOSE) {
                end = client.frame();
            }
            assertThat(end.closeCode()).isEqualTo(1008);
            assertThat(end.closeReason()).isEqualTo("Too many requests");
        }
        simulator.await(sim -> sim.openConnections() == 0, PATIENCE);
        assertThat(connection().closeReason()).isEqualTo("1008 Too many requests");
        assertThat(connection().mostMessagesInASecond()).isEqualTo(6);
        assertThat(simulator.requests("LIST_SUBSCRIPTIONS"))
                .as("the last one is not looked at")
                .hasSize(6);
    }

    @Test
    void pongsCountAndAreAnswersToPings() throws Exception {
        try (RawWebSocket client = RawWebSocket.streams(simulator, "/ws")) {
            time.advanceTimeBy(Duration.ofSeconds(20));
            client.send(RawWebSocket.PONG, client.frame().payload());
            simulator.await(sim -> connection().pongsReceived() == 1, PATIENCE);

            assertThat(connection().pingsSent()).isEqualTo(1);
            assertThat(connection().messagesReceived()).isEqualTo(1);
            assertThat(connection().mostMessagesInASecond()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionWithoutPongsEnds() throws Exception {
        try (RawWebSocket client = RawWebSocket.streams(simulator, "/stream")) {
            for (int i = 0; i < 4; i++) {
                assertThat(connection().state()).isEqualTo(SimulatedConnection.State.OPEN);
                time.advanceTimeBy(Duration.ofSeconds(20));
                simulator.settle();
            }
            RawWebSocket.Frame end = client.frame();
            while (end.opcode() == RawWebSocket.PING) {
                end = client.frame();
            }
            assertThat(end.closeReason()).isEqualTo("Pong timeout");
        }
    }

    @Test
    void aDayIsAllThereIs() throws Exception {
        try (ExchangeSimulator quiet = ExchangeSimulator.builder()
                        .scheduler(time)
                        .pingInterval(Duration.ZERO)
                        .start();
                RawWebSocket client = RawWebSocket.streams(quiet, "/stream")) {
            time.advanceTimeBy(Duration.ofHours(24).minusSeconds(1));
            quiet.settle();
            assertThat(quiet.connections().get(0).state()).isEqualTo(SimulatedConnection.State.OPEN);
            time.advanceTimeBy(Duration.ofSeconds(1));

            assertThat(client.frame().closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void aThousandAndTwentyFourStreams() throws Exception {
        try (RawWebSocket client = RawWebSocket.streams(simulator, "/ws")) {
            assertThat(client.send(subscribe(0, 500)).text()).contains("null");
            assertThat(client.send(subscribe(500, 1000)).text()).contains("null");
            assertThat(client.send(subscribe(990, 1024)).text()).contains("null");
            assertThat(connection().subscriptions()).hasSize(1024);

            client.send(subscribe(1024, 1025));

            RawWebSocket.Frame end = client.frame();
            assertThat(end.closeCode()).isEqualTo(1008);
            assertThat(end.closeReason()).isEqualTo("Too many streams");
        }
    }

    @Test
    void aUrlHasTheSameLimit() throws Exception {
        simulator.floor().limits(SimulatedLimits.documented().withStreams(2));
        try (RawWebSocket two = RawWebSocket.streams(simulator, "/ws/a@b/c@d/a@b");
                RawWebSocket three = RawWebSocket.streams(simulator, "/stream?streams=a@b/c@d/e@f")) {
            assertThat(two.status()).isEqualTo(101);
            assertThat(three.status()).isEqualTo(400);
        }
    }

    @Test
    void aThousandStreamsFitIntoAUrl() throws Exception {
        String streams =
                IntStream.range(0, 1024).mapToObj(i -> "symbol" + i + "@trade").collect(Collectors.joining("/"));
        try (RawWebSocket client = RawWebSocket.streams(simulator, "/stream?streams=" + streams)) {
            assertThat(client.status()).isEqualTo(101);
            assertThat(connection().subscriptions()).hasSize(1024);
        }
    }

    @Test
    void aFrameOfMoreThanFourThousandBytesIsNotAnswered() throws Exception {
        try (RawWebSocket client = RawWebSocket.streams(simulator, "/ws")) {
            client.send(padded(4089, 1)).send(padded(4088, 2));

            assertThat(client.text()).isEqualTo("{\"result\":null,\"id\":2}");
            assertThat(connection().subscriptions()).containsExactly("a2");
        }
        assertThat(simulator.requests("SUBSCRIBE")).hasSize(2);
    }

    private static String padded(int bytes, int id) {
        String request = "{\"method\":\"SUBSCRIBE\",\"params\":[\"a" + id + "\"],\"id\":" + id + "}";
        return request + " ".repeat(bytes - request.getBytes(StandardCharsets.UTF_8).length);
    }
}
