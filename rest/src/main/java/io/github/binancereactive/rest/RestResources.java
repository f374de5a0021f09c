/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.limit.BudgetOptions;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.rest.RestConfig.PoolLimits;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionProvider;

/**
 * What a client and all that are derived from it have in common: connection pools, requests under way, what they learnt
 * about hosts, and the end of their life. Safe for any number of threads.
 */
final class RestResources {

    /** The exchange closes idle connections without notice; an old one is not worth the risk of losing a request to it. */
    private static final Duration MAX_IDLE_TIME = Duration.ofSeconds(30);

    private final Map<PoolLimits, ConnectionProvider> pools = new ConcurrentHashMap<>();
    private final Set<RestExchange<?>> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicReference<HostPreference> preference = new AtomicReference<>(HostPreference.NONE);
    private final Map<ServerClock, ClockSync> clocks = new ConcurrentHashMap<>();
    private final Map<ServerClock, RequestBudget> budgets = new ConcurrentHashMap<>();
    private volatile boolean closed;

    ConnectionProvider pool(PoolLimits limits) {
        return pools.computeIfAbsent(limits, RestResources::newPool);
    }

    private static ConnectionProvider newPool(PoolLimits limits) {
        return ConnectionProvider.builder("binance-rest")
                .maxConnections(limits.maxConnections())
                .pendingAcquireMaxCount(limits.maxPendingRequests())
                // Without a bound of its own: the request's deadline covers the wait, and one timer is enough.
                .pendingAcquireTimeout(Duration.ZERO)
                .maxIdleTime(MAX_IDLE_TIME)
                .lifo()
                .build();
    }

    /** What keeps a clock in step. */
    ClockSync clockSync(ServerClock clock) {
        return clocks.computeIfAbsent(clock, ClockSync::new);
    }

    /** The budget of those clients that were given none. It follows the exchange's clock, so there is one for each. */
    RequestBudget budget(ServerClock clock) {
        return budgets.computeIfAbsent(
                clock, own -> RequestBudget.local(BudgetOptions.defaults().withClock(own::now)));
    }

    /** The order in which to try hosts now. */
    List<URI> order(List<URI> hosts, Clock clock) {
        HostPreference current = preference.get();
        return current.isEmpty() ? hosts : current.order(hosts, clock.instant());
    }

    void failed(URI host, Duration pause, Clock clock) {
        preference.updateAndGet(current -> current.failed(host, clock.instant().plus(pause)));
    }

    void answered(URI host) {
        HostPreference current = preference.get();
        if (!current.isEmpty()) {
            preference.updateAndGet(latest -> latest.answered(host));
        }
    }

    /**
     * Registers a request that is about to begin.
     *
     * @return false when the client is closed
     */
    boolean enter(RestExchange<?> exchange) {
        underWay.add(exchange);
        if (!closed) {
            return true;
        }
        // It may have come too late for the sweep of close(), so it has to look after itself.
        underWay.remove(exchange);
        return false;
    }

    void leave(RestExchange<?> exchange) {
        underWay.remove(exchange);
    }

    int underWay() {
        return underWay.size();
    }

    boolean isClosed() {
        return closed;
    }

    /** Ends all requests and, on subscription, frees the pools; completes when they are free. */
    Mono<Void> close() {
        return Mono.defer(() -> {
            closed = true;
            underWay.forEach(RestExchange::close);
            return Flux.fromIterable(pools.values())
                    .flatMap(pool -> freed(pool.disposeLater()))
                    .then();
        });
    }

    /**
     * A pool can't hand the closing of a connection to an event loop that its owner has shut down. There is nothing left to
     * close, then: a loop that ends takes its connections with it.
     */
    static Mono<Void> freed(Mono<Void> disposal) {
        return disposal.onErrorComplete(RejectedExecutionException.class);
    }
}
