/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/**
 * The budget of one process: the shared ledger, the queue of those who wait, and the snapshots for those who watch. After
 * each change of the ledger the queue is looked through if anybody waits, so a change that makes room wakes whom it concerns.
 */
final class LocalRequestBudget implements RequestBudget {

    private static final Waiting OVER = () -> false;

    private final SharedLedger ledger;
    private final WaitingLine line;
    private final StateChanges changes;
    private final Scheduler scheduler;
    private final int connectionLimit;

    LocalRequestBudget(BudgetOptions options) {
        this.ledger = new SharedLedger(options);
        this.changes = new StateChanges(this::state, options.scheduler());
        this.line = new WaitingLine(ledger, this::permit, changes, options);
        this.scheduler = options.scheduler();
        this.connectionLimit = Ledger.of(RateLimitType.CONNECTIONS, options.limits()).stream()
                .mapToInt(RateLimit::limit)
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    @Override
    public @Nullable Permit tryAcquire(Cost cost) {
        int account = ledger.accountOf(cost);
        long tick = ledger.take(cost, account);
        if (tick < 0) {
            return null;
        }
        changes.happened();
        return permit(cost, account, tick);
    }

    private Permit permit(Cost cost, int account, long tick) {
        return new LocalPermit(cost, account, tick);
    }

    @Override
    public Waiting acquire(Cost cost, BudgetPolicy policy, String endpoint, PermitReceiver receiver) {
        Permit permit = tryAcquire(cost);
        if (permit != null) {
            receiver.granted(permit);
            return OVER;
        }
        Waiter waiter = new Waiter(line, cost, ledger.accountOf(cost), policy, endpoint, receiver, ledger.now());
        if (policy == BudgetPolicy.FAIL_FAST) {
            line.refuse(waiter);
        } else {
            line.add(waiter);
        }
        return waiter;
    }

    @Override
    public void learn(List<RateLimit> limits) {
        ledger.learn(limits);
        changed();
    }

    @Override
    public void close(@Nullable Instant until) {
        ledger.close(until);
        changed();
    }

    @Override
    public void closeOrders(AccountKey account, @Nullable Instant until) {
        ledger.closeOrders(ledger.accountOf(account), until);
        changed();
    }

    @Override
    public ConnectionLimit connections(int weight) {
        return new BudgetedConnections(this, Cost.connection(weight), connectionLimit);
    }

    /** Takes what was granted for under way for so long, and then for sent without an answer. */
    void lostLater(Permit permit, Duration after) {
        try {
            scheduler.schedule(permit::lost, after.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) { // whoever owns the scheduler has shut it down
            permit.lost();
        }
    }

    /** How long until it makes sense to try again. */
    long millisUntilRoom(Cost cost) {
        long now = ledger.now();
        Shortage shortage = ledger.at(now).shortage(cost, ledger.accountOf(cost), now);
        return shortage == null ? 1 : Math.max(1, shortage.until() - now);
    }

    @Override
    public BudgetState state() {
        long now = ledger.now();
        return Snapshot.of(ledger.at(now), now, line.size(), line.since());
    }

    @Override
    public Flux<BudgetState> changes() {
        return changes.flux();
    }

    private void changed() {
        changes.happened();
        line.wake();
    }

    /** Settled by whoever sets it from false to true. */
    private final class LocalPermit extends AtomicBoolean implements Permit {

        private static final long serialVersionUID = 1L;

        private final transient Cost cost;
        private final int account;
        private final long tick;

        LocalPermit(Cost cost, int account, long tick) {
            this.cost = cost;
            this.account = account;
            this.tick = tick;
        }

        @Override
        public boolean answered(List<Usage> report) {
            if (!compareAndSet(false, true)) {
                return false;
            }
            ledger.answered(cost, account, tick, report);
            changed();
            return true;
        }

        @Override
        public boolean notSent() {
            if (!compareAndSet(false, true)) {
                return false;
            }
            ledger.giveBack(cost, account);
            changed();
            return true;
        }

        @Override
        public boolean lost() {
            if (!compareAndSet(false, true)) {
                return false;
            }
            ledger.lost(cost, account);
            changed();
            return true;
        }

        @Override
        public String toString() {
            return "Permit[" + (get() ? "settled" : "open") + "]";
        }
    }
}
