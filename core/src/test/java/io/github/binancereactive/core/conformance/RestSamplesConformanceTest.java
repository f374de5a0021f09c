/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.endpoint.ResultType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every sample of the REST documentation for the general endpoints, and every error in it. */
class RestSamplesConformanceTest {

    private static final Map<String, Endpoint<?>> ENDPOINTS = Map.of(
            "GET /api/v3/ping", GeneralEndpoints.PING,
            "GET /api/v3/time", GeneralEndpoints.TIME,
            "GET /api/v3/exchangeInfo", GeneralEndpoints.EXCHANGE_INFO,
            "GET /api/v3/executionRules", GeneralEndpoints.EXECUTION_RULES);

    private static boolean isOurs(JsonNode sample) {
        return sample.has("endpoint")
                && ENDPOINTS.containsKey(sample.get("endpoint").asString());
    }

    @TestFactory
    Stream<DynamicTest> samplesDecodeWholeAndEncodeBack() {
        return Conformance.samples("rest-api")
                .filter(RestSamplesConformanceTest::isOurs)
                .map(sample -> dynamicTest(Conformance.where(sample), () -> roundTrip(sample)));
    }

    @Test
    void everyEndpointHasASample() {
        assertThat(Conformance.samples("rest-api").filter(RestSamplesConformanceTest::isOurs))
                .extracting(sample -> sample.get("endpoint").asString())
                .containsAll(ENDPOINTS.keySet());
    }

    private static void roundTrip(JsonNode sample) {
        Reports reports = new Reports();
        JsonNode json = withoutPlaceholders(sample.get("json"));
        ResultType<?> type = ENDPOINTS.get(sample.get("endpoint").asString()).result();
        if (type.isNothing()) {
            byte[] body = Conformance.bytes(json);
            assertThat(reports.codec.decode(type, body, 0, body.length)).isNull();
            return;
        }
        Object value = reports.decode(type, Conformance.bytes(json));
        assertThat(reports.unknown).isEmpty();
        assertThat(Conformance.tree(reports.codec.encode(value))).isEqualTo(json);
    }

    /**
     * The documentation puts {@code "rateLimits": [{ // These are defined in the `ENUM definitions` section ... }]} where the
     * exchange sends its limits: with the comment removed, an empty object is left that the exchange never sends.
     */
    private static JsonNode withoutPlaceholders(JsonNode json) {
        if (json.get("rateLimits") instanceof ArrayNode limits
                && limits.size() == 1
                && limits.get(0).isEmpty()) {
            ObjectNode copy = (ObjectNode) json.deepCopy();
            copy.putArray("rateLimits");
            return copy;
        }
        return json;
    }

    @TestFactory
    Stream<DynamicTest> errorsDecode() {
        return Conformance.samples("rest-api")
                .filter(sample ->
                        sample.get("json").has("code") && sample.get("json").has("msg"))
                .map(sample -> dynamicTest(Conformance.where(sample), () -> {
                    JsonNode json = sample.get("json");
                    byte[] body = Conformance.bytes(json);

                    assertThat(new Reports().codec.decodeError(body, 0, body.length))
                            .isEqualTo(new ErrorBody(
                                    json.get("code").asInt(), json.get("msg").asString(), null));
                }));
    }

    @Test
    void recordedAnswersOfPingAndTimeAndErrorsDecode() {
        List<JsonNode> exchanges = Conformance.lines("recorded/rest/exchanges.jsonl.gz");
        Reports reports = new Reports();
        int errors = 0;
        for (JsonNode exchange : exchanges) {
            String url = exchange.get("request").get("url").asString();
            byte[] body =
                    exchange.get("response").get("body").asString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            if (exchange.get("response").get("status").asInt() != 200) {
                ErrorBody error = Objects.requireNonNull(reports.codec.decodeError(body, 0, body.length));
                assertThat(error.code()).isNegative();
                errors++;
            } else if (url.endsWith("/ping")) {
                assertThat(reports.codec.decode(ResultType.nothing(), body, 0, body.length))
                        .isNull();
            } else if (url.endsWith("/time")) {
                Object time = reports.decode(GeneralEndpoints.TIME.result(), body);
                assertThat(reports.codec.encode(time)).isEqualTo(body);
            }
        }
        assertThat(errors).isEqualTo(9);
        assertThat(reports.unknown).isEmpty();
    }
}
