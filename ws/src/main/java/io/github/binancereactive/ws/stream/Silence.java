/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

/** For how long a stream has been silent. In steps of its hub only; looked at now and then, so that no event has to read a clock. */
final class Silence {

    private long limitMillis; // 0 for none
    private long since;
    private long earliest; // the last event came then, or later
    private long looked;
    private long seen;

    Silence(long now) {
        broken(now);
    }

    /** It counts from when somebody minds it. */
    void limit(long millis, long now, long received) {
        if (!isLimited()) {
            seen = received;
            broken(now);
        }
        limitMillis = millis;
    }

    final boolean isLimited() {
        return limitMillis > 0;
    }

    /** It begins anew. */
    final void broken(long now) {
        since = now;
        earliest = now;
        looked = now;
    }

    /** When it began, if not later. */
    long earliest() {
        return earliest;
    }

    /** For how long it has lasted, once that is too long, and then again after as much time; else 0. */
    long lasts(long now, long received) {
        if (received != seen) {
            seen = received;
            since = now;
            earliest = looked;
        }
        looked = now;
        long lasted = now - since;
        if (limitMillis == 0 || lasted < limitMillis) {
            return 0;
        }
        since = now;
        return lasted;
    }
}
