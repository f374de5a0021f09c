/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedLimitsTest {

    static Stream<Named<Change>> changes() {
        return Stream.of(
                        new Change(List.of("requestWeight"), limits -> limits.withRequestWeight(7)),
                        new Change(List.of("rawRequests"), limits -> limits.withRawRequests(7)),
                        new Change(List.of("connections"), limits -> limits.withConnections(7)),
                        new Change(List.of("ordersInTenSeconds", "ordersInADay"), limits -> limits.withOrders(7, 77)),
                        new Change(List.of("banThreshold"), limits -> limits.withBanThreshold(7)),
                        new Change(List.of("streamMessages"), limits -> limits.withStreamMessages(7)),
                        new Change(List.of("streams"), limits -> limits.withStreams(7)))
                .map(change -> Named.of(change.components().toString(), change));
    }

    record Change(List<String> components, UnaryOperator<SimulatedLimits> by) {}

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsOfWhatItSaysAndOfNothingElse(Change change) {
        SimulatedLimits before = SimulatedLimits.documented();
        SimulatedLimits after = change.by().apply(before);
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields(change.components().toArray(String[]::new))
                .isEqualTo(before);
        assertThat(after)
                .extracting(change.components().toArray(String[]::new))
                .allSatisfy(value -> assertThat(value.toString()).startsWith("7"));
    }
}
