/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The tables of streams, in Markdown: one row a contender, shares of the floor's figures, which is the first. */
final class FloodTable {

    private static final String FLOODS = """

            | streams | | messages/s | of the floor: median (range) | aim | CPU µs per message | heap bytes per message \
            | event loop late, p99.9 ms: it, an idle one | client, server cores |
            |---|---|---|---|---|---|---|---|---|
            """;

    private static final String PACED = """

            | streams | | delivery p50, p99, p99.9 µs | CPU µs per message | of the floor: median (range) | aim \
            | heap bytes per message | client, server cores |
            |---|---|---|---|---|---|---|---|
            """;

    private static final double CPU_AIM = 1.1;

    private final PrintStream out;
    private String head = "";

    FloodTable(PrintStream out) {
        this.out = out;
    }

    void rows(FloodScenario<?, ?> scenario, List<FloodRounds> contenders) {
        head(scenario.isPaced() ? PACED : FLOODS);
        FloodRounds floor = contenders.get(0);
        for (FloodRounds contender : contenders) {
            out.println(scenario.isPaced() ? paced(scenario, contender, floor) : flood(scenario, contender, floor));
        }
    }

    private void head(String next) {
        if (!head.equals(next)) {
            head = next;
            out.print(next);
        }
    }

    private static String flood(FloodScenario<?, ?> scenario, FloodRounds contender, FloodRounds floor) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %s | %s | %.2f | %,.0f | %.1f, %.1f | %s |",
                scenario.name(),
                contender.name(),
                contender.median(Measured::perSecond),
                share(contender, floor, Measured::perSecond),
                isOurs(contender) ? scenario.kind().aim() : "",
                contender.median(Measured::cpuMicros),
                contender.median(Measured::heapBytes),
                contender.delays().getValueAtPercentile(99.9) / 1e6,
                contender.idleDelays().getValueAtPercentile(99.9) / 1e6,
                cores(contender));
    }

    private static String paced(FloodScenario<?, ?> scenario, FloodRounds contender, FloodRounds floor) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f, %,.0f, %,.0f | %.1f | %s | %s | %,.0f | %s |",
                scenario.name(),
                contender.name(),
                contender.micros(50),
                contender.micros(99),
                contender.micros(99.9),
                contender.median(Measured::cpuMicros),
                share(contender, floor, Measured::cpuMicros),
                isOurs(contender) ? CPU_AIM : "",
                contender.median(Measured::heapBytes),
                cores(contender));
    }

    private static boolean isOurs(FloodRounds contender) {
        return contender.name().equals(FloodContender.OURS);
    }

    private static String share(FloodRounds contender, FloodRounds floor, ToDoubleFunction<Measured> of) {
        if (contender == floor) {
            return "1";
        }
        double[] shares = contender.shares(floor, of);
        return String.format(
                Locale.ROOT, "%.2f (%.2f to %.2f)", shares[shares.length / 2], shares[0], shares[shares.length - 1]);
    }

    private static String cores(FloodRounds contender) {
        return String.format(
                Locale.ROOT,
                "%.2f, %.2f",
                contender.median(Measured::clientLoad),
                contender.median(Measured::serverLoad));
    }
}
