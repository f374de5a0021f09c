/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/**
 * Those who wait, first come first served. Who can't be served keeps its whole cost reserved: those behind it may pass only if
 * that leaves it what it would take. So a request that waits for orders of its account holds up no market data, and yet nobody
 * is starved, however much it costs.
 *
 * <p>The queue is looked through in <em>passes</em>, one at a time, on the thread of whoever finds nobody at it; no lock. Whoever
 * changes the ledger does so first and then looks whether anybody waits; whoever comes to wait enters first and then
 * looks at the ledger: at least one sees the other, so no wake-up is lost. What changes by time alone, a timer wakes.
 */
final class WaitingLine {

    /** The clock may be set while we sleep, and the timer wouldn't know. */
    private static final long LONGEST_SLEEP_MILLIS = 1_000;

    private static final long NO_TIMER = Long.MAX_VALUE;

    interface Permits {
        Permit permit(Cost cost, int account, long tick);
    }

    private final SharedLedger ledger;
    private final Permits permits;
    private final StateChanges changes;
    private final Scheduler scheduler;
    private final int bound;
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger wakes = new AtomicInteger();
    private final Queue<Waiter> arrivals = new ConcurrentLinkedQueue<>();
    private final Deque<Waiter> line = new ArrayDeque<>(); // only within a pass
    private Disposable timer = Disposables.disposed(); // only within a pass
    private volatile long timerAt = NO_TIMER;
    private volatile @Nullable Waiter head;

    WaitingLine(SharedLedger ledger, Permits permits, StateChanges changes, BudgetOptions options) {
        this.ledger = ledger;
        this.permits = permits;
        this.changes = changes;
        this.scheduler = options.scheduler();
        this.bound = options.maxWaiting();
    }

    int size() {
        return size.get();
    }

    @Nullable Instant since() {
        Waiter first = head;
        return first == null ? null : Instant.ofEpochMilli(first.since);
    }

    void add(Waiter waiter) {
        if (size.incrementAndGet() > bound) {
            size.decrementAndGet();
            refuse(waiter, Shortage.tooManyWait(bound));
            return;
        }
        ledger.reserve(waiter.cost, waiter.account);
        arrivals.add(waiter);
        changes.happened();
        wake();
    }

    /** To be called after whatever may let somebody pass. */
    void wake() {
        if (size.get() == 0 || wakes.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            try {
                pass();
            } catch (RuntimeException clockOrScheduler) { // those that come next must find nobody at it all the same
                Operators.onErrorDropped(clockOrScheduler, Context.empty());
            }
            seen = wakes.addAndGet(-seen);
        } while (seen != 0);
    }

    private void pass() {
        for (Waiter waiter = arrivals.poll(); waiter != null; waiter = arrivals.poll()) {
            line.addLast(waiter);
        }
        long now = ledger.now();
        Ledger present = ledger.at(now);
        Ahead ahead = new Ahead();
        for (Iterator<Waiter> all = line.iterator(); all.hasNext(); ) {
            Waiter waiter = all.next();
            if (leaves(waiter, present, now, ahead)) {
                all.remove();
            } else {
                ahead.add(waiter.cost, waiter.account);
            }
        }
        head = line.peekFirst();
        sleep();
    }

    /** Looks at the ledger as it was when the pass began: who makes room during a pass causes another. */
    private boolean leaves(Waiter waiter, Ledger present, long now, Ahead ahead) {
        if (waiter.hasEnded()) {
            ledger.unreserve(waiter.cost, waiter.account);
            left();
            return true;
        }
        boolean closed =
                waiter.policy == BudgetPolicy.WAIT_WHILE_OPEN && present.isClosedFor(waiter.cost, waiter.account, now);
        if (closed || present.canNeverAdmit(waiter.cost, waiter.account)) {
            ledger.unreserve(waiter.cost, waiter.account);
            left();
            refuse(waiter);
            return true;
        }
        return present.admits(waiter.cost, waiter.account, now, ahead) && isGranted(waiter, ahead);
    }

    private boolean isGranted(Waiter waiter, Ahead ahead) {
        long tick = ledger.grant(waiter.cost, waiter.account, ahead);
        if (tick < 0) {
            return false;
        }
        left();
        if (waiter.end()) {
            Permit permit = permits.permit(waiter.cost, waiter.account, tick);
            call(() -> waiter.receiver.granted(permit));
        } else { // cancelled while it was served
            ledger.giveBack(waiter.cost, waiter.account);
            wakes.incrementAndGet(); // those that were passed over for it
        }
        return true;
    }

    private void left() {
        size.decrementAndGet();
        changes.happened();
    }

    void refuse(Waiter waiter) {
        long now = ledger.now();
        Shortage shortage = ledger.at(now).shortage(waiter.cost, waiter.account, now);
        refuse(waiter, shortage == null ? Shortage.over(now) : shortage);
    }

    private static void refuse(Waiter waiter, Shortage shortage) {
        if (waiter.end()) {
            call(() -> waiter.receiver.refused(shortage.toException(waiter.endpoint)));
        }
    }

    private static void call(Runnable receiver) {
        try {
            receiver.run();
        } catch (RuntimeException theirs) { // not the fault of those behind it
            Operators.onErrorDropped(theirs, Context.empty());
        }
    }

    /** Until time alone may let somebody pass. */
    private void sleep() {
        if (line.isEmpty()) {
            timer.dispose();
            timerAt = NO_TIMER;
            return;
        }
        long now = ledger.now();
        long delay = Math.max(1, Math.min(ledger.at(now).nextChange(now) - now, LONGEST_SLEEP_MILLIS));
        if (now + delay < timerAt) {
            timer.dispose();
            timerAt = now + delay;
            timer = scheduler.schedule(this::timeHasCome, delay, TimeUnit.MILLISECONDS);
        }
    }

    private void timeHasCome() {
        timerAt = NO_TIMER;
        wake();
    }
}
