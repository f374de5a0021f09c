/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import io.github.binancereactive.core.book.BookStatus;
import io.github.binancereactive.core.book.BookStatus.Reason;
import io.github.binancereactive.core.book.BookStatus.State;
import io.github.binancereactive.core.book.BookStep;
import io.github.binancereactive.core.book.BookSync;
import io.github.binancereactive.core.book.OrderBook;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.ws.session.SerialSteps;
import io.github.binancereactive.ws.stream.StreamSignal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;

/**
 * Keeps one book right from the first reader to the last: brings it updates and snapshots, and tells of what follows. All methods and
 * fields belong to the book's turns.
 */
final class BookKeeper {

    /** Who wants to know. */
    interface Audience {

        void onStatus(BookStatus status);

        void onUpdated();

        /** The last that is heard; the keeper has stopped. */
        void onEnd(@Nullable Throwable cause);
    }

    /** A silence is found within one of so many parts of its time more. */
    private static final int TICKS = 4;

    private final String symbol;
    private final OrderBookOptions options;
    private final DepthSource source;
    private final SnapshotDesk desk;
    private final SerialSteps turns;
    private final Audience audience;
    private final BookSync sync;
    private final Disposable.Swap updates = Disposables.swap();
    private final Disposable.Swap snapshot = Disposables.swap();
    private final Disposable.Swap silence = Disposables.swap();
    private BookStatus told;
    private boolean subscribed;
    private boolean asking;
    private int snapshots; // since an update was applied, or the connection was lost
    private int overflows; // since a book was live
    private int quietTicks;
    private boolean stopped;

    BookKeeper(
            String symbol,
            OrderBookOptions options,
            DepthSource source,
            SnapshotDesk desk,
            SerialSteps turns,
            Audience audience) {
        this.symbol = symbol;
        this.options = options;
        this.source = source;
        this.desk = desk;
        this.turns = turns;
        this.audience = audience;
        this.sync = BookSync.of(symbol, options.book());
        this.told = sync.status();
    }

    OrderBook book() {
        return sync.book();
    }

    void start() {
        guarded(this::begin);
    }

    private void begin() {
        long period = options.staleAfter().toNanos() / TICKS;
        if (period > 0) {
            silence.update(options.scheduler()
                    .schedulePeriodically(() -> turn(this::tick), period, period, TimeUnit.NANOSECONDS));
        }
        subscribe();
    }

    void stop() {
        stopped = true;
        updates.dispose();
        snapshot.dispose();
        silence.dispose();
        sync.restart(Reason.EVENTS_MISSING); // nobody may take it for live any more
    }

    private void turn(Runnable step) {
        turns.run(() -> guarded(step));
    }

