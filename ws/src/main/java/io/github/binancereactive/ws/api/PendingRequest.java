/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.ws.session.Outgoing;
import io.github.binancereactive.ws.session.SessionSocket;
import io.github.binancereactive.ws.session.SocketClose;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;

/**
 * One request of one subscriber, from its demand to its end: subscription, message and entry in the table in one object.
 *
 * <p>It is in one of six states, and whoever changes the state does what the change entails:
 *
 * <pre>
 * IDLE -> ENTERING -> PARKED -> QUEUED -> WRITTEN -> DONE
 *                        ^--------/          /
 *                        ^------------------/   socket lost, safe to repeat, once
 * </pre>
 *
 * From every state it can become DONE: by cancel, by the deadline, or because the client closes.
 *
 * @param <R> what the endpoint answers
 */
final class PendingRequest<R> implements Subscription, Outgoing {

    private static final Logger LOG = LoggerFactory.getLogger(PendingRequest.class);

    private static final int IDLE = 0;
    private static final int ENTERING = 1; // on its way into the table; nobody else removes it from there
    private static final int PARKED = 2; // no socket has it
    private static final int QUEUED = 3; // a socket has it and hasn't written it
    private static final int WRITTEN = 4;
    private static final int DONE = 5;

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<PendingRequest> STATE =
            AtomicIntegerFieldUpdater.newUpdater(PendingRequest.class, "state");

    private final Call<R> call;
    private final CoreSubscriber<? super R> actual;
    private final RequestCorrelator correlator;

    private volatile int state = IDLE;
    private long id; // set before the table publishes this
    private long deadlineNanos; // likewise
    private boolean repeated; // only while WRITTEN, by whoever has found the socket lost
    private @Nullable SessionSocket socket; // set by a socket's loop before WRITTEN publishes it

    PendingRequest(Call<R> call, CoreSubscriber<? super R> actual, RequestCorrelator correlator) {
        this.call = call;
        this.actual = actual;
        this.correlator = correlator;
    }

    Call<R> call() {
        return call;
    }

    Endpoint<R> endpoint() {
        return call.endpoint();
    }

    long id() {
        return id;
    }

    void register(long assignedId, long deadline) {
        id = assignedId;
        deadlineNanos = deadline;
    }

    // --- the subscriber's side ---

    @Override
    public void request(long n) {
        if (Operators.validate(n) && STATE.compareAndSet(this, IDLE, ENTERING)) {
            correlator.begin(this);
        }
    }

    @Override
    public void cancel() {
        int before = finish();
        if (before != DONE && before != IDLE) {
            correlator.cancelled(this);
            release(before);
        }
    }

    /**
     * It is in the table. False when it ended on the way there: whoever ended it may not have found it in the table, and leaves
     * it to the caller to take it out.
     */
    boolean entered() {
        return STATE.compareAndSet(this, ENTERING, PARKED);
    }

    // --- towards a socket ---

    /** Gives itself to a socket, unless another thread has done so. */
    void sendTo(SessionSocket target) {
        if (STATE.compareAndSet(this, PARKED, QUEUED)) {
            target.send(this);
        }
    }

    boolean isParked() {
        return state == PARKED;
    }

    @Override
    public boolean writeTo(SessionSocket writer, FrameBuffer target) {
        // Encoded before the change to WRITTEN: what can't be encoded has certainly not been sent.
        if (state == DONE) {
            return false;
        }
        try {
            correlator.encode(this, target);
        } catch (RuntimeException e) {
            fail(new ProtocolException(name(), "the request could not be encoded", e));
            return false;
        }
        socket = writer;
        if (!STATE.compareAndSet(this, QUEUED, WRITTEN)) {
            return false;
        }
        correlator.written();
        return true;
    }

    @Override
    public void notWritten(SessionSocket closed) {
        if (STATE.compareAndSet(this, QUEUED, PARKED)) {
            correlator.parkedAgain(this, closed);
        }
    }

