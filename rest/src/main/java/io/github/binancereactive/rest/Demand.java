/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Operators;

/** How many elements a subscriber has asked for and not got yet. Anybody may add; one at a time takes. */
final class Demand {

    private final AtomicLong open = new AtomicLong();

    void add(long more) {
        open.updateAndGet(before -> Operators.addCap(before, more));
    }

    /** Takes one, if there is one. */
    boolean take() {
        return open.getAndUpdate(before -> before == Long.MAX_VALUE ? before : Math.max(0, before - 1)) != 0;
    }
}
