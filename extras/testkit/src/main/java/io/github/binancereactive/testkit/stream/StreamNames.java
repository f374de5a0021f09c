/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import java.util.Locale;
import java.util.regex.Pattern;

/** How names of streams are spelt. */
public final class StreamNames {

    private static final Pattern WELL_FORMED = Pattern.compile("[!\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}@_.:+-]*");

    private StreamNames() {}

    /**
     * Whether the exchange takes it for a name. Of one that it takes and doesn't know it never sends anything.
     *
     * @param name a name
     * @return false when it is empty or has characters that no name has
     */
    public static boolean isWellFormed(String name) {
        return WELL_FORMED.matcher(name).matches();
    }

    static String of(String symbol, String kind) {
        return symbol.toLowerCase(Locale.ROOT) + "@" + kind;
    }
}
