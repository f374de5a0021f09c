/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.codec.EnvelopeCodec;
import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Catalogue;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.Parameter;
import io.github.binancereactive.core.endpoint.ResultType;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every request and every answer that the documentation of the WebSocket API has for a group of endpoints. */
abstract class WebSocketSamples {

    /** {@code returnRateLimits} is of the connection; the others a client adds. They belong to no method. */
    private static final Set<String> OF_THE_CLIENT = Set.of("returnRateLimits", "timestamp", "apiKey", "signature");

    /** By the heading that the samples stand under. */
    abstract Map<String, Endpoint<?>> sections();

    /** What one sample is: the endpoint's result, unless a parameter has it answer something else. */
    ResultType<?> type(Endpoint<?> endpoint, JsonNode sample) {
        return endpoint.result();
    }

    /** What encoding has to give: the same JSON values, but for what the subclass gives a reason for. */
    JsonNode encoded(Endpoint<?> endpoint, JsonNode result) {
        return result;
    }

    /** A documented request as this library writes it: the same, but for what the subclass gives a reason for. */
    JsonNode request(JsonNode request) {
        return request;
    }

    /** Why the exchange itself would refuse a documented request; null for all that it would take. */
    @Nullable String refusal(JsonNode request) {
        return null;
    }

    private Stream<JsonNode> samples() {
        return Conformance.samples("web-socket-api")
                .filter(sample -> sections().containsKey(Conformance.heading(sample)));
    }

    private Endpoint<?> endpoint(JsonNode sample) {
        return Objects.requireNonNull(sections().get(Conformance.heading(sample)));
    }

    /** Ours are numbers; the documentation's are mostly texts. */
    private static byte[] withId(JsonNode frame, long id) {
        ObjectNode copy = (ObjectNode) frame.deepCopy();
        copy.put("id", id);
        return Conformance.bytes(copy);
    }

    @TestFactory
    Stream<DynamicTest> answersDecodeWholeAndEncodeBack() {
        return samples()
                .filter(sample -> sample.get("json").has("result")
                        && !Conformance.isError(sample.get("json").get("result")))
                .map(sample -> dynamicTest(Conformance.where(sample), () -> {
                    Reports reports = new Reports();
                    ResultType<?> type = type(endpoint(sample), sample);
                    InboundFrame frame = new InboundFrame();
                    byte[] bytes = withId(sample.get("json"), 7);

                    EnvelopeCodec.Expectations expectations = id -> id == 7 ? type : null;
                    reports.codec.envelopes().decode(bytes, 0, bytes.length, expectations, frame);

                    assertThat(frame.id()).isEqualTo(7);
                    assertThat(frame.status()).isEqualTo(200);
                    assertThat(reports.unknown).isEmpty();
                    if (type.isNothing()) {
                        assertThat(frame.result()).isNull();
                    } else {
                        assertThat(frame.result()).isNotNull();
                        Conformance.assertEncodes(
                                reports,
                                frame.result(),
                                encoded(endpoint(sample), sample.get("json").get("result")));
                    }
                }));
    }

    /** Some stand where a result belongs, below the status of a success. */
    @TestFactory
    Stream<DynamicTest> refusalsInPlaceOfResultsAreRefusals() {
        return samples()
                .filter(sample -> Conformance.isError(sample.get("json").path("result")))
                .map(sample -> dynamicTest(Conformance.where(sample), () -> {
                    JsonNode refusal = sample.get("json").get("result");
                    InboundFrame frame = new InboundFrame();
                    byte[] bytes = withId(sample.get("json"), 7);

                    EnvelopeCodec.Expectations expectations = id -> type(endpoint(sample), sample);
                    new Reports().codec.envelopes().decode(bytes, 0, bytes.length, expectations, frame);

                    assertThat(frame.result()).isNull();
                    assertThat(frame.error())
                            .isEqualTo(new ErrorBody(
                                    refusal.get("code").asInt(),
                                    refusal.get("msg").asString(),
                                    null));
                    assertThat(frame.status()).isEqualTo(400);
                }));
    }

    @TestFactory
    Stream<DynamicTest> requestsEncodeAsDocumented() {
        return samples()
                .filter(sample -> sample.get("json").has("method"))
                .map(sample -> dynamicTest(Conformance.where(sample), () -> {
                    FrameBuffer target = new FrameBuffer(64);
                    JsonNode json = withoutWhatTheClientAdds(sample.get("json"));
                    String refusal = refusal(json);
                    if (refusal != null) {
                        assertThatIllegalArgumentException()
                                .isThrownBy(() -> call(json))
                                .withMessageContaining(refusal);
                        return;
                    }

                    new Reports().codec.envelopes().encode(7, call(json), target);

                    byte[] written = new String(target.array(), 0, target.length(), UTF_8).getBytes(UTF_8);
                    assertThat(Conformance.tree(written)).isEqualTo(Conformance.tree(withId(request(json), 7)));
                }));
    }

    private static JsonNode withoutWhatTheClientAdds(JsonNode request) {
        ObjectNode copy = (ObjectNode) request.deepCopy();
        if (copy.get("params") instanceof ObjectNode params) {
            params.remove(OF_THE_CLIENT);
            if (params.isEmpty()) {
                copy.remove("params");
            }
        }
        return copy;
    }

    private static Call<?> call(JsonNode request) {
        String method = request.get("method").asString();
        Call<?> call = Call.of(Catalogue.endpoints().stream()
                .filter(endpoint -> method.equals(endpoint.method()))
                .findFirst()
                .orElseThrow());
        for (Map.Entry<String, JsonNode> parameter : request.path("params").properties()) {
            call = call.with(parameter.getKey(), value(call.endpoint(), parameter.getKey(), parameter.getValue()));
        }
        return call.complete();
    }

    private static Object value(Endpoint<?> endpoint, String name, JsonNode value) {
        Parameter.Type type = endpoint.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow()
                .type();
        return switch (type) {
            case STRING, ENUM -> value.asString();
            case STRING_LIST -> value.valueStream().map(JsonNode::asString).toList();
            case LONG -> value.asLong();
            case DECIMAL -> new BigDecimal(value.asString());
            case BOOLEAN -> value.asBoolean();
        };
    }
}
