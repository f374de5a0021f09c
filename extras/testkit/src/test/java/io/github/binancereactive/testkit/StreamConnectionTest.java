/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.exchange.TimestampUnit;
import io.github.binancereactive.testkit.stream.StreamEvent;
import io.github.binancereactive.testkit.stream.StreamFilter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections to the market data streams: what their URLs ask for, and the form in which events come. */
class StreamConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExchangeSimulator simulator =
            ExchangeSimulator.builder().liquidity(0).start();

    @AfterEach
    void close() {
        simulator.close();
    }

    private SimulatedConnection connection() {
        return simulator.connections().get(0);
    }

    private void publish(String stream) {
        simulator.streams().publish(stream, StreamEvent.rendered(unit -> "{\"E\":" + unit.of(1_234_567) + "}"));
    }

    @ParameterizedTest
    @CsvSource({
        "/ws/made@up, '{\"E\":1234}'",
        "/ws/other@one/made@up, '{\"E\":1234}'",
        "/ws/made@up?timeUnit=MICROSECOND, '{\"E\":1234567}'",
        "/stream?streams=made@up, '{\"stream\":\"made@up\",\"data\":{\"E\":1234}}'",
        "/stream?streams=other@one/made%40up, '{\"stream\":\"made@up\",\"data\":{\"E\":1234}}'",
        "/stream?streams=made@up&timeUnit=microsecond, '{\"stream\":\"made@up\",\"data\":{\"E\":1234567}}'"
    })
    void eventsComeInTheFormOfTheUrl(String target, String expected) throws Exception {
        try (RawWebSocket client = RawWebSocket.streams(simulator, target)) {
            assertThat(connection().subscriptions()).contains("made@up");
            publish("nobody@subscribed");
            publish("made@up");

            assertThat(client.text()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws", "/ws/", "/stream", "/stream?streams=", "/stream?timeUnit=MICROSECOND"})
    void aConnectionMayBeginWithoutStreams(String target) throws Exception {
        try (RawWebSocket client = RawWebSocket.streams(simulator, target)) {
            assertThat(client.status()).isEqualTo(101);
            assertThat(connection().subscriptions()).isEmpty();
        }
    }

    @Test
    void aPlusInTheUrlIsAPlus() throws Exception {
        try (RawWebSocket raw = RawWebSocket.streams(simulator, "/ws/btcusdt@kline_1d@+08:00");
                RawWebSocket combined = RawWebSocket.streams(simulator, "/stream?streams=btcusdt@kline_1d@+08:00")) {
            assertThat(raw.status()).isEqualTo(101);
            assertThat(combined.status()).isEqualTo(101);
            assertThat(simulator.connections())
                    .extracting(each -> each.subscriptions().get(0))
                    .containsOnly("btcusdt@kline_1d@+08:00");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ws/a%20b@trade",
                "/ws/@btcusdt",
                "/stream?streams=btcusdt@trade/%22",
                "/ws/btcusdt@trade?timeUnit=SECOND"
            })
    void aUrlThatIsWrongIsRefused(String target) throws Exception {
        try (RawWebSocket client = RawWebSocket.streams(simulator, target)) {
            assertThat(client.status()).isEqualTo(400);
        }
        assertThat(simulator.connections()).isEmpty();
    }

    @Test
    void anEventIsWrittenOnceForEachUnit() throws Exception {
        Map<TimestampUnit, Integer> written = new ConcurrentHashMap<>();
        try (RawWebSocket first = RawWebSocket.streams(simulator, "/ws/made@up");
                RawWebSocket second = RawWebSocket.streams(simulator, "/ws/made@up");
                RawWebSocket third = RawWebSocket.streams(simulator, "/stream?streams=made@up")) {
            simulator.streams().publish("made@up", StreamEvent.rendered(unit -> {
                written.merge(unit, 1, Integer::sum);
                return "{}";
            }));

            assertThat(first.text()).isEqualTo("{}");
            assertThat(second.text()).isEqualTo("{}");
            assertThat(third.text()).isEqualTo("{\"stream\":\"made@up\",\"data\":{}}");
        }
        assertThat(written).containsExactly(Map.entry(TimestampUnit.MILLISECOND, 1));
    }

    @Test
    void aFilterStandsInTheWayOfEveryEvent() throws Exception {
        simulator.streams().filter((stream, event, next) -> {
            if (stream.equals("twice@up")) {
                next.accept(stream, event);
                next.accept(stream, event);
            }
        });
        try (RawWebSocket client = RawWebSocket.streams(simulator, "/stream?streams=never@up/twice@up")) {
            simulator.streams().publish("never@up", StreamEvent.fixed("1"));
            simulator.streams().publish("twice@up", StreamEvent.fixed("2"));
            simulator.streams().filter(StreamFilter.NONE);
            simulator.streams().publish("never@up", StreamEvent.fixed("3"));

            assertThat(client.text()).isEqualTo("{\"stream\":\"twice@up\",\"data\":2}");
            assertThat(client.text()).isEqualTo("{\"stream\":\"twice@up\",\"data\":2}");
            assertThat(client.text()).isEqualTo("{\"stream\":\"never@up\",\"data\":3}");
        }
    }

    @Test
    void aConnectionThatIsGoneIsSubscribedToNothing() throws Exception {
        RawWebSocket.streams(simulator, "/ws/made@up").close();

        simulator.await(sim -> sim.openConnections() == 0, PATIENCE);
        assertThat(connection().subscriptions()).isEmpty();
    }

    @Test
    void announcesItsShutdownInTheFormOfEachConnection() throws Exception {
        try (RawWebSocket raw = RawWebSocket.streams(simulator, "/ws/btcusdt@trade");
                RawWebSocket combined = RawWebSocket.streams(simulator, "/stream")) {
            simulator.announceShutdown();

            assertThat(raw.text()).matches("\\{\"e\":\"serverShutdown\",\"E\":\\d{13}}");
            assertThat(combined.text())
                    .matches("\\{\"stream\":\"!serverShutdown\",\"data\":"
                            + "\\{\"e\":\"serverShutdown\",\"E\":\\d{13}}}");
        }
    }

    @Test
    void attemptsToConnectAreLimited() throws Exception {
        simulator.floor().limits(SimulatedLimits.documented().withConnections(2));
        try (RawWebSocket first = RawWebSocket.streams(simulator, "/ws");
                RawWebSocket second = RawWebSocket.streams(simulator, "/stream");
                RawWebSocket third = RawWebSocket.streams(simulator, "/ws")) {
            assertThat(first.status()).isEqualTo(101);
            assertThat(second.status()).isEqualTo(101);
            assertThat(third.status()).isEqualTo(429);
        }
        assertThat(simulator.connectionAttempts()).isEqualTo(3);
    }
}
