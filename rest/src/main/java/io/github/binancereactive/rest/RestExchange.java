/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.error.BinanceException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.net.URI;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.netty.Connection;
import reactor.util.context.Context;

/**
 * One subscription to a request: its attempts, one after the other, its deadline and its end. It is the subscriber of the
 * attempt under way; what it hands over to its own subscriber, and when, its two kinds decide.
 *
 * <p>Answer, deadline, cancellation and the closing of the client may come at once from several threads; the one that moves
 * {@code phase} to ENDED counts, the others find it there. The same move keeps an attempt from being written that the
 * subscriber was already told of as not sent.
 */
abstract class RestExchange<T> implements CoreSubscriber<T> {

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<RestExchange> PHASE =
            AtomicIntegerFieldUpdater.newUpdater(RestExchange.class, "phase");

    @SuppressWarnings("rawtypes")
    private static final AtomicReferenceFieldUpdater<RestExchange, @Nullable Subscription> ATTEMPT =
            AtomicReferenceFieldUpdater.newUpdater(RestExchange.class, Subscription.class, "attempt");

    private static final int UNSENT = 0;
    private static final int SENT = 1;
    private static final int ENDED = 2;

    private final RestRequest<?> request;
    private final RestContext context;

    private volatile int phase;

    @SuppressWarnings("UnusedVariable") // It is read through its updater.
    private volatile @Nullable Subscription attempt;

    private volatile @Nullable Disposable deadline;
    private volatile @Nullable EventLoop loop;

    // Of the attempt under way: attempts don't overlap, and each happens before the next.
    private List<URI> hosts = List.of();
    private int current;
    private boolean askedAgain;
    private boolean clockRenewed;
    private @Nullable Attempt<T> trying; // published by the change of phase to SENT

    RestExchange(RestRequest<?> request, RestContext context) {
        this.request = request;
        this.context = context;
    }

    /** Hands the subscription over. */
    abstract void subscribe();

    /** Whose context this runs in. */
    abstract CoreSubscriber<?> actual();

    /** Who reads the body of an answer. Event loop only. */
    abstract CoreSubscriber<ByteBuf> arrive(AnswerHead head, CoreSubscriber<? super T> reader);

    /** Whether something was handed over already: then nothing can begin anew. */
    abstract boolean begun();

    /** An attempt begins: what was kept of the one before is void. */
    void beginAnew() {}

    /** Tells the subscriber that the answer has ended; called once, and nothing else afterwards. */
    abstract void deliverEnd();

    /** Tells the subscriber that the request has failed; called once, and nothing else afterwards. */
    abstract void deliverError(Throwable error);

    final void start() {
        subscribe();
        if (phase == ENDED) {
            return;
        }
        if (!context.resources().enter(this)) {
            close();
            return;
        }
        begin();
        if (phase == ENDED) {
            // The end may have come before there was anything to release.
            release();
        }
    }

    private void begin() {
        try {
            startDeadline();
            RestConfig config = context.config();
            hosts = context.resources().order(config.environment().restHosts(), config.clock());
        } catch (RejectedExecutionException e) {
            // Whoever owns the event loops has shut them down.
            close();
            return;
        }
        attempt(null);
    }

    /** Begins a time after which {@link #onDeadline()} is asked. */
    final void startDeadline() {
        deadline = context.transport().atDeadline(this::onDeadline);
        if (phase == ENDED) {
            release();
        }
    }

    /** Makes an attempt, after something else if need be. */
    private void attempt(@Nullable Mono<?> first) {
        if (phase == ENDED) {
            return;
        }
        Attempt<T> next = new Attempt<>(request, hosts.get(current), this, context);
        trying = next;
        beginAnew();
        try {
            Flux<T> answer = next.answer();
            (first == null ? answer : first.thenMany(answer)).subscribe(this);
        } catch (RuntimeException e) {
            onError(e);
        }
    }

    /** Names the connection of the attempt. */
    final void on(Connection connection) {
        loop = connection.channel().eventLoop();
    }

    /** The request is about to be written. What reads only may be written anew by Reactor Netty. */
    final boolean leave() {
        return PHASE.compareAndSet(this, UNSENT, SENT) || (phase == SENT && request.repeatable());
    }

    @Override
    public final Context currentContext() {
        return actual().currentContext();
    }

