/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts by the bytes that stand for them, so that reading one that came by lately makes no garbage: the same symbols and
 * intervals recur in every event. Escapes and letters beyond ASCII cost as little, for a text is known by its bytes as they are on
 * the wire.
 *
 * <p>Bounded: each text has one slot, by its hash, and displaces what was there. Shared by all threads without a lock, as {@link
 * Canon} is.
 */
final class RawTexts {

    private static final int BITS = 13;
    private static final int LONGEST = 64;

    private final @Nullable Known[] slots = new Known[1 << BITS];

    /** The text between these quotes, whose grammar has been checked. */
    String text(byte[] source, int start, int end, boolean escaped) {
        int length = end - start;
        if (length > LONGEST) {
            return JsonText.decode(source, start, end, escaped);
        }
        long hash = EightBytes.hash(source, start, end);
        int slot = (int) (hash >>> (Long.SIZE - BITS));
        Known known = slots[slot];
        if (known != null && known.hash == hash && Arrays.equals(known.raw, 0, known.raw.length, source, start, end)) {
            return known.text;
        }
        byte[] raw = new byte[length];
        System.arraycopy(source, start, raw, 0, length);
        Known fresh = new Known(hash, raw, JsonText.decode(source, start, end, escaped));
        slots[slot] = fresh;
        return fresh.text;
    }

    private record Known(long hash, byte[] raw, String text) {}
}
