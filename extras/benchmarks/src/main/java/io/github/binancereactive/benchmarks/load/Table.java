/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The one table, in Markdown. */
final class Table {

    private static final String HEAD = """
            | scenario | requests/s: ours, floor | ratio: median (range) | aim | CPU µs per request: ours, floor \
            | heap bytes per request: ours, floor | p50, p99, p99.9 µs: ours | floor | client, server cores: ours; floor |
            |---|---|---|---|---|---|---|---|---|
            """;

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void head() {
        out.print(HEAD);
    }

    void row(Comparison of) {
        double[] ratios = of.ratios();
        out.println(String.format(
                Locale.ROOT,
                "| %s | %,.0f, %,.0f | %.2f (%.2f to %.2f) | %s | %.1f, %.1f | %,.0f, %,.0f | %s | %s | %s; %s |",
                of.scenario().name(),
                Comparison.median(of.ours(), Measured::perSecond),
                Comparison.median(of.floor(), Measured::perSecond),
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1],
                aim(of.scenario()),
                Comparison.median(of.ours(), Measured::cpuMicros),
                Comparison.median(of.floor(), Measured::cpuMicros),
                Comparison.median(of.ours(), Measured::heapBytes),
                Comparison.median(of.floor(), Measured::heapBytes),
                latencies(of.ours()),
                latencies(of.floor()),
                cores(of.ours()),
                cores(of.floor())));
    }

    private static String aim(Scenario scenario) {
        return scenario.aim() == 0 ? "" : String.valueOf(scenario.aim());
    }

    private static String latencies(List<Measured> rounds) {
        return String.format(
                Locale.ROOT,
                "%,.0f, %,.0f, %,.0f",
                Comparison.micros(rounds, 50),
                Comparison.micros(rounds, 99),
                Comparison.micros(rounds, 99.9));
    }

    private static String cores(List<Measured> rounds) {
        return String.format(
                Locale.ROOT,
                "%.2f, %.2f",
                Comparison.median(rounds, Measured::clientLoad),
                Comparison.median(rounds, Measured::serverLoad));
    }
}