    @Override
    public final void onSubscribe(Subscription s) {
        if (Operators.set(ATTEMPT, this, s)) {
            s.request(Long.MAX_VALUE);
        }
    }

    @Override
    public final void onComplete() {
        if (end() != ENDED) {
            context.resources().answered(hosts.get(current));
            release();
            deliverEnd();
        }
    }

    @Override
    public final void onError(Throwable error) {
        if (!clockRenewed && request.signed() && isRefusedForItsTime(error)) {
            clockRenewed = true;
            Mono<?> renewal = context.renewClock(round()).onErrorResume(e -> Mono.error(error));
            attemptAgain(renewal);
            return;
        }
        boolean sent = phase == SENT && !Failover.neverLeft(error);
        if (mayTryAgain(error, sent)) {
            attemptAgain(null);
        } else if (end() != ENDED) {
            fail(outcome(sent).after(error, context.transport().maxConnections()));
        }
    }

    /** Looks for the host to ask next. */
    private boolean mayTryAgain(Throwable error, boolean sent) {
        Failover next = Failover.after(error, request.repeatable() && !begun(), sent);
        if (next == Failover.SAME_HOST && !askedAgain) {
            askedAgain = true;
            return true;
        }
        if (next == Failover.STOP) {
            return false;
        }
        hostFailed();
        return next != Failover.HOST_FAILED && ++current < hosts.size();
    }

    /** The exchange says so before it does anything, so even an order may be sent again. */
    private static boolean isRefusedForItsTime(Throwable error) {
        return error instanceof BadAnswer answer && answer.isInvalidTimestamp();
    }

    private void attemptAgain(@Nullable Mono<?> first) {
        // Only the end can come between, and then it stays the end.
        if (PHASE.compareAndSet(this, SENT, UNSENT) || phase == UNSENT) {
            attempt(first);
        }
    }

    /** The time is over; ends the request unless its kind knows better. */
    void onDeadline() {
        expire();
    }

    final void expire() {
        int before = end();
        if (before != ENDED) {
            if (before == SENT && !waitsForSubscriber()) {
                hostFailed();
            }
            fail(late(outcome(before == SENT)));
        }
    }

    private BinanceException late(Outcome outcome) {
        return waitsForSubscriber()
                ? outcome.afterNeglect(context.config().requestTimeout())
                : outcome.afterDeadline(context.config().requestTimeout());
    }

    /** Whether it is the subscriber that keeps the answer from going on. */
    boolean waitsForSubscriber() {
        return false;
    }

    /** Ends the request because the client is closed. */
    final void close() {
        int before = end();
        if (before != ENDED) {
            fail(outcome(before == SENT).closed());
        }
    }

    /** Ends the request with an error that is no outcome of it. */
    final void abort(Throwable error) {
        if (end() != ENDED) {
            fail(error);
        }
    }

    final void cancelled() {
        if (end() != ENDED) {
            stopAttempt();
            release();
        }
    }

    final boolean ended() {
        return phase == ENDED;
    }

    private void fail(Throwable error) {
        stopAttempt();
        release();
        deliverError(error);
    }

    private Outcome outcome(boolean sent) {
        Attempt<T> last = trying;
        return request.outcome(sent, sent && last != null ? last.validity() : null);
    }

    private int round() {
        Attempt<T> last = trying;
        return last == null ? 0 : last.round();
    }

    private void hostFailed() {
        RestConfig config = context.config();
        context.resources().failed(hosts.get(current), config.hostPause(), config.clock());
    }

    /**
     * Cancels the attempt under way, on the event loop of its connection: when a cancellation from elsewhere meets an answer
     * that arrives, Reactor Netty (1.3.8) drops the one without releasing what came of the other.
     */
    private void stopAttempt() {
        EventLoop own = loop;
        if (own == null || own.inEventLoop() || own.isShuttingDown()) {
            Operators.terminate(ATTEMPT, this);
        } else {
            own.execute(() -> Operators.terminate(ATTEMPT, this));
        }
    }

    /** Moves to the end; the caller goes on only if it wasn't reached before. */
    private int end() {
        return PHASE.getAndSet(this, ENDED);
    }

    private void release() {
        context.resources().leave(this);
        Disposable timer = deadline;
        if (timer != null) {
            timer.dispose();
        }
    }
}
