/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import java.util.concurrent.atomic.AtomicBoolean;

/** A request in the queue. Whoever ends it is the only one: granted, refused, or cancelled. */
final class Waiter implements Waiting {

    private final WaitingLine line;
    final Cost cost;
    final int account;
    final BudgetPolicy policy;
    final String endpoint;
    final PermitReceiver receiver;
    final long since;
    private final AtomicBoolean ended = new AtomicBoolean();

    Waiter(
            WaitingLine line,
            Cost cost,
            int account,
            BudgetPolicy policy,
            String endpoint,
            PermitReceiver receiver,
            long since) {
        this.line = line;
        this.cost = cost;
        this.account = account;
        this.policy = policy;
        this.endpoint = endpoint;
        this.receiver = receiver;
        this.since = since;
    }

    boolean end() {
        return ended.compareAndSet(false, true);
    }

    boolean hasEnded() {
        return ended.get();
    }

    @Override
    public boolean cancel() {
        boolean first = end();
        if (first) {
            line.wake(); // takes it out of the queue, and lets those behind it have what it would have taken
        }
        return first;
    }
}
