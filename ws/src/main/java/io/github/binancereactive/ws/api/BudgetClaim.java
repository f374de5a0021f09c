/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.limit.Permit;
import io.github.binancereactive.core.limit.PermitReceiver;
import io.github.binancereactive.core.limit.Usage;
import io.github.binancereactive.core.limit.Waiting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt of a request takes from the budget: a place in the queue, and then a permit. Any thread. The permit can be
 * settled once, so whoever comes second does no harm.
 */
final class BudgetClaim implements PermitReceiver {

    private final PendingRequest<?> request;
    private volatile @Nullable Waiting place; // set once, by whoever asks
    private volatile @Nullable Permit permit; // set once, before the request may be sent

    BudgetClaim(PendingRequest<?> request) {
        this.request = request;
    }

    @Override
    public void granted(Permit given) {
        permit = given;
        if (!request.admit()) {
            given.notSent(); // it ended while it waited
        }
    }

    @Override
    public void refused(BinanceException refusal) {
        request.fail(refusal);
    }

    void waitsAt(Waiting given) {
        place = given;
        if (!request.isWanted()) {
            // Whoever ended it may not have seen the place.
            given.cancel();
        }
    }

    void answered(List<Usage> report) {
        Permit held = permit;
        if (held != null) {
            held.answered(report);
        }
    }

    /** The attempt is over. Without an answer, what was written may have been counted; what wasn't, hasn't. */
    void over(boolean written) {
        Permit held = permit;
        if (held == null) {
            Waiting waiting = place;
            if (waiting != null) {
                waiting.cancel();
            }
        } else if (written) {
            held.lost();
        } else {
            held.notSent();
        }
    }
}
