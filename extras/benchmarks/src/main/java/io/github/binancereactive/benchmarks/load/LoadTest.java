/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.List;
import reactor.netty.http.HttpResources;
import reactor.netty.resources.LoopResources;

/**
 * Compares our requests and streams with the floor, and streams with Jackson's databind as well, and prints tables.
 *
 * <pre>
 * --smoke             everything once and short, to see that it runs
 * --rounds N          measured rounds of each side, 11 by default
 * --warm-ups N        rounds before them, 4 by default
 * --round-millis N    the length of a round, 1000 by default
 * --only TEXT         only scenarios with this in their name; stall for the event loop's delays alone,
 *                     flood or paced for streams
 * --side TEXT         of streams, only sides with this in their name: ours, to profile it
 * </pre>
 */
public final class LoadTest {

    private LoadTest() {}

    /**
     * Runs it. It starts the server's JVM and ends it.
     *
     * @param arguments see above
     * @throws InterruptedException when the thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        LoadOptions options = LoadOptions.parse(arguments);
        try (Server server = Server.start()) {
            compare(server, options);
            if ("stall".contains(options.only())) {
                new Stall(server, options, System.out).run();
            }
            flood(server, options);
        }
    }

    private static void flood(Server server, LoadOptions options) throws InterruptedException {
        LoopResources loops = LoopResources.create("load-flood", 1, true);
        LoopResources idle = LoopResources.create("load-idle", 1, true);
        FloodTable table = new FloodTable(System.out);
        for (FloodScenario<?, ?> scenario : FloodScenario.all()) {
            if (scenario.name().contains(options.only())) {
                try (FloodComparison comparison = new FloodComparison(scenario, server, options, loops, idle)) {
                    table.rows(scenario, comparison.run());
                }
            }
        }
        loops.dispose();
        idle.dispose();
    }

    private static void compare(Server server, LoadOptions options) throws InterruptedException {
        Scenarios scenarios = new Scenarios(server, HttpResources.get());
        Meter meter = new Meter(server);
        Table table = new Table(System.out);
        table.head();
        for (List<Scenario> group : List.of(scenarios.time(), scenarios.orders(), scenarios.exchangeInfo())) {
            for (Scenario scenario : group) {
                if (scenario.name().contains(options.only())) {
                    table.row(Comparison.run(scenario, options, meter));
                }
            }
        }
    }
}
