/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import java.util.concurrent.atomic.LongAdder;

/** What {@link MarketStreamStatistics} shows of connections. Any thread. */
final class SupplyCounters {
    final LongAdder frames = new LongAdder();
    final LongAdder events = new LongAdder();
    final LongAdder ignored = new LongAdder();
    final LongAdder undecodable = new LongAdder();
    final LongAdder messages = new LongAdder();
    final LongAdder pongs = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder unknownAnswers = new LongAdder();

    MarketStreamStatistics snapshot(int connections, int streams, long duplicates, long dropped) {
        return new MarketStreamStatistics(
                connections,
                streams,
                frames.sum(),
                events.sum(),
                duplicates,
                dropped,
                ignored.sum(),
                undecodable.sum(),
                messages.sum(),
                pongs.sum(),
                refused.sum(),
                unknownAnswers.sum());
    }
}
