/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.general.Filter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The 20 filters of the documentation. */
class FilterSamplesConformanceTest {

    /** Documented in words alone: the document shows no sample of it. */
    private static final Set<String> WITHOUT_SAMPLE = Set.of();

    private static Set<String> documented() {
        return Conformance.json("inventory.json")
                .get("filters")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @TestFactory
    Stream<DynamicTest> samplesDecodeWholeAndEncodeBack() {
        return Conformance.samples("filters")
                .map(sample -> dynamicTest(Conformance.where(sample), () -> {
                    Reports reports = new Reports();

                    Filter filter = reports.decode(ResultType.of(Filter.class), Conformance.bytes(sample.get("json")));

                    assertThat(reports.unknown).isEmpty();
                    assertThat(filter).isNotInstanceOf(Filter.UnknownFilter.class);
                    assertThat(filter.filterType())
                            .isEqualTo(sample.get("json").get("filterType").asString());
                    assertThat(Conformance.tree(reports.codec.encode(filter))).isEqualTo(sample.get("json"));
                }));
    }

    @Test
    void everyFilterHasASample() {
        Set<String> sampled = Conformance.samples("filters")
                .map(sample -> sample.get("json").get("filterType").asString())
                .collect(Collectors.toCollection(TreeSet::new));
        sampled.addAll(WITHOUT_SAMPLE);

        assertThat(sampled).isEqualTo(documented());
    }

    @Test
    void everyFilterHasARecordAndNoneHasTwo() {
        Set<String> modelled = new TreeSet<>();
        for (Class<?> variant : Filter.class.getPermittedSubclasses()) {
            if (variant != Filter.UnknownFilter.class) {
                assertThat(modelled.add(variant.getSimpleName()
                                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                                .toUpperCase(java.util.Locale.ROOT)))
                        .isTrue();
            }
        }
        assertThat(modelled).isEqualTo(documented());
    }
}
