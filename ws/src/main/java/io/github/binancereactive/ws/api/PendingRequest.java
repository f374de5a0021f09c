/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.core.codec.RequestStamp;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.limit.Usage;
import io.github.binancereactive.ws.session.Outgoing;
import io.github.binancereactive.ws.session.SessionSocket;
import io.github.binancereactive.ws.session.SocketClose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * <p>It is in one of seven states, and whoever changes the state does what the change entails:
 *
 * <pre>
 * IDLE -> ENTERING -> HELD -> PARKED -> QUEUED -> WRITTEN -> DONE
 *            ^         ^         ^--------/        /   /
 *            |         '--------------------------/   /   socket lost, safe to repeat, once
 *            '---------------------------------------/    refused for its timestamp, once
 * </pre>
 *
 * From every state it can become DONE: by cancel, by the deadline, or because the client closes.
 *
 * @param <R> what the endpoint answers
 */
final class PendingRequest<R> implements Subscription, Outgoing {

    private static final Logger LOG = LoggerFactory.getLogger(PendingRequest.class);

    private static final int FRAME_CAPACITY = 512;

    private static final int IDLE = 0;
    private static final int ENTERING = 1; // on its way into the table; nobody else removes it from there
    private static final int HELD = 2; // must not be sent yet: for the budget, or until the clock is set
    private static final int PARKED = 3; // no socket has it
    private static final int QUEUED = 4; // a socket has it and hasn't written it
    private static final int WRITTEN = 5;
    private static final int DONE = 6;

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<PendingRequest> STATE =
            AtomicIntegerFieldUpdater.newUpdater(PendingRequest.class, "state");

    private final Call<R> call;
    private final Terms terms;
    private final CoreSubscriber<? super R> actual;
    private final RequestCorrelator correlator;

    private volatile int state = IDLE;
    private long id; // set before the table publishes this
    private long deadlineNanos; // likewise
    private boolean repeated; // only while WRITTEN, by whoever has found the socket lost
    private boolean retimed; // likewise, by whoever reads its answer
    private @Nullable SessionSocket socket; // set by a socket's loop before WRITTEN publishes it
    private @Nullable RequestStamp stamp; // of what was encoded last, set before WRITTEN publishes it
    private @Nullable BudgetClaim claim; // of the present attempt, set while HELD; null without budget

    PendingRequest(Call<R> call, Terms terms, CoreSubscriber<? super R> actual, RequestCorrelator correlator) {
        this.call = call;
        this.terms = terms;
        this.actual = actual;
        this.correlator = correlator;
    }

    Call<R> call() {
        return call;
    }

    Terms terms() {
        return terms;
    }

    Endpoint<R> endpoint() {
        return call.endpoint();
    }

    long id() {
        return id;
    }

    void register(long assignedId) {
        id = assignedId;
    }

    void endAt(long deadline) {
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
        return STATE.compareAndSet(this, ENTERING, HELD);
    }

    // --- towards a socket ---

    /** A new attempt asks the budget. */
    BudgetClaim claim() {
        BudgetClaim begun = new BudgetClaim(this);
        claim = begun;
        return begun;
    }

    /** It may be sent. False when it has ended. */
    boolean admit() {
        if (!STATE.compareAndSet(this, HELD, PARKED)) {
            return false;
        }
        correlator.dispatch(this);
        return true;
    }

    /** Gives itself to a socket, unless another thread has done so. */
    void sendTo(SessionSocket target) {
        if (STATE.compareAndSet(this, PARKED, QUEUED)) {
            if (terms.isSignedSlowly()) {
                correlator.signing().run(this, () -> sendEncoded(target));
            } else {
                target.send(this);
            }
        }
    }

    private void sendEncoded(SessionSocket target) {
        FrameBuffer frame = new FrameBuffer(FRAME_CAPACITY);
        if (isWanted() && encode(target, frame)) {
            target.send(new EncodedRequest(this, frame));
        }
    }

    private boolean encode(SessionSocket writer, FrameBuffer target) {
        try {
            stamp = correlator.encode(this, writer, target);
            return true;
        } catch (Throwable e) {
            // Whatever a signer throws, nobody else would send or end this one.
            Exceptions.throwIfJvmFatal(e);
            fail(new ProtocolException(name(), "the request could not be encoded", e));
            return false;
        }
    }

    boolean isParked() {
        return state == PARKED;
    }

    @Override
    public boolean writeTo(SessionSocket writer, FrameBuffer target) {
        // Encoded before the change to WRITTEN: what can't be encoded has certainly not been sent.
        return state != DONE && encode(writer, target) && written(writer);
    }

    /** A socket has its bytes. False when it ended just before, and they must not leave. */
    boolean written(SessionSocket writer) {
        socket = writer;
        if (!STATE.compareAndSet(this, QUEUED, WRITTEN)) {
            return false;
        }
        correlator.written(this, writer);
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
        if (terms.only() != null) {
            fail(new ConnectionLostException(name(), "connection lost, " + close, close.cause()));
        } else if (endpoint().repeatable() && !repeated) {
            repeat();
        } else if (endpoint().repeatable()) {
            fail(new ConnectionLostException(
                    name(), "connection lost twice before the answer, " + close, close.cause()));
        } else {
            fail(outcomeUnknown("connection lost before the answer, " + close, close.cause()));
        }
    }

    private void repeat() {
        repeated = true;
        BudgetClaim spent = claim;
        if (STATE.compareAndSet(this, WRITTEN, HELD)) {
            if (spent != null) {
                spent.over(true);
            }
            correlator.repeat(this);
        }
    }

    /** Its socket was lost before it was written, and it is for no other. */
    void lostUnsent() {
        fail(new ConnectionLostException(name(), "connection lost", null));
    }

    /**
     * It was refused for its timestamp, so it has not run: once, it is taken back to be sent again. Then it is on its way into
     * the table, for another id, since a second answer to the first one must not pass for that to the second.
     */
    boolean takeBack() {
        if (retimed || !terms.isStamped()) {
            return false;
        }
        retimed = true;
        if (!STATE.compareAndSet(this, WRITTEN, ENTERING)) {
            return false;
        }
        Objects.requireNonNull(socket).settled();
        return true;
    }

    boolean isWrittenTo(SessionSocket candidate) {
        return state == WRITTEN && socket == candidate;
    }

    /** Whether it was sent without a key, because its socket was logged on. */
    boolean reliesOnLogon() {
        RequestStamp carried = stamp;
        return carried != null && carried.credentials() == null;
    }

    /** Its answer is there and says how much of the limits is used up. */
    void counted(List<Usage> report) {
        BudgetClaim answered = claim;
        if (answered != null) {
            answered.answered(report);
        }
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
        return new OutcomeUnknownException(call, why, latestAcceptance(), cause);
    }

    /** When the exchange doesn't take it any more, by its clock; null for what it always takes. */
    @Nullable Instant latestAcceptance() {
        RequestStamp carried = stamp;
        return carried == null ? null : correlator.logon().latestAcceptance(call, carried);
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
        BudgetClaim last = claim;
        if (last != null) {
            last.over(before == WRITTEN);
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
