/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import java.util.concurrent.atomic.LongAdder;

/** What {@link WebSocketApiStatistics} shows. Any thread. */
final class RequestCounters {
    final LongAdder written = new LongAdder();
    final LongAdder answered = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder cancelled = new LongAdder();
    final LongAdder repeated = new LongAdder();
    final LongAdder lateOrDuplicate = new LongAdder();
    final LongAdder unknownIds = new LongAdder();
    final LongAdder uncorrelatedErrors = new LongAdder();
    final LongAdder undecodable = new LongAdder();
    final LongAdder ignoredEvents = new LongAdder();

    WebSocketApiStatistics snapshot(int inFlight) {
        return new WebSocketApiStatistics(
                inFlight,
                written.sum(),
                answered.sum(),
                failed.sum(),
                cancelled.sum(),
                repeated.sum(),
                lateOrDuplicate.sum(),
                unknownIds.sum(),
                uncorrelatedErrors.sum(),
                undecodable.sum(),
                ignoredEvents.sum());
    }
}
