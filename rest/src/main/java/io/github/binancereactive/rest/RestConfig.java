/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.codec.Codec;
import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.request.ClientOrderIds;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.core.time.TimestampUnit;
import io.netty.handler.ssl.SslContext;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.ProxyProvider;

/**
 * All that a {@link BinanceRestClient} was told. What the parts mean is said at the client's {@code with...} methods.
 *
 * @param environment where the hosts come from
 * @param timeUnit unit of the times in answers
 * @param connectTimeout bound for one TCP connection, and again for its TLS handshake
 * @param requestTimeout bound for the whole of a request
 * @param hostPause how long a host that failed comes last
 * @param compression whether answers may be compressed
 * @param maxBodySize bytes of the largest answer
 * @param maxConnections connections to one host
 * @param maxPendingRequests requests that may wait for a connection to one host
 * @param connectionProvider a pool of the caller's own; null for one that the client owns
 * @param loops event loops of the caller's own; null for Reactor Netty's shared ones
 * @param tls trust of the caller's own; null for the platform's
 * @param proxy what to go through; null for a direct connection
 * @param customizer last say over the HTTP client
 * @param codec how answers are read
 * @param decodeScheduler where large answers are decoded
 * @param timer where deadlines run; null for the event loops
 * @param clock the present
 * @param credentials who signs requests that have to be signed; null for nobody
 * @param recvWindow how long the exchange takes a signed request; null for its default
 * @param serverClock the exchange's present
 * @param budget what may be sent; null for one that the client owns
 * @param budgetPolicy what becomes of a request that the budget has no room for
 * @param clientOrderIds names orders that the caller didn't name
 */
record RestConfig(
        BinanceEnvironment environment,
        TimestampUnit timeUnit,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration hostPause,
        boolean compression,
        int maxBodySize,
        int maxConnections,
        int maxPendingRequests,
        @Nullable ConnectionProvider connectionProvider,
        @Nullable LoopResources loops,
        @Nullable SslContext tls,
        @Nullable Consumer<? super ProxyProvider.TypeSpec> proxy,
        UnaryOperator<HttpClient> customizer,
        Codec codec,
        Scheduler decodeScheduler,
        @Nullable Scheduler timer,
        Clock clock,
        @Nullable Credentials credentials,
        @Nullable Duration recvWindow,
        ServerClock serverClock,
        @Nullable RequestBudget budget,
        BudgetPolicy budgetPolicy,
        Supplier<String> clientOrderIds) {

    /** One for all: it remembers what it learnt, and making it takes a while. */
    private static final Codec JSON = JsonCodec.create();

    /** The exchange refuses more. */
    private static final Duration LONGEST_RECV_WINDOW = Duration.ofSeconds(60);

    RestConfig {
        if (environment.restHosts().isEmpty()) {
            throw new IllegalArgumentException("environment '" + environment.name() + "' has no REST host");
        }
        positive("connectTimeout", connectTimeout);
        positive("requestTimeout", requestTimeout);
        atLeast("maxBodySize", 1, maxBodySize);
        atLeast("maxConnections", 1, maxConnections);
        atLeast("maxPendingRequests", 0, maxPendingRequests);
        if (recvWindow != null) {
            check(recvWindow);
        }
        if (hostPause.isNegative()) {
            throw new IllegalArgumentException("hostPause must not be negative, but is " + hostPause);
        }
    }

    static RestConfig of(BinanceEnvironment environment) {
        return new RestConfig(
                environment,
                TimestampUnit.MILLISECOND,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                false,
                32 << 20,
                100,
                1_000,
                null,
                null,
                null,
                null,
                UnaryOperator.identity(),
                JSON,
                Schedulers.parallel(),
                null,
                Clock.systemUTC(),
                null,
                null,
                ServerClock.over(Clock.systemUTC()),
                null,
                BudgetPolicy.WAIT_WHILE_OPEN,
                ClientOrderIds.create());
    }

    /** The part that decides which pool a client uses; clients of one family whose limits are equal share one. */
    PoolLimits poolLimits() {
        return new PoolLimits(maxConnections, maxPendingRequests);
    }

    /** A copy to change. */
    RestConfigDraft change() {
        return new RestConfigDraft(this);
    }

    /** Names the environment only: a proxy may hold a password, and credentials are secret. */
    @Override
    public String toString() {
        return "RestConfig[" + environment.name() + "]";
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, but is " + value);
        }
    }

    private static void check(Duration recvWindow) {
        positive("recvWindow", recvWindow);
        if (recvWindow.compareTo(LONGEST_RECV_WINDOW) > 0) {
            throw new IllegalArgumentException(
                    "recvWindow must not be longer than " + LONGEST_RECV_WINDOW + ", but is " + recvWindow);
        }
        if (recvWindow.toNanos() % 1_000 != 0) {
            throw new IllegalArgumentException("recvWindow must be whole microseconds, but is " + recvWindow);
        }
    }

    private static void atLeast(String name, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", but is " + value);
        }
    }

    /**
     * What bounds a connection pool.
     *
     * @param maxConnections connections to one host
     * @param maxPendingRequests requests that may wait for a connection to one host
     */
    record PoolLimits(int maxConnections, int maxPendingRequests) {}
}
