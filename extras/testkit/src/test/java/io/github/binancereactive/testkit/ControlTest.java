/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.BinanceEnvironment;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What a test does to the simulator as a whole. */
class ControlTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void saysWhereItIs() {
        try (ExchangeSimulator simulator = ExchangeSimulator.start()) {
            BinanceEnvironment environment = simulator.environment();

            assertThat(environment.restHosts()).containsExactly(URI.create("http://127.0.0.1:" + simulator.port()));
            assertThat(environment.webSocketApiUris())
                    .containsExactly(URI.create("ws://127.0.0.1:" + simulator.port() + "/ws-api/v3"));
            assertThatThrownBy(simulator::certificate).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void shutdownIsAnnouncedToAllAndFollowsLater() throws Exception {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        try (ExchangeSimulator simulator = ExchangeSimulator.builder()
                        .scheduler(time)
                        .pingInterval(Duration.ZERO)
                        .start();
                RawWebSocket first = new RawWebSocket(simulator);
                RawWebSocket second = new RawWebSocket(simulator)) {
            time.advanceTimeBy(Duration.ofMillis(1770));
            simulator.announceShutdown(Duration.ofSeconds(10));

            for (RawWebSocket client : List.of(first, second)) {
                assertThat(client.text()).isEqualTo("{\"event\":{\"e\":\"serverShutdown\",\"E\":1770}}");
                assertThat(client.ask("1", "ping")).as("until then all is well").contains("200");
            }
            time.advanceTimeBy(Duration.ofSeconds(10));
            assertThat(first.frame().closeCode()).isEqualTo(1001);
            assertThat(second.frame().closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void resetsEverything() throws Exception {
        try (ExchangeSimulator simulator = ExchangeSimulator.start();
                RawWebSocket client = new RawWebSocket(simulator)) {
            simulator.resetConnections();

            assertThat(client.endsCleanly()).isFalse();
            simulator.await(sim -> sim.openConnections() == 0, PATIENCE);
            assertThat(simulator.connections().get(0).toString()).endsWith("CLOSED (reset)");
        }
    }

    /** A connection that has ended is forgotten a moment later. */
    @Test
    void resettingWhatHasJustEndedIsNothing() throws Exception {
        try (ExchangeSimulator simulator = ExchangeSimulator.start();
                RawWebSocket client = new RawWebSocket(simulator)) {
            simulator.await(sim -> sim.openConnections() == 1, PATIENCE);
            simulator.floor().engine((engine, now) -> {
                simulator.resetConnections();
                simulator.resetConnections();
            });

            assertThat(client.endsCleanly()).isFalse();
        }
    }

    @Test
    void halvesWhatIsOpenAndNothingElse() throws Exception {
        try (ExchangeSimulator simulator = ExchangeSimulator.start();
                RawWebSocket client = new RawWebSocket(simulator)) {
            simulator.halfOpen();
            simulator.announceShutdown();
            client.send("{\"id\":1,\"method\":\"ping\"}");
            client.readTimeout(200);

            assertThatThrownBy(client::frame).isInstanceOf(SocketTimeoutException.class);
            try (RawWebSocket other = new RawWebSocket(simulator)) {
                assertThat(other.ask("1", "ping")).contains("200");
            }
            assertThat(simulator.requests()).as("the half-open one is not read").hasSize(1);
        }
    }

    @Test
    void refusesUntilToldOtherwise() throws Exception {
        try (ExchangeSimulator simulator = ExchangeSimulator.start();
                RawWebSocket open = new RawWebSocket(simulator)) {
            simulator.refuseConnections(true);
            assertThatThrownBy(() -> new RawWebSocket(simulator)).isInstanceOf(IOException.class);
            assertThat(open.ask("1", "ping")).contains("200");

            simulator.refuseConnections(false);
            new RawWebSocket(simulator).close();
        }
    }

    @Test
    void closesConnectionsOneByOneOrAll() throws Exception {
        try (ExchangeSimulator simulator = ExchangeSimulator.start();
                RawWebSocket first = new RawWebSocket(simulator);
                RawWebSocket second = new RawWebSocket(simulator)) {
            simulator.connections().get(0).send("{\"event\":{\"e\":\"new\"}}");
            simulator.connections().get(0).close(1011, "");
            assertThat(first.text()).isEqualTo("{\"event\":{\"e\":\"new\"}}");
            assertThat(first.frame().closeCode()).isEqualTo(1011);

            simulator.closeConnections(1012, "restart");
            assertThat(second.frame().closeReason()).isEqualTo("restart");
            assertThat(second.endsCleanly())
                    .as("a peer that says nothing is cut off")
                    .isTrue();
            simulator.await(sim -> sim.openConnections() == 0, PATIENCE);
            assertThat(simulator.connections())
                    .extracting(SimulatedConnection::closeReason)
                    .containsExactly("1011", "1012 restart");
        }
    }

    @Test
    void canBeControlledFromThreadsThatMustNotBlock() throws Exception {
        try (ExchangeSimulator simulator = ExchangeSimulator.start();
                RawWebSocket client = new RawWebSocket(simulator)) {
            Mono.fromRunnable(simulator::resetConnections)
                    .subscribeOn(Schedulers.parallel())
                    .block(PATIENCE);

            assertThat(client.endsCleanly()).isFalse();
        }
    }

    @Test
    void closingFreesEverything() throws Exception {
        ExchangeSimulator simulator = ExchangeSimulator.start();
        RawWebSocket client = new RawWebSocket(simulator);
        client.ask("1", "ping");
        Thread loop = threads().stream().findFirst().orElseThrow();

        simulator.close();
        simulator.close();

        loop.join(PATIENCE.toMillis());
        assertThat(loop.getStackTrace()).as(loop.toString()).isEmpty();
        client.endsCleanly();
        client.close();
        assertThat(simulator.requests()).hasSize(1);
        assertThatThrownBy(() -> new RawWebSocket(simulator)).isInstanceOf(IOException.class);
        simulator.resetConnections();
    }

    /** Those of this test: tests of a class run one after the other. */
    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("exchange-simulator"))
                .filter(Thread::isDaemon)
                .toList();
    }

    @Test
    void aPortInUseIsSaidAtOnce() throws Exception {
        try (ExchangeSimulator simulator = ExchangeSimulator.start()) {
            ExchangeSimulatorBuilder taken = ExchangeSimulator.builder().port(simulator.port());

            assertThatThrownBy(taken::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseInstanceOf(BindException.class);
        }
        for (Thread thread : threads()) {
            thread.join(PATIENCE.toMillis());
        }
        assertThat(threads()).as("that of the second has ended too").isEmpty();
    }

    @Test
    void waitingEnds() {
        try (ExchangeSimulator simulator = ExchangeSimulator.start()) {
            assertThatThrownBy(() -> simulator.await(sim -> false, Duration.ofMillis(20)))
                    .isInstanceOf(TimeoutException.class);
        }
    }
}
