/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order hosts are tried: as configured, but a host that failed comes after all the others until its pause is over
 * or it answers again. Immutable; clients of one family share the latest one.
 *
 * @param pausedUntil the hosts that failed and when each pause ends
 */
record HostPreference(Map<URI, Instant> pausedUntil) {

    static final HostPreference NONE = new HostPreference(Map.of());

    HostPreference {
        pausedUntil = Map.copyOf(pausedUntil);
    }

    /** Whether all hosts are as good as each other: then nothing needs to know the time. */
    boolean isEmpty() {
        return pausedUntil.isEmpty();
    }

    /** The hosts in the order in which to try them; those that pause come last, the one that failed longest ago first. */
    List<URI> order(List<URI> hosts, Instant now) {
        List<URI> ordered = new ArrayList<>(hosts);
        ordered.sort(Comparator.comparing(host -> pause(host, now)));
        return ordered;
    }

    HostPreference failed(URI host, Instant until) {
        Map<URI, Instant> changed = new HashMap<>(pausedUntil);
        changed.put(host, until);
        return new HostPreference(changed);
    }

    HostPreference answered(URI host) {
        if (!pausedUntil.containsKey(host)) {
            return this;
        }
        Map<URI, Instant> changed = new HashMap<>(pausedUntil);
        changed.remove(host);
        return new HostPreference(changed);
    }

    private Instant pause(URI host, Instant now) {
        Instant until = pausedUntil.get(host);
        return until == null || !until.isAfter(now) ? Instant.MIN : until;
    }
}
