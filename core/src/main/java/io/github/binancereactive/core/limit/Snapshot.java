/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of a ledger what is shown of it. */
final class Snapshot {

    private Snapshot() {}

    static BudgetState of(Ledger ledger, long now, int waiting, @Nullable Instant waitingSince) {
        List<LimitState> limits = new ArrayList<>();
        add(ledger.weight(), 0, now, limits);
        add(ledger.rawRequests(), 0, now, limits);
        add(ledger.connections(), 0, now, limits);
        for (int i = 0; i < ledger.orders().size(); i++) {
            add(ledger.orders().get(i), i + 1, now, limits);
        }
        Instant closedUntil = now < ledger.closedUntil() ? Instant.ofEpochMilli(ledger.closedUntil()) : null;
        return new BudgetState(Instant.ofEpochMilli(now), limits, waiting, waitingSince, closedUntil);
    }

    private static void add(Meter meter, int account, long now, List<LimitState> limits) {
        Instant closedUntil = now < meter.closedUntil() ? Instant.ofEpochMilli(meter.closedUntil()) : null;
        for (Gauge gauge : meter.gauges()) {
            limits.add(new LimitState(
                    gauge.limit(),
                    account,
                    narrow(gauge.counted() + meter.inFlight()),
                    narrow(meter.inFlight()),
                    narrow(meter.reserved()),
                    Instant.ofEpochMilli(gauge.end() - gauge.margin()),
                    closedUntil));
        }
    }

    private static int narrow(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }
}
