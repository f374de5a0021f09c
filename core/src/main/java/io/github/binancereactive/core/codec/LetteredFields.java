/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.endpoint.WireTime;
import io.github.binancereactive.core.model.market.PriceLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of fields whose names are one letter. For one thread; used again after {@link #present(long)}. It lives long, so it
 * holds numbers where it can: the collector has to be told of each new object that an old one refers to.
 */
final class LetteredFields {

    private static final char FIRST = 'A';
    private static final int COUNT = 'z' - FIRST + 1;

    private final long[] numbers = new long[COUNT];
    private final int[] scales = new int[COUNT]; // of the numbers that are decimal; NO_SCALE for those among the values
    private final @Nullable Object[] values = new Object[COUNT];
    private long present; // a bit for each letter

    static long bit(int letter) {
        return 1L << (letter - FIRST);
    }

    /** The first of these bits' letters. */
    static char letter(long bits) {
        return (char) (FIRST + Long.numberOfTrailingZeros(bits));
    }

    /** A bit for each field that there is. */
    long present() {
        return present;
    }

    /** Forgets which fields there are, but for these; keeps the values of all. */
    void present(long bits) {
        present = bits;
    }

    void put(int letter) {
        present |= bit(letter);
    }

    void put(int letter, long number) {
        numbers[letter - FIRST] = number;
        put(letter);
    }

    void put(int letter, Object value) {
        if (values[letter - FIRST] != value) {
            values[letter - FIRST] = value;
        }
        put(letter);
    }

    void decimal(int letter, long unscaled, int scale) {
        numbers[letter - FIRST] = unscaled;
        scales[letter - FIRST] = scale;
        put(letter);
    }

    void decimal(int letter, BigDecimal value) {
        scales[letter - FIRST] = EventReader.NO_SCALE;
        put(letter, value);
    }

    long number(char letter) {
        return numbers[letter - FIRST];
    }

    Instant time(char letter) {
        return WireTime.instant(number(letter));
    }

    boolean flag(char letter) {
        return number(letter) != 0;
    }

    String text(char letter) {
        return (String) value(letter);
    }

    BigDecimal decimal(char letter) {
        int scale = scales[letter - FIRST];
        return scale == EventReader.NO_SCALE
                ? (BigDecimal) value(letter)
                : BigDecimal.valueOf(numbers[letter - FIRST], scale);
    }

    @Nullable BigDecimal decimalOrNull(char letter) {
        return (present & bit(letter)) == 0 ? null : decimal(letter);
    }

    @SuppressWarnings("unchecked") // nothing else is put there
    List<PriceLevel> levels(char letter) {
        return (List<PriceLevel>) value(letter);
    }

    private Object value(char letter) {
        return Objects.requireNonNull(values[letter - FIRST]);
    }
}
