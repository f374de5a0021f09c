/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;
import io.github.binancereactive.testkit.exchange.ExchangeSettings;
import io.github.binancereactive.testkit.exchange.Listing;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.market.SyntheticMarket;
import io.github.binancereactive.testkit.replay.Playback;
import io.github.binancereactive.testkit.replay.Recording;
import io.github.binancereactive.testkit.stream.ControlAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/** How a simulator is to be. Every method changes this builder and returns it; nothing happens before {@link #start()}. */
public final class ExchangeSimulatorBuilder {

    private static final int A_HANDFUL = 8;
    private static final long USUAL_BACKLOG = 32L << 20;

    private final Map<String, ScriptedAnswer> answers = new LinkedHashMap<>();
    private int port;
    private @Nullable String host;
    private boolean tls;
    private @Nullable Scheduler scheduler;
    private @Nullable Instant epoch;
    private Listing listing = Listing.generated(A_HANDFUL);
    private Duration pingInterval = Duration.ofSeconds(20);
    private Duration pongTimeout = Duration.ofSeconds(60);
    private Duration connectionLifetime = Duration.ofHours(24);
    private SimulatedLimits limits = SimulatedLimits.documented();
    private long seed;
    private FaultPlan faults = FaultPlan.none();
    private boolean recording = true;
    private ControlAnswers controlAnswers = ControlAnswers.DOCUMENTED;
    private List<SimulatedAccount> accounts =
            List.of(SimulatedAccount.of("default", SimulatedKey.hmac("default"), SimulatedKey.ed25519("default")));
    private @Nullable SyntheticMarket market;
    private @Nullable Playback playback;
    private long backlog = USUAL_BACKLOG;
    private int levels = ExchangeSettings.USUAL_LEVELS;

    ExchangeSimulatorBuilder() {}

    /**
     * The port.
     *
     * @param number a port, or 0 for one that is free, the default
     * @return this builder
     */
    public ExchangeSimulatorBuilder port(int number) {
        port = number;
        return this;
    }

    /**
     * The address to listen to.
     *
     * @param address loopback by default; {@code 0.0.0.0} for every address, which a simulator in a container needs
     * @return this builder
     */
    public ExchangeSimulatorBuilder host(String address) {
        host = address;
        return this;
    }

    /**
     * Whether to speak {@code https} and {@code wss}, with a certificate of its own.
     *
     * @param on true for TLS; false, the default, for {@code http} and {@code ws}
     * @return this builder
     * @see ExchangeSimulator#certificate()
     */
    public ExchangeSimulatorBuilder tls(boolean on) {
        tls = on;
        return this;
    }

    /**
     * Where all of the simulator's time comes from: what it calls now, pings and their timeouts, the lifetime of a
     * connection, rate limit windows, bans and delays. With a virtual one the test moves it; pings and pongs still cross a
     * real socket, so it moves step by step and {@linkplain ExchangeSimulator#await awaits} what each step brings.
     *
     * @param time a scheduler; by default the simulator's event loop and the system's clock
     * @return this builder
     */
    public ExchangeSimulatorBuilder scheduler(Scheduler time) {
        scheduler = time;
        return this;
    }

    /**
     * What time it is when the simulator starts.
     *
     * @param instant an instant; by default what the scheduler says
     * @return this builder
     */
    public ExchangeSimulatorBuilder epoch(Instant instant) {
        epoch = instant;
        return this;
    }

    /**
     * Lists this many made-up symbols, always the same ones.
     *
     * @param count how many; by default 8, among them a halted one and one whose name is not ASCII
     * @return this builder
     */
    public ExchangeSimulatorBuilder symbols(int count) {
        listing = Listing.generated(count);
        return this;
    }

    /**
     * Lists the symbols of an {@code exchangeInfo} answer.
     *
     * @param json the answer's body
     * @return this builder
     */
    public ExchangeSimulatorBuilder exchangeInfo(String json) {
        listing = Listing.parse(json);
        return this;
    }

