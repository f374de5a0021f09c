/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.core.model.general.Sor;
import io.github.binancereactive.core.model.general.SymbolInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {

    /** A record that only tests know: applications may bring their own, nested and not public, too. */
    record Sample(
            String text,
            BigDecimal decimal,
            int number,
            long large,
            boolean truth,
            Instant time,
            List<OrderType> orderTypes,
            @Nullable String optional) {}

    private static final String SAMPLE = "{\"text\":\"a\",\"decimal\":\"1.50\",\"number\":1,\"large\":9007199254740993,"
            + "\"truth\":true,\"time\":1499827319559,\"orderTypes\":[\"LIMIT\"]}";

    private final List<String> unknown = new ArrayList<>();
    private final JsonCodec codec =
            JsonCodec.create().withUnknownFields((type, field) -> unknown.add(type + "." + field));

    private <R> R decode(Class<R> type, String json) {
        byte[] bytes = ("??" + json + "?").getBytes(UTF_8); // codecs get a part of a larger array
        R value = codec.decode(ResultType.of(type), bytes, 2, bytes.length - 3);
        assertThat(value).isNotNull();
        return value;
    }

    private Filter filter(String json) {
        return decode(ExchangeInfo.class, "{\"timezone\":\"UTC\",\"serverTime\":1,\"exchangeFilters\":[" + json + "]}")
                .exchangeFilters()
                .get(0);
    }

    private String encoded(Object value) {
        return new String(codec.encode(value), UTF_8);
    }

    @Test
    void readsEveryKindOfComponent() {
        assertThat(decode(Sample.class, SAMPLE))
                .isEqualTo(new Sample(
                        "a",
                        new BigDecimal("1.50"),
                        1,
                        9007199254740993L,
                        true,
                        Instant.ofEpochMilli(1499827319559L),
                        List.of(OrderType.LIMIT),
                        null));
        assertThat(unknown).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        assertThat(encoded(decode(Sample.class, SAMPLE))).isEqualTo(SAMPLE);
    }

    @Test
    void takesFieldsInAnyOrderAndWithWhitespace() {
        assertThat(decode(Sor.class, " {\n \"symbols\" : [ \"A\" , \"B\" ] ,\t\"baseAsset\" : \"X\" } "))
                .isEqualTo(new Sor("X", List.of("A", "B")));
    }

    @Test
    void skipsAndReportsUnknownFields() {
        ServerTime time =
                decode(ServerTime.class, "{\"a\":{\"b\":[{}]},\"serverTime\":1,\"c\":[1,{\"serverTime\":2}]}");

        assertThat(time.serverTime()).isEqualTo(Instant.ofEpochMilli(1));
        assertThat(unknown).containsExactly("ServerTime.a", "ServerTime.c");
    }

    @Test
    void turnsUnknownEnumValuesIntoUnknownAndReportsThem() {
        RateLimit limit =
                decode(RateLimit.class, "{\"rateLimitType\":\"REQUESTS\",\"interval\":\"UNKNOWN\",\"limit\":5}");

        assertThat(limit.rateLimitType()).isEqualTo(RateLimitType.UNKNOWN);
        assertThat(unknown).containsExactly("RateLimitType.REQUESTS", "RateLimitInterval.UNKNOWN");
    }

    @Test
    void missingPrimitivesAreZeroMissingListsEmptyMissingEnumsUnknown() {
        SymbolInfo symbol = decode(
                SymbolInfo.class,
                "{\"symbol\":\"AB\",\"status\":\"TRADING\",\"baseAsset\":\"A\",\"quoteAsset\":\"B\"}");

        assertThat(symbol.otoAllowed()).isFalse();
        assertThat(symbol.quotePrecision()).isZero();
        assertThat(symbol.permissionSets()).isEmpty();
        assertThat(symbol.defaultSelfTradePreventionMode()).isEqualTo(SelfTradePreventionMode.UNKNOWN);
    }

    @Test
    void nullableComponentsMayBeNullOrMissing() {
        String head = "{\"timezone\":\"UTC\",\"serverTime\":1";

        assertThat(decode(ExchangeInfo.class, head + "}").sors()).isNull();
        assertThat(decode(ExchangeInfo.class, head + ",\"sors\":null}").sors()).isNull();
        assertThat(decode(ExchangeInfo.class, head + ",\"sors\":[]}").sors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                                  | 'text' is missing at $",
                "{\"text\":null}                                     | must not be null at $.text",
                "{\"text\":5}                                        | expected a text at $.text",
                "{\"text\":\"a\",\"text\":\"b\"}                     | there twice at $.text",
                "{\"decimal\":\"1.5x\"}                              | expected a decimal number at $.decimal",
                "{\"decimal\":\"\"}                                  | expected a decimal number at $.decimal",
                "{\"decimal\":true}                                  | expected a decimal number at $.decimal",
                "{\"number\":1.5}                                    | expected a whole number of 32 bits at $.number",
                "{\"number\":2147483648}                             | not well-formed at $.number",
                "{\"number\":null}                                   | must not be null at $.number",
                "{\"large\":\"1\"}                                   | expected a whole number at $.large",
                "{\"truth\":1}                                       | expected true or false at $.truth",
                "{\"time\":\"now\"}                                  | expected a time at $.time",
                "{\"orderTypes\":{}}                                 | expected an array at $.orderTypes",
                "{\"orderTypes\":[\"LIMIT\",null]}                   | must not be null at $.orderTypes[1]",
                "{\"orderTypes\":[\"LIMIT\",7]}                      | expected a text at $.orderTypes[1]",
                "{\"text\":\"a\"                                     | cut short at $",
                "{\"text\":\"a                                       | cut short at $",
                "[]                                                  | expected an object at $",
                "null                                                | must not be null at $",
                "~~                                                  | nothing there at $",
                "<html>                                              | not well-formed at $",
                "{\"text\":nul}                                      | not well-formed at $",
            })
    void saysWhatIsWrongAndWhere(String json, String reason) {
        assertThatThrownBy(() -> decode(Sample.class, json))
                .isInstanceOf(DecodingException.class)
                .hasMessageStartingWith("Sample: " + reason)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {" {}", "1", ",", "}", "x"})
    void refusesWhateverFollows(String rest) {
        assertThatThrownBy(() -> decode(ServerTime.class, "{\"serverTime\":1}" + rest))
                .isInstanceOf(DecodingException.class);
    }

    @Test
    void refusesNestingThatIsTooDeep() {
        assertThatThrownBy(() -> decode(ServerTime.class, "{\"a\":" + "[".repeat(100_000)))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("too large or too deep");
    }

    @Test
    void readsMillisecondsAndMicroseconds() {
        assertThat(decode(ServerTime.class, "{\"serverTime\":1499827319559}").serverTime())
                .isEqualTo("2017-07-12T02:41:59.559Z");
        assertThat(decode(ServerTime.class, "{\"serverTime\":1499827319559001}").serverTime())
                .isEqualTo("2017-07-12T02:41:59.559001Z");
        assertThat(decode(ServerTime.class, "{\"serverTime\":99999999999999}").serverTime())
                .isEqualTo("5138-11-16T09:46:39.999Z");
        assertThat(decode(ServerTime.class, "{\"serverTime\":100000000000000}").serverTime())
                .isEqualTo("1973-03-03T09:46:40Z");
    }

    @Test
    void tellsFiltersApartWhereverTheirTypeStands() {
        Filter.MaxAsset expected = new Filter.MaxAsset("USDC", new BigDecimal("42.00"));

        assertThat(filter("{\"filterType\":\"MAX_ASSET\",\"asset\":\"USDC\",\"limit\":\"42.00\"}"))
                .isEqualTo(expected);
        assertThat(filter("{\"limit\":\"42.00\",\"filterType\":\"MAX_ASSET\",\"asset\":\"USDC\"}"))
                .isEqualTo(expected);
        assertThat(filter("{\"asset\":\"USDC\",\"limit\":42.00,\"filterType\":\"MAX_ASSET\"}"))
                .isEqualTo(expected);
        assertThat(unknown).isEmpty();
    }

    @Test
    void keepsUnknownFiltersWhole() {
        String json = "{\"filterType\":\"NEW\",\"z\":1,\"a\":[null,true,{\"b\":1.50}],\"n\":null,"
                + "\"huge\":123456789012345678901234567890}";

        Filter filter = filter(json);

        assertThat(filter).isInstanceOfSatisfying(Filter.UnknownFilter.class, kept -> {
            assertThat(kept.filterType()).isEqualTo("NEW");
            assertThat(kept.fields()).containsEntry("z", 1L).containsKey("n");
            assertThat(((List<?>) kept.fields().get("a")).get(2)).isEqualTo(Map.of("b", new BigDecimal("1.50")));
        });
        assertThat(unknown).containsExactly("Filter.NEW");
        assertThat(encoded(filter)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"limit\":\"1\"}", "{\"filterType\":5}", "{\"filterType\":null}", "[]", "\"MAX_ASSET\""})
    void refusesFiltersWithoutAType(String json) {
        assertThatThrownBy(() -> filter(json))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("$.exchangeFilters[0]");
    }

    @Test
    void writesDecimalsWithoutExponent() {
        assertThat(encoded(new Filter.MaxPosition(new BigDecimal("0.00000000"))))
                .isEqualTo("{\"filterType\":\"MAX_POSITION\",\"maxPosition\":\"0.00000000\"}");
        assertThat(encoded(new Filter.MaxPosition(new BigDecimal("1E+3")))).contains("\"1000\"");
    }

    @Test
    void readsNothing() {
        byte[] body = "{\"anything\":[1]}".getBytes(UTF_8);

        assertThat(codec.decode(ResultType.nothing(), body, 0, body.length)).isNull();
        assertThatThrownBy(() -> codec.decode(ResultType.nothing(), body, 0, body.length - 1))
                .isInstanceOf(DecodingException.class);
    }

    @Test
    void readsLists() {
        byte[] body = "[{\"serverTime\":1},{\"serverTime\":2}]".getBytes(UTF_8);

        assertThat(codec.decode(ResultType.listOf(ServerTime.class), body, 0, body.length))
                .containsExactly(new ServerTime(Instant.ofEpochMilli(1)), new ServerTime(Instant.ofEpochMilli(2)));
    }

    @Test
    void equalValuesBecomeOneObject() {
        String json = "{\"filterType\":\"MAX_ASSET\",\"asset\":\"USDC\",\"limit\":\"42.00\"}";

        assertThat(filter(json)).isSameAs(filter(json));
        assertThat(decode(Sor.class, "{\"baseAsset\":\"X\",\"symbols\":[\"A\"]}")
                        .symbols())
                .isSameAs(decode(Sor.class, "{\"baseAsset\":\"Y\",\"symbols\":[\"A\"]}")
                        .symbols());
    }

    @Test
    void decodesErrors() {
        assertThat(error("{\"code\":-1121,\"msg\":\"Invalid symbol.\"}"))
                .isEqualTo(new ErrorBody(-1121, "Invalid symbol.", null));
        assertThat(error(
                        " {\"msg\":\"\\u00e4\\n\",\"x\":[{}],\"data\":{\"retryAfter\":1659146400000},\"code\":-1003} "))
                .isEqualTo(new ErrorBody(-1003, "ä\n", Instant.ofEpochMilli(1659146400000L)));
        assertThat(error("{\"code\":-1000,\"data\":null}")).isEqualTo(new ErrorBody(-1000, "", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>403 Forbidden</body></html>",
                "{}",
                "[]",
                "{\"msg\":\"no code\"}",
                "{\"code\":\"-1121\"}",
                "{\"code\":-1121,\"msg\":\"Inv",
                "{\"code\":-1121} trailing",
                "{\"code\":99999999999}",
            })
    void whatIsNoErrorOfTheExchangeDecodesToNull(String body) {
        assertThat(error(body)).isNull();
    }

    private @Nullable ErrorBody error(String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return codec.decodeError(bytes, 0, bytes.length);
    }
}
