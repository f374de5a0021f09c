/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.codec.EnvelopeCodec;
import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.core.codec.RequestStamp;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.TooManyInFlightException;
import io.github.binancereactive.ws.session.SessionProtocol;
import io.github.binancereactive.ws.session.SessionSocket;
import io.github.binancereactive.ws.session.SocketClose;
import io.github.binancereactive.ws.session.SocketHandler;
import io.github.binancereactive.ws.session.WebSocketSession;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Sends requests to whichever socket is in use, as soon as the budget allows, and sees that each request ends; {@link Answers}
 * brings the answers. The protocol of a session that speaks the WebSocket API. Any thread.
 *
 * <p>Two orders keep requests from being forgotten. A request enters the table before it looks for a socket, and a new
 * socket is published before it looks for requests: one of them sees the other. A request enters the table before it looks
 * whether the client has closed, and closing is published before the table is emptied: likewise.
 */
final class RequestCorrelator implements SessionProtocol {

    private final EnvelopeCodec codec;
    private final PendingTable table;
    private final DeadlineSweep deadlines;
    private final Scheduler decoding;
    private final RequestCounters counters = new RequestCounters();
    private final @Nullable RequestPacing pacing;
    private final ClockSync clock;
    private final Supplier<String> clientOrderIds;
    private final SlowSigning signing;
    private final SessionLogon logon;
    private final Answers answers;
    private final ConnectionUses uses = new ConnectionUses();
    private final ApiConnections connections;
    private final WebSocketSession session;

    private volatile @Nullable End end;

    private record End(@Nullable Throwable cause) {}

    RequestCorrelator(WebSocketApiOptions options) {
        this.codec = options.codec();
        this.table = new PendingTable(options.maxInFlight());
        this.deadlines = new DeadlineSweep(table, options.requestTimeout(), options.scheduler());
        this.decoding = options.decodeScheduler();
        this.pacing = RequestPacing.of(options);
        this.clientOrderIds = options.clientOrderIds();
        this.clock = new ClockSync(options.serverClock(), this);
        this.signing = new SlowSigning(options.signScheduler());
        this.logon = new SessionLogon(options, this);
        this.connections = new ApiConnections(this, options.scheduler(), options.serverClock());
        this.answers = new Answers(this, table, counters, pacing);
        this.session = new WebSocketSession(
                "websocket-api " + options.environment().name(),
                options.addresses(),
                options.sessionWithinBudget(),
                options.openTransport(),
                this,
                options.scheduler());
    }

    WebSocketSession session() {
        return session;
    }

    RequestCounters counters() {
        return counters;
    }

    ClockSync clock() {
        return clock;
    }

    /** The call of one subscriber: what it places has an id of its own. */
    <R> Call<R> identified(Call<R> call) {
        return call.endpoint().clientOrderIds().isEmpty() ? call : call.identified(clientOrderIds);
    }

    SlowSigning signing() {
        return signing;
    }

    SessionLogon logon() {
        return logon;
    }

    ConnectionUses uses() {
        return uses;
    }

    /** The use of this kind. It is there before this looks for the end, and the end before uses are told: one sees the other. */
    <U extends ConnectionUse> U use(Class<U> kind, Function<ApiConnections, U> maker) {
        U use = uses.of(kind, () -> maker.apply(connections));
        End closed = end;
        if (closed != null) {
            use.onEnd(closed.cause());
        }
        return use;
    }

    int inFlight() {
        return table.count();
    }

    // --- requests ---

    /** A request that the client makes for itself. */
    <R> Mono<R> send(Call<R> call, Terms terms) {
        return RequestMono.of(call, terms, this);
    }

    void begin(PendingRequest<?> request) {
        request.endAt(deadlines.fromNow());
        if (!table.add(request)) {
            request.fail(new TooManyInFlightException(request.endpoint().name(), table.bound()));
            return;
        }
        if (!request.entered()) {
            table.remove(request);
            return;
        }
        deadlines.wake();
        session.start();
        admit(request);
    }

    private void admit(PendingRequest<?> request) {
        if (pacing != null) {
            pacing.admit(request);
            endIfClosed(request);
        } else {
            request.admit();
        }
    }

    void repeat(PendingRequest<?> request) {
        counters.repeated.increment();
        admit(request);
    }

    /** Sends a request once more that was refused for its timestamp and is on its way back into the table. */
    void retime(PendingRequest<?> request, BinanceException refusal) {
        table.renew(request);
        if (!request.entered()) {
            table.remove(request);
            return;
        }
        endIfClosed(request);
        SessionSocket only = request.terms().only();
        Mono<?> inStep = only == null ? clock.shared() : clock.over(only);
        inStep.subscribe(offset -> {}, failure -> request.fail(refusal), () -> repeat(request));
    }

    void dispatch(PendingRequest<?> request) {
        SessionSocket only = request.terms().only();
        SessionSocket socket = only != null ? only : session.active();
        if (socket != null) {
            request.sendTo(socket);
        }
        endIfClosed(request);
    }

    /** A socket closed before it wrote a request. */
    void parkedAgain(PendingRequest<?> request, SessionSocket closed) {
        if (request.terms().only() != null) {
            request.lostUnsent();
            return;
        }
        SessionSocket socket = session.active();
        // While the closed socket still counts as the active one, sending to it again would spin; its successor will
        // look.
        if (socket != null && socket != closed) {
            request.sendTo(socket);
        }
        endIfClosed(request);
    }

    private void endIfClosed(PendingRequest<?> request) {
        End closed = end;
        if (closed != null) {
            request.clientClosed(closed.cause());
        }
    }

    /** Says what it carries beside its parameters; null for nothing. */
    @Nullable RequestStamp encode(PendingRequest<?> request, SessionSocket writer, FrameBuffer target) {
        RequestStamp stamp = logon.stamp(request, writer);
        if (stamp == null) {
            codec.encode(request.id(), request.call(), target);
        } else {
            codec.encode(request.id(), request.call(), stamp, target);
        }
        return stamp;
    }

    void written(PendingRequest<?> request, SessionSocket writer) {
        counters.written.increment();
        logon.written(request.terms(), writer);
    }

    void remove(PendingRequest<?> request) {
        table.remove(request);
    }

    void cancelled(PendingRequest<?> request) {
        counters.cancelled.increment();
    }

    void failed() {
        counters.failed.increment();
    }

    // --- the session ---

    @Override
    public SocketHandler open(SessionSocket socket) {
        return new FrameReader(answers, socket, codec, decoding);
    }

    @Override
    public Mono<Void> prepare(SessionSocket socket) {
        return logon.prepare(socket).then(uses.prepare(socket));
    }

    @Override
    public void onActive(SessionSocket socket) {
        table.select(PendingRequest::isParked).forEach(request -> request.sendTo(socket));
        logon.align(socket);
        uses.onActive(socket);
    }

    @Override
    public void onLost(SessionSocket socket, SocketClose close) {
        logon.forget(socket);
        table.select(request -> request.isWrittenTo(socket)).forEach(request -> request.lost(socket, close));
        uses.onLost(socket, close);
    }

    @Override
    public void onRefused(SocketClose close) {
        if (pacing != null) {
            pacing.refused(close);
        }
    }

    @Override
    public void onEnd(@Nullable Throwable cause) {
        end = new End(cause);
        signing.end();
        table.forEach(request -> request.clientClosed(cause));
        uses.onEnd(cause);
    }
}
