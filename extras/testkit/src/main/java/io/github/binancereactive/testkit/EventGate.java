/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.stream.StreamEvent;
import io.github.binancereactive.testkit.stream.StreamFilter;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What every event passes on its way to the subscribers: streams that are replayed belong to the replay alone, what was
 * published is written down, and then it may go wrong. Event loop only.
 */
final class EventGate implements StreamFilter {

    private final GroundTruth truth;
    private final EventFaults faults;
    private final Set<String> reserved = new HashSet<>();
    private StreamFilter last = NONE;

    EventGate(GroundTruth truth, EventFaults faults) {
        this.truth = truth;
        this.faults = faults;
    }

    /** Lets only replayed events through on these streams. */
    void reserve(Set<String> streams) {
        reserved.addAll(streams);
    }

    /** What a test puts in the way itself comes after everything else. */
    void last(StreamFilter filter) {
        last = filter;
    }

    @Override
    public void pass(String stream, StreamEvent event, BiConsumer<String, StreamEvent> next) {
        if (reserved.contains(stream) && !(event instanceof ReplayedEvent)) {
            return;
        }
        truth.add(stream, event);
        faults.pass(stream, event, (name, passed) -> last.pass(name, passed, next));
    }
}
