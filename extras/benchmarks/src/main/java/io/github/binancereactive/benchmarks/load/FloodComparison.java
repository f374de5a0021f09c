/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import reactor.netty.resources.LoopResources;

/**
 * Lets the contenders of a scenario take turns. They share one event loop, as only one of them has anything to do at a time, and
 * another one has nothing to do at all.
 */
final class FloodComparison implements AutoCloseable {

    private final LoadOptions options;
    private final Meter meter;
    private final @Nullable LoopProbe probe;
    private final @Nullable LoopProbe idleProbe;
    private final List<FloodContender> contenders;
    private final List<Side> sides = new ArrayList<>();

    /**
     * Prepares it.
     *
     * @param scenario what is compared
     * @param server where floods come from
     * @param options how much to measure
     * @param loops one event loop, on which the contenders are
     * @param idle another one
     */
    FloodComparison(
            FloodScenario<?, ?> scenario, Server server, LoadOptions options, LoopResources loops, LoopResources idle) {
        this.options = options;
        this.meter = new Meter(server);
        // Where wake-ups are what costs most, there must be none for a probe.
        this.probe =
                scenario.isPaced() ? null : LoopProbe.start(loops.onClient(true).next());
        this.idleProbe =
                scenario.isPaced() ? null : LoopProbe.start(idle.onClient(true).next());
        this.contenders = FloodContender.all(scenario, server, loops).stream()
                .filter(contender -> contender.name().contains(options.side()))
                .toList();
    }

    List<FloodRounds> run() throws InterruptedException {
        contenders.forEach(contender -> sides.add(contender.open().get()));
        List<FloodRounds> all = contenders.stream()
                .map(contender -> new FloodRounds(contender.name()))
                .toList();
        for (int round = -options.warmUps(); round < options.rounds(); round++) {
            for (int i = 0; i < sides.size(); i++) {
                FloodRounds into = round < 0 ? new FloodRounds("warm-up") : all.get(i);
                round(sides.get(i), into);
            }
        }
        return all;
    }

    private void round(Side side, FloodRounds into) throws InterruptedException {
        take(probe);
        take(idleProbe);
        into.rounds().add(meter.round(side, options.roundNanos()));
        into.delays().add(take(probe));
        into.idleDelays().add(take(idleProbe));
    }

    private static Histogram take(@Nullable LoopProbe probe) {
        return probe == null ? new Histogram(2) : probe.take();
    }

    private static void stop(@Nullable LoopProbe probe) {
        if (probe != null) {
            probe.stop();
        }
    }

    @Override
    public void close() {
        sides.forEach(Side::close);
        stop(probe);
        stop(idleProbe);
    }
}