    @Override
    public boolean isWanted() {
        return state != DONE;
    }

    /** A socket is gone: if the request was on it, it is repeated or its outcome is unknown. */
    void lost(SessionSocket gone, SocketClose close) {
        if (state != WRITTEN || socket != gone) {
            return;
        }
        if (endpoint().repeatable() && !repeated) {
            repeated = true;
            if (STATE.compareAndSet(this, WRITTEN, PARKED)) {
                correlator.repeat(this);
            }
        } else if (endpoint().repeatable()) {
            fail(new ConnectionLostException(
                    name(), "connection lost twice before the answer, " + close, close.cause()));
        } else {
            fail(outcomeUnknown("connection lost before the answer, " + close, close.cause()));
        }
    }

    boolean isWrittenTo(SessionSocket candidate) {
        return state == WRITTEN && socket == candidate;
    }

    // --- the ends ---

    /** The answer came. Says whether it was still waited for. */
    boolean answer(@Nullable Object result) {
        if (!finished()) {
            return false;
        }
        try {
            if (result != null) {
                actual.onNext(cast(result));
            }
            actual.onComplete();
        } catch (Throwable e) {
            thrownBySubscriber(e);
        }
        return true;
    }

    /** The exchange said no, or that it doesn't know. */
    boolean fail(BinanceException failure) {
        return end(before -> failure);
    }

    void expireIfLate(long nowNanos, Duration deadline) {
        if (nowNanos - deadlineNanos >= 0) {
            end(before -> before == WRITTEN && !endpoint().repeatable()
                    ? outcomeUnknown("no answer within " + deadline, null)
                    : new DeadlineExceededException(name(), deadline, before == WRITTEN || repeated));
        }
    }

    void clientClosed(@Nullable Throwable cause) {
        ClientClosedException closed = new ClientClosedException(name(), cause);
        end(before -> before == WRITTEN && !endpoint().repeatable()
                ? outcomeUnknown("the client was closed before the answer", closed)
                : closed);
    }

    /** The answer came but can't be read. */
    void undecodable(RuntimeException cause) {
        ProtocolException failure = new ProtocolException(name(), "the answer could not be decoded", cause);
        fail(endpoint().repeatable() ? failure : outcomeUnknown("the answer could not be decoded", failure));
    }

    /**
     * Ends with a failure that depends on how far the request had come: that is known only once nobody can carry it on.
     */
    private boolean end(IntFunction<BinanceException> failure) {
        int before = finish();
        if (before == DONE) {
            return false;
        }
        release(before);
        correlator.failed();
        try {
            actual.onError(failure.apply(before));
        } catch (Throwable e) {
            thrownBySubscriber(e);
        }
        return true;
    }

    /** No subscriber may throw. One that does must not take those with it that are told by the same loop. */
    private void thrownBySubscriber(Throwable thrown) {
        Exceptions.throwIfJvmFatal(thrown);
        LOG.error("A subscriber of {} has thrown", name(), thrown);
    }

    private boolean finished() {
        int before = finish();
        if (before == DONE) {
            return false;
        }
        release(before);
        return true;
    }

    private OutcomeUnknownException outcomeUnknown(String why, @Nullable Throwable cause) {
        return new OutcomeUnknownException(name(), why, clientOrderId(), cause);
    }

    @Nullable String clientOrderId() {
        return call.parameters().get("newClientOrderId") instanceof String given ? given : null;
    }

    private String name() {
        return endpoint().name();
    }

    private int finish() {
        return STATE.getAndSet(this, DONE);
    }

    private void release(int before) {
        if (before != ENTERING) {
            correlator.remove(this);
        }
        if (before == WRITTEN) {
            Objects.requireNonNull(socket).settled();
        }
    }

    @SuppressWarnings("unchecked") // the codec decoded it by this endpoint's result type
    private R cast(Object result) {
        return (R) result;
    }
}
