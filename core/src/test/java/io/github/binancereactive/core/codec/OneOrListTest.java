/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.market.PriceTicker;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are an array, or one object in place of an array of one. */
class OneOrListTest {

    private static final ResultType<List<PriceTicker>> TYPE = ResultType.oneOrListOf(PriceTicker.class);

    /** Names with everything in them that divides JSON. */
    private static final String FIRST = "{\"symbol\":\"[{,]}\\\"１\",\"price\":\"1.50\"}";

    private static final String SECOND = "{\"price\":\"2\",\"symbol\":\"B\",\"more\":[{\"x\":[]},{}]}";

    private static final PriceTicker ONE = new PriceTicker("[{,]}\"１", new BigDecimal("1.50"));
    private static final PriceTicker TWO = new PriceTicker("B", new BigDecimal("2"));

    private final JsonCodec codec = JsonCodec.create();

    private List<PriceTicker> decode(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return Objects.requireNonNull(codec.decode(TYPE, bytes, 0, bytes.length));
    }

    private List<PriceTicker> chunked(byte[] bytes, int cut) {
        ChunkedDecoder<List<PriceTicker>> decoder = codec.chunked(TYPE);
        decoder.feed(bytes, 0, cut);
        decoder.feed(bytes, cut, bytes.length - cut);
        return Objects.requireNonNull(decoder.finish());
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(FIRST, List.of(ONE)),
                Arguments.of(" " + SECOND + "\n", List.of(TWO)),
                Arguments.of("[" + FIRST + "]", List.of(ONE)),
                Arguments.of("[ " + FIRST + " ,\t" + SECOND + "\r\n]", List.of(ONE, TWO)),
                Arguments.of("[]", List.of()),
                Arguments.of(" [ ] ", List.of()));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void readsOneAndManyAndNone(String json, List<PriceTicker> expected) {
        assertThat(decode(json)).isEqualTo(expected);
        assertThatThrownBy(() -> decode(json).add(ONE)).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void readsThemCutAnywhere(String json, List<PriceTicker> expected) {
        byte[] bytes = json.getBytes(UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(chunked(bytes, cut)).as("cut at %d", cut).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void readsThemByteByByte(String json, List<PriceTicker> expected) {
        ChunkedDecoder<List<PriceTicker>> decoder = codec.chunked(TYPE);
        for (byte b : json.getBytes(UTF_8)) {
            decoder.feed(new byte[] {b}, 0, 1);
        }
        assertThat(decoder.finish()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void readsThemInAFrame(String json, List<PriceTicker> expected) {
        byte[] bytes = ("{\"id\":1,\"status\":200,\"result\":" + json + ",\"rateLimits\":[{}]}").getBytes(UTF_8);
        InboundFrame frame = new InboundFrame();

        codec.envelopes().decode(bytes, 0, bytes.length, id -> TYPE, frame);

        assertThat(frame.result()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "5",
                "\"x\"",
                "[null]",
                "[[]]",
                "{}",
                "{}[]",
                "[]{}",
                "[{}]",
                "[,]",
                "{\"symbol\":\"A\",\"price\":\"1\"},{\"symbol\":\"B\",\"price\":\"1\"}",
                "{\"symbol\":\"A\",\"price\":\"1\"",
                "[{\"symbol\":\"A\",\"price\":\"1\"}",
            })
    void refusesAllElseHoweverItIsCut(String json) {
        byte[] bytes = json.getBytes(UTF_8);

        assertThatThrownBy(() -> decode(json)).isInstanceOf(DecodingException.class);
        for (int cut = 0; cut <= bytes.length; cut++) {
            int at = cut;
            assertThatThrownBy(() -> chunked(bytes, at)).as("cut at %d", at).isInstanceOf(DecodingException.class);
        }
    }

    @Test
    void aPlainListTakesNoObject() {
        byte[] bytes = FIRST.getBytes(UTF_8);

        assertThatThrownBy(() -> codec.decode(ResultType.listOf(PriceTicker.class), bytes, 0, bytes.length))
                .isInstanceOf(DecodingException.class)
                .hasMessageStartingWith("List<PriceTicker>: expected an array at $");
    }
}
