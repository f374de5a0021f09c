/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;

/** One subscription to what a book tells. Signals come on the thread that brought the news, or on the one that asks for more. */
final class BookReader<T> implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(BookReader.class);

    private final CoreSubscriber<? super T> subscriber;
    private final Mailbox<T> mailbox;
    private final Consumer<BookReader<?>> onLeave;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicInteger draining = new AtomicInteger();
    private volatile boolean cancelled;
    private volatile boolean ended;
    private volatile boolean misused; // it doesn't get what waits
    private @Nullable Throwable error; // written before ended

    BookReader(CoreSubscriber<? super T> subscriber, Mailbox<T> mailbox, Consumer<BookReader<?>> onLeave) {
        this.subscriber = subscriber;
        this.mailbox = mailbox;
        this.onLeave = onLeave;
    }

    boolean hasLeft() {
        return cancelled;
    }

    /** Within the book's turns. */
    void onNews() {
        if (ended || cancelled) {
            return;
        }
        if (mailbox.fill()) {
            drain();
        } else {
            end(Exceptions.failWithOverflow("updates of a book came faster than they were taken"));
            onLeave.accept(this);
        }
    }

    void end(@Nullable Throwable cause) {
        if (!ended) {
            error = cause;
            ended = true;
            drain();
        }
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            misused = true;
            end(new IllegalArgumentException("rule 3.9: a request must be for more than zero, not for " + n));
            onLeave.accept(this);
            return;
        }
        long before = requested.get();
        while (!requested.compareAndSet(before, Operators.addCap(before, n))) {
            before = requested.get();
        }
        drain();
    }

    @Override
    public void cancel() {
        if (!cancelled) {
            cancelled = true;
            onLeave.accept(this);
            drain(); // what waits is not kept for as long as the subscriber keeps its subscription
        }
    }

    private void drain() {
        if (draining.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            deliver();
            if (cancelled) {
                mailbox.clear();
            }
            missed = draining.addAndGet(-missed);
        } while (missed != 0);
    }

    private void deliver() {
        while (!cancelled) {
            boolean over = ended; // before looking into the mailbox: nothing comes into it afterwards
            T next = requested.get() > 0 && !misused ? mailbox.take() : null;
            if (next == null) {
                if (over && (misused || !mailbox.owes())) {
                    finish();
                }
                return;
            }
            if (requested.get() != Long.MAX_VALUE) {
                requested.decrementAndGet();
            }
            tell(() -> subscriber.onNext(next));
        }
    }

    /** Whoever throws, against the rules of Reactive Streams, gets no more; the book and its other readers go on. */
    private void tell(Runnable signal) {
        try {
            signal.run();
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            LOG.error("A subscriber of an order book has thrown", e);
            cancel();
        }
    }

    private void finish() {
        cancelled = true;
        Throwable cause = error;
        if (cause == null) {
            tell(subscriber::onComplete);
        } else {
            tell(() -> subscriber.onError(cause));
        }
    }
}
