/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.ResultType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every sample of an answer that the REST documentation has for a group of endpoints. */
abstract class RestSamples {

    /** The endpoints of the group. */
    abstract List<Endpoint<?>> endpoints();

    /** What one sample is: the endpoint's result, unless a parameter has it answer something else. */
    ResultType<?> type(Endpoint<?> endpoint, JsonNode sample) {
        return endpoint.result();
    }

    /** What the exchange really sends where the documentation has a placeholder. */
    JsonNode sent(Endpoint<?> endpoint, JsonNode json) {
        return json;
    }

    /** What encoding has to give: the same JSON values, but for what the subclass gives a reason for. */
    JsonNode encoded(Endpoint<?> endpoint, JsonNode json) {
        return json;
    }

    /** Endpoints of which the documentation shows no answer. */
    List<Endpoint<?>> withoutSample() {
        return List.of();
    }

    private static String name(Endpoint<?> endpoint) {
        return endpoint.verb() + " " + endpoint.path();
    }

    private static Stream<JsonNode> samples(Endpoint<?> endpoint) {
        return Conformance.samples("rest-api")
                .filter(sample -> sample.has("endpoint")
                        && sample.get("endpoint").asString().equals(name(endpoint)))
                .filter(sample -> !Conformance.isError(sample.get("json")));
    }

    @TestFactory
    Stream<DynamicTest> samplesDecodeWholeAndEncodeBack() {
        return endpoints().stream()
                .filter(endpoint -> endpoint.path() != null)
                .flatMap(endpoint -> samples(endpoint)
                        .map(sample -> dynamicTest(
                                name(endpoint) + ", " + Conformance.where(sample), () -> roundTrip(endpoint, sample))));
    }

    @Test
    void everyEndpointHasASample() {
        assertThat(endpoints().stream().filter(endpoint -> endpoint.path() != null))
                .allSatisfy(endpoint -> assertThat(samples(endpoint).findAny().isPresent())
                        .as(name(endpoint))
                        .isNotEqualTo(withoutSample().contains(endpoint)));
    }

    private void roundTrip(Endpoint<?> endpoint, JsonNode sample) {
        Reports reports = new Reports();
        JsonNode json = sent(endpoint, sample.get("json"));
        ResultType<?> type = type(endpoint, sample);
        if (type.isNothing()) {
            byte[] body = Conformance.bytes(json);
            assertThat(reports.codec.decode(type, body, 0, body.length)).isNull();
            return;
        }
        Object value = reports.decode(type, Conformance.bytes(json));
        assertThat(reports.unknown).isEmpty();
        Conformance.assertEncodes(reports, value, encoded(endpoint, json));
    }
}
