/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The subscribers of one account. For steps only. */
final class Audience {

    private final Counters counters;
    private final List<Outlet> outlets = new ArrayList<>();

    Audience(Counters counters) {
        this.counters = counters;
    }

    boolean isEmpty() {
        return outlets.isEmpty();
    }

    void add(Outlet outlet) {
        outlets.add(outlet);
        counters.subscribers.incrementAndGet();
    }

    void remove(Outlet outlet) {
        if (outlets.remove(outlet)) {
            counters.subscribers.decrementAndGet();
        }
    }

    /** Tells all, and lets go of those that have ended. */
    void emit(UserDataSignal signal) {
        List<Outlet> ended = new ArrayList<>();
        for (Outlet outlet : outlets) {
            if (!outlet.emit(signal)) {
                ended.add(outlet);
            }
        }
        ended.forEach(this::remove);
    }

    /** Ends all of them. */
    void dismiss(Consumer<Outlet> how) {
        List<Outlet> all = List.copyOf(outlets);
        all.forEach(this::remove);
        all.forEach(how);
    }
}
