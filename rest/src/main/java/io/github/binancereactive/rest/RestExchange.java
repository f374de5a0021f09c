/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.rest.Transport.Departure;
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
import reactor.core.publisher.Operators;
import reactor.netty.Connection;
import reactor.util.context.Context;

/**
 * One subscription to a request: its attempts, one after the other, its deadline and its end. It is the subscriber of the
 * attempt under way and the subscription of its own subscriber.
 *
 * <p>Answer, deadline, cancellation and the closing of the client may come at once from several threads; the one that moves
 * {@code phase} to ENDED counts, the others find it there. The same move keeps an attempt from being written that the
 * subscriber was already told of as not sent.
 */
final class RestExchange<R> extends MonoDelivery<R> implements CoreSubscriber<R>, Departure {

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<RestExchange> PHASE =
            AtomicIntegerFieldUpdater.newUpdater(RestExchange.class, "phase");

    @SuppressWarnings("rawtypes")
    private static final AtomicReferenceFieldUpdater<RestExchange, @Nullable Subscription> ATTEMPT =
            AtomicReferenceFieldUpdater.newUpdater(RestExchange.class, Subscription.class, "attempt");

    private static final int UNSENT = 0;
    private static final int SENT = 1;
    private static final int ENDED = 2;

    private final RestRequest<R> request;
    private final Transport transport;
    private final RestResources resources;
    private final RestConfig config;

    private volatile int phase;

    @SuppressWarnings("UnusedVariable") // It is read through its updater.
    private volatile @Nullable Subscription attempt;

    private volatile @Nullable Disposable deadline;
    private volatile @Nullable EventLoop loop;

    // Of the attempt under way: attempts don't overlap, and each happens before the next.
    private List<URI> hosts = List.of();
    private int current;
    private boolean askedAgain;
    private @Nullable R answer;

    RestExchange(
            RestRequest<R> request,
            Transport transport,
            RestResources resources,
            RestConfig config,
            CoreSubscriber<? super R> actual) {
        super(actual);
        this.request = request;
        this.transport = transport;
        this.resources = resources;
        this.config = config;
    }

    void start() {
        actual().onSubscribe(this);
        if (phase == ENDED) {
            return;
        }
        if (!resources.enter(this)) {
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
            deadline = transport.atDeadline(this::expire);
            hosts = resources.order(config.environment().restHosts(), config.clock());
        } catch (RejectedExecutionException e) {
            // Whoever owns the event loops has shut them down.
            close();
            return;
        }
        attempt();
    }

    private void attempt() {
        if (phase == ENDED) {
            return;
        }
        try {
            transport.send(request, hosts.get(current), this).subscribe(this);
        } catch (RuntimeException e) {
            onError(e);
        }
    }

    @Override
    public void on(Connection connection) {
        loop = connection.channel().eventLoop();
    }

    /** The request is about to be written. What reads only may be written anew by Reactor Netty. */
    @Override
    public boolean leave() {
        return PHASE.compareAndSet(this, UNSENT, SENT) || (phase == SENT && request.repeatable());
    }

    @Override
    public Context currentContext() {
        return actual().currentContext();
    }

    @Override
    public void onSubscribe(Subscription s) {
        if (Operators.set(ATTEMPT, this, s)) {
            s.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(R value) {
        answer = value;
    }

    @Override
    public void onComplete() {
        if (end() != ENDED) {
            resources.answered(hosts.get(current));
            release();
            deliver(answer);
        }
    }

    @Override
    public void onError(Throwable error) {
        boolean sent = phase == SENT && !Failover.neverLeft(error);
        Failover next = Failover.after(error, request.repeatable(), sent);
        boolean again = next == Failover.SAME_HOST && !askedAgain;
        if (again) {
            askedAgain = true;
        } else if (next != Failover.STOP) {
            resources.failed(hosts.get(current), config.hostPause(), config.clock());
            again = next != Failover.HOST_FAILED && ++current < hosts.size();
        }
        if (again) {
            attemptAgain();
        } else if (end() != ENDED) {
            fail(request.outcome(sent).after(error, transport.maxConnections()));
        }
    }

    private void attemptAgain() {
        // Only the end can come between, and then it stays the end.
        if (PHASE.compareAndSet(this, SENT, UNSENT) || phase == UNSENT) {
            attempt();
        }
    }

    private void expire() {
        int before = end();
        if (before != ENDED) {
            if (before == SENT) {
                resources.failed(hosts.get(current), config.hostPause(), config.clock());
            }
            fail(request.outcome(before == SENT).afterDeadline(config.requestTimeout()));
        }
    }

    /** Ends the request because the client is closed. */
    void close() {
        int before = end();
        if (before != ENDED) {
            fail(request.outcome(before == SENT).closed());
        }
    }

    @Override
    void onCancel() {
        if (end() != ENDED) {
            stopAttempt();
            release();
        }
    }

    private void fail(Throwable error) {
        stopAttempt();
        release();
        deliverError(error);
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
        resources.leave(this);
        Disposable timer = deadline;
        if (timer != null) {
            timer.dispose();
        }
    }
}
