/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.SimulatedExchange;
import io.github.binancereactive.testkit.stream.LiveMarket;
import io.github.binancereactive.testkit.stream.StreamBoard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What all connections of one simulator share. */
final class Simulation {

    private static final int POLICY_VIOLATION = 1008;
    private static final long NEVER = Long.MIN_VALUE;

    private final SimulatorSettings settings;
    private final SimulatorClock clock;
    private final Changes changes;
    private final Recorder recorder;
    private final Faults faults;
    // Event loop only.
    private final SimulatedExchange exchange;
    // Event loop only.
    private final StreamBoard streams = new StreamBoard();
    // Event loop only.
    private final LiveMarket market;
    // Event loop only.
    private final MarketRunner traders;
    // Event loop only.
    private final EventGate gate;
    private final GroundTruth truth;
    // Event loop only.
    private final Outflow outflow = new Outflow();
    // Event loop only.
    private Runnable whenSubscribed = () -> {};
    // Event loop only: every open socket, of either wire.
    private final Set<SocketGate> sockets = new LinkedHashSet<>();
    // The event loop adds, tests read.
    private final List<SimulatedConnection> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger connectionAttempts = new AtomicInteger();
    // Any thread writes; the event loop reads when it accepts.
    private volatile long refusingUntilMicros = NEVER;

    Simulation(SimulatorSettings settings, SimulatorClock clock, Changes changes) {
        this.settings = settings;
        this.clock = clock;
        this.changes = changes;
        recorder = new Recorder(settings.recording(), changes);
        faults = new Faults(settings.faults(), settings.seed());
        market = new LiveMarket(streams, clock);
        exchange = new SimulatedExchange(settings.exchange(), clock.micros(), market);
        market.open(exchange);
        truth = new GroundTruth(clock, changes);
        gate = new EventGate(truth, new EventFaults(faults, connections));
        streams.filter(gate);
        traders = new MarketRunner(this, settings.market());
    }

    /** Begins, on the event loop, what goes on by itself. */
    void begin() {
        traders.open();
    }

    SimulatorSettings settings() {
        return settings;
    }

    SimulatorClock clock() {
        return clock;
    }

    Changes changes() {
        return changes;
    }

    Recorder recorder() {
        return recorder;
    }

    Faults faults() {
        return faults;
    }

    SimulatedExchange exchange() {
        return exchange;
    }

    StreamBoard streams() {
        return streams;
    }

    LiveMarket market() {
        return market;
    }

    EventGate gate() {
        return gate;
    }

    GroundTruth truth() {
        return truth;
    }

    Outflow outflow() {
        return outflow;
    }

    /** Somebody wants to know when a connection has other subscriptions. */
    void whenSubscribed(Runnable told) {
        whenSubscribed = told;
    }

    void subscribed() {
        whenSubscribed.run();
    }

    MarketRunner traders() {
        return traders;
    }

    Map<String, ScriptedAnswer> answers() {
        return settings.answers();
    }

    Set<SocketGate> sockets() {
        return sockets;
    }

    /** The sockets as they are now, for a loop that closes them. */
    List<SocketGate> allSockets() {
        return new ArrayList<>(sockets);
    }

    List<SimulatedConnection> connections() {
        return connections;
    }

    AtomicInteger connectionAttempts() {
        return connectionAttempts;
    }

    /** Whether a request can be answered the short way: nobody asked to see it or to have it fail. */
    boolean shortWay(String method) {
        return !recorder.on() && faults.none() && !answers().containsKey(method);
    }

    /** A banned address loses its WebSocket connections, once the answer that says so is out. */
    void disconnect(String ip) {
        clock.soon(() -> connections.stream()
                .filter(connection -> connection.ip().equals(ip))
                .forEach(connection -> connection.close(POLICY_VIOLATION, "IP banned")));
    }

    void refuse(Duration duration) {
        refusingUntilMicros = clock.micros() + duration.toNanos() / 1000;
    }

    void refuse(boolean refusing) {
        refusingUntilMicros = refusing ? Long.MAX_VALUE : NEVER;
    }

    boolean refusing() {
        return clock.micros() < refusingUntilMicros;
    }
}
