/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Limits as a client sees them, in virtual time. */
class LimitsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:10Z");

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ExchangeSimulator simulator = ExchangeSimulator.builder()
            .scheduler(time)
            .epoch(START)
            .pingInterval(Duration.ZERO)
            .limits(SimulatedLimits.documented()
                    .withRequestWeight(4)
                    .withConnections(2)
                    .withBanThreshold(1))
            .start();
    private final RestClient client = new RestClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
        time.dispose();
    }

    @Test
    void restGoesFrom429To418AndIsForgiven() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(client.get("/api/v3/ping").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> tooMany = client.get("/api/v3/ping");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Retry-After")).contains("50");
        assertThat(tooMany.headers().firstValue("X-MBX-USED-WEIGHT-1M")).contains("5");
        assertThat(tooMany.body()).contains("-1003", "current limit is 4 request weight per 1 MINUTE");
        assertThat(client.get("/api/v3/ping").statusCode()).isEqualTo(429);

        HttpResponse<String> banned = client.get("/api/v3/ping");
        assertThat(banned.statusCode()).isEqualTo(418);
        assertThat(banned.headers().firstValue("Retry-After")).contains("120");
        assertThat(banned.body()).contains("IP banned until " + (START.toEpochMilli() + 120_000) + ".");
        time.advanceTimeBy(Duration.ofSeconds(119));
        assertThat(client.get("/api/v3/ping").statusCode()).isEqualTo(418);
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(client.get("/api/v3/ping").statusCode()).isEqualTo(200);
    }

    @Test
    void webSocketSaysWhenToRetryAndDisconnectsTheBanned() throws Exception {
        long now = START.toEpochMilli();
        try (RawWebSocket socket = new RawWebSocket(simulator)) {
            socket.ask("1", "ping");
            socket.ask("2", "ping");

            assertThat(socket.ask("3", "ping"))
                    .startsWith("{\"id\":3,\"status\":429,\"error\":{\"code\":-1003,")
                    .contains("\"data\":{\"serverTime\":" + now + ",\"retryAfter\":" + (now + 50_000) + "}}")
                    .contains("\"count\":5}");
            socket.ask("4", "ping");
            assertThat(socket.ask("5", "ping"))
                    .startsWith("{\"id\":5,\"status\":418,")
                    .contains("\"retryAfter\":" + (now + 120_000));
            assertThat(socket.frame().closeCode()).isEqualTo(1008);
        }
        try (RawWebSocket refused = new RawWebSocket(simulator)) {
            assertThat(refused.status()).isEqualTo(418);
        }
    }

    @Test
    void connectionsAreCountedAtTheUpgrade() throws Exception {
        try (RawWebSocket first = new RawWebSocket(simulator);
                RawWebSocket second = new RawWebSocket(simulator)) {
            assertThat(first.status()).isEqualTo(101);
            assertThat(second.status()).isEqualTo(101);
        }
        time.advanceTimeBy(Duration.ofMinutes(1));
        try (RawWebSocket third = new RawWebSocket(simulator)) {
            assertThat(third.status()).isEqualTo(429);
        }
        assertThat(simulator.connectionAttempts()).isEqualTo(3);
        time.advanceTimeBy(Duration.ofSeconds(230));
        try (RawWebSocket fourth = new RawWebSocket(simulator)) {
            assertThat(fourth.status()).isEqualTo(101);
        }
    }
}
