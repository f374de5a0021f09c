/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

/**
 * A place in a text, as the exchange's JSON reader names it.
 *
 * @param line counted from 1
 * @param column characters of that line up to here
 */
public record TextPosition(int line, int column) {

    static TextPosition endOf(String text) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new TextPosition(line, text.length() - (text.lastIndexOf('\n') + 1));
    }

    /** Right after the first appearance of a part. */
    static TextPosition after(String text, String part) {
        int at = text.indexOf(part);
        return endOf(at < 0 ? text : text.substring(0, at + part.length()));
    }
}
