/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.stream.StreamFamily;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest event about each thing, in the order in which the things came first. All that happened meanwhile is told before.
 */
final class LatestBacklog<T> extends Backlog<T> {

    private final StreamFamily<T> family;
    private final Map<Object, T> latest = new LinkedHashMap<>();
    private final SignalRun<T> run = new SignalRun<>();

    LatestBacklog(StreamFamily<T> family, boolean signals) {
        super(signals);
        this.family = family;
    }

    @Override
    int put(T event) {
        if (latest.put(family.key(event), event) == null) {
            return 0;
        }
        countDrop(run);
        return 1;
    }

    @Override
    void putSignal(StreamSignal<T> signal) {
        run.add(signal);
    }

    @Override
    @Nullable Object take() {
        if (!run.isEmpty()) {
            return run.poll();
        }
        Iterator<T> first = latest.values().iterator();
        if (!first.hasNext()) {
            return null;
        }
        T event = first.next();
        first.remove();
        return event;
    }

    @Override
    void empty() {
        latest.clear();
        while (!run.isEmpty()) {
            run.poll();
        }
    }

    @Override
    int countEvents() {
        return latest.size();
    }

    @Override
    int countAll() {
        return latest.size() + (run.isEmpty() ? 0 : 1);
    }
}
