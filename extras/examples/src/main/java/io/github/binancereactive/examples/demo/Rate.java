/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** How fast a count has grown lately. Not thread-safe. */
final class Rate {

    private record Sample(long count, long nanos) {}

    private final int most;
    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Looks back over so many samples. */
    Rate(int samples) {
        this.most = samples;
    }

    void sample(long count, long nanos) {
        if (samples.size() == most) {
            samples.removeFirst();
        }
        samples.addLast(new Sample(count, nanos));
    }

    /** By how much it has grown in a second, on average; zero until there are two samples. */
    double perSecond() {
        Sample first = samples.peekFirst();
        Sample last = samples.peekLast();
        if (first == null || last == null || last.nanos <= first.nanos) {
            return 0;
        }
        return (last.count - first.count) * 1e9 / (last.nanos - first.nanos);
    }

    String text() {
        return String.format(Locale.ROOT, "%,.0f", perSecond());
    }
}
