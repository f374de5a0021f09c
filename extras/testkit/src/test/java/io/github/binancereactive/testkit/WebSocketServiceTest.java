/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ExchangeSimulatorExtension.class)
class WebSocketServiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "-5", "9007199254740993", "\"a-B_9\"", "null"})
    void echoesTheId(String id, ExchangeSimulator simulator) throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            assertThat(client.ask(id, "ping"))
                    .startsWith("{\"id\":" + id + ",\"status\":200,\"result\":{},\"rateLimits\":[{");
        }
    }

    @Test
    void acceptsTheVersionBeforeTheMethod(ExchangeSimulator simulator) throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            assertThat(client.ask("1", "v3/time")).contains("serverTime");
        }
        assertThat(simulator.requests("time")).hasSize(1);
    }

    @Test
    void showsUsedWeight(ExchangeSimulator simulator) throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            assertThat(client.ask("1", "ping"))
                    .as("connecting costs 2")
                    .endsWith("\"rateLimits\":[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\","
                            + "\"intervalNum\":1,\"limit\":6000,\"count\":3}]}");
        }
    }

    @Test
    void hidesRateLimitsWhenAskedTo(ExchangeSimulator simulator) throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            client.send("{\"id\":1,\"method\":\"ping\",\"params\":{\"returnRateLimits\":false}}");
            assertThat(client.text()).isEqualTo("{\"id\":1,\"status\":200,\"result\":{}}");
        }
        try (RawWebSocket client = new RawWebSocket(simulator, "?returnRateLimits=false")) {
            assertThat(client.ask("1", "ping")).isEqualTo("{\"id\":1,\"status\":200,\"result\":{}}");
            client.send("{\"id\":1,\"method\":\"ping\",\"params\":{\"returnRateLimits\":true}}");
            assertThat(client.text()).contains("rateLimits");
            assertThat(client.ask("1", "nothing")).doesNotContain("rateLimits");
        }
    }

    @Test
    void tellsTheTimeInMicroseconds(ExchangeSimulator simulator) throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator, "?timeUnit=microsecond")) {
            assertThat(client.ask("1", "time")).containsPattern("\"serverTime\":\\d{16}}");
            simulator.announceShutdown();
            assertThat(client.text()).containsPattern("\"E\":\\d{16}}");
        }
        try (RawWebSocket refused = new RawWebSocket(simulator, "?timeUnit=SECOND")) {
            assertThat(refused.status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nonsense | {\"id\":null,\"status\":400,\"error\":{\"code\":-1135,\"msg\":\"Invalid JSON Request\"}}",
                "[1] | {\"id\":null,\"status\":400,\"error\":{\"code\":-1135,\"msg\":\"Invalid JSON Request\"}}",
                "{\"id\":1,\"method\":\"ping\"} {} | {\"id\":null,\"status\":400,\"error\":{\"code\":-1135,\"msg\":\"Invalid JSON Request\"}}",
                "{\"id\":1.5,\"method\":\"ping\"} | {\"id\":null,\"status\":400,\"error\":{\"code\":-1135,\"msg\":\"Invalid 'id' in JSON request; expected an integer, a string matching '^[a-zA-Z0-9-_]{1,36}$', or null.\"}}",
                "{\"id\":\"a b\",\"method\":\"ping\"} | {\"id\":null,\"status\":400,\"error\":{\"code\":-1135,\"msg\":\"Invalid 'id' in JSON request; expected an integer, a string matching '^[a-zA-Z0-9-_]{1,36}$', or null.\"}}",
                "{\"method\":\"ping\"} | {\"id\":null,\"status\":400,\"error\":{\"code\":-1135,\"msg\":\"Missing required 'id' in JSON request.\"}}",
                "{\"id\":1} | {\"id\":1,\"status\":400,\"error\":{\"code\":-1135,\"msg\":\"Missing required 'method' in JSON request.\"}}",
                "{\"id\":1,\"method\":7} | {\"id\":1,\"status\":400,\"error\":{\"code\":-1135,\"msg\":\"Invalid 'method' in JSON request; expected a string.\"}}",
                "{\"id\":1,\"method\":\"ping\",\"params\":[]} | {\"id\":1,\"status\":400,\"error\":{\"code\":-1135,\"msg\":\"Invalid 'params' in JSON request; expected an object.\"}}",
            })
    void refusesFramesThatAreNoRequests(String frame, String answer, ExchangeSimulator simulator) throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            assertThat(client.send(frame).text()).isEqualTo(answer);
        }
    }

    @Test
    void refusesWrongParameters(ExchangeSimulator simulator) throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            client.send("{\"id\":\"x\",\"method\":\"exchangeInfo\",\"params\":{\"symbls\":[\"BTCUSDT\"]}}");
            assertThat(client.text())
                    .startsWith(
                            "{\"id\":\"x\",\"status\":400,\"error\":{\"code\":-1104,\"msg\":\"Not all sent parameters"
                                    + " were read; read '0' parameter(s) but was sent '1'.\"},\"rateLimits\":[");
        }
    }

    @Test
    void takesTextFramesOnlyAndAlsoInPieces(ExchangeSimulator simulator) throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            client.send(RawWebSocket.BINARY, "{\"id\":1,\"method\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
            assertThat(client.frame().closeCode()).isEqualTo(1003);
        }
    }

    @Test
    void answersPingsAtOnceWithTheirPayload(ExchangeSimulator simulator) throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            client.send(RawWebSocket.PING, new byte[] {1, 2, 3});

            RawWebSocket.Frame pong = client.frame();
            assertThat(pong.opcode()).isEqualTo(RawWebSocket.PONG);
            assertThat(pong.payload()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void answersACloseAndRemembersWhoClosed(ExchangeSimulator simulator) throws Exception {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            client.send(RawWebSocket.CLOSE, new byte[] {3, (byte) 0xE8});

            assertThat(client.frame().closeCode()).isEqualTo(1000);
            assertThat(client.endsCleanly()).isTrue();
        }
        simulator.await(sim -> sim.openConnections() == 0, Duration.ofSeconds(5));
        assertThat(simulator.connections().get(0).closeReason()).isEqualTo("client 1000");
    }

    @Test
    void upgradesAtItsPathOnly(ExchangeSimulator simulator) throws Exception {
        String upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
        try (RawWebSocket elsewhere = new RawWebSocket(simulator, "/ws-api/v4", upgrade);
                RawWebSocket plain = new RawWebSocket(simulator, "/ws-api/v3", "")) {
            assertThat(elsewhere.status()).isEqualTo(404);
            assertThat(plain.status()).isEqualTo(400);
        }
        assertThat(simulator.connections()).isEmpty();
    }

    @Test
    void recordsWhatItReceived(ExchangeSimulator simulator) throws Exception {
        String frame = "{\"id\":\"x\",\"method\":\"exchangeInfo\",\"params\":{\"symbols\":[\"BNBBTC\"],"
                + "\"showPermissionSets\":false}}";
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            client.send(frame).text();
        }

        RecordedRequest request = simulator.requests().get(0);
        assertThat(request.wire()).isEqualTo(Wire.WEBSOCKET);
        assertThat(request.method()).isEqualTo("exchangeInfo");
        assertThat(request.params())
                .containsEntry("symbols", "[\"BNBBTC\"]")
                .containsEntry("showPermissionSets", "false");
        assertThat(request.headers()).containsEntry("upgrade", "websocket");
        assertThat(request.raw()).isEqualTo(frame);
        assertThat(request.id()).isEqualTo("\"x\"");
        assertThat(simulator.connections().get(0).number()).isEqualTo(request.connection());
    }
}
