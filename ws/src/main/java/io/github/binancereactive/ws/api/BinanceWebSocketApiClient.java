/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.SessionEndpoints;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.model.session.SessionStatus;
import io.github.binancereactive.ws.session.SessionEvent;
import io.github.binancereactive.ws.session.WebSocketSession;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
 * <p>An endpoint that needs a key is called on behalf of {@link WebSocketApiOptions#credentials()}: with an Ed25519 key the
 * session logs on, each connection once before it is used; with others each request is signed. {@link #as} gives single requests
 * another key. With a {@link WebSocketApiOptions#budget()} requests wait for their turn, or fail at once.
 *
 * <p>Safe for any number of threads. Answers are signalled on the socket's event loop, those of 64 KiB and more on the decode
 * scheduler; deadlines on the scheduler; the end of the client, and what can't be taken at all, on the thread that brings it
 * about. What is asked on an event loop is written when the task that asks is done, all of it with one flush.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/general-api-information">WebSocket
 *     API</a>
 */
public final class BinanceWebSocketApiClient implements SpotApi, SessionApi, Disposable {

    private final RequestCorrelator correlator;
    private final @Nullable Identity identity; // null for that of the session

    private BinanceWebSocketApiClient(RequestCorrelator correlator, @Nullable Identity identity) {
        this.correlator = correlator;
        this.identity = identity;
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
        return new BinanceWebSocketApiClient(new RequestCorrelator(options), null);
    }

    /**
     * A view of this client on behalf of another key: the same session, the same connections and the same limits, but each
     * request that needs a key carries this one and its signature, whoever is logged on.
     *
     * @param credentials the key of the view's requests
     * @return a view; to dispose of it is to dispose of the client
     */
    public BinanceWebSocketApiClient as(Credentials credentials) {
        return new BinanceWebSocketApiClient(correlator, new Identity(credentials));
    }

    /**
     * Sends a call; this class says how it can end, {@link io.github.binancereactive.core.api.Exchange} what holds on every wire.
     *
     * <p>An endpoint that needs a key is called on behalf of who is logged on at the time of the subscription, or else of the
     * client's credentials. A request that is refused for its timestamp (-1021) has not run: the clock is set, and the request
     * sent once more, within its deadline.
     *
     * @param call what to send
     * @param <R> type of the answer
     * @return the answer, or empty for endpoints that answer nothing
     * @throws IllegalArgumentException at once, when a mandatory parameter is missing or the WebSocket API doesn't have the
     *     endpoint
     * @throws IllegalStateException at once, when the endpoint needs a key and there is none
     */
    @Override
    public <R> Mono<R> exchange(Call<R> call) {
        Endpoint<R> endpoint = call.endpoint();
        if (endpoint.method() == null) {
            throw new IllegalArgumentException(endpoint.name() + " is not offered over the WebSocket API");
        }
        Call<R> complete = call.complete();
        Terms terms = identity == null
                ? correlator.logon().terms(endpoint)
                : Terms.orElse(endpoint, identity.termsOfItsOwn(endpoint));
        if (terms == null) {
            throw SessionLogon.withoutKey(endpoint);
        }
        return RequestMono.of(complete, identity == null ? null : terms, correlator);
    }

    @Override
    public Mono<SessionStatus> logon(Credentials credentials) {
        Identity loggingOn = SessionLogon.requireCanLogOn(credentials);
        return RequestMono.of(Call.of(SessionEndpoints.LOGON), loggingOn.logon(), correlator);
    }

    /**
     * Asks for the exchange's time and tells the clock of the options, whose timestamps requests carry. Happens by itself when a
     * request is refused for its timestamp; done before, it saves that one a round trip.
     *
     * @return how far the exchange's clock is ahead, as far as is known now; fails as {@link #time()} does. Cold
     */
    public Mono<Duration> syncClock() {
        return correlator.clock().once();
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
            return events().filter(event -> isClosed(event) || session().active() != null)
                    .next()
                    .flatMap(BinanceWebSocketApiClient::outcome);
        });
    }

    private static Mono<Void> outcome(SessionEvent event) {
        return isClosed(event) ? Mono.error(new ClientClosedException("connect", event.cause())) : Mono.empty();
    }

    private static boolean isClosed(SessionEvent event) {
        return event.type() == SessionEvent.Type.CLOSED;
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
     * The one use of a kind that this client's connections have beside requests. The first call makes it; it lives as long as the
     * client. This is how {@link io.github.binancereactive.ws.user.BinanceUserDataStream} subscribes; applications don't need it.
     *
     * @param kind which one
     * @param maker makes it; called once, and must not call back
     * @param <U> its type
     * @return the same object for all callers, and for all views of this client
     */
    public <U extends ConnectionUse> U use(Class<U> kind, Function<ApiConnections, U> maker) {
        return correlator.use(kind, maker);
    }

    /**
     * The key of this view.
     *
     * @return null when it acts as the client itself does
     */
    public @Nullable Credentials credentials() {
        return identity == null ? null : identity.credentials();
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

    /** Shows where the session stands, and no key. */
    @Override
    public String toString() {
        return "BinanceWebSocketApiClient[" + session() + "]";
    }
}
