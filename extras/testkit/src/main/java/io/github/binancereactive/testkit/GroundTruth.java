/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.TimestampUnit;
import io.github.binancereactive.testkit.stream.StreamBoard;
import io.github.binancereactive.testkit.stream.StreamEvent;
import io.github.binancereactive.testkit.stream.StreamSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was published on the streams that a test wants to know about, also while nobody else is subscribed to them. Guarded
 * by this: the event loop adds, tests read.
 */
final class GroundTruth {

    private final SimulatorClock clock;
    private final Changes changes;
    private final Map<String, List<PublishedEvent>> published = new HashMap<>();

    GroundTruth(SimulatorClock clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    /** Event loop only. Subscribed to as by a connection that goes nowhere, because unwanted streams make no events. */
    void keep(StreamBoard board, List<String> streams) {
        synchronized (this) {
            streams.forEach(stream -> published.putIfAbsent(stream, new ArrayList<>()));
        }
        new StreamSession(board, TimestampUnit.MILLISECOND, false, frame -> {}).subscribe(streams);
    }

    void add(String stream, StreamEvent event) {
        synchronized (this) {
            List<PublishedEvent> kept = published.get(stream);
            if (kept == null) {
                return;
            }
            kept.add(new PublishedEvent(
                    stream, clock.now(), new String(event.json(TimestampUnit.MILLISECOND), StandardCharsets.UTF_8)));
        }
        changes.happened();
    }

    synchronized List<PublishedEvent> of(String stream) {
        List<PublishedEvent> kept = published.get(stream);
        if (kept == null) {
            throw new IllegalArgumentException("events of " + stream + " are not kept: ask keepEvents for them first");
        }
        return List.copyOf(kept);
    }
}
