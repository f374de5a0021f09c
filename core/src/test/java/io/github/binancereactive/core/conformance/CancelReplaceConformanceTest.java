/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.codec.EnvelopeCodec;
import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.error.Failure;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.model.trade.CancelReplaceAnswer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The documented outcomes of a cancel-replace that failed in part or whole. */
class CancelReplaceConformanceTest {

    private static final ResultType<?> DETAIL = Objects.requireNonNull(TradingEndpoints.CANCEL_REPLACE.errorDetail());

    private static List<JsonNode> restErrors() {
        return Conformance.samples("rest-api")
                .filter(sample -> sample.path("endpoint").asString("").equals("POST /api/v3/order/cancelReplace"))
                .filter(sample -> Conformance.isError(sample.get("json")))
                .toList();
    }

    private static List<JsonNode> webSocketErrors() {
        return Conformance.samples("web-socket-api")
                .filter(sample -> Conformance.heading(sample).equals("Cancel and replace order (TRADE)"))
                .filter(sample -> sample.get("json").has("error"))
                .toList();
    }

    @Test
    void thereAreSamples() {
        assertThat(restErrors()).hasSize(6);
        assertThat(webSocketErrors()).hasSize(6);
    }

    @TestFactory
    Stream<DynamicTest> rest() {
        return restErrors().stream()
                .map(sample -> dynamicTest(Conformance.where(sample), () -> {
                    byte[] body = Conformance.bytes(sample.get("json"));
                    Reports reports = new Reports();

                    ErrorBody error = reports.codec.decodeError(body, 0, body.length, DETAIL);

                    assertSays(reports, Objects.requireNonNull(error), sample.get("json"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> webSocket() {
        return webSocketErrors().stream()
                .map(sample -> dynamicTest(Conformance.where(sample), () -> {
                    byte[] bytes =
                            Conformance.bytes(((ObjectNode) sample.get("json").deepCopy()).put("id", 3));
                    Reports reports = new Reports();
                    InboundFrame frame = new InboundFrame();

                    reports.codec.envelopes().decode(bytes, 0, bytes.length, new Waiting(), frame);

                    assertSays(
                            reports,
                            Objects.requireNonNull(frame.error()),
                            sample.get("json").get("error"));
                }));
    }

    private static void assertSays(Reports reports, ErrorBody error, JsonNode json) {
        assertThat(error.code()).isEqualTo(json.get("code").asInt());
        assertThat(error.message()).isEqualTo(json.get("msg").asString());
        assertThat(reports.unknown).isEmpty();
        if (!json.path("data").has("cancelResult")) {
            assertThat(error.detail()).isNull();
            return;
        }
        CancelReplaceAnswer answer = (CancelReplaceAnswer) Objects.requireNonNull(error.detail());
        Conformance.assertEncodes(reports, answer, withoutNull(json.get("data")));
        assertOutcome(error, answer);
    }

    /** -2021 says that one half was carried out: a result. -2022 says that neither was: an error. */
    private static void assertOutcome(ErrorBody error, CancelReplaceAnswer answer) {
        Failure failure = new Failure(400, error.code(), error.message(), null, answer);
        if (error.code() == -2021) {
            assertThat(failure.partialOutcome()).isSameAs(answer);
            assertThat(answer.complete()).isFalse();
            assertThat(answer.canceled().isPresent())
                    .isNotEqualTo(answer.placed().isPresent());
        } else {
            assertThat(failure.partialOutcome()).isNull();
            assertThat(failure.toException("order.cancelReplace", false, null))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            e -> assertThat(e.detail(CancelReplaceAnswer.class)).contains(answer));
        }
    }

    private static JsonNode withoutNull(JsonNode data) {
        ObjectNode copy = (ObjectNode) data.deepCopy();
        copy.properties().removeIf(field -> field.getValue().isNull());
        return TradingSamples.withoutAbsentTimes(copy);
    }

    private static final class Waiting implements EnvelopeCodec.Expectations {

        @Override
        public ResultType<?> resultOf(long id) {
            return TradingEndpoints.CANCEL_REPLACE.result();
        }

        @Override
        public @Nullable ResultType<?> detailOf(long id) {
            return DETAIL;
        }
    }
}
