/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.Kline;
import io.github.binancereactive.core.model.market.PriceLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that stand on the wire as arrays. */
class PositionalDeserializerTest {

    private static final String USED = "[1,\"2\",\"3\",\"4.50\",\"5\",\"6\",7,\"8\",9,\"10\",\"11\"";

    private static final Kline KLINE = new Kline(
            Instant.ofEpochMilli(1),
            new BigDecimal("2"),
            new BigDecimal("3"),
            new BigDecimal("4.50"),
            new BigDecimal("5"),
            new BigDecimal("6"),
            Instant.ofEpochMilli(7),
            new BigDecimal("8"),
            9,
            new BigDecimal("10"),
            new BigDecimal("11"));

    private final List<String> unknown = new ArrayList<>();
    private final JsonCodec codec =
            JsonCodec.create().withUnknownFields((type, field) -> unknown.add(type + "." + field));

    private <R> R decode(ResultType<R> type, String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return Objects.requireNonNull(codec.decode(type, bytes, 0, bytes.length));
    }

    private Kline kline(String json) {
        return decode(ResultType.of(Kline.class), json);
    }

    @Test
    void toleratesTheElementThatTheExchangeCallsUnused() {
        assertThat(kline(USED + ",\"0\"]")).isEqualTo(KLINE);
        assertThat(kline(USED + ",null]")).isEqualTo(KLINE);
        assertThat(kline(USED + ",{\"any\":[1]}]")).isEqualTo(KLINE);
        assertThat(unknown).isEmpty();
    }

    @Test
    void doesWithoutTheElementThatTheExchangeCallsUnused() {
        assertThat(kline(USED + "]")).isEqualTo(KLINE);
        assertThat(unknown).isEmpty();
    }

    @Test
    void reportsAndSkipsWhatIsBehindIt() {
        assertThat(kline(USED + ",\"0\",\"12\",[[],{}],{\"a\":[1]}]")).isEqualTo(KLINE);
        assertThat(unknown).containsExactly("Kline.[12]", "Kline.[13]", "Kline.[14]");
    }

    @Test
    void reportsAndSkipsAtOnceWhereNothingIsUnused() {
        assertThat(decode(ResultType.of(PriceLevel.class), "[\"1.0\",\"2\",[]]"))
                .isEqualTo(new PriceLevel(new BigDecimal("1.0"), new BigDecimal("2")));
        assertThat(unknown).containsExactly("PriceLevel.[2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]                    | 'price' is missing at $",
                "[\"1\"]             | 'quantity' is missing at $",
                "[\"1\",null]        | expected a decimal number at $[1]",
                "[null,\"2\"]        | expected a decimal number at $[0]",
                "[true,\"2\"]        | expected a decimal number at $[0]",
                "[\"x\",\"2\"]     | expected a decimal number at $[0]",
                "[[\"1\"],\"2\"]   | expected a decimal number at $[0]",
                "[{},\"2\"]          | expected a decimal number at $[0]",
                "{\"price\":\"1\"} | expected an array at $",
                "\"1\"               | expected an array at $",
                "null                  | must not be null at $",
                "[\"1\",\"2\"      | cut short at $",
                "[\"1\",\"2\",[    | cut short at $",
                "[\"1\",             | not well-formed at $[1]",
                "[                     | cut short at $",
                "[\"1\",\"2\"}     | not well-formed at $",
            })
    void saysWhatIsWrongAndWhere(String json, String reason) {
        assertThatThrownBy(() -> decode(ResultType.of(PriceLevel.class), json))
                .isInstanceOf(DecodingException.class)
                .hasMessageStartingWith("PriceLevel: " + reason)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"1\",", "[1.5,", "[null,", "[[1],"})
    void timesAreWholeNumbers(String head) {
        assertThatThrownBy(() -> kline(head + USED.substring(3) + "]"))
                .isInstanceOf(DecodingException.class)
                .hasMessageStartingWith("Kline: expected a time at $[0]");
    }

    @Test
    void saysWhichLevelOfABookIsWrong() {
        String json = "{\"lastUpdateId\":1,\"bids\":[[\"1\",\"2\"],[\"1\"]],\"asks\":[]}";

        assertThatThrownBy(() -> decode(ResultType.of(Depth.class), json))
                .isInstanceOf(DecodingException.class)
                .hasMessageStartingWith("Depth: 'quantity' is missing at $.bids[1]");
    }

    @Test
    void writesTheUnusedElementToo() {
        assertThat(new String(codec.encode(KLINE), UTF_8)).isEqualTo(USED + ",\"0\"]");
        assertThat(new String(codec.encode(List.of(new PriceLevel(BigDecimal.TEN, new BigDecimal("0.10")))), UTF_8))
                .isEqualTo("[[\"10\",\"0.10\"]]");
    }

    @Test
    void readsThemInPiecesOfAnySize() {
        byte[] bytes = ("[" + USED + ",\"0\"] , " + USED + "]]").getBytes(UTF_8);
        for (int size = 1; size <= bytes.length; size++) {
            ChunkedDecoder<List<Kline>> decoder = codec.chunked(ResultType.listOf(Kline.class));
            for (int at = 0; at < bytes.length; at += size) {
                decoder.feed(bytes, at, Math.min(size, bytes.length - at));
            }
            assertThat(decoder.finish()).containsExactly(KLINE, KLINE);
        }
    }
}
