/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The weight of {@code executionRules}: a table with a row for each parameter that decides. */
class GeneralWeightsConformanceTest {

    private static final Pattern ROW =
            Pattern.compile("(\\w+) *\\| *(\\d+)(?: for each symbol, capped at a max of (\\d+))?");

    @Test
    void executionRulesWeighWhatTheTableSays() {
        String table = Conformance.json("inventory.json")
                .get("rest")
                .valueStream()
                .filter(entry -> entry.get("path").asString().equals("/api/v3/executionRules"))
                .findFirst()
                .orElseThrow()
                .get("weight")
                .asString();
        Matcher row = ROW.matcher(table);
        int rows = 0;
        while (row.find()) {
            int weight = Integer.parseInt(row.group(2));
            if (row.group(3) == null) {
                assertThat(single(row.group(1)).weight()).as(row.group()).isEqualTo(weight);
            } else {
                assertCapped(row.group(1), weight, Integer.parseInt(row.group(3)));
            }
            rows++;
        }
        assertThat(rows).isEqualTo(4);
    }

    private static void assertCapped(String parameter, int weight, int cap) {
        for (int count : new int[] {1, 2, cap / weight, cap / weight + 1, 1000}) {
            List<String> names =
                    IntStream.range(0, count).mapToObj(i -> "S" + i).toList();
            assertThat(Call.of(GeneralEndpoints.EXECUTION_RULES)
                            .with(parameter, names)
                            .weight())
                    .isEqualTo(Math.min(cap, weight * count));
        }
    }

    private static Call<?> single(String parameter) {
        Call<?> call = Call.of(GeneralEndpoints.EXECUTION_RULES);
        return parameter.equals("None")
                ? call
                : call.with(parameter, parameter.equals("symbolStatus") ? "TRADING" : "BTCUSDT");
    }
}
