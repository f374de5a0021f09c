/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

/** Names of streams with {@code *} in them. */
final class StreamPattern {

    private StreamPattern() {}

    static boolean matches(String pattern, String stream) {
        String[] parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(stream);
        }
        String first = parts[0];
        String last = parts[parts.length - 1];
        if (!stream.startsWith(first)) {
            return false;
        }
        int at = first.length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = stream.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return stream.length() - last.length() >= at && stream.endsWith(last);
    }
}
