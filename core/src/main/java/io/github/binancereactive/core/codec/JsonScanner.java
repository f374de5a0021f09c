/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.util.Arrays;

/** The letters of JSON: what a text, a number and a literal are, and where they end. {@link JsonReader} knows the sentences. */
class JsonScanner {

    private static final byte[] EMPTY = {};
    private static final int MOST_KEPT = 64 * 1024;

    /** What ends the plain part of a text: quotes, backslashes, control characters. */
    private static final boolean[] STOPS = new boolean[256];

    static {
        Arrays.fill(STOPS, 0, ' ', true);
        STOPS['"'] = true;
        STOPS['\\'] = true;
    }

    byte[] source = EMPTY;
    int position;
    int end;
    private int origin;

    void reset(byte[] bytes, int offset, int length) {
        if (source != bytes) { // which saves telling the collector
            source = bytes;
        }
        origin = offset;
        position = offset;
        end = offset + length;
    }

    /** Forgets the bytes, so that they aren't kept alive, unless these are few: then they may well be the next ones, too. */
    final void release() {
        reset(source.length <= MOST_KEPT ? source : EMPTY, 0, 0);
    }

    final DecodingException expected(String what) {
        return new DecodingException("expected " + what + " before byte " + (position - origin), null);
    }

    /** Moves behind the next byte that isn't whitespace, and returns it. */
    final int next() {
        for (int at = position; at < end; at++) {
            byte b = source[at];
            if (b > ' ') {
                position = at + 1;
                return b;
            }
            if (!isSpace(b)) {
                position = at;
                throw expected("JSON");
            }
        }
        throw truncated();
    }

    final DecodingException truncated() {
        return new DecodingException("cut short at byte " + (end - origin), null);
    }

    /** Moves behind the closing quote of a text; tells whether there are escapes in it. */
    final boolean skipString() {
        boolean escaped = false;
        while (true) {
            byte stop = skipPlain();
            if (stop == '"') {
                return escaped;
            }
            if (stop != '\\') {
                throw expected("no control character");
            }
            escaped = true;
            skipEscape();
        }
    }

    /** Moves behind the next byte that isn't a plain part of a text, and returns it. Half of the time goes by in here. */
    private byte skipPlain() {
        byte[] bytes = source;
        int last = end;
        int at = position;
        for (; last - at >= EightBytes.COUNT; at += EightBytes.COUNT) {
            long stops = EightBytes.stops(EightBytes.at(bytes, at));
            if (stops != 0) {
                at += EightBytes.first(stops);
                position = at + 1;
                return bytes[at];
            }
        }
        for (; at < last; at++) {
            byte b = bytes[at];
            if (STOPS[b & 0xFF]) {
                position = at + 1;
                return b;
            }
        }
        throw truncated();
    }

    private void skipEscape() {
        if (position >= end) {
            throw truncated();
        }
        byte b = source[position++];
        if (b != 'u') {
            if ("\"\\/bfnrt".indexOf(b) < 0) {
                throw expected("an escape sequence");
            }
            return;
        }
        if (end - position < 4) {
            throw truncated();
        }
        for (int last = position + 4; position < last; position++) {
            if (Character.digit(source[position], 16) < 0) {
                throw expected("four hexadecimal digits");
            }
        }
    }

    final void skipLiteral(String literal) {
        for (int i = 0; i < literal.length(); i++, position++) {
            if (position >= end) {
                throw truncated();
            }
            if (source[position] != literal.charAt(i)) {
                throw expected("a value");
            }
        }
        if (continues(position)) {
            throw expected("a value");
        }
    }

    final void skipNumber() {
        if (source[position] == '-') {
            position++;
        }
        int start = position;
        skipDigits();
        if (position - start > 1 && source[start] == '0') {
            throw expected("a number without leading zeros");
        }
        if (position < end && source[position] == '.') {
            position++;
            skipDigits();
        }
        if (position < end && (source[position] | 0x20) == 'e') {
            position++;
            if (position < end && (source[position] == '+' || source[position] == '-')) {
                position++;
            }
            skipDigits();
        }
        if (continues(position)) {
            throw expected("a number");
        }
    }

    private void skipDigits() {
        int start = position;
        while (position < end && isDigit(source[position])) {
            position++;
        }
        if (position == start) {
            throw position < end ? expected("a value") : truncated();
        }
    }

    /** Whether the byte there would belong to a number or literal that ends before it. */
    final boolean continues(int at) {
        if (at >= end) {
            return false;
        }
        byte b = source[at];
        return b != ',' && b != '}' && b != ']' && !isSpace(b);
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
