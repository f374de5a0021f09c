/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * Rounds of both sides, taken in turns, so that whatever else the machine does meets both.
 *
 * @param scenario what was compared
 * @param ours our rounds
 * @param floor the floor's rounds, each behind ours of the same index
 */
record Comparison(Scenario scenario, List<Measured> ours, List<Measured> floor) {

    static Comparison run(Scenario scenario, LoadOptions options, Meter meter) throws InterruptedException {
        List<Measured> ours = new ArrayList<>();
        List<Measured> floor = new ArrayList<>();
        try (Side ourSide = scenario.ours().get();
                Side floorSide = scenario.floor().get()) {
            for (int round = -options.warmUps(); round < options.rounds(); round++) {
                Measured us = meter.round(ourSide, options.roundNanos());
                Measured them = meter.round(floorSide, options.roundNanos());
                if (round >= 0) {
                    ours.add(us);
                    floor.add(them);
                }
            }
        }
        return new Comparison(scenario, ours, floor);
    }

    /** Our throughput as a share of the floor's, round by round, sorted. */
    double[] ratios() {
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ours.get(i).perSecond() / floor.get(i).perSecond();
        }
        java.util.Arrays.sort(ratios);
        return ratios;
    }

    static double median(List<Measured> rounds, ToDoubleFunction<Measured> of) {
        double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    static double micros(List<Measured> rounds, double percentile) {
        Histogram all = new Histogram(2);
        rounds.forEach(round -> all.add(round.latencies()));
        return all.getValueAtPercentile(percentile) / 1e3;
    }
}
