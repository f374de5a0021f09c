/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.github.binancereactive.benchmarks.AmpleLimits;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.core.time.TimestampUnit;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import io.github.binancereactive.ws.stream.MarketStreamOptions;
import reactor.core.Disposable;
import reactor.netty.resources.LoopResources;

/** Streams as our client brings them: one subscriber a stream, which takes events as they come. */
final class OurStreams {

    private final LoopResources loops;

    OurStreams(LoopResources loops) {
        this.loops = loops;
    }

    /** Subscribes to all streams. A drop is a failure: it would be a message that costs less. */
    <T> Disposable receive(FloodScenario<T, ?> scenario, Address server, Tally tally) {
        BinanceMarketStreams streams = client(server);
        for (String symbol : scenario.symbolNames()) {
            MarketStream<T> stream = scenario.kind().stream().apply(symbol);
            streams.stream(stream)
                    .withDropListener(total -> tally.failed(new IllegalStateException(stream.name() + " was dropped")))
                    .subscribe(event -> count(scenario, event, tally), tally::failed);
        }
        return streams;
    }

    BinanceMarketStreams client(Address server) {
        return BinanceMarketStreams.create(MarketStreamOptions.of(server.environment())
                .withTimeUnit(TimestampUnit.MICROSECOND)
                .withLoopResources(loops)
                .withBudget(AmpleLimits.budget()));
    }

    private static <T> void count(FloodScenario<T, ?> scenario, T event, Tally tally) {
        if (scenario.isPaced()) {
            tally.message(scenario.kind().sentAt().applyAsLong(event));
        } else {
            tally.message();
        }
    }
}
