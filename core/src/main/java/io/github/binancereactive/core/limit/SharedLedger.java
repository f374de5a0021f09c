/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.model.general.RateLimit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ledger for any number of threads: each change is one compare-and-set. Calls nobody but the clock. */
final class SharedLedger {

    private final AtomicReference<Ledger> ledger;
    private final Supplier<Instant> clock;
    private final Map<AccountKey, Integer> accounts = new ConcurrentHashMap<>();

    SharedLedger(BudgetOptions options) {
        this.clock = options.clock();
        long margin = options.edgeMargin().toMillis();
        this.ledger = new AtomicReference<>(Ledger.opened(options.limits(), margin, now()));
    }

    long now() {
        return clock.get().toEpochMilli();
    }

    /** The place of the cost's account in the ledger. */
    int accountOf(Cost cost) {
        AccountKey key = cost.account();
        return key == null ? Ledger.NO_ACCOUNT : accountOf(key);
    }

    int accountOf(AccountKey key) {
        Integer known = accounts.get(key);
        return known != null ? known : accounts.computeIfAbsent(key, unknown -> open());
    }

    private int open() {
        return change((before, now) -> before.withAccount(now)).orders().size() - 1;
    }

    /** The ledger at that time, to be looked at. */
    Ledger at(long now) {
        return ledger.get().at(now);
    }

    /** Takes it if it fits beside all that wait; the tick of the permit, or -1. */
    long take(Cost cost, int account) {
        while (true) {
            Ledger before = ledger.get();
            long now = now();
            Ledger present = before.at(now, account);
            if (!present.admits(cost, account, now)) {
                return -1;
            }
            Ledger after = present.taken(cost, account);
            if (ledger.compareAndSet(before, after)) {
                return after.tick();
            }
        }
    }

    /** Takes for somebody who waits if it fits behind those ahead; the tick of the permit, or -1. */
    long grant(Cost cost, int account, Ahead ahead) {
        while (true) {
            Ledger before = ledger.get();
            long now = now();
            Ledger present = before.at(now, account);
            if (!present.admits(cost, account, now, ahead)) {
                return -1;
            }
            Ledger after = present.granted(cost, account);
            if (ledger.compareAndSet(before, after)) {
                return after.tick();
            }
        }
    }

    void reserve(Cost cost, int account) {
        change((before, now) -> before.reserved(cost, account));
    }

    void unreserve(Cost cost, int account) {
        change((before, now) -> before.unreserved(cost, account));
    }

    void giveBack(Cost cost, int account) {
        change((before, now) -> before.givenBack(cost, account));
    }

    void lost(Cost cost, int account) {
        change((before, now) -> before.at(now, account).lost(cost, account));
    }

    void answered(Cost cost, int account, long permitted, List<Usage> report) {
        change((before, now) -> before.at(now, account).answered(cost, account, permitted, report));
    }

    void learn(List<RateLimit> limits) {
        change((before, now) -> before.at(now).knowing(limits, now));
    }

    void close(@Nullable Instant until) {
        change((before, now) -> before.at(now).closed(until, now));
    }

    void closeOrders(int account, @Nullable Instant until) {
        change((before, now) -> before.at(now, account).closedForOrders(account, until, now));
    }

    private interface Change {
        Ledger apply(Ledger before, long now);
    }

    /**
     * Reads the clock after the ledger, as all do that change it: what then succeeds was not overtaken, so the ledger never
     * sees a time that is older than its own merely because a thread was held up.
     */
    private Ledger change(Change change) {
        return ledger.updateAndGet(before -> change.apply(before, now()));
    }
}
