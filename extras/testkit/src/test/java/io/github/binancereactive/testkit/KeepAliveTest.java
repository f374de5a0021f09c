/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Pings, pongs and the end of a connection, in virtual time over a real socket. */
class KeepAliveTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ExchangeSimulator simulator =
            ExchangeSimulator.builder().scheduler(time).epoch(START).start();

    @AfterEach
    void close() {
        simulator.close();
        time.dispose();
    }

    private SimulatedConnection connection() {
        return simulator.connections().get(0);
    }

    @Test
    void pingsEveryTwentySecondsWithTheTime() throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            for (int i = 1; i <= 3; i++) {
                time.advanceTimeBy(Duration.ofSeconds(20));

                RawWebSocket.Frame ping = client.frame();
                assertThat(ping.opcode()).isEqualTo(RawWebSocket.PING);
                assertThat(ping.text()).isEqualTo(Long.toString(START.toEpochMilli() + i * 20_000L));
                client.send(RawWebSocket.PONG, ping.payload());
                int answered = i;
                simulator.await(sim -> connection().pongsReceived() == answered, PATIENCE);
            }
        }
        assertThat(connection().pingsSent()).isEqualTo(3);
    }

    @Test
    void endsWhenNoPongCameForAMinute() throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            for (int second = 20; second <= 60; second += 20) {
                time.advanceTimeBy(Duration.ofSeconds(20));
                assertThat(client.frame().opcode()).isEqualTo(RawWebSocket.PING);
            }
            time.advanceTimeBy(Duration.ofSeconds(19));
            assertThat(client.ask("1", "ping")).contains("200");

            time.advanceTimeBy(Duration.ofSeconds(1));

            RawWebSocket.Frame end = client.frame();
            while (end.opcode() == RawWebSocket.PING) {
                end = client.frame();
            }
            assertThat(end.closeCode()).isEqualTo(1008);
            assertThat(end.closeReason()).isEqualTo("Pong timeout");
        }
        simulator.await(sim -> sim.openConnections() == 0, PATIENCE);
        assertThat(connection().closeReason()).isEqualTo("1008 Pong timeout");
    }

    @Test
    void unsolicitedPongsDoNotHelp() throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            time.advanceTimeBy(Duration.ofSeconds(20));
            assertThat(client.frame().opcode()).isEqualTo(RawWebSocket.PING);
            client.send(RawWebSocket.PONG, "other".getBytes(StandardCharsets.US_ASCII));
            client.send(RawWebSocket.PONG, new byte[0]);
            assertThat(client.ask("1", "ping")).contains("200");
            assertThat(connection().pongsReceived()).isZero();

            time.advanceTimeBy(Duration.ofSeconds(60));

            RawWebSocket.Frame end = client.frame();
            while (end.opcode() == RawWebSocket.PING) {
                end = client.frame();
            }
            assertThat(end.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void aLatePongToTheLastPingAnswersTheOnesBefore() throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            time.advanceTimeBy(Duration.ofSeconds(20));
            client.frame();
            time.advanceTimeBy(Duration.ofSeconds(20));
            byte[] second = client.frame().payload();
            client.send(RawWebSocket.PONG, second);
            simulator.await(sim -> connection().pongsReceived() == 1, PATIENCE);

            time.advanceTimeBy(Duration.ofSeconds(50));

            assertThat(client.frame().opcode()).isEqualTo(RawWebSocket.PING);
            assertThat(connection().state()).isEqualTo(SimulatedConnection.State.OPEN);
        }
    }

    @Test
    void endsAfterADay() throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            for (int i = 1; i <= 24 * 180 - 1; i++) {
                time.advanceTimeBy(Duration.ofSeconds(20));
                client.send(RawWebSocket.PONG, client.frame().payload());
                int answered = i;
                simulator.await(sim -> connection().pongsReceived() == answered, PATIENCE);
            }
            assertThat(connection().state()).isEqualTo(SimulatedConnection.State.OPEN);

            time.advanceTimeBy(Duration.ofSeconds(20));

            RawWebSocket.Frame end = client.frame();
            while (end.opcode() == RawWebSocket.PING) {
                end = client.frame();
            }
            assertThat(end.opcode()).isEqualTo(RawWebSocket.CLOSE);
            assertThat(end.closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void canBeToldNotToPing() throws Exception {
        try (ExchangeSimulator silent = ExchangeSimulator.builder()
                        .scheduler(time)
                        .pingInterval(Duration.ZERO)
                        .start();
                RawWebSocket client = new RawWebSocket(silent)) {
            time.advanceTimeBy(Duration.ofHours(1));

            assertThat(client.ask("1", "time")).contains("\"serverTime\":3600000}");
        }
    }
}
