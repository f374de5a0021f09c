/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class JsonReaderTest {

    private static final JsonMapper JACKSON = new JsonMapper();

    private static JsonReader reader(String json) {
        byte[] bytes = ("\"," + json + "\"").getBytes(UTF_8); // a part of a larger array
        JsonReader reader = new JsonReader();
        reader.reset(bytes, 2, bytes.length - 3);
        return reader;
    }

    private static boolean accepts(String json) {
        JsonReader reader = reader(json);
        try {
            reader.skipValue();
            reader.expectEnd();
            return true;
        } catch (DecodingException e) {
            return false;
        }
    }

    private static boolean jacksonAccepts(String json) {
        try {
            return !JACKSON.readTree(json).isMissingNode();
        } catch (JacksonException e) {
            return false;
        }
    }

    @Property(tries = 5000)
    void takesTheSameDocumentsAsJackson(@ForAll("tokens") String json) {
        assertThat(accepts(json)).as(json).isEqualTo(jacksonAccepts(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "[[],{}]",
                "{\"a\":[1,-0,2.5e+10,\"\\u00e4\\\"\"],\"b\":{\"c\":null}}",
                "true",
                " false ",
                "null",
                "[,]",
                "[1,]",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{1:2}",
                "[1 2]",
                "[1}",
                "{\"a\":1]",
                "}",
                "]",
                "",
                " ",
                "01",
                "-",
                "1.",
                ".5",
                "1e",
                "+1",
                "nul",
                "nulll",
                "truefalse",
                "NaN",
                "\"",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"a\nb\"",
                "[\"a\"",
                "{\"a\":{\"b\":1}",
                "\u00e4",
                "1//",
                "{\"a\":1}x"
            })
    void isAsStrictAsJackson(String json) {
        assertThat(accepts(json)).isEqualTo(jacksonAccepts(json));
    }

    @Property
    void readsTextsAsJacksonWritesThem(@ForAll String text) {
        String json = JACKSON.writeValueAsString(text);

        // Half of a surrogate pair can't be written in UTF-8; both sides replace it.
        assertThat(reader(json).string()).isEqualTo(new String(text.getBytes(UTF_8), UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"\"|''",
                "\"a\\tb\"|a\tb",
                "\"\\u0041\\/\\\\\"|A/\\",
                "\"\\ud83d\\ude00\"|\uD83D\uDE00",
                "\"１２\"|１２"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void decodesTexts(String json, String text) {
        assertThat(reader(json).string()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "7,7", "-123456789012345678,-123456789012345678", "999999999999999999,999999999999999999"
    })
    void readsWholeNumbers(String json, long value) {
        JsonReader reader = reader(json + " ");

        assertThat(reader.wholeNumber()).isEqualTo(value);
        reader.expectEnd();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e3", "1234567890123456789", "99999999999999999999999999999"})
    void movesPastNumbersThatAreNotWholeOrTooLarge(String json) {
        JsonReader reader = reader(json);

        assertThat(reader.wholeNumberOr(-7)).isEqualTo(-7);
        reader.expectEnd();
        assertThatThrownBy(() -> reader(json).wholeNumber()).isInstanceOf(DecodingException.class);
    }

    @Test
    void comparesNamesWithTheirEscapesResolved() {
        JsonReader reader = reader("{\"\\u0069d\":1,\"id\":2,\"idx\":3,\"i\":4}");
        byte[] id = JsonWriter.ascii("id");

        reader.beginObject();
        boolean[] same = new boolean[4];
        for (int i = 0; reader.nextName(); i++) {
            same[i] = reader.nameIs(id);
            reader.skipValue();
        }

        assertThat(same).containsExactly(true, true, false, false);
    }

    @Test
    void boundsTheDepth() {
        assertThat(accepts("[".repeat(64) + "]".repeat(64))).isTrue();
        assertThat(accepts("[".repeat(65) + "]".repeat(65))).isFalse();
        assertThat(accepts("{\"a\":".repeat(100_000))).isFalse();
    }

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"a\"",
                        "\"\\n\"",
                        "\"",
                        "\\",
                        "\\u00",
                        "1",
                        "-",
                        "0",
                        ".",
                        "e",
                        "true",
                        "null",
                        "x",
                        " ",
                        "\n",
                        "[1,2]",
                        "{\"a\":1}",
                        "\"b\":")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }
}
