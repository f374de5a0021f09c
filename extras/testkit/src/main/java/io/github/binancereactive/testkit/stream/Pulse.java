/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/** One timer for all feeds of a period; it runs while there are any. */
final class Pulse {

    private final StreamClock clock;
    private final Duration period;
    private final Runnable beat;
    private final Set<Feed> feeds = new LinkedHashSet<>();
    private @Nullable Disposable timer;

    Pulse(StreamClock clock, Duration period, LongSupplier now) {
        this.clock = clock;
        this.period = period;
        beat = () -> {
            long nowMicros = now.getAsLong();
            all().forEach(feed -> feed.tick(nowMicros));
        };
    }

    /** A copy: a subscriber that breaks while it is told takes its feed away. */
    private List<Feed> all() {
        return new ArrayList<>(feeds);
    }

    void join(Feed feed) {
        feeds.add(feed);
        if (timer == null) {
            timer = clock.every(period, beat);
        }
    }

    void leave(Feed feed) {
        feeds.remove(feed);
        if (feeds.isEmpty() && timer != null) {
            timer.dispose();
            timer = null;
        }
    }
}
