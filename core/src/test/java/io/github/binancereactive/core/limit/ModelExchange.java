/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.RateLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the exchange counts, in aligned windows of its own time. Refuses nothing: it fails the test instead. */
final class ModelExchange {

    private final List<RateLimit> limits;
    private final Map<RateLimit, Map<Long, Integer>> counts = new HashMap<>();
    long time;

    ModelExchange(List<RateLimit> limits, long time) {
        this.limits = limits;
        this.time = time;
    }

    /** Counts a request now, and says what the answer will report. */
    List<Usage> process(int charge) {
        List<Usage> report = new ArrayList<>();
        for (RateLimit limit : limits) {
            int count = add(limit, charge);
            assertThat(count).as("%s at %d", limit, time).isLessThanOrEqualTo(limit.limit());
            report.add(new Usage(limit.rateLimitType(), limit.interval(), limit.intervalNum(), count, 0));
        }
        return report;
    }

    /** Orders that fill are given back. */
    void fill(int orders) {
        limits.forEach(limit -> add(limit, -orders));
    }

    int count(RateLimit limit) {
        return counts.getOrDefault(limit, Map.of()).getOrDefault(window(limit), 0);
    }

    private int add(RateLimit limit, int amount) {
        return counts.computeIfAbsent(limit, unseen -> new HashMap<>())
                .merge(window(limit), Math.max(0, amount), (before, more) -> Math.max(0, before + amount));
    }

    private long window(RateLimit limit) {
        return Math.floorDiv(time, limit.window().toMillis());
    }
}
