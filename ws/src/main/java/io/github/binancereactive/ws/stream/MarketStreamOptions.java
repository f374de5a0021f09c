/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.codec.JsonStreamCodec;
import io.github.binancereactive.core.codec.StreamCodec;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.TimestampUnit;
import io.github.binancereactive.ws.session.ReactorNettyTransport;
import io.github.binancereactive.ws.session.SessionOptions;
import io.github.binancereactive.ws.session.WebSocketTransport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.HttpResources;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

/**
 * How {@link BinanceMarketStreams} are set up. Immutable: each {@code with} method returns new options.
 *
 * @param environment which exchange
 * @param timeUnit the unit of the times that the exchange sends; events hold {@code Instant}s either way
 * @param maxStreamsPerConnection how many streams a connection brings; the exchange allows 1,024
 * @param messagesPerSecond how many messages a connection sends in any second, answers to pings counted first; the exchange allows 5,
 *     and ends a connection that sends more
 * @param batchWindow for how long subscriptions and their ends are gathered before they leave together
 * @param acknowledgementTimeout after how long without an answer the exchange is asked what a connection is subscribed to
 * @param overlap how long a connection that was replaced goes on at most, so that its successor can take over
 * @param idleTimeout for how long a connection without streams is kept
 * @param unsubscribeGrace for how long a stream stays subscribed to after its last subscriber has left
 * @param silentHeartbeats after how many of the intervals in which it should speak a silent stream is subscribed to anew, unless its
 *     subscriber says otherwise
 * @param maxMessageBytes largest frame taken; a larger one ends its connection
 * @param connectTimeout how long the TCP connection may take
 * @param session how sessions look after their connections
 * @param budget the limits of this IP address, in which attempts to connect count, to be shared by all clients behind it; null
 *     for the connection limit of {@code session} alone
 * @param codec reads and writes frames
 * @param scheduler the only source of time
 * @param decodeScheduler decodes frames of 64 KiB and more
 * @param loopResources the event loops; not disposed of with the client
 * @param httpClient the last word on the client that opens connections: TLS, proxy, resolver
 * @param transport what opens connections instead of that client; null for Reactor Netty
 */
