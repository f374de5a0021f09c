/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.error.ClientClosedException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;

/**
 * One subscriber of a stream. Its hub calls {@link #next}, {@link #signal} and {@link #fail}, one thread at a time; the subscriber
 * asks and cancels on any. Whoever raises {@code work} from zero emits, until it is zero again. An event for which there is demand
 * goes straight through; all others wait in the backlog.
 */
final class StreamSubscription<T> implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(StreamSubscription.class);

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<StreamSubscription> WORK =
            AtomicIntegerFieldUpdater.newUpdater(StreamSubscription.class, "work");

    @SuppressWarnings("rawtypes")
    private static final AtomicLongFieldUpdater<StreamSubscription> REQUESTED =
            AtomicLongFieldUpdater.newUpdater(StreamSubscription.class, "requested");

    @SuppressWarnings("rawtypes")
    private static final AtomicReferenceFieldUpdater<StreamSubscription, @Nullable Throwable> FAILURE =
            AtomicReferenceFieldUpdater.newUpdater(StreamSubscription.class, Throwable.class, "failure");

    private final StreamHubs hubs;
    private final Delivery<T> delivery;
    private final Outlet<T> outlet;
    private final Backlog<T> backlog;
    private final @Nullable ReadingPause pause;
    private boolean listenerHasThrown; // steps of the hub only
    private volatile int work;
    private volatile long requested;
    private volatile @Nullable Throwable failure; // set once
    private volatile boolean cancelled; // or ended
    private volatile boolean misused; // it has failed and doesn't get what waits
    private volatile @Nullable StreamHub<T> hub;

    StreamSubscription(StreamHubs hubs, Delivery<T> delivery, Outlet<T> outlet) {
        this.hubs = hubs;
        this.delivery = delivery;
        this.outlet = outlet;
        this.backlog = Backlog.of(delivery.overflow(), delivery.stream().family(), outlet.takesSignals());
        this.pause = delivery.overflow() instanceof Overflow.Pause policy
                ? new ReadingPause(policy, backlog, hubs.supply().scheduler())
                : null;
    }

    Delivery<T> delivery() {
        return delivery;
    }

    /** It is about to enter a hub; so that a cancel from now on leaves that one. */
    void enters(StreamHub<T> entered) {
        hub = entered;
        ReadingPause reading = pause;
        if (reading != null) {
            reading.at(entered);
        }
    }

    /** It has left its hub. In a step of the hub. */
    void left() {
        ReadingPause reading = pause;
        if (reading != null) {
            reading.end();
        }
    }

    boolean isOver() {
        return cancelled || failure != null;
    }

    /** How many events it has lost to its policy. */
    long dropped() {
        return backlog.dropped();
    }

    // --- the subscriber's side ---

    @Override
    public void request(long n) {
        if (n <= 0) {
            // Reactive Streams, 3.9.
            misused = true;
            fail(Exceptions.nullOrNegativeRequestException(n));
            return;
        }
        Operators.addCap(REQUESTED, this, n);
        work();
    }

    @Override
    public void cancel() {
        if (!cancelled) {
            cancelled = true;
            leave();
            work();
        }
    }

    private void leave() {
        StreamHub<T> entered = hub;
        if (entered != null) {
            entered.leave(this);
        }
    }

    // --- the hub's side ---

    void next(T event) {
        if (isOver()) {
            return;
        }
        if (work == 0 && WORK.compareAndSet(this, 0, 1)) {
            if (requested != 0 && backlog.isEmpty()) {
                emit(event);
                produced(1);
            } else {
                store(event);
            }
            workOff(1);
        } else {
            store(event);
            work();
        }
    }

    void signal(StreamSignal<T> signal) {
        if (outlet.takesSignals() && !isOver()) {
            backlog.addSignal(signal);
            work();
        }
    }

    /** It gets what waits, and then this; if nothing has ended it before. */
    void fail(Throwable why) {
        if (FAILURE.compareAndSet(this, null, why)) {
            leave();
        }
        work();
    }

    void closed(@Nullable Throwable cause) {
        fail(new ClientClosedException(delivery.stream().name(), cause));
    }

    private void store(T event) {
        int gone = backlog.add(event);
        if (gone == Backlog.FULL) {
            fail(Exceptions.failWithOverflow("The subscriber of " + delivery.stream() + " is too slow: "
                    + backlog.events() + " events wait for it"));
        } else if (gone > 0) {
            hubs.countDropped(gone);
            tellDrops();
        }
        ReadingPause reading = pause;
        if (reading != null) {
            reading.added();
        }
    }

    private void tellDrops() {
        try {
            delivery.onDrop().accept(backlog.dropped());
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            if (!listenerHasThrown) {
                // Once: what throws for one drop may do so for each.
                listenerHasThrown = true;
                LOG.error("A drop listener of {} has thrown", delivery.stream(), e);
            }
        }
    }

    // --- emission ---

    private void work() {
        if (WORK.getAndIncrement(this) == 0) {
            workOff(1);
        }
    }

    private void workOff(int begun) {
        int missed = begun;
        do {
            emitDemanded();
            endIfDue();
            missed = WORK.addAndGet(this, -missed);
        } while (missed != 0);
    }

    private void emitDemanded() {
        long demand = requested;
        long emitted = 0;
        while (emitted != demand && !cancelled && !misused) {
            Object next = backlog.isEmpty() ? null : backlog.poll();
            if (next == null) {
                break;
            }
            emitAny(next);
            emitted++;
        }
        if (emitted != 0) {
            produced(emitted);
            ReadingPause reading = pause;
            if (reading != null) {
                reading.taken();
            }
        }
    }

    private void produced(long n) {
        if (requested != Long.MAX_VALUE) {
            Operators.produced(REQUESTED, this, n);
        }
    }

    /** Events are shared with other subscribers: what is dropped here is not discarded. */
    private void endIfDue() {
        Throwable why = failure;
        if (cancelled || misused) {
            backlog.clear();
        }
        if (why != null && !cancelled && backlog.isEmpty()) {
            cancelled = true;
            end(why);
        }
    }

    private void end(Throwable why) {
        try {
            outlet.error(why);
        } catch (Throwable e) {
            thrownBySubscriber(e);
        }
    }

    @SuppressWarnings("unchecked") // the backlog holds events of this stream and signals
    private void emitAny(Object next) {
        if (next instanceof StreamSignal<?> signal) {
            emitSignal((StreamSignal<T>) signal);
        } else {
            emit((T) next);
        }
    }

    private void emit(T event) {
        try {
            outlet.event(event);
        } catch (Throwable e) {
            thrownBySubscriber(e);
        }
    }

    private void emitSignal(StreamSignal<T> signal) {
        try {
            outlet.signal(signal);
        } catch (Throwable e) {
            thrownBySubscriber(e);
        }
    }

    /** No subscriber may throw. One that does is as good as cancelled, and nobody else notices. */
    private void thrownBySubscriber(Throwable thrown) {
        Exceptions.throwIfJvmFatal(thrown);
        cancel();
        try {
            Operators.onErrorDropped(thrown, outlet.context());
        } catch (Throwable e) { // a hook that throws, or a subscriber whose context does
            Exceptions.throwIfJvmFatal(e);
            LOG.error("Nobody takes what a subscriber of {} has thrown", delivery.stream(), e);
        }
    }
}
