/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static io.github.binancereactive.core.endpoint.WeightRule.Step.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightRuleTest {

    private static Call<Void> call(WeightRule rule) {
        return Call.of(Endpoint.get("/x")
                .weight(rule)
                .takes(Parameter.string("symbol"), Parameter.strings("symbols"), Parameter.number("limit"))
                .returnsNothing());
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "S" + i).toList();
    }

    @ParameterizedTest
    @CsvSource({"1,2", "20,2", "21,40", "100,40", "101,80", "5000,80"})
    void stepsBySymbols(int count, int weight) {
        Call<Void> call = call(WeightRule.bySymbols(80, upTo(20, 2), upTo(100, 40)));

        assertThat(call.with("symbols", names(count)).weight()).isEqualTo(weight);
        assertThat(call.with("symbol", "A").weight()).isEqualTo(2);
        assertThat(call.weight()).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({"1,5", "10,5", "11,50", "20,50", "21,50"})
    void stepsByLimit(long limit, int weight) {
        Call<Void> call = call(WeightRule.byLimit(15, upTo(10, 5), upTo(20, 50)));

        assertThat(call.with("limit", limit).weight()).isEqualTo(weight);
        assertThat(call.weight()).as("of the default").isEqualTo(50);
    }

    @Test
    void oneSymbolOrMore() {
        Call<Void> call = call(WeightRule.with("symbol", 2, 4));

        assertThat(call.with("symbol", "A").weight()).isEqualTo(2);
        assertThat(call.with("symbols", names(1)).weight()).isEqualTo(4);
        assertThat(call.weight()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"1,4", "49,196", "50,200", "51,200", "100,200"})
    void perSymbolUpToACap(int count, int weight) {
        Call<Void> call = call(WeightRule.perSymbol(4, 200));

        assertThat(call.with("symbols", names(count)).weight()).isEqualTo(weight);
        assertThat(call.with("symbol", "A").weight()).isEqualTo(4);
        assertThat(call.weight()).isEqualTo(200);
    }
}
