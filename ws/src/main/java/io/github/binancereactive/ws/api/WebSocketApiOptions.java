/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.codec.EnvelopeCodec;
import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.request.ClientOrderIds;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.core.time.TimestampUnit;
import io.github.binancereactive.ws.session.ReactorNettyTransport;
import io.github.binancereactive.ws.session.SessionOptions;
import io.github.binancereactive.ws.session.WebSocketTransport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.HttpResources;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

/**
 * How a {@link BinanceWebSocketApiClient} is set up. Immutable: each {@code with} method returns new options.
 *
 * @param environment which exchange
 * @param timeUnit the unit of the times it sends; records hold {@code Instant}s either way
 * @param returnRateLimits whether answers carry the state of the rate limits. Only a budget reads it, which is more exact with
 *     it; without it small answers are a third as long
 * @param credentials the key on whose behalf requests are made that need one; null for none
 * @param logon whether each connection is logged on as {@code credentials}, so that requests needn't be signed. The exchange
 *     offers that for Ed25519 keys alone; with others each request is signed
 * @param recvWindow for how long a request that carries a timestamp is good, where the call doesn't say; exact to the
 *     microsecond, at most a minute; null for the exchange's own five seconds
 * @param serverClock the exchange's time, for timestamps. To be shared by clients, since each tells it what it learns
 * @param clientOrderIds makes ids for what is placed without one, so that an unknown outcome can be asked for. Any thread
 * @param budget the limits of this IP address, to be shared by all clients behind it; null for one of the client's own
 * @param budgetPolicy what becomes of a request for which the budget has no room at the moment
 * @param requestTimeout the deadline of each request, from its first demand to its answer
 * @param maxInFlight how many requests may wait for a socket or an answer; more fail at once
 * @param maxMessageBytes largest answer taken; a larger one ends its connection, and the requests on it as a lost connection does
 * @param connectTimeout how long the TCP connection may take
 * @param session how the session looks after its sockets
 * @param codec reads and writes frames
 * @param scheduler the only source of time; also runs deadlines
 * @param decodeScheduler decodes answers of 64 KiB and more
 * @param signScheduler signs requests with RSA keys, which takes a millisecond and random numbers of the operating system; not
 *     one of Reactor's non-blocking ones
 * @param loopResources the event loops; not disposed of with the client
 * @param httpClient the last word on the client that opens connections: TLS, proxy, resolver
 * @param transport what opens connections instead of that client; null for Reactor Netty
 */