    /**
     * Lists the symbols of an {@code exchangeInfo} answer.
     *
     * @param file a file with the answer's body in UTF-8
     * @return this builder
     * @throws UncheckedIOException when the file can't be read
     */
    public ExchangeSimulatorBuilder exchangeInfo(Path file) {
        try {
            return exchangeInfo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How often a ping frame goes to every WebSocket connection.
     *
     * @param interval 20 seconds by default; zero for never
     * @return this builder
     */
    public ExchangeSimulatorBuilder pingInterval(Duration interval) {
        pingInterval = interval;
        return this;
    }

    /**
     * How long a ping may stay unanswered.
     *
     * @param timeout 60 seconds by default
     * @return this builder
     */
    public ExchangeSimulatorBuilder pongTimeout(Duration timeout) {
        pongTimeout = timeout;
        return this;
    }

    /**
     * How long a WebSocket connection may live.
     *
     * @param lifetime 24 hours by default
     * @return this builder
     */
    public ExchangeSimulatorBuilder connectionLifetime(Duration lifetime) {
        connectionLifetime = lifetime;
        return this;
    }

    /**
     * What an IP address may do.
     *
     * @param ofAnAddress {@link SimulatedLimits#documented()} by default
     * @return this builder
     */
    public ExchangeSimulatorBuilder limits(SimulatedLimits ofAnAddress) {
        limits = ofAnAddress;
        return this;
    }

    /**
     * The seed of everything that is random.
     *
     * @param number 0 by default
     * @return this builder
     */
    public ExchangeSimulatorBuilder seed(long number) {
        seed = number;
        return this;
    }

    /**
     * Faults at random.
     *
     * @param plan none by default
     * @return this builder
     */
    public ExchangeSimulatorBuilder faults(FaultPlan plan) {
        faults = plan;
        return this;
    }

    /**
     * What to answer to a method, in place of what the simulator would answer.
     *
     * @param method {@code order.place} for the WebSocket API, {@code POST /api/v3/order} for REST
     * @param result gives the result as JSON; runs on the simulator's event loop and must not block
     * @return this builder
     */
    public ExchangeSimulatorBuilder answer(String method, Function<RecordedRequest, String> result) {
        return answer(method, ScriptedAnswer.of(result));
    }

    /**
     * What to answer to a method, in place of what the simulator would answer.
     *
     * @param method {@code order.place} for the WebSocket API, {@code POST /api/v3/order} for REST
     * @param answer the answer
     * @return this builder
     */
    public ExchangeSimulatorBuilder answer(String method, ScriptedAnswer answer) {
        answers.put(method, answer);
        return this;
    }

    /**
     * Whether requests are kept for {@link ExchangeSimulator#requests()}.
     *
     * @param on true by default; false for a benchmark
     * @return this builder
     */
    public ExchangeSimulatorBuilder recording(boolean on) {
        recording = on;
        return this;
    }

    /**
     * How the control channel of the streams words its errors.
     *
     * @param form as documented by default
     * @return this builder
     */
    public ExchangeSimulatorBuilder controlAnswers(ControlAnswers form) {
        controlAnswers = form;
        return this;
    }

    /**
     * Who trades on the exchange, in place of the one account with an HMAC key and an Ed25519 key that there is by
     * default.
     *
     * @param first the one that {@link ExchangeSimulator#account()} gives
     * @param others more of them
     * @return this builder
     */
    public ExchangeSimulatorBuilder account(SimulatedAccount first, SimulatedAccount... others) {
        List<SimulatedAccount> all = new ArrayList<>(List.of(others));
        all.add(0, first);
        accounts = all;
        return this;
    }

    /**
     * How many orders of market makers rest on either side of each book when the simulator starts. They are the same for
     * the same {@linkplain #seed seed}.
     *
     * @param ordersOnASide 20 by default; 0 for empty books
     * @return this builder
     */
    public ExchangeSimulatorBuilder liquidity(int ordersOnASide) {
        levels = ordersOnASide;
        return this;
    }

    /**
     * A market that moves by itself, from the start. The orders of {@link #liquidity(int)} are there as well: it begins at
     * the price that they gave the symbol, and trades through them when the price comes there.
     *
     * @param moving none by default
     * @return this builder
     * @see TradingFloor#stopMarket()
     */
    public ExchangeSimulatorBuilder market(SyntheticMarket moving) {
        market = moving;
        return this;
    }

    /**
     * A recording to play at its own speed once {@link Replay#start()} is called.
     *
     * @param recording none by default
     * @return this builder
     */
    public ExchangeSimulatorBuilder replay(Recording recording) {
        return replay(Playback.of(recording));
    }

    /**
     * A recording to play. Its symbols are listed, with made-up rules when they are not listed yet, and nobody trades them:
     * their streams, and their {@code depth}, are those of the recording and nothing else.
     *
     * @param recorded none by default
     * @return this builder
     * @see ExchangeSimulator#replay()
     */
    public ExchangeSimulatorBuilder replay(Playback recorded) {
        playback = recorded;
        return this;
    }

    /**
     * How much may wait to be sent to a WebSocket connection whose client reads too slowly. With more than that it is
     * reset, as the exchange does it; where the exchange's own bound is, nobody knows.
     *
     * @param bytes 32 MiB by default
     * @return this builder
     * @see ExchangeSimulator#slowReaders()
     */
    public ExchangeSimulatorBuilder slowReaderLimit(long bytes) {
        backlog = bytes;
        return this;
    }

    private Listing listed() {
        Listing all = listing;
        if (playback != null) {
            Recording recording = playback.recording();
            for (String symbol : recording.symbols()) {
                all = all.withQuiet(symbol, recording.tickSize(symbol), recording.stepSize(symbol));
            }
        }
        return all;
    }

    /**
     * Starts a simulator that is so; this builder can start more of them.
     *
     * @return a simulator that accepts connections
     * @throws IllegalStateException when the port is in use
     */
    public ExchangeSimulator start() {
        return new ExchangeSimulator(new SimulatorSettings(
                port,
                host,
                tls,
                scheduler,
                epoch,
                new ExchangeSettings(listed(), limits, accounts, seed, levels),
                pingInterval,
                pongTimeout,
                connectionLifetime,
                faults,
                Map.copyOf(answers),
                recording,
                controlAnswers,
                market,
                playback,
                backlog));
    }
}
