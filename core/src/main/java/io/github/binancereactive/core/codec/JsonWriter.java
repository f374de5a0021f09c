/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes the values that a call's parameters can have as JSON. */
final class JsonWriter {

    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final int MAX_LONG_LENGTH = 20;

    private JsonWriter() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static void object(Map<String, ?> fields, FrameBuffer target) {
        int separator = '{';
        for (Map.Entry<String, ?> field : fields.entrySet()) {
            target.put(separator);
            separator = ',';
            string(field.getKey(), target);
            target.put(':');
            value(field.getValue(), target);
        }
        target.put('}');
    }

    static void value(Object value, FrameBuffer target) {
        if (value instanceof Long number) {
            number(number, target);
        } else if (value instanceof Boolean truth) {
            target.put(truth ? TRUE : FALSE);
        } else if (value instanceof List<?> elements) {
            array(elements, target);
        } else if (value instanceof BigDecimal decimal) {
            string(decimal.toPlainString(), target); // as text: a number would pass through somebody's double
        } else {
            string((String) value, target);
        }
    }

    private static void array(List<?> elements, FrameBuffer target) {
        target.put('[');
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                target.put(',');
            }
            value(elements.get(i), target);
        }
        target.put(']');
    }

    static void number(long value, FrameBuffer target) {
        if (value == Long.MIN_VALUE) { // has no positive counterpart
            target.put(ascii(Long.toString(value)));
            return;
        }
        if (value < 0) {
            target.put('-');
        }
        byte[] bytes = target.room(MAX_LONG_LENGTH);
        long rest = Math.abs(value);
        int start = target.length();
        int at = start + digits(rest);
        target.advance(at - start);
        do {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (at > start);
    }

    private static int digits(long positive) {
        int count = 1;
        for (long limit = 10; count < 19 && positive >= limit; limit *= 10) {
            count++;
        }
        return count;
    }

    static void string(String text, FrameBuffer target) {
        target.put('"');
        int length = text.length();
        byte[] bytes = target.room(length);
        int at = target.length();
        int i = 0;
        for (char c; i < length && (c = text.charAt(i)) < 0x80 && c >= ' ' && c != '"' && c != '\\'; i++) {
            bytes[at + i] = (byte) c;
        }
        target.advance(i);
        if (i < length) {
            unusual(text.substring(i), target);
        }
        target.put('"');
    }

    /** UTF-8 never has a byte below 0x80 inside a longer sequence, so escaping byte by byte is safe. */
    private static void unusual(String text, FrameBuffer target) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b == '"' || b == '\\') {
                target.put('\\');
                target.put(b);
            } else if (b >= 0 && b < ' ') {
                target.put(ascii("\\u00"));
                target.put(HEX[b >> 4]);
                target.put(HEX[b & 0xF]);
            } else {
                target.put(b);
            }
        }
    }
}
