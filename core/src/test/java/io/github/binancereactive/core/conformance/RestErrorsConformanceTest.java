/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.endpoint.ResultType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every error in the REST documentation, and recorded answers. */
class RestErrorsConformanceTest {

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
