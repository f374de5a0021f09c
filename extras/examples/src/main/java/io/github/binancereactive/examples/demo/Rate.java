/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** How fast a count has grown lately: samples are taken on one thread, and the rate can be asked for on any. */
final class Rate {

    private record Sample(long count, long nanos) {}

    private final int most;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private volatile double perSecond;

    /** Looks back over so many samples. */
    Rate(int samples) {
        this.most = samples;
    }

    void sample(long count, long nanos) {
        if (samples.size() == most) {
            samples.removeFirst();
        }
        samples.addLast(new Sample(count, nanos));
        Sample first = samples.getFirst();
        perSecond = nanos > first.nanos ? (count - first.count) * 1e9 / (nanos - first.nanos) : 0;
    }

    /** By how much it has grown in a second, on average; zero until there are two samples. */
    double perSecond() {
        return perSecond;
    }

    String text() {
        return String.format(Locale.ROOT, "%,.0f", perSecond);
    }
}
