/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.book.BookOptions;
import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.ws.session.OptionsCopies;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

class OrderBookOptionsTest {

    private final OrderBookOptions defaults = OrderBookOptions.defaults();

    @Test
    void aCopyLosesAndMixesUpNothing() {
        OrderBookOptions original = new OrderBookOptions(
                DepthSpeed.EVERY_100_MS,
                100,
                BookOptions.defaults(),
                2,
                3,
                Duration.ofSeconds(4),
                Backoff.fixed(Duration.ZERO),
                Duration.ofSeconds(5),
                Duration.ofSeconds(6),
                7,
                Schedulers.immediate(),
                new Random(1));
        OptionsCopies.assertEachChangesOneComponent(
                original,
                Map.ofEntries(
                        Map.entry("speed", DepthSpeed.EVERY_SECOND),
                        Map.entry("snapshotLimit", 500),
                        Map.entry("book", BookOptions.defaults().withMinLevels(9)),
                        Map.entry("viewLevels", 12),
                        Map.entry("concurrentSnapshots", 13),
                        Map.entry("snapshotJitter", Duration.ofSeconds(14)),
                        Map.entry("backoff", Backoff.fixed(Duration.ofSeconds(15))),
                        Map.entry("staleAfter", Duration.ofSeconds(16)),
                        Map.entry("linger", Duration.ofSeconds(17)),
                        Map.entry("bufferSize", 18),
                        Map.entry("scheduler", Schedulers.parallel()),
                        Map.entry("random", new Random(2))));
    }

    @Test
    void valuesKeepToTheirRanges() {
        Duration negative = Duration.ofMillis(-1);
        refuses("snapshotLimit", options -> options.withSnapshotLimit(5001));
        refuses("snapshotLimit", options -> options.withSnapshotLimit(39));
        refuses("viewLevels", options -> options.withViewLevels(0));
        refuses("concurrentSnapshots", options -> options.withConcurrentSnapshots(0));
        refuses("bufferSize", options -> options.withBufferSize(0));
        refuses("snapshotJitter", options -> options.withSnapshotJitter(negative));
        refuses("staleAfter", options -> options.withStaleAfter(negative));
        refuses("linger", options -> options.withLinger(negative));
    }

    private void refuses(String name, UnaryOperator<OrderBookOptions> change) {
        assertThatThrownBy(() -> change.apply(defaults))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name);
    }
}
