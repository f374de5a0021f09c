/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.limit.AccountKey;
import io.github.binancereactive.core.limit.Cost;
import io.github.binancereactive.core.limit.Permit;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.general.ServerTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What all requests of one client work with. Immutable, and for any number of threads. */
final class RestContext {

    private static final RestRequest<ServerTime> TIME = new RestRequest<>(Call.of(GeneralEndpoints.TIME));

    private final RestConfig config;
    private final RestResources resources;
    private final Transport transport;
    private final RequestBudget budget;
    private final ClockSync clockSync;
    private final @Nullable RequestSecurity security;
    private final @Nullable AccountKey account;

    RestContext(RestConfig config, RestResources resources) {
        this.config = config;
        this.resources = resources;
        this.transport = new Transport(config, resources);
        RequestBudget given = config.budget();
        this.budget = given != null ? given : resources.budget(config.serverClock());
        this.clockSync = resources.clockSync(config.serverClock());
        this.security = RequestSecurity.of(config);
        this.account =
                security == null ? null : AccountKey.of(security.credentials().apiKey());
    }

    RestConfig config() {
        return config;
    }

    RestResources resources() {
        return resources;
    }

    Transport transport() {
        return transport;
    }

    RequestBudget budget() {
        return budget;
    }

    ClockSync clockSync() {
        return clockSync;
    }

    /** Null when the client has no credentials. */
    @Nullable RequestSecurity security() {
        return security;
    }

    /** Whose orders a request counts towards; null for one that isn't signed. */
    @Nullable AccountKey accountOf(RestRequest<?> request) {
        return request.signed() ? account : null;
    }

    /** A place in the budget. */
    Mono<Permit> acquire(RestRequest<?> request) {
        Cost cost = Cost.of(request.call(), accountOf(request));
        return budget.acquire(cost, config.budgetPolicy(), request.name());
    }

    /** One question for the exchange's time. */
    Mono<ServerTime> time() {
        return RestMono.of(TIME, this);
    }

    /** Synchronises the clock, unless that has happened since the given round. */
    Mono<Duration> renewClock(int since) {
        return clockSync.renew(since, time());
    }
}
