/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.matching.OrderSnapshot;
import io.github.binancereactive.testkit.replay.Playback;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The exchange in a box: on one loopback port it serves REST, the WebSocket API and the market data streams as the exchange
 * documents them, with its limits, its errors, its pings, and faults on demand.
 *
 * <p>It answers every method of both: orders are matched, balances move, signatures are verified. What the exchange refuses
 * it refuses with the same errors. A {@linkplain ExchangeSimulatorBuilder#answer script} answers in place of it.
 *
 * <p>Thread-safe. Methods that change connections return when it is done; called on a thread that must not block, such as
 * one of Reactor's, they return at once and it is done soon after. One daemon thread serves everything; {@link #close()}
 * ends it.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs">Spot API documentation</a>
 */
public final class ExchangeSimulator implements AutoCloseable {

    private final SimulatorServer server = new SimulatorServer();
    private final Changes changes = new Changes();
    private final boolean tls;
    private final @Nullable SelfSigned selfSigned;
    private final Simulation simulation;
    private final TradingFloor floor;
    private final @Nullable Replay replay;
    private final SimulatedStreams streams;
    private final int port;

    ExchangeSimulator(SimulatorSettings settings) {
        tls = settings.tls();
        selfSigned = tls ? SelfSigned.create() : null;
        SimulatorClock clock = new SimulatorClock(server.loop(), settings.scheduler(), settings.epoch());
        simulation = new Simulation(settings, clock, changes);
        floor = new TradingFloor(simulation, server.loop(), settings.exchange().accounts());
        streams = new SimulatedStreams(simulation, server.loop());
        Playback playback = settings.playback();
        replay = playback == null ? null : new Replay(simulation, server.loop(), playback);
        begin();
        port = bind();
    }

    private void begin() {
        try {
            ControlThread.run(server.loop(), () -> {
                simulation.begin();
                if (replay != null) {
                    replay.open();
                }
            });
        } catch (RuntimeException e) {
            server.close(simulation);
            throw e;
        }
    }

    private int bind() {
        try {
            return server.bind(simulation, selfSigned == null ? null : selfSigned.sslContext());
        } catch (RuntimeException e) {
            server.close(simulation);
            throw e;
        }
    }

    /**
     * Starts a simulator on a free port, without TLS, with the documented limits and in real time.
     *
     * @return a simulator that accepts connections
     */
    public static ExchangeSimulator start() {
        return builder().start();
    }

    /**
     * Begins a simulator of another kind.
     *
     * @return a builder with the defaults of {@link #start()}
     */
    public static ExchangeSimulatorBuilder builder() {
        return new ExchangeSimulatorBuilder();
    }

    /**
     * What clients connect to.
     *
     * @return an environment whose REST, WebSocket API and stream addresses are this simulator's
     */
    public BinanceEnvironment environment() {
        URI streams = uri("ws");
        return BinanceEnvironment.custom("simulator")
                .withRestHosts(uri("http"))
                .withWebSocketApiUris(streams.resolve(WebSocketUpgrade.PATH))
                .withStreamUris(streams)
                .withSbeStreamUris(streams);
    }

    /**
     * The port.
     *
     * @return the port it listens to
     */
    public int port() {
        return port;
    }

    /**
     * The base address.
     *
     * @param scheme {@code http} or {@code ws}; becomes {@code https} or {@code wss} when the simulator has TLS
     * @return scheme, host and port
     */
    public URI uri(String scheme) {
        boolean plain = scheme.equals("http") || scheme.equals("ws");
        return URI.create((tls && plain ? scheme + "s" : scheme) + "://127.0.0.1:" + port);
    }

    /**
     * What a client has to trust.
     *
     * @return the certificate, made for this simulator
     * @throws IllegalStateException without TLS
     */
    public X509Certificate certificate() {
        if (selfSigned == null) {
            throw new IllegalStateException("the simulator has no certificate: it was built without tls(true)");
        }
        return selfSigned.certificate();
    }

    /**
     * What time the simulator has.
     *
     * @return now
     */
    public Instant now() {
        return simulation.clock().now();
    }

    /**
     * The account that trades when nothing else is said: the first that the builder was given, or one with an HMAC key
     * and an Ed25519 key.
     *
     * @return the account
     */
    public SimulatedAccount account() {
        return floor().account();
    }

    /**
     * The exchange behind the wires: its orders, accounts, limits and prices, to look at and to change.
     *
     * @return always the same object
     */
    public TradingFloor floor() {
        return floor;
    }

    /**
     * The market data streams, to add to and to disturb.
     *
     * @return always the same object
     */
    public SimulatedStreams streams() {
        return streams;
    }

    /**
     * The recording that is played.
     *
     * @return always the same object
     * @throws IllegalStateException when there is none
     */
    public Replay replay() {
        if (replay == null) {
            throw new IllegalStateException("the simulator was built without replay(...)");
        }
        return replay;
    }

    /**
     * How many WebSocket connections were reset because their clients read too slowly.
     *
     * @return how many
     * @see ExchangeSimulatorBuilder#slowReaderLimit(long)
     */
    public long slowReaders() {
        return connections().stream()
                .filter(connection -> "slow reader".equals(connection.closeReason()))
                .count();
    }

    /**
     * Every order of an account as the exchange knows it, to compare with what callers were told.
     *
     * @param account the account
     * @return open and ended ones, by symbol and id
     */
    public List<OrderSnapshot> orders(SimulatedAccount account) {
        return floor().orders(account);
    }

    /**
     * Puts the exchange's clock forward or, when negative, back, from what it would show.
     *
     * @param offset how far; zero to put it right again
     */
    public void clockOffset(Duration offset) {
        simulation.clock().offset(offset);
    }

    /**
     * Every request received so far, on all wires, in the order received. Upgrades to WebSocket are not among them.
     *
     * @return a copy
     */
    public List<RecordedRequest> requests() {
        return simulation.recorder().requests();
    }

    /**
     * The requests of one method.
     *
     * @param method {@code order.place}, {@code POST /api/v3/order} or {@code SUBSCRIBE}
     * @return a copy
     */
    public List<RecordedRequest> requests(String method) {
        return requests().stream()
                .filter(request -> request.method().equals(method))
                .toList();
    }

    /** Forgets the requests received so far. */
    public void clearRequests() {
        simulation.recorder().clear();
    }

    /**
     * Every WebSocket connection accepted so far, closed ones too.
     *
     * @return a copy
     */
    public List<SimulatedConnection> connections() {
        return List.copyOf(simulation.connections());
    }

    /**
     * How many WebSocket connections are open now, half-open ones included.
     *
     * @return the number
     */
    public int openConnections() {
        return (int) simulation.connections().stream()
                .filter(connection -> connection.state() != SimulatedConnection.State.CLOSED)
                .count();
    }

    /**
     * How many upgrades to WebSocket were asked for, accepted or not; connections that were refused before they could ask
     * are not counted.
     *
     * @return the number
     */
    public int connectionAttempts() {
        return simulation.connectionAttempts().get();
    }

    /**
     * Blocks until something has happened: a request, a connection, a ping, a pong, a close.
     *
     * @param condition what to wait for, such as {@code simulator -> simulator.openConnections() == 2}
     * @param timeout how long, in real time
     * @throws TimeoutException when it hasn't happened by then
     * @throws InterruptedException when the thread is interrupted
     */
    public void await(Predicate<ExchangeSimulator> condition, Duration timeout)
            throws TimeoutException, InterruptedException {
        if (!changes.await(() -> condition.test(this), timeout)) {
            throw new TimeoutException(
                    "not within " + timeout + ": " + requests().size() + " requests, connections " + connections());
        }
    }

    /**
     * Blocks until everything that was due has been done: after moving a virtual clock, this lets the simulator notice.
     * What it sent may still be on its way to the client.
     */
    public void settle() {
        control(() -> {});
    }

    /**
     * Lets one request go wrong: the next that the fault fits.
     *
     * @param fault what happens
     */
    public void inject(Fault fault) {
        inject(fault, 1);
    }

    /**
     * Lets several requests go wrong: the next ones that the fault fits.
     *
     * @param fault what happens
     * @param times to how many
     */
    public void inject(Fault fault, int times) {
        simulation.faults().add(fault, times);
    }

    /**
     * Faults injected that no request has met yet.
     *
     * @return how many
     */
    public int pendingFaults() {
        return simulation.faults().waiting();
    }

    /**
     * Other faults at random from now on, instead of those of {@link ExchangeSimulatorBuilder#faults(FaultPlan)}. An event that was held
     * back to be swapped still comes after the next one of its stream.
     *
     * @param plan {@link FaultPlan#none()} to let nothing more go wrong
     */
    public void faults(FaultPlan plan) {
        simulation.faults().plan(plan);
    }

    /** Takes back the faults that no request has met yet. */
    public void clearFaults() {
        simulation.faults().clear();
    }

    /**
     * Sends the {@code serverShutdown} event to every open WebSocket connection. They stay open until the test closes
     * them.
     */
    public void announceShutdown() {
        control(() -> open().forEach(SimulatedConnection::announceShutdown));
    }

    /**
     * Sends the {@code serverShutdown} event to every open WebSocket connection and closes those connections later.
     *
     * @param grace how much later, on the simulator's clock
     */
    public void announceShutdown(Duration grace) {
        control(() -> {
            List<SimulatedConnection> told = open();
            told.forEach(SimulatedConnection::announceShutdown);
            simulation.clock().after(grace, () -> told.forEach(connection -> connection.close(1001, "shutdown")));
        });
    }

    /** Resets every connection of either wire (TCP RST). */
    public void resetConnections() {
        control(() -> simulation.allSockets().forEach(SocketGate::reset));
    }

    /**
     * Makes every connection that is open now accept bytes and send none: no answers, no pings, no pongs, and no end. New
     * connections are fine.
     */
    public void halfOpen() {
        control(() -> simulation.allSockets().forEach(SocketGate::halfOpen));
    }

    /**
     * Closes every open WebSocket connection with a close frame.
     *
     * @param code the close code
     * @param reason the close reason
     */
    public void closeConnections(int code, String reason) {
        control(() -> open().forEach(connection -> connection.close(code, reason)));
    }

    /**
     * Refuses new connections for a while: they are accepted and reset at once. Open ones live on.
     *
     * @param duration for how long, on the simulator's clock
     */
    public void refuseConnections(Duration duration) {
        simulation.refuse(duration);
    }

    /**
     * Refuses new connections until told otherwise: they are accepted and reset at once. Open ones live on.
     *
     * @param refuse whether to refuse
     */
    public void refuseConnections(boolean refuse) {
        simulation.refuse(refuse);
    }

    private List<SimulatedConnection> open() {
        return simulation.connections().stream()
                .filter(connection -> connection.state() == SimulatedConnection.State.OPEN)
                .toList();
    }

    private void control(Runnable action) {
        ControlThread.run(server.loop(), action);
    }

    /** Closes every connection and ends the thread. What was recorded can still be read. Calling it again does nothing. */
    @Override
    public void close() {
        server.close(simulation);
    }
}