public record MarketStreamOptions(
        BinanceEnvironment environment,
        TimestampUnit timeUnit,
        int maxStreamsPerConnection,
        int messagesPerSecond,
        Duration batchWindow,
        Duration acknowledgementTimeout,
        Duration overlap,
        Duration idleTimeout,
        Duration unsubscribeGrace,
        int silentHeartbeats,
        int maxMessageBytes,
        Duration connectTimeout,
        SessionOptions session,
        @Nullable RequestBudget budget,
        StreamCodec codec,
        Scheduler scheduler,
        Scheduler decodeScheduler,
        LoopResources loopResources,
        UnaryOperator<HttpClient> httpClient,
        @Nullable WebSocketTransport transport) {

    private static final int MEBIBYTE = 1024 * 1024;

    /** What the exchange charges for a connection that brings streams. */
    private static final int CONNECTION_WEIGHT = 0;

    /** For as long a subscriber may stop reading, and a little. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(31);

    /** Checks the ranges. */
    public MarketStreamOptions {
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(codec, "codec");
        inRange("maxStreamsPerConnection", maxStreamsPerConnection, 1, 1024);
        inRange("messagesPerSecond", messagesPerSecond, 1, 5);
        positive("batchWindow", batchWindow);
        positive("acknowledgementTimeout", acknowledgementTimeout);
        positive("overlap", overlap);
        positive("idleTimeout", idleTimeout);
        if (unsubscribeGrace.isNegative()) {
            throw new IllegalArgumentException(
                    "unsubscribeGrace must not be less than zero, but is " + unsubscribeGrace);
        }
        inRange("silentHeartbeats", silentHeartbeats, 2, Integer.MAX_VALUE);
        inRange("maxMessageBytes", maxMessageBytes, 1024, Integer.MAX_VALUE);
        positive("connectTimeout", connectTimeout);
    }

    private static void inRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", not " + value);
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " must be more than zero, not " + value);
        }
    }

    /**
     * The defaults: milliseconds, 1,024 streams a connection, 4 messages a second, 5 ms to gather, 5 s for an answer, 3 s of overlap, 5 s
     * without streams, 2 s without subscribers, 10 heartbeats, 16 MiB a frame, 5 s to connect, sessions with their defaults but a minute
     * to prepare a connection, because of all it has to subscribe to within the limit on messages, no budget, JSON, the shared parallel
     * scheduler, and the shared event loops.
     *
     * @param environment which exchange
     * @return new options
     */
    public static MarketStreamOptions of(BinanceEnvironment environment) {
        return new MarketStreamOptions(
                environment,
                TimestampUnit.MILLISECOND,
                1024,
                4,
                Duration.ofMillis(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                10,
                16 * MEBIBYTE,
                Duration.ofSeconds(5),
                SessionOptions.defaults().withPrepareTimeout(Duration.ofMinutes(1)),
                null,
                JsonStreamCodec.create(),
                Schedulers.parallel(),
                Schedulers.parallel(),
                HttpResources.get(),
                UnaryOperator.identity(),
                null);
    }

    /**
     * These options with another {@link #environment()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withEnvironment(BinanceEnvironment value) {
        return with(draft -> draft.environment = value);
    }

    /**
     * These options with another {@link #timeUnit()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withTimeUnit(TimestampUnit value) {
        return with(draft -> draft.timeUnit = value);
    }

    /**
     * These options with another {@link #maxStreamsPerConnection()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withMaxStreamsPerConnection(int value) {
        return with(draft -> draft.maxStreamsPerConnection = value);
    }

    /**
     * These options with another {@link #messagesPerSecond()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withMessagesPerSecond(int value) {
        return with(draft -> draft.messagesPerSecond = value);
    }

    /**
     * These options with another {@link #batchWindow()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withBatchWindow(Duration value) {
        return with(draft -> draft.batchWindow = value);
    }

    /**
     * These options with another {@link #acknowledgementTimeout()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withAcknowledgementTimeout(Duration value) {
        return with(draft -> draft.acknowledgementTimeout = value);
    }

    /**
     * These options with another {@link #overlap()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withOverlap(Duration value) {
        return with(draft -> draft.overlap = value);
    }

    /**
     * These options with another {@link #idleTimeout()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withIdleTimeout(Duration value) {
        return with(draft -> draft.idleTimeout = value);
    }

    /**
     * These options with another {@link #unsubscribeGrace()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withUnsubscribeGrace(Duration value) {
        return with(draft -> draft.unsubscribeGrace = value);
    }

    /**
     * These options with another {@link #silentHeartbeats()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withSilentHeartbeats(int value) {
        return with(draft -> draft.silentHeartbeats = value);
    }

    /**
     * These options with another {@link #maxMessageBytes()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withMaxMessageBytes(int value) {
        return with(draft -> draft.maxMessageBytes = value);
    }

    /**
     * These options with another {@link #connectTimeout()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withConnectTimeout(Duration value) {
        return with(draft -> draft.connectTimeout = value);
    }

    /**
     * These options with another {@link #session()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withSession(SessionOptions value) {
        return with(draft -> draft.session = value);
    }

    /**
     * These options with another {@link #budget()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withBudget(@Nullable RequestBudget value) {
        return with(draft -> draft.budget = value);
    }

    /**
     * These options with another {@link #codec()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withCodec(StreamCodec value) {
        return with(draft -> draft.codec = value);
    }

    /**
     * These options with another {@link #scheduler()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withScheduler(Scheduler value) {
        return with(draft -> draft.scheduler = value);
    }

    /**
     * These options with another {@link #decodeScheduler()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withDecodeScheduler(Scheduler value) {
        return with(draft -> draft.decodeScheduler = value);
    }

    /**
     * These options with another {@link #loopResources()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withLoopResources(LoopResources value) {
        return with(draft -> draft.loopResources = value);
    }

    /**
     * These options with another {@link #httpClient()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withHttpClient(UnaryOperator<HttpClient> value) {
        return with(draft -> draft.httpClient = value);
    }

    /**
     * These options with another {@link #transport()}.
     *
     * @param value the new value
     * @return new options
     */
    public MarketStreamOptions withTransport(@Nullable WebSocketTransport value) {
        return with(draft -> draft.transport = value);
    }

    /** The options of a session; the time to drain must leave room for the overlap, and for a pause before it. */
    SessionOptions sessionOf(boolean exclusive) {
        Duration needed = overlap.plusSeconds(1).plus(exclusive ? LONGEST_PAUSE : Duration.ZERO);
        SessionOptions limited = session.limitedBy(budget, CONNECTION_WEIGHT);
        return limited.drainTimeout().compareTo(needed) < 0 ? limited.withDrainTimeout(needed) : limited;
    }

    StreamHubs.Settings delivery() {
        StreamHubs.Settings defaults = StreamHubs.Settings.defaults();
        return new StreamHubs.Settings(
                unsubscribeGrace,
                silentHeartbeats,
                defaults.eventBuffer(),
                defaults.heldAtHandover(),
                defaults.heldAtBackfill());
    }

    List<URI> addresses() {
        String path = "/stream" + (timeUnit == TimestampUnit.MICROSECOND ? "?timeUnit=MICROSECOND" : "");
        return environment.streamUris().stream()
                .map(uri -> URI.create(uri + path))
                .toList();
    }

    WebSocketTransport openTransport() {
        WebSocketTransport given = transport;
        return given != null
                ? given
                : ReactorNettyTransport.create(loopResources, connectTimeout, httpClient, maxMessageBytes);
    }

    private MarketStreamOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finish();
    }

    /** A copy to be changed: the one place that names all components twice. */
    private static final class Draft {
        BinanceEnvironment environment;
        TimestampUnit timeUnit;
        int maxStreamsPerConnection;
        int messagesPerSecond;
        Duration batchWindow;
        Duration acknowledgementTimeout;
        Duration overlap;
        Duration idleTimeout;
        Duration unsubscribeGrace;
        int silentHeartbeats;
        int maxMessageBytes;
        Duration connectTimeout;
        SessionOptions session;

        @Nullable RequestBudget budget;

        StreamCodec codec;
        Scheduler scheduler;
        Scheduler decodeScheduler;
        LoopResources loopResources;
        UnaryOperator<HttpClient> httpClient;

        @Nullable WebSocketTransport transport;

        Draft(MarketStreamOptions from) {
            environment = from.environment;
            timeUnit = from.timeUnit;
            maxStreamsPerConnection = from.maxStreamsPerConnection;
            messagesPerSecond = from.messagesPerSecond;
            batchWindow = from.batchWindow;
            acknowledgementTimeout = from.acknowledgementTimeout;
            overlap = from.overlap;
            idleTimeout = from.idleTimeout;
            unsubscribeGrace = from.unsubscribeGrace;
            silentHeartbeats = from.silentHeartbeats;
            maxMessageBytes = from.maxMessageBytes;
            connectTimeout = from.connectTimeout;
            session = from.session;
            budget = from.budget;
            codec = from.codec;
            scheduler = from.scheduler;
            decodeScheduler = from.decodeScheduler;
            loopResources = from.loopResources;
            httpClient = from.httpClient;
            transport = from.transport;
        }

        MarketStreamOptions finish() {
            return new MarketStreamOptions(
                    environment,
                    timeUnit,
                    maxStreamsPerConnection,
                    messagesPerSecond,
                    batchWindow,
                    acknowledgementTimeout,
                    overlap,
                    idleTimeout,
                    unsubscribeGrace,
                    silentHeartbeats,
                    maxMessageBytes,
                    connectTimeout,
                    session,
                    budget,
                    codec,
                    scheduler,
                    decodeScheduler,
                    loopResources,
                    httpClient,
                    transport);
        }
    }
}
