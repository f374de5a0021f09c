/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.ws.session.SessionSocket;
import io.github.binancereactive.ws.session.WebSocketSession;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The connections of a client as a {@link ConnectionUse} sees them: it can send requests over one of them. Any thread.
 *
 * @see BinanceWebSocketApiClient#use
 */
public final class ApiConnections {

    private final RequestCorrelator correlator;
    private final Scheduler scheduler;
    private final ServerClock clock;

    ApiConnections(RequestCorrelator correlator, Scheduler scheduler, ServerClock clock) {
        this.correlator = correlator;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * On whose behalf requests that name no key are made at this moment.
     *
     * @return who is to be logged on, or else the client's own key; null when there is neither
     */
    public @Nullable Credentials credentials() {
        Identity present = correlator.logon().present();
        return present == null ? null : present.credentials();
    }

    /**
     * Whether a connection is logged on with this key.
     *
     * @param connection the connection
     * @param credentials the key
     * @return false also while that is changing
     */
    public boolean isLoggedOn(SessionSocket connection, Credentials credentials) {
        return correlator.logon().isLoggedOn(connection, new Identity(credentials));
    }

    /**
     * A request over one connection, with which it ends. It has room beside the application's requests, for a few dozen at a time.
     *
     * <p>One that goes by the log-on is written only while the connection is logged on with this very key, else it fails with a
     * {@link io.github.binancereactive.core.error.ProtocolException}: so it is never made on behalf of anybody else.
     *
     * @param connection where to send it
     * @param call what to send
     * @param credentials on whose behalf; null for calls that need no key
     * @param <R> type of the answer
     * @return the answer; an error when the connection is lost or has a successor before the request is written. Cold
     */
    public <R> Mono<R> exchange(SessionSocket connection, Call<R> call, @Nullable Credentials credentials) {
        Terms terms = credentials == null ? Terms.OURS : new Identity(credentials).termsOfItsOwn(call.endpoint());
        return correlator.send(call.complete(), terms.over(connection));
    }

    /**
     * The session that makes the connections.
     *
     * @return the session
     */
    public WebSocketSession session() {
        return correlator.session();
    }

    /**
     * The client's only source of time.
     *
     * @return the scheduler
     */
    public Scheduler scheduler() {
        return scheduler;
    }

    /**
     * What the client knows of the exchange's time.
     *
     * @return the clock
     */
    public ServerClock clock() {
        return clock;
    }
}
