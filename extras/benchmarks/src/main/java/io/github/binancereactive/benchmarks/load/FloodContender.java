/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.List;
import java.util.function.Supplier;
import reactor.core.Disposable;
import reactor.netty.resources.LoopResources;

/**
 * One of those that receive a flood.
 *
 * @param name what the table says
 * @param open opens it
 */
record FloodContender(String name, Supplier<Side> open) {

    static final String OURS = "ours";

    private interface Receiver {
        Disposable receive(Address server, Tally tally);
    }

    /** All of them, the floor first. */
    static <T, P> List<FloodContender> all(FloodScenario<T, P> scenario, Server server, LoopResources loops) {
        PlainStreams plain = new PlainStreams(loops, scenario.isPaced());
        List<String> streams = scenario.streamNames();
        OurStreams our = new OurStreams(loops);
        OurBooks books = new OurBooks(loops);
        FloodContender floor =
                contender("floor", scenario, server, (at, tally) -> plain.drop(scenario.kind(), streams, at, tally));
        if (scenario.books()) {
            return List.of(
                    floor,
                    contender("our streams", scenario, server, (at, tally) -> our.receive(scenario, at, tally)),
                    contender("our books", scenario, server, (at, tally) -> books.receive(scenario, at, tally)));
        }
        return List.of(
                floor,
                contender(
                        "databind",
                        scenario,
                        server,
                        (at, tally) -> plain.databind(scenario.kind(), streams, at, tally)),
                contender(OURS, scenario, server, (at, tally) -> our.receive(scenario, at, tally)));
    }

    private static FloodContender contender(
            String name, FloodScenario<?, ?> scenario, Server server, Receiver receiver) {
        return new FloodContender(
                name, () -> new FloodSide(server.flood(scenario.perSecond()), scenario.symbols(), receiver::receive));
    }
}
