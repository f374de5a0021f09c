/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.ws.session.SessionEvent;
import io.github.binancereactive.ws.session.SessionStatus;
import io.github.binancereactive.ws.session.WebSocketSession;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The Spot API over one WebSocket session: any number of requests at once, answered in whatever order the exchange likes.
 *
 * <p>The session connects on the first request, or by {@link #connect()}, and looks after its sockets until {@link
 * #dispose()}: requests made meanwhile wait within their deadline. A request ends in one of these ways, exactly once:
 *
 * <ul>
 *   <li>its answer, or the exchange's refusal;
 *   <li>the deadline: {@link io.github.binancereactive.core.error.DeadlineExceededException}, or {@link
 *       io.github.binancereactive.core.error.OutcomeUnknownException} for one that changes something and was written;
 *   <li>its socket is lost: if it was not written, it is sent on the next socket; if it only reads, it is repeated once; if it
 *       changes something, {@code OutcomeUnknownException}, and it is never sent twice;
 *   <li>cancel, after which nothing is signalled;
 *   <li>{@link #dispose()}: {@link io.github.binancereactive.core.error.ClientClosedException}, or {@code
 *       OutcomeUnknownException} for one that changes something and was written.
 * </ul>
 *
 * <p>Safe for any number of threads. Answers are signalled on the socket's event loop, those of 64 KiB and more on the decode
 * scheduler; deadlines on the scheduler; the end of the client, and what can't be taken at all, on the thread that brings it
 * about. What is asked on an event loop is written when the task that asks is done, all of it with one flush.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/general-api-information">WebSocket
 *     API</a>
 */
public final class BinanceWebSocketApiClient implements SpotApi, Disposable {

    private final RequestCorrelator correlator;

    private BinanceWebSocketApiClient(WebSocketApiOptions options) {
        this.correlator = new RequestCorrelator(options);
    }

    /**
     * A client with the default options.
     *
     * @param environment which exchange
     * @return a client that isn't connected yet
     * @throws IllegalArgumentException when the environment has no WebSocket API
     */
    public static BinanceWebSocketApiClient create(BinanceEnvironment environment) {
        return create(WebSocketApiOptions.of(environment));
    }

    /**
     * A client.
     *
     * @param options how it is set up
     * @return a client that isn't connected yet
     * @throws IllegalArgumentException when the environment has no WebSocket API
     */
    public static BinanceWebSocketApiClient create(WebSocketApiOptions options) {
        return new BinanceWebSocketApiClient(options);
    }

    @Override
    public <R> Mono<R> exchange(Call<R> call) {
        if (call.endpoint().method() == null) {
            throw new IllegalArgumentException(call.endpoint().name() + " is not offered over the WebSocket API");
        }
        return RequestMono.of(call.complete(), correlator);
    }

    /**
     * Connects without a request. Harmless when it is connected already.
     *
     * @return completes when a socket is in use; fails with a {@link ClientClosedException} when the session ends before, with
     *     what ended it as the cause. Cold
     */
    public Mono<Void> connect() {
        return Mono.defer(() -> {
            session().start();
            return events().filter(event ->
                            event.status() == SessionStatus.CLOSED || session().active() != null)
                    .next()
                    .flatMap(BinanceWebSocketApiClient::outcome);
        });
    }

    private static Mono<Void> outcome(SessionEvent event) {
        return event.status() == SessionStatus.CLOSED
                ? Mono.error(new ClientClosedException("connect", event.cause()))
                : Mono.empty();
    }

    /**
     * The session below, to watch it, to ask it for a rotation, or to measure a round trip.
     *
     * @return the session; dispose of the client, not of this
     */
    public WebSocketSession session() {
        return correlator.session();
    }

    /**
     * What happens to the session; see {@link WebSocketSession#events()}.
     *
     * @return a hot stream
     */
    public Flux<SessionEvent> events() {
        return session().events();
    }

    /**
     * What this client has counted.
     *
     * @return a snapshot
     */
    public WebSocketApiStatistics statistics() {
        return correlator.counters().snapshot(correlator.inFlight());
    }

    /** Ends the session and every request that waits. Any thread; harmless when called again. */
    @Override
    public void dispose() {
        session().dispose();
    }

    @Override
    public boolean isDisposed() {
        return session().isDisposed();
    }
}
