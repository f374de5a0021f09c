/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.codec.InboundFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every frame in the documentation of the WebSocket API, as far as it is a frame. */
class WebSocketFramesConformanceTest {

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
