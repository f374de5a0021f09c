/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.limit.BudgetState;
import io.github.binancereactive.core.limit.LimitState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How a budget stands. */
final class BudgetTable {

    private BudgetTable() {}

    static List<String> lines(BudgetState state) {
        Table table = new Table("limit", ">window", ">used", ">of", ">in flight", ">waiting", ">ends in");
        for (LimitState limit : state.limits()) {
            table.row(
                    limit.limit().rateLimitType().name(),
                    seconds(limit.limit().window()),
                    Table.count(limit.used()),
                    Table.count(limit.limit().limit()),
                    Table.count(limit.inFlight()),
                    Table.count(limit.waiting()),
                    seconds(rest(state.at(), limit.windowEnd())));
        }
        return table.lines();
    }

    private static Duration rest(Instant now, Instant end) {
        Duration rest = Duration.between(now, end);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private static String seconds(Duration duration) {
        return Table.count(duration.plusMillis(999).toSeconds()) + " s";
    }
}
