/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CanonTest {

    private final Canon canon = new Canon();

    @Property
    void alwaysAnswersTheTextItWasAskedFor(@ForAll String text) {
        assertThat(text(text)).isEqualTo(text);
        assertThat(text(text)).isEqualTo(text);
    }

    @Property
    void alwaysAnswersTheDecimalItWasAskedFor(@ForAll long unscaled, @ForAll @IntRange(min = -9, max = 18) int scale) {
        assertThat(canon.decimal(unscaled, scale)).isEqualTo(BigDecimal.valueOf(unscaled, scale));
        assertThat(canon.decimal(unscaled, scale)).isEqualTo(BigDecimal.valueOf(unscaled, scale));
    }

    @Test
    void aKnownValueMakesNoGarbage() {
        assertThat(text("USDT")).isSameAs(text("USDT"));
        assertThat(canon.decimal(1, 8)).isSameAs(canon.decimal(1, 8));
        assertThat(canon.list(List.of("A", "B"))).isSameAs(canon.list(List.of("A", "B")));
    }

    @Test
    void textsOfEqualHashDisplaceEachOther() {
        assertThat("Aa").hasSameHashCodeAs("BB");

        assertThat(text("Aa")).isEqualTo("Aa");
        assertThat(text("BB")).isEqualTo("BB");
        assertThat(text("Aa")).isEqualTo("Aa");
    }

    @Test
    void keepsNothingLong() {
        String text = "x".repeat(1000);

        assertThat(text(text)).isEqualTo(text).isNotSameAs(text(text));
    }

    private String text(String text) {
        char[] buffer = ("<" + text + ">").toCharArray();
        return canon.text(buffer, 1, text.length());
    }
}
