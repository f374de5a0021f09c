/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The round trips that still can be, or become, the best of the window, oldest first and ever less certain: one that is
 * older and less certain than another never will be again.
 */
record RoundTrips(Duration window, List<RoundTrip> candidates) {

    /** Round trips that get ever slower could otherwise pile up. */
    private static final int MOST = 32;

    static RoundTrips none(Duration window) {
        return new RoundTrips(window, List.of());
    }

    RoundTrips with(RoundTrip latest) {
        Instant begin = latest.received().minus(window);
        List<RoundTrip> kept = candidates.stream()
                .filter(old -> old.received().isAfter(begin))
                .filter(old -> old.agreesWith(latest)) // else a clock was set meanwhile, and the old ones are void
                .filter(old -> old.uncertainty().compareTo(latest.uncertainty()) < 0)
                .limit(MOST - 1)
                .toList();
        return new RoundTrips(
                window, Stream.concat(kept.stream(), Stream.of(latest)).toList());
    }

    @Nullable RoundTrip best() {
        return candidates.isEmpty() ? null : candidates.get(0);
    }
}
