/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    private final Canon canon = new Canon();

    private @Nullable BigDecimal parse(String digits) {
        char[] buffer = ("x" + digits + "9").toCharArray(); // a part of a larger buffer
        return Decimals.parse(buffer, 1, digits.length(), canon);
    }

    @Property
    void keepsEveryDigitAndTheScale(@ForAll("decimals") BigDecimal value) {
        assertThat(parse(value.toPlainString())).isEqualTo(new BigDecimal(value.toPlainString()));
        assertThat(parse(value.toString())).isEqualTo(value);
    }

    @Property
    void agreesWithBigDecimalOnWhateverHasDigits(@ForAll("digitsAndSigns") String text) {
        BigDecimal expected;
        try {
            expected = new BigDecimal(text);
        } catch (NumberFormatException e) {
            expected = null;
        }
        if (expected == null || Math.abs((long) expected.scale()) <= 10_000) {
            assertThat(parse(text)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "-.", "1,5", "0x10", "NaN", "Infinity", "1.2.3", "--1", "1-", " 1", "1e", "\u0661"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(parse(text)).isNull();
    }

    @Test
    void refusesNumbersThatWouldFillTheMemory() {
        assertThat(parse("1e2000000000")).isNull();
        assertThat(parse("1e-2000000000")).isNull();
        assertThat(parse("9".repeat(1001))).isNull();
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        Arbitrary<BigInteger> unscaled =
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(60).negate(), BigInteger.TEN.pow(60));
        Arbitrary<BigInteger> usual = Arbitraries.longs().map(BigInteger::valueOf);
        return Combinators.combine(
                        Arbitraries.oneOf(usual, unscaled),
                        Arbitraries.integers().between(-30, 40))
                .as(BigDecimal::new);
    }

    @Provide
    Arbitrary<String> digitsAndSigns() {
        return Arbitraries.strings().withChars("0123456789.-+eE").ofMaxLength(24);
    }
}
