/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.replay;

import java.util.Locale;

/** Symbols in names of streams. */
final class Symbols {

    private Symbols() {}

    /** The symbol in capitals; empty when the stream is not about one. */
    static String of(String stream) {
        int at = stream.indexOf('@');
        return at <= 0 || stream.startsWith("!") ? "" : stream.substring(0, at).toUpperCase(Locale.ROOT);
    }

    static boolean isDiffDepth(String stream) {
        return stream.endsWith("@depth") || stream.endsWith("@depth@100ms");
    }
}
