/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.util.ArrayList;
import java.util.List;

/** Every request received, for the test to ask about. Guarded by this: the event loop adds, tests read. */
final class Recorder {

    private final boolean on;
    private final Changes changes;
    private List<RecordedRequest> requests = new ArrayList<>();

    Recorder(boolean on, Changes changes) {
        this.on = on;
        this.changes = changes;
    }

    boolean on() {
        return on;
    }

    void add(RecordedRequest request) {
        if (on) {
            synchronized (this) {
                requests.add(request);
            }
            changes.happened();
        }
    }

    synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized void clear() {
        requests = new ArrayList<>();
    }
}
