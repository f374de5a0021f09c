/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * The rounds of one contender.
 *
 * @param name the contender
 * @param rounds its rounds, each behind those of the same index of the contenders before it
 * @param delays how late its event loop was meanwhile
 * @param idleDelays how late another event loop of the same JVM was
 */
record FloodRounds(String name, List<Measured> rounds, Histogram delays, Histogram idleDelays) {

    FloodRounds(String name) {
        this(name, new ArrayList<>(), new Histogram(2), new Histogram(2));
    }

    double median(ToDoubleFunction<Measured> of) {
        return Comparison.median(rounds, of);
    }

    double micros(double percentile) {
        return Comparison.micros(rounds, percentile);
    }

    /** A figure as a share of another contender's, round by round, sorted. */
    double[] shares(FloodRounds other, ToDoubleFunction<Measured> of) {
        return IntStream.range(0, rounds.size())
                .mapToDouble(i -> of.applyAsDouble(rounds.get(i)) / of.applyAsDouble(other.rounds.get(i)))
                .sorted()
                .toArray();
    }
}
