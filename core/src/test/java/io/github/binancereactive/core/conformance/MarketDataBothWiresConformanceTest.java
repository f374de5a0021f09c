/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.codec.ChunkedDecoder;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.ResultType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The same call has the same answer, whichever wire it comes over and however it is cut. */
class MarketDataBothWiresConformanceTest {

    private record Answer(String where, Endpoint<?> endpoint, JsonNode json) {

        ResultType<?> type() {
            return MarketDataSamples.type(endpoint, json);
        }

        Object decoded() {
            return new Reports().decode(type(), Conformance.bytes(json));
        }
    }

    private static Stream<Answer> overRest() {
        return Conformance.samples("rest-api")
                .filter(sample -> !Conformance.isError(sample.get("json")))
                .flatMap(sample -> MarketDataSamples.ENDPOINTS.stream()
                        .filter(endpoint ->
                                sample.path("endpoint").asString("").equals(endpoint.verb() + " " + endpoint.path()))
                        .map(endpoint ->
                                new Answer("REST " + Conformance.where(sample), endpoint, sample.get("json"))));
    }

    private static Stream<Answer> overWebSocket() {
        return Conformance.samples("web-socket-api")
                .filter(sample -> MarketDataSamples.SECTIONS.containsKey(Conformance.heading(sample)))
                .filter(sample -> sample.get("json").has("result"))
                .filter(sample -> !Conformance.isError(sample.get("json").get("result")))
                .map(sample -> new Answer(
                        "WebSocket API " + Conformance.where(sample),
                        MarketDataSamples.SECTIONS.get(Conformance.heading(sample)),
                        sample.get("json").get("result")));
    }

    @TestFactory
    Stream<DynamicTest> eachAnswerIsTheSameOverTheOtherWire() {
        return Stream.concat(overRest(), overWebSocket())
                .map(answer -> dynamicTest(
                        answer.where(), () -> assertThat(framed(answer)).isEqualTo(answer.decoded())));
    }

    @TestFactory
    Stream<DynamicTest> eachAnswerIsTheSameInPieces() {
        return Stream.concat(overRest(), overWebSocket())
                .map(answer -> dynamicTest(
                        answer.where(), () -> assertThat(inPieces(answer)).isEqualTo(answer.decoded())));
    }

    @TestFactory
    Stream<DynamicTest> bothWiresHaveTheSameRecords() {
        return MarketDataSamples.ENDPOINTS.stream()
                .map(endpoint -> dynamicTest(endpoint.name(), () -> {
                    Set<String> rest = records(overRest(), endpoint);
                    assertThat(rest).isNotEmpty().isEqualTo(records(overWebSocket(), endpoint));
                }));
    }

    private static Set<String> records(Stream<Answer> answers, Endpoint<?> endpoint) {
        return answers.filter(answer -> answer.endpoint() == endpoint)
                .map(Answer::decoded)
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .map(value -> value.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Object framed(Answer answer) {
        byte[] bytes = ("{\"id\":7,\"status\":200,\"result\":" + answer.json() + "}").getBytes(UTF_8);
        InboundFrame frame = new InboundFrame();
        ResultType<?> type = answer.type();
        new Reports().codec.envelopes().decode(bytes, 0, bytes.length, id -> type, frame);
        return frame.result();
    }

    private static Object inPieces(Answer answer) {
        byte[] bytes = Conformance.bytes(answer.json());
        ChunkedDecoder<?> decoder = new Reports().codec.chunked(answer.type());
        for (int i = 0; i < bytes.length; i += 7) {
            decoder.feed(bytes, i, Math.min(7, bytes.length - i));
        }
        return decoder.finish();
    }
}
