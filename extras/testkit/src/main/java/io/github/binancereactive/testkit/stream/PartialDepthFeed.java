/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.matching.Depth;
import java.time.Duration;

/** The best levels, period by period. */
record PartialDepthFeed(FeedSource source, String stream, String symbol, int levels, Duration period) implements Feed {

    @Override
    public void tick(long nowMicros) {
        Depth depth = source.data().depth(symbol, levels);
        source.board().publish(stream, StreamEvent.rendered(unit -> BookJson.depth(depth)));
    }
}
