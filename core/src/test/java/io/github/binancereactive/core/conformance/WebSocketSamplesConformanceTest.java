/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Catalogue;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every frame in the documentation of the WebSocket API: the general requests whole, all others as far as they're frames. */
class WebSocketSamplesConformanceTest {

    /** By the heading that the samples stand under. */
    private static final Map<String, Endpoint<?>> SECTIONS = Map.of(
            "Test connectivity", GeneralEndpoints.PING,
            "Check server time", GeneralEndpoints.TIME,
            "Exchange information", GeneralEndpoints.EXCHANGE_INFO,
            "Query Execution Rules", GeneralEndpoints.EXECUTION_RULES,
            "How to interpret rate limits", GeneralEndpoints.TIME,
            "How to show/hide rate limit information", GeneralEndpoints.TIME);

    /** A parameter of the connection that this one request overrides; it belongs to no method. */
    private static final String CONNECTION_PARAMETER = "returnRateLimits";

    private static String heading(JsonNode sample) {
        String section = sample.get("section").asString();
        return section.substring(section.lastIndexOf('>') + 1).strip();
    }

    private static Stream<JsonNode> general() {
        return Conformance.samples("web-socket-api").filter(sample -> SECTIONS.containsKey(heading(sample)));
    }

    /** Ours are numbers; the documentation's are mostly texts. */
    private static byte[] withId(JsonNode frame, long id) {
        ObjectNode copy = (ObjectNode) frame.deepCopy();
        copy.put("id", id);
        return Conformance.bytes(copy);
    }

    @TestFactory
    Stream<DynamicTest> answersDecodeWholeAndEncodeBack() {
        return general()
                .filter(sample -> sample.get("json").has("result"))
                .map(sample -> dynamicTest(Conformance.where(sample), () -> {
                    Reports reports = new Reports();
                    Endpoint<?> endpoint = SECTIONS.get(heading(sample));
                    InboundFrame frame = new InboundFrame();
                    byte[] bytes = withId(sample.get("json"), 7);

                    reports.codec
                            .envelopes()
                            .decode(bytes, 0, bytes.length, id -> id == 7 ? endpoint.result() : null, frame);

                    assertThat(frame.id()).isEqualTo(7);
                    assertThat(frame.status()).isEqualTo(200);
                    assertThat(reports.unknown).isEmpty();
                    if (endpoint.result().isNothing()) {
                        assertThat(frame.result()).isNull();
                    } else {
                        assertThat(frame.result()).isNotNull();
                        assertThat(Conformance.tree(reports.codec.encode(frame.result())))
                                .isEqualTo(sample.get("json").get("result"));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> requestsEncodeAsDocumented() {
        return general()
                .filter(sample -> sample.get("json").has("method"))
                .filter(sample -> !sample.get("json").path("params").has(CONNECTION_PARAMETER))
                .map(sample -> dynamicTest(Conformance.where(sample), () -> {
                    FrameBuffer target = new FrameBuffer(64);
                    JsonNode json = sample.get("json");

                    new Reports().codec.envelopes().encode(7, call(json), target);

                    byte[] written = new String(target.array(), 0, target.length(), UTF_8).getBytes(UTF_8);
                    assertThat(Conformance.tree(written)).isEqualTo(Conformance.tree(withId(json, 7)));
                }));
    }

    private static Call<?> call(JsonNode request) {
        String method = request.get("method").asString();
        Call<?> call = Call.of(Catalogue.endpoints().stream()
                .filter(endpoint -> method.equals(endpoint.method()))
                .findFirst()
                .orElseThrow());
        for (Map.Entry<String, JsonNode> parameter : request.path("params").properties()) {
            JsonNode value = parameter.getValue();
            call = call.with(
                    parameter.getKey(),
                    value.isArray()
                            ? value.valueStream().map(JsonNode::asString).toList()
                            : value.isBoolean() ? (Object) value.asBoolean() : value.asString());
        }
        return call;
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerIsAnAnswer() {
        return Conformance.samples("web-socket-api")
                .filter(sample ->
                        sample.get("json").has("status") && sample.get("json").has("id"))
                .map(sample -> dynamicTest(Conformance.where(sample), () -> {
                    JsonNode json = sample.get("json");
                    InboundFrame frame = read(json);

                    assertThat(frame.isAnswer()).isTrue();
                    assertThat(frame.status()).isEqualTo(json.get("status").asInt());
                    assertThat(frame.error()).isEqualTo(error(json.get("error")));
                    assertThat(frame.event()).isNull();
                }));
    }

    private static InboundFrame read(JsonNode json) {
        InboundFrame frame = new InboundFrame();
        byte[] bytes = Conformance.bytes(json);
        new Reports().codec.envelopes().decode(bytes, 0, bytes.length, id -> null, frame);
        return frame;
    }

    private static ErrorBody error(JsonNode error) {
        if (error == null) {
            return null;
        }
        JsonNode retryAfter = error.path("data").path("retryAfter");
        return new ErrorBody(
                error.get("code").asInt(),
                error.get("msg").asString(),
                retryAfter.isMissingNode() ? null : Instant.ofEpochMilli(retryAfter.asLong()));
    }

    @Test
    void everyEventIsAnEvent() {
        List<String> types = new ArrayList<>();
        Stream.concat(Conformance.samples("web-socket-api"), Conformance.samples("user-data-stream"))
                .map(sample -> sample.get("json"))
                .filter(json -> json.has("event"))
                .forEach(json -> {
                    InboundFrame frame = read(json);
                    assertThat(frame.isAnswer()).isFalse();
                    assertThat(frame.event())
                            .isEqualTo(json.get("event").get("e").asString());
                    types.add(frame.event());
                });
        assertThat(types).contains("serverShutdown", "outboundAccountPosition");
    }
}
