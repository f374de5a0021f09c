/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.codec.DecodingException;
import io.github.binancereactive.core.codec.EnvelopeCodec;
import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.Failure;
import io.github.binancereactive.core.error.TooManyInFlightException;
import io.github.binancereactive.core.model.trade.PartialOutcome;
import io.github.binancereactive.ws.session.SessionProtocol;
import io.github.binancereactive.ws.session.SessionSocket;
import io.github.binancereactive.ws.session.SocketClose;
import io.github.binancereactive.ws.session.SocketHandler;
import io.github.binancereactive.ws.session.WebSocketSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * Sends requests to whichever socket is in use, brings answers to the requests they belong to, and sees that each request
 * ends. The protocol of a session that speaks the WebSocket API. Any thread.
 *
 * <p>Two orders keep requests from being forgotten. A request enters the table before it looks for a socket, and a new
 * socket is published before it looks for requests: one of them sees the other. A request enters the table before it looks
 * whether the client has closed, and closing is published before the table is emptied: likewise.
 */
final class RequestCorrelator implements SessionProtocol {

    private static final String SERVER_SHUTDOWN = "serverShutdown";

    private final EnvelopeCodec codec;
    private final PendingTable table;
    private final DeadlineSweep deadlines;
    private final Scheduler decoding;
    private final RequestCounters counters = new RequestCounters();
    private final WebSocketSession session;

    private volatile @Nullable End end;

    private record End(@Nullable Throwable cause) {}

    RequestCorrelator(WebSocketApiOptions options) {
        this.codec = options.codec();
        this.table = new PendingTable(options.maxInFlight());
        this.deadlines = new DeadlineSweep(table, options.requestTimeout(), options.scheduler());
        this.decoding = options.decodeScheduler();
        this.session = new WebSocketSession(
                "websocket-api " + options.environment().name(),
                options.addresses(),
                options.session(),
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

    int inFlight() {
        return table.count();
    }

    // --- requests ---

    void begin(PendingRequest<?> request) {
        if (!table.add(request, deadlines.fromNow())) {
            request.fail(new TooManyInFlightException(request.endpoint().name(), table.bound()));
            return;
        }
        if (!request.entered()) {
            table.remove(request);
            return;
        }
        deadlines.wake();
        session.start();
        dispatch(request);
    }

    void repeat(PendingRequest<?> request) {
        counters.repeated.increment();
        dispatch(request);
    }

    private void dispatch(PendingRequest<?> request) {
        SessionSocket socket = session.active();
        if (socket != null) {
            request.sendTo(socket);
        }
        endIfClosed(request);
    }

    /** A socket closed before it wrote a request. */
    void parkedAgain(PendingRequest<?> request, SessionSocket closed) {
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

    void encode(PendingRequest<?> request, FrameBuffer target) {
        codec.encode(request.id(), request.call(), target);
    }

    void written() {
        counters.written.increment();
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

    // --- answers ---

    @Override
    public SocketHandler open(SessionSocket socket) {
        return new FrameReader(this, socket, codec, decoding);
    }

    @Nullable PendingRequest<?> find(long id) {
        return table.find(id);
    }

    void received(SessionSocket socket, InboundFrame frame) {
        if (!frame.isAnswer()) {
            event(socket, frame.event());
        } else if (frame.id() == InboundFrame.NO_ID) {
            uncorrelated(socket, frame);
        } else {
            answered(socket, frame);
        }
    }

    private void answered(SessionSocket socket, InboundFrame frame) {
        PendingRequest<?> request = table.find(frame.id());
        String missing = request == null ? null : missing(request, frame);
        if (missing != null) {
            garbled(socket, frame.id(), new DecodingException("an answer without " + missing, null));
            return;
        }
        if (request != null && settle(request, frame)) {
            counters.answered.increment();
        } else if (table.wasIssued(frame.id())) {
            counters.lateOrDuplicate.increment();
        } else {
            counters.unknownIds.increment();
        }
    }

    /** Ends a request by its answer. Says whether it was still waited for. */
    private static boolean settle(PendingRequest<?> request, InboundFrame frame) {
        if (frame.status() == 200) {
            return request.answer(frame.result());
        }
        Failure failure = failure(frame);
        PartialOutcome outcome = failure.partialOutcome();
        return outcome == null ? request.fail(exception(request, failure)) : request.answer(outcome);
    }

    /** What makes this no answer: without status it is neither a success nor a refusal. */
    private static @Nullable String missing(PendingRequest<?> request, InboundFrame frame) {
        if (frame.status() == 0) {
            return "status";
        }
        boolean needsResult =
                frame.status() == 200 && !request.endpoint().result().isNothing();
        return needsResult && frame.result() == null ? "result" : null;
    }

    private void event(SessionSocket socket, @Nullable String type) {
        if (SERVER_SHUTDOWN.equals(type)) {
            session.rotate(socket, SERVER_SHUTDOWN);
        } else {
            counters.ignoredEvents.increment();
        }
    }

    /** An error that names no request: the session was revoked, or a request could not even be parsed. */
    private void uncorrelated(SessionSocket socket, InboundFrame frame) {
        counters.uncorrelatedErrors.increment();
        ErrorBody error = frame.error();
        String reason =
                "an answer without id, status " + frame.status() + (error == null ? "" : ", code " + error.code());
        session.notice(socket, reason, null);
        // With one query outstanding on this socket it is most likely that query's, and if not, no harm is done. An
        // order is never
        // refused by a guess: the error may be about a key, or answer a request that was given up. It has its deadline.
        List<PendingRequest<?>> candidates = table.select(request -> request.isWrittenTo(socket));
        if (candidates.size() == 1 && candidates.get(0).endpoint().repeatable()) {
            PendingRequest<?> only = candidates.get(0);
            only.fail(exception(only, failure(frame)));
        }
    }

    private static Failure failure(InboundFrame frame) {
        ErrorBody error = frame.error();
        return error == null
                ? new Failure(frame.status(), 0, "", null)
                : new Failure(frame.status(), error.code(), error.message(), error.retryAfter(), error.detail());
    }

    private static BinanceException exception(PendingRequest<?> request, Failure failure) {
        return failure.toException(request.endpoint().name(), request.endpoint().repeatable(), request.clientOrderId());
    }

    /** A frame that is none of the API's; its id may have been read before that showed. */
    void garbled(SessionSocket socket, long id, RuntimeException cause) {
        counters.undecodable.increment();
        PendingRequest<?> request = id == InboundFrame.NO_ID ? null : table.find(id);
        if (request != null) {
            request.undecodable(cause);
        } else {
            session.notice(socket, "a frame that is not of the WebSocket API", cause);
        }
    }

    // --- the session ---

    @Override
    public void onActive(SessionSocket socket) {
        table.select(PendingRequest::isParked).forEach(request -> request.sendTo(socket));
    }

    @Override
    public void onLost(SessionSocket socket, SocketClose close) {
        table.select(request -> request.isWrittenTo(socket)).forEach(request -> request.lost(socket, close));
    }

    @Override
    public void onEnd(@Nullable Throwable cause) {
        end = new End(cause);
        table.forEach(request -> request.clientClosed(cause));
    }
}
