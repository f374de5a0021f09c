/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EightBytesTest {

    @Property
    void areTheNumberThatTheySay(
            @ForAll @StringLength(8) @CharRange(from = '0', to = '9') String digits,
            @ForAll @IntRange(max = 9) int offset) {
        byte[] bytes = ("x".repeat(offset) + digits + "y").getBytes(US_ASCII);

        long eight = EightBytes.at(bytes, offset);

        assertThat(EightBytes.areDigits(eight)).isTrue();
        assertThat(EightBytes.number(eight)).isEqualTo(Long.parseLong(digits));
    }

    @Test
    void theLargestOneFits() {
        assertThat(EightBytes.number(EightBytes.at("99999999".getBytes(US_ASCII), 0)))
                .isEqualTo(99_999_999);
    }

    @Test
    void aByteThatIsNoDigitIsSeenAnywhere() {
        for (int place = 0; place < 8; place++) {
            for (int value = 0; value < 256; value++) {
                byte[] bytes = "09090909".getBytes(ISO_8859_1);
                bytes[place] = (byte) value;

                assertThat(EightBytes.areDigits(EightBytes.at(bytes, 0)))
                        .as("byte %d at %d", value, place)
                        .isEqualTo(value >= '0' && value <= '9');
            }
        }
    }

    @Property
    void fewerThanEightAreFilledUpWithZeros(@ForAll @Size(max = 8) byte[] few, @ForAll @Size(max = 9) byte[] behind) {
        byte[] more = Arrays.copyOf(few, few.length + behind.length);
        System.arraycopy(behind, 0, more, few.length, behind.length);

        long expected = EightBytes.at(Arrays.copyOf(few, 8), 0);

        assertThat(EightBytes.upTo(few, 0, few.length)).isEqualTo(expected);
        assertThat(EightBytes.upTo(more, 0, few.length)).isEqualTo(expected);
    }

    @Property
    void theHashOfATextIsTheSameWhateverIsAroundIt(@ForAll @Size(max = 40) byte[] text, @ForAll byte[] around) {
        byte[] within = new byte[2 * around.length + text.length];
        System.arraycopy(around, 0, within, 0, around.length);
        System.arraycopy(text, 0, within, around.length, text.length);
        System.arraycopy(around, 0, within, around.length + text.length, around.length);

        assertThat(EightBytes.hash(within, around.length, around.length + text.length))
                .isEqualTo(EightBytes.hash(text, 0, text.length));
    }

    @Test
    void theFirstByteThatEndsAPlainTextIsFound() {
        for (int place = 0; place < EightBytes.COUNT; place++) {
            for (int value = 0; value < 256; value++) {
                byte[] bytes = "aZ !~#[]".getBytes(ISO_8859_1);
                bytes[place] = (byte) value;

                long stops = EightBytes.stops(EightBytes.at(bytes, 0));

                boolean stop = value < ' ' || value == '"' || value == '\\';
                assertThat(stops != 0).as("byte %d at %d", value, place).isEqualTo(stop);
                assertThat(EightBytes.first(stops)).isEqualTo(stop ? place : EightBytes.COUNT);
            }
        }
    }

    @Property
    void ofSeveralTheFirstOneIsFound(@ForAll @Size(EightBytes.COUNT) byte[] bytes) {
        int first = 0;
        while (first < bytes.length
                && !(bytes[first] >= 0 && bytes[first] < ' ')
                && bytes[first] != '"'
                && bytes[first] != '\\') {
            first++;
        }

        assertThat(EightBytes.first(EightBytes.stops(EightBytes.at(bytes, 0)))).isEqualTo(first);
    }
}
