/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts. Any thread. */
final class Counters {

    final AtomicInteger subscribers = new AtomicInteger();
    final LongAdder events = new LongAdder();
    final LongAdder duplicates = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder unclaimed = new LongAdder();
    final LongAdder gaps = new LongAdder();

    UserDataStatistics snapshot() {
        return new UserDataStatistics(
                subscribers.get(), events.sum(), duplicates.sum(), dropped.sum(), unclaimed.sum(), gaps.sum());
    }
}
