/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.RejectionReason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every refusal of an order or a cancellation in samples and recordings has a reason that is known. */
class RejectionReasonsConformanceTest {

    private static final Set<Integer> CODES = Set.of(-1010, -1013, -2010, -2011, -2038);

    private static Stream<JsonNode> errors(JsonNode json) {
        Stream<JsonNode> within =
                json.isContainer() ? json.valueStream().flatMap(RejectionReasonsConformanceTest::errors) : Stream.of();
        return Conformance.isError(json) ? Stream.concat(Stream.of(json), within) : within;
    }

    private static Stream<JsonNode> recorded() {
        List<JsonNode> exchanges = Conformance.lines("recorded/rest/exchanges.jsonl.gz");
        return exchanges.stream()
                .map(exchange -> exchange.get("response"))
                .filter(response -> response.get("status").asInt() == 400)
                .map(response ->
                        Conformance.tree(response.get("body").asString().getBytes(UTF_8)));
    }

    @Test
    void allAreKnown() {
        Map<String, RejectionReason> reasons = new TreeMap<>();
        Stream.of("rest-api", "web-socket-api")
                .flatMap(Conformance::samples)
                .flatMap(sample -> errors(sample.get("json")))
                .forEach(error -> put(reasons, error));
        recorded().flatMap(RejectionReasonsConformanceTest::errors).forEach(error -> put(reasons, error));

        assertThat(reasons)
                .containsOnly(
                        Map.entry("Unknown order sent.", RejectionReason.UNKNOWN_ORDER),
                        Map.entry(
                                "Order was not canceled due to cancel restrictions.",
                                RejectionReason.CANCEL_RESTRICTED),
                        Map.entry(
                                "Account has insufficient balance for requested action.",
                                RejectionReason.INSUFFICIENT_BALANCE),
                        Map.entry("Order would immediately match and take.", RejectionReason.WOULD_TAKE));
    }

    private static void put(Map<String, RejectionReason> reasons, JsonNode error) {
        int code = error.get("code").asInt();
        String message = error.get("msg").asString();
        if (CODES.contains(code)) {
            reasons.put(message, RejectionReason.of(code, message));
        }
    }
}
