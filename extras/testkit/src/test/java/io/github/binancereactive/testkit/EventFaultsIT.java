/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.stream.StreamEvent;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What goes wrong with events, as a bare connection sees it. */
class EventFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String DEPTH = "btcusdt@depth";
    private static final String TRADE = "xyz@trade";

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ExchangeSimulator simulator = start(FaultPlan.none());

    @AfterEach
    void close() {
        simulator.close();
        time.dispose();
    }

    private ExchangeSimulator start(FaultPlan plan) {
        return ExchangeSimulator.builder()
                .scheduler(time)
                .epoch(Instant.EPOCH)
                .pingInterval(Duration.ZERO)
                .liquidity(0)
                .slowReaderLimit(1 << 20)
                .faults(plan)
                .start();
    }

    /** Numbered events. */
    private static void publish(ExchangeSimulator exchange, String stream, int from, int to) {
        for (int i = from; i <= to; i++) {
            exchange.streams().publish(stream, StreamEvent.fixed(Integer.toString(i)));
        }
    }

    private void publish(int from, int to) {
        publish(simulator, TRADE, from, to);
    }

    private RawWebSocket connect(String stream) throws Exception {
        return connect(simulator, stream);
    }

    private static RawWebSocket connect(ExchangeSimulator exchange, String stream) throws Exception {
        int open = exchange.openConnections();
        RawWebSocket client = RawStreams.raw(exchange, stream);
        exchange.await(sim -> sim.openConnections() == open + 1, PATIENCE);
        return client;
    }

    @Test
    void oneEventIsLost() throws Exception {
        try (RawWebSocket client = connect(TRADE)) {
            simulator.inject(Fault.loseEvent(DEPTH));
            simulator.inject(Fault.loseEvent("*@trade"));
            publish(1, 3);

            assertThat(RawStreams.texts(client, 2)).containsExactly("2", "3");
            assertThat(simulator.pendingFaults()).as("waits for its stream").isEqualTo(1);
        }
    }

    @Test
    void oneEventComesTwiceAndTwoAreSwapped() throws Exception {
        try (RawWebSocket client = connect(TRADE)) {
            simulator.inject(Fault.duplicateEvent(TRADE));
            simulator.inject(Fault.swapEvents(TRADE));
            publish(1, 4);

            assertThat(RawStreams.texts(client, 5)).containsExactly("1", "1", "3", "2", "4");
        }
    }

    @Test
    void aBurstIsBrokenOff() throws Exception {
        try (RawWebSocket client = connect(TRADE);
                RawWebSocket other = connect(DEPTH)) {
            simulator.inject(Fault.resetAfterEvents("*@trade", 3));
            publish(1, 2);
            assertThat(RawStreams.texts(client, 2)).containsExactly("1", "2");
            publish(3, 9);

            assertThat(client.endsCleanly()).isFalse();
            publish(simulator, DEPTH, 1, 1);
            assertThat(other.text()).isEqualTo("1");
        }
    }

    @Test
    void oneConnectionIsBrokenOff() throws Exception {
        try (RawWebSocket first = connect(TRADE);
                RawWebSocket second = connect(TRADE)) {
            simulator.connections().get(0).resetAfterEvents(2);
            publish(1, 3);

            assertThat(RawStreams.texts(second, 3)).containsExactly("1", "2", "3");
            assertThat(first.endsCleanly()).isFalse();
            simulator.await(sim -> sim.openConnections() == 1, PATIENCE);
            assertThat(simulator.connections().get(0).closeReason()).isEqualTo("reset");
        }
    }

    @Test
    void aPlanLetsEventsGoWrongAtItsRate() throws Exception {
        FaultPlan plan = FaultPlan.none()
                .with(0.2, Fault.drop().on("SUBSCRIBE"))
                .with(0.1, Fault.loseEvent(TRADE))
                .with(0.1, Fault.duplicateEvent(TRADE));
        assertThat(missing(plan)).isEqualTo(missing(plan)).hasSizeGreaterThan(150);
        assertThat(missing(plan).size()).isCloseTo(200, within(50));
    }

    @Test
    void anotherPlanHoldsFromThenOn() throws Exception {
        try (ExchangeSimulator exchange = start(FaultPlan.none().with(1, Fault.swapEvents(TRADE)));
                RawWebSocket client = connect(exchange, TRADE)) {
            publish(exchange, TRADE, 1, 3);
            exchange.faults(FaultPlan.none());
            publish(exchange, TRADE, 4, 5);
            exchange.faults(FaultPlan.none().with(1, Fault.loseEvent(TRADE)));
            publish(exchange, TRADE, 6, 7);
            exchange.faults(FaultPlan.none());
            publish(exchange, TRADE, 8, 8);

            assertThat(RawStreams.texts(client, 6))
                    .as("the third was held back before")
                    .containsExactly("2", "1", "4", "3", "5", "8");
        }
    }

    private List<Integer> missing(FaultPlan plan) throws Exception {
        try (ExchangeSimulator exchange = start(plan);
                RawWebSocket client = connect(exchange, TRADE)) {
            publish(exchange, TRADE, 1, 2000);
            publish(exchange, DEPTH, 1, 1);
            publish(exchange, TRADE, 2001, 2020);
            List<Integer> missing = new ArrayList<>();
            int expected = 1;
            for (int got = number(client); got <= 2000; got = number(client)) {
                for (; expected < got; expected++) {
                    missing.add(expected);
                }
                expected = got + 1;
            }
            return missing;
        }
    }

    private static int number(RawWebSocket client) throws IOException {
        return Integer.parseInt(client.text());
    }

    @Test
    void acknowledgementsAreWithheld() throws Exception {
        try (RawWebSocket client = connect(DEPTH)) {
            simulator.inject(Fault.drop().on("SUBSCRIBE"));
            simulator.inject(Fault.ignore().on("SUBSCRIBE"));
            client.send("{\"id\":1,\"method\":\"SUBSCRIBE\",\"params\":[\"a@trade\"]}");
            client.send("{\"id\":2,\"method\":\"SUBSCRIBE\",\"params\":[\"b@trade\"]}");
            client.send("{\"id\":3,\"method\":\"LIST_SUBSCRIPTIONS\"}");

            assertThat(client.text())
                    .as("the first was carried out, the second was not")
                    .isEqualTo("{\"result\":[\"btcusdt@depth\",\"a@trade\"],\"id\":3}");
        }
    }

    @Test
    void theEventsOfOneConnectionComeLate() throws Exception {
        try (RawWebSocket late = connect(TRADE);
                RawWebSocket other = connect(TRADE)) {
            SimulatedConnection connection = simulator.connections().get(0);
            connection.delayEvents(Duration.ofSeconds(2));
            publish(1, 2);
            assertThat(RawStreams.texts(other, 2)).containsExactly("1", "2");
            late.send("{\"id\":3,\"method\":\"LIST_SUBSCRIPTIONS\"}");
            assertThat(late.text()).as("answers are in time").contains("\"id\":3");
            late.readTimeout(100);
            assertThatThrownBy(late::frame).isInstanceOf(SocketTimeoutException.class);
            late.readTimeout(10_000);

            time.advanceTimeBy(Duration.ofSeconds(1));
            connection.delayEvents(Duration.ZERO);
            publish(3, 3);
            time.advanceTimeBy(Duration.ofSeconds(1));
            assertThat(RawStreams.texts(late, 3)).as("none overtakes another").containsExactly("1", "2", "3");
            publish(4, 4);
            assertThat(late.text()).isEqualTo("4");
        }
    }

    /** Those of accounts too, while the answers on the same connection are in time. */
    @Test
    void theEventsOfAnAccountComeLate() throws Exception {
        try (RawSession session = new RawSession(simulator)) {
            session.logOn(simulator.account().key(KeyType.ED25519));
            session.ask("userDataStream.subscribe", "{}");
            simulator.connections().get(0).delayEvents(Duration.ofSeconds(2));
            simulator.floor().deposit(simulator.account(), "USDT", "7");

            assertThat(session.ask("ping", "{}").path("status").asInt()).isEqualTo(200);
            time.advanceTimeBy(Duration.ofSeconds(2));
            assertThat(session.next().toString()).contains("\"e\":\"balanceUpdate\"");
        }
    }

    @Test
    void whoDoesNotReadIsCutOff() throws Exception {
        try (RawWebSocket lazy = connect(TRADE);
                RawWebSocket eager = connect(DEPTH)) {
            StreamEvent large = StreamEvent.fixed("\"" + "x".repeat(100_000) + "\"");
            for (int sent = 0; simulator.openConnections() == 2 && sent < 1000; sent++) {
                simulator.streams().publish(TRADE, large);
                simulator.streams().publish(DEPTH, large);
                assertThat(eager.frame().payload()).hasSize(100_002);
                simulator.settle();
            }
            simulator.await(sim -> sim.openConnections() == 1, PATIENCE);
            assertThat(simulator.connections().get(0).closeReason()).isEqualTo("slow reader");
            assertThat(simulator.slowReaders()).isEqualTo(1);
            assertThat(lazy.endsCleanly()).isFalse();
        }
    }

    @Test
    void whatIsNotReadWaits() throws Exception {
        try (RawWebSocket lazy = connect(TRADE);
                RawWebSocket eager = connect(DEPTH)) {
            SimulatedConnection slow = simulator.connections().get(0);
            StreamEvent large = StreamEvent.fixed("\"" + "x".repeat(100_000) + "\"");
            int sent = 0;
            for (; slow.bytesWaiting() < 500_000 && sent < 1000; sent++) {
                simulator.streams().publish(TRADE, large);
                simulator.streams().publish(DEPTH, large);
                assertThat(eager.frame().payload()).hasSize(100_002);
                simulator.settle();
            }
            assertThat(slow.bytesWaiting()).isBetween(500_000L, 1_000_000L);
            assertThat(simulator.connections().get(1).bytesWaiting()).isZero();
            while (sent-- > 0) {
                assertThat(lazy.frame().payload()).hasSize(100_002);
            }
            simulator.settle();
            assertThat(slow.bytesWaiting()).isZero();
        }
    }

    @Test
    void keepsWhatWasPublished() throws Exception {
        simulator.streams().keepEvents(TRADE);
        publish(1, 1);
        time.advanceTimeBy(Duration.ofMillis(1500));
        try (RawWebSocket client = connect(TRADE)) {
            simulator.inject(Fault.loseEvent("*"));
            publish(2, 3);

            assertThat(client.text()).isEqualTo("3");
            assertThat(simulator.streams().published(TRADE))
                    .containsExactly(
                            new PublishedEvent(TRADE, Instant.EPOCH, "1"),
                            new PublishedEvent(TRADE, Instant.ofEpochMilli(1500), "2"),
                            new PublishedEvent(TRADE, Instant.ofEpochMilli(1500), "3"));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.streams().published(DEPTH));
    }

    @Test
    void keepsWhatTheEngineWouldOnlyPublishToSomebody() {
        simulator.streams().keepEvents("btcusdt@trade");
        int trades = simulator.floor().flash("BTCUSDT", 10);

        assertThat(simulator.streams().published("btcusdt@trade")).hasSize(trades);
        assertThat(simulator.streams().published("btcusdt@trade").get(0).json()).contains("\"e\":\"trade\"");
    }

    @Test
    void faultsOfEventsAreNotThoseOfRequests() throws Exception {
        simulator.inject(Fault.loseEvent("*"));
        try (RawWebSocket api = new RawWebSocket(simulator)) {
            assertThat(api.ask("1", "ping")).contains("\"status\":200");
        }
        assertThat(simulator.pendingFaults()).isEqualTo(1);
        EventFault fault = new EventFault.Lose("*");
        assertThatThrownBy(() -> fault.on("ping")).isInstanceOf(UnsupportedOperationException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.resetAfterEvents("*", 0));
    }
}
