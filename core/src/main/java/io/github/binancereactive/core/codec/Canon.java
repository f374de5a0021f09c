/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers small values, so that decoding one that came by lately makes no garbage and equal values are one object: the
 * same assets, permissions, order types and steps recur thousands of times in one answer.
 *
 * <p>Bounded: each value has one slot, by its hash, and displaces what was there. Shared by all threads without a lock: what
 * is kept is immutable with final fields, so a thread sees either nothing, or a whole value, and a lost update costs one
 * allocation later.
 */
final class Canon {

    private static final int SLOTS = 1 << 13;
    private static final int MAX_TEXT = 32;
    private static final int MAX_LIST = 64;

    private final @Nullable String[] texts = new String[SLOTS];
    private final @Nullable Decimal[] decimals = new Decimal[SLOTS];
    private final @Nullable Object[] values = new Object[SLOTS];

    String text(char[] source, int offset, int length) {
        if (length > MAX_TEXT) {
            return new String(source, offset, length);
        }
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + source[offset + i];
        }
        int slot = slot(hash);
        String known = texts[slot];
        if (known != null && same(known, source, offset, length)) {
            return known;
        }
        String text = new String(source, offset, length);
        texts[slot] = text;
        return text;
    }

    BigDecimal decimal(long unscaled, int scale) {
        int slot = slot(Long.hashCode(unscaled) * 31 + scale);
        Decimal known = decimals[slot];
        if (known != null && known.unscaled == unscaled && known.scale == scale) {
            return known.value;
        }
        Decimal decimal = new Decimal(unscaled, scale, BigDecimal.valueOf(unscaled, scale));
        decimals[slot] = decimal;
        return decimal.value;
    }

    /** An equal value that was seen before, or else this one. Must be immutable, with final fields only. */
    @SuppressWarnings("unchecked") // equals() of records and lists holds among their own kind only
    <T> T value(T value) {
        int slot = slot(value.hashCode());
        Object known = values[slot];
        if (known != null && known.equals(value)) {
            return (T) known;
        }
        values[slot] = value;
        return value;
    }

    /** An equal list that was seen before, or else an unmodifiable copy of this one. */
    @SuppressWarnings("unchecked")
    List<Object> list(List<Object> list) {
        if (list.size() > MAX_LIST) {
            return List.copyOf(list);
        }
        int slot = slot(list.hashCode());
        Object known = values[slot];
        if (known != null && known.equals(list)) {
            return (List<Object>) known;
        }
        List<Object> copy = List.copyOf(list);
        values[slot] = copy;
        return copy;
    }

    private static boolean same(String known, char[] source, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != source[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private static int slot(int hash) {
        return (hash * 0x9E3779B9) >>> (32 - 13);
    }

    private record Decimal(long unscaled, int scale, BigDecimal value) {}
}