    /** Back-off and scheduler are the application's. What they throw is told to those who read: a book that stops silently is worse. */
    private void guarded(Runnable step) {
        if (stopped) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException failure) {
            fail(failure);
        }
    }

    private void subscribe() {
        DepthUpdates next = new DepthUpdates(turns, this);
        updates.replace(next); // what was there has ended
        Flux.defer(() -> source.signals(symbol)).subscribe(next); // a name that can't be is an error, too
    }

    /** From the source, unless another subscription has replaced that one. */
    void onSignal(DepthUpdates from, StreamSignal<DepthUpdate> signal) {
        if (stopped || updates.get() != from) {
            return;
        }
        try {
            take(signal);
        } catch (RuntimeException failure) { // as guarded does, which would cost each update an object
            fail(failure);
        }
    }

    private void take(StreamSignal<DepthUpdate> signal) {
        if (signal instanceof StreamSignal.Event<DepthUpdate> event) {
            subscribed = true;
            update(event.value());
        } else if (signal instanceof StreamSignal.Subscribed) {
            onSubscribed();
        } else if (signal instanceof StreamSignal.Lost) {
            onLost(Reason.CONNECTION_LOST);
        } else if (signal instanceof StreamSignal.Stale) {
            onLost(Reason.SILENT);
        } else if (signal instanceof StreamSignal.Gap<DepthUpdate> gap) {
            onGap(gap);
        } else if (signal instanceof StreamSignal.Dropped) {
            sync.suspend(Reason.EVENTS_MISSING); // the next update's number tells
        }
        settle();
    }

    private void update(DepthUpdate update) {
        boolean wanted = sync.wantsSnapshot();
        if (apply(update) == BookStep.APPLIED) {
            quietTicks = 0;
            if (!wanted || !sync.wantsSnapshot()) { // else the snapshots that were too old still count
                snapshots = 0;
            }
            tellStatus();
            audience.onUpdated();
        }
    }

    private BookStep apply(DepthUpdate update) {
        try {
            return sync.onUpdate(update);
        } catch (ArithmeticException | IllegalArgumentException unusable) {
            throw new ProtocolException(symbol + " order book", "an update can't be applied", unusable);
        }
    }

    /**
     * The next update's number tells what is missing, unless the stream doesn't know which number should have come: the exchange may have
     * begun to count anew, as a testnet does, and then the book would take all that comes for old.
     */
    private void onGap(StreamSignal.Gap<DepthUpdate> gap) {
        if (gap.lastId() == null && gap.nextId() != null) {
            withdraw(); // a snapshot that is under way may count as before
            sync.restart(Reason.EVENTS_MISSING);
        } else {
            sync.suspend(Reason.EVENTS_MISSING);
        }
    }

    /** A stale book may well be right, when nothing was traded meanwhile; a snapshot tells, unless an update does so first. */
    private void onSubscribed() {
        subscribed = true;
        if (sync.status().state() == State.STALE) {
            sync.refresh();
        }
    }

    /** A snapshot that is under way may be older than what is lost now. */
    private void onLost(Reason reason) {
        subscribed = false;
        snapshots = 0;
        withdraw();
        sync.suspend(reason);
    }

    private void tick() {
        if (++quietTicks >= TICKS && sync.status().isLive()) {
            sync.suspend(Reason.SILENT);
            settle();
        }
    }

    /** Whatever has happened: tells what is to be told, and asks for what is needed. */
    private void settle() {
        tellStatus();
        if (!sync.wantsSnapshot()) {
            withdraw();
        } else if (subscribed && !asking && !stopped) {
            ask();
        }
    }

    private void tellStatus() {
        BookStatus status = sync.status();
        if (!status.equals(told)) {
            told = status;
            audience.onStatus(status);
        }
    }

    private void withdraw() {
        if (asking) {
            asking = false;
            snapshot.update(Disposables.disposed());
        }
    }

    private void ask() {
        asking = true;
        int before = snapshots++;
        if (before == 0) {
            queue();
        } else {
            Disposable.Composite wait = Disposables.composite(); // its identity tells whether it was withdrawn
            snapshot.update(wait);
            wait.add(later(
                    () -> {
                        if (!wait.isDisposed()) {
                            queue();
                        }
                    },
                    options.backoff().before(before)));
        }
    }

    private void queue() {
        Disposable.Composite request = Disposables.composite();
        snapshot.replace(request); // what was there is over: it has led here
        request.add(desk.ask(
                symbol,
                depth -> turn(() -> {
                    if (!request.isDisposed()) {
                        onSnapshot(depth);
                    }
                }),
                error -> turn(() -> {
                    if (!request.isDisposed()) {
                        fail(error);
                    }
                })));
    }

    private void onSnapshot(Depth depth) {
        asking = false;
        if (replace(depth) == BookStep.SYNCED) {
            quietTicks = 0;
            overflows = 0;
            tellStatus();
            audience.onUpdated();
        }
        settle();
    }

    private BookStep replace(Depth depth) {
        try {
            return sync.onSnapshot(depth, options.snapshotLimit());
        } catch (ArithmeticException unusable) {
            throw new ProtocolException(symbol + " order book", "a snapshot can't be used", unusable);
        }
    }

    /** From the source: an overflow is ours, and passes; all else is for those who read. */
    void onSourceEnd(DepthUpdates from, @Nullable Throwable error) {
        if (stopped || updates.get() != from) {
            return;
        }
        if (error == null || !Exceptions.isOverflow(error)) {
            fail(error);
        } else {
            guarded(this::onOverflow);
        }
    }

    private void onOverflow() {
        subscribed = false;
        withdraw();
        sync.restart(Reason.OVERFLOW);
        settle();
        updates.update(later(this::subscribe, options.backoff().before(++overflows)));
    }

    private void fail(@Nullable Throwable error) {
        if (!stopped) {
            stop();
            audience.onEnd(error);
        }
    }

    private Disposable later(Runnable step, Duration delay) {
        return options.scheduler().schedule(() -> turn(step), delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