public record WebSocketApiOptions(
        BinanceEnvironment environment,
        TimestampUnit timeUnit,
        boolean returnRateLimits,
        @Nullable Credentials credentials,
        boolean logon,
        @Nullable Duration recvWindow,
        ServerClock serverClock,
        Supplier<String> clientOrderIds,
        @Nullable RequestBudget budget,
        BudgetPolicy budgetPolicy,
        Duration requestTimeout,
        int maxInFlight,
        int maxMessageBytes,
        Duration connectTimeout,
        SessionOptions session,
        EnvelopeCodec codec,
        Scheduler scheduler,
        Scheduler decodeScheduler,
        Scheduler signScheduler,
        LoopResources loopResources,
        UnaryOperator<HttpClient> httpClient,
        @Nullable WebSocketTransport transport) {

    private static final int MEBIBYTE = 1024 * 1024;

    /** What the exchange charges for a connection. */
    private static final int CONNECTION_WEIGHT = 2;

    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(1);

    /** Checks the ranges. */
    public WebSocketApiOptions {
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(serverClock, "serverClock");
        Objects.requireNonNull(clientOrderIds, "clientOrderIds");
        Objects.requireNonNull(budgetPolicy, "budgetPolicy");
        if (recvWindow != null && !isWindow(recvWindow)) {
            throw new IllegalArgumentException(
                    "recvWindow must be whole microseconds, more than zero and at most a minute, not " + recvWindow);
        }
        if (requestTimeout.isZero() || requestTimeout.isNegative()) {
            throw new IllegalArgumentException("requestTimeout must be more than zero, not " + requestTimeout);
        }
        if (maxInFlight < 1 || maxInFlight > MEBIBYTE) {
            throw new IllegalArgumentException("maxInFlight must be from 1 to " + MEBIBYTE + ", not " + maxInFlight);
        }
        if (maxMessageBytes < 1024) {
            throw new IllegalArgumentException("maxMessageBytes must be at least 1024, not " + maxMessageBytes);
        }
    }

    private static boolean isWindow(Duration window) {
        return !window.isZero()
                && !window.isNegative()
                && window.compareTo(LONGEST_WINDOW) <= 0
                && window.toNanosPart() % 1_000 == 0;
    }

    /**
     * The defaults: milliseconds, rate limits returned, no key, logged on once there is one, the exchange's own window, a clock
     * of its own over the local one, a budget of each client's own, for which requests wait while it is open, 10 s a request,
     * 1,000 in flight, 32 MiB a message, 5 s to connect, JSON, the shared parallel and bounded elastic schedulers, and the shared event loops.
     *
     * @param environment which exchange
     * @return new options
     */
    public static WebSocketApiOptions of(BinanceEnvironment environment) {
        return new WebSocketApiOptions(
                environment,
                TimestampUnit.MILLISECOND,
                true,
                null,
                true,
                null,
                ServerClock.over(Clock.systemUTC()),
                ClientOrderIds.create(),
                null,
                BudgetPolicy.WAIT_WHILE_OPEN,
                Duration.ofSeconds(10),
                1000,
                32 * MEBIBYTE,
                Duration.ofSeconds(5),
                SessionOptions.defaults(),
                JsonCodec.create().envelopes(),
                Schedulers.parallel(),
                Schedulers.parallel(),
                Schedulers.boundedElastic(),
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
    public WebSocketApiOptions withEnvironment(BinanceEnvironment value) {
        return with(draft -> draft.environment = value);
    }

    /**
     * These options with another {@link #timeUnit()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withTimeUnit(TimestampUnit value) {
        return with(draft -> draft.timeUnit = value);
    }

    /**
     * These options with another {@link #returnRateLimits()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withReturnRateLimits(boolean value) {
        return with(draft -> draft.returnRateLimits = value);
    }

    /**
     * These options with another {@link #credentials()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withCredentials(@Nullable Credentials value) {
        return with(draft -> draft.credentials = value);
    }

    /**
     * These options with another {@link #logon()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withLogon(boolean value) {
        return with(draft -> draft.logon = value);
    }

    /**
     * These options with another {@link #recvWindow()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withRecvWindow(@Nullable Duration value) {
        return with(draft -> draft.recvWindow = value);
    }

    /**
     * These options with another {@link #serverClock()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withServerClock(ServerClock value) {
        return with(draft -> draft.serverClock = value);
    }

    /**
     * These options with another {@link #clientOrderIds()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withClientOrderIds(Supplier<String> value) {
        return with(draft -> draft.clientOrderIds = value);
    }

    /**
     * These options with another {@link #budget()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withBudget(@Nullable RequestBudget value) {
        return with(draft -> draft.budget = value);
    }

    /**
     * These options with another {@link #budgetPolicy()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withBudgetPolicy(BudgetPolicy value) {
        return with(draft -> draft.budgetPolicy = value);
    }

    /**
     * These options with another {@link #requestTimeout()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withRequestTimeout(Duration value) {
        return with(draft -> draft.requestTimeout = value);
    }

    /**
     * These options with another {@link #maxInFlight()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withMaxInFlight(int value) {
        return with(draft -> draft.maxInFlight = value);
    }

    /**
     * These options with another {@link #maxMessageBytes()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withMaxMessageBytes(int value) {
        return with(draft -> draft.maxMessageBytes = value);
    }

    /**
     * These options with another {@link #connectTimeout()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withConnectTimeout(Duration value) {
        return with(draft -> draft.connectTimeout = value);
    }

    /**
     * These options with another {@link #session()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withSession(SessionOptions value) {
        return with(draft -> draft.session = value);
    }

    /**
     * These options with another {@link #codec()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withCodec(EnvelopeCodec value) {
        return with(draft -> draft.codec = value);
    }

    /**
     * These options with another {@link #scheduler()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withScheduler(Scheduler value) {
        return with(draft -> draft.scheduler = value);
    }

    /**
     * These options with another {@link #decodeScheduler()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withDecodeScheduler(Scheduler value) {
        return with(draft -> draft.decodeScheduler = value);
    }

    /**
     * These options with another {@link #signScheduler()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withSignScheduler(Scheduler value) {
        return with(draft -> draft.signScheduler = value);
    }

    /**
     * These options with another {@link #loopResources()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withLoopResources(LoopResources value) {
        return with(draft -> draft.loopResources = value);
    }

    /**
     * These options with another {@link #httpClient()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withHttpClient(UnaryOperator<HttpClient> value) {
        return with(draft -> draft.httpClient = value);
    }

    /**
     * These options with another {@link #transport()}.
     *
     * @param value the new value
     * @return new options
     */
    public WebSocketApiOptions withTransport(@Nullable WebSocketTransport value) {
        return with(draft -> draft.transport = value);
    }

    SessionOptions sessionWithinBudget() {
        return session.limitedBy(budget, CONNECTION_WEIGHT);
    }

    List<URI> addresses() {
        String query = (timeUnit == TimestampUnit.MICROSECOND ? "&timeUnit=MICROSECOND" : "")
                + (returnRateLimits ? "" : "&returnRateLimits=false");
        return environment.webSocketApiUris().stream()
                .map(uri -> query.isEmpty() ? uri : URI.create(uri + "?" + query.substring(1)))
                .toList();
    }

    WebSocketTransport openTransport() {
        WebSocketTransport given = transport;
        return given != null
                ? given
                : ReactorNettyTransport.create(loopResources, connectTimeout, httpClient, maxMessageBytes);
    }

    private WebSocketApiOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finish();
    }

    /** A copy to be changed: the one place that names all components twice. */
    private static final class Draft {
        BinanceEnvironment environment;
        TimestampUnit timeUnit;
        boolean returnRateLimits;

        @Nullable Credentials credentials;

        boolean logon;

        @Nullable Duration recvWindow;

        ServerClock serverClock;
        Supplier<String> clientOrderIds;

        @Nullable RequestBudget budget;

        BudgetPolicy budgetPolicy;
        Duration requestTimeout;
        int maxInFlight;
        int maxMessageBytes;
        Duration connectTimeout;
        SessionOptions session;
        EnvelopeCodec codec;
        Scheduler scheduler;
        Scheduler decodeScheduler;
        Scheduler signScheduler;
        LoopResources loopResources;
        UnaryOperator<HttpClient> httpClient;

        @Nullable WebSocketTransport transport;

        Draft(WebSocketApiOptions from) {
            environment = from.environment;
            timeUnit = from.timeUnit;
            returnRateLimits = from.returnRateLimits;
            credentials = from.credentials;
            logon = from.logon;
            recvWindow = from.recvWindow;
            serverClock = from.serverClock;
            clientOrderIds = from.clientOrderIds;
            budget = from.budget;
            budgetPolicy = from.budgetPolicy;
            requestTimeout = from.requestTimeout;
            maxInFlight = from.maxInFlight;
            maxMessageBytes = from.maxMessageBytes;
            connectTimeout = from.connectTimeout;
            session = from.session;
            codec = from.codec;
            scheduler = from.scheduler;
            decodeScheduler = from.decodeScheduler;
            signScheduler = from.signScheduler;
            loopResources = from.loopResources;
            httpClient = from.httpClient;
            transport = from.transport;
        }

        WebSocketApiOptions finish() {
            return new WebSocketApiOptions(
                    environment,
                    timeUnit,
                    returnRateLimits,
                    credentials,
                    logon,
                    recvWindow,
                    serverClock,
                    clientOrderIds,
                    budget,
                    budgetPolicy,
                    requestTimeout,
                    maxInFlight,
                    maxMessageBytes,
                    connectTimeout,
                    session,
                    codec,
                    scheduler,
                    decodeScheduler,
                    signScheduler,
                    loopResources,
                    httpClient,
                    transport);
        }
    }
}
