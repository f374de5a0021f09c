/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over JSON in an array of bytes, strict about the grammar and without making anything but what it is asked for. For
 * one thread; used again after {@link #reset}.
 *
 * <p>Whatever the bytes are, each method either advances or throws a {@link DecodingException} that names the position and
 * nothing of the content.
 */
class JsonReader extends JsonScanner {

    /** Answers nest about eight deep; more is an attempt to exhaust the stack. */
    static final int MAX_DEPTH = 64;

    int depth;
    boolean first; // no field or element of the innermost object or array has been read yet
    int nameStart;
    int nameEnd;
    private boolean nameEscaped;

    @Override
    void reset(byte[] bytes, int offset, int length) {
        super.reset(bytes, offset, length);
        depth = 0;
        first = false;
    }

    int position() {
        return position;
    }

    int end() {
        return end;
    }

    byte[] source() {
        return source;
    }

    /** Goes on behind a value that somebody else has read. */
    void position(int behindValue) {
        position = behindValue;
    }

    void beginObject() {
        begin('{', "an object");
    }

    /** Reads the next field's name and colon; false when the object ends here. */
    boolean nextName() {
        int c = next();
        if (c == '}') {
            return leave();
        }
        if (separated(c) != '"') {
            throw expected("a field name");
        }
        nameStart = position;
        nameEscaped = skipString();
        nameEnd = position - 1;
        if (next() != ':') {
            throw expected("':'");
        }
        return true;
    }

    /** Begins an object and reads its first field's name and colon, if they are these bytes to the letter. */
    boolean beginsObjectWith(byte[] beginning) {
        if (depth != 0 || !comes(beginning)) {
            return false;
        }
        depth = 1;
        return true;
    }

    /** Reads the next field's name and colon, if they and the comma before are these bytes to the letter. */
    boolean goesOnWith(byte[] field) {
        return !first && comes(field);
    }

    private boolean comes(byte[] bytes) {
        int behind = position + bytes.length;
        if (behind > end || !Arrays.equals(source, position, behind, bytes, 0, bytes.length)) {
            return false;
        }
        position = behind;
        return true;
    }

    void beginArray() {
        begin('[', "an array");
    }

    /** Goes to the next element; false when the array ends here. */
    boolean nextElement() {
        int c = next();
        if (c == ']') {
            return leave();
        }
        separated(c);
        position--;
        return true;
    }

    /** Whether the name that {@link #nextName} read is this one, given in ASCII. */
    boolean nameIs(byte[] name) {
        if (nameEscaped) {
            return name().equals(new String(name, StandardCharsets.US_ASCII));
        }
        int length = name.length;
        if (nameEnd - nameStart != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (source[nameStart + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    String name() {
        return JsonText.decode(source, nameStart, nameEnd, nameEscaped);
    }

    /** The first byte of the next value, which stays where it is. */
    int peek() {
        int c = next();
        position--;
        return c;
    }

    String string() {
        if (next() != '"') {
            throw expected("a text");
        }
        int start = position;
        boolean escaped = skipString();
        return JsonText.decode(source, start, position - 1, escaped);
    }

    /** Whether the next value is this text, given in ASCII; moves past it only then. */
    boolean stringIs(byte[] text) {
        int start = position;
        if (next() != '"' || end - position <= text.length) {
            position = start;
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (source[position + i] != text[i]) {
                position = start;
                return false;
            }
        }
        if (source[position + text.length] != '"') {
            position = start;
            return false;
        }
        position += text.length + 1;
        return true;
    }

    long wholeNumber() {
        long value = wholeNumberOr(Long.MIN_VALUE);
        if (value == Long.MIN_VALUE) {
            throw expected("a whole number");
        }
        return value;
    }

    int smallNumber() {
        long value = wholeNumber();
        if (value != (int) value) {
            throw expected("a number of at most 32 bits");
        }
        return (int) value;
    }

    /**
     * Reads a number.
     *
     * @param otherwise what to return for a number with more than 18 digits, a fraction or an exponent
     */
    long wholeNumberOr(long otherwise) {
        next();
        position--;
        boolean negative = source[position] == '-';
        int i = negative ? position + 1 : position;
        int digits = i;
        long value = 0;
        byte[] bytes = source;
        int last = end;
        while (last - i >= EightBytes.COUNT && EightBytes.areDigits(EightBytes.at(bytes, i))) {
            value = value * EightBytes.TEN_TO_EIGHT + EightBytes.number(EightBytes.at(bytes, i));
            i += EightBytes.COUNT;
        }
        int digit;
        while (i < last && (digit = bytes[i] - '0') >= 0 && digit <= 9) {
            value = value * 10 + digit;
            i++;
        }
        int count = i - digits;
        boolean plain = count > 0 && count <= 18 && (count == 1 || source[digits] != '0') && !continues(i);
        if (!plain) {
            skipNumber();
            return otherwise;
        }
        position = i;
        return negative ? -value : value;
    }

    /** Moves past the next value, whatever it is. */
    void skipValue() {
        switch (peek()) {
            case '{' -> {
                beginObject();
                while (nextName()) {
                    skipValue();
                }
            }
            case '[' -> {
                beginArray();
                while (nextElement()) {
                    skipValue();
                }
            }
            case '"' -> {
                position++;
                skipString();
            }
            case 't' -> skipLiteral("true");
            case 'f' -> skipLiteral("false");
            case 'n' -> skipLiteral("null");
            default -> skipNumber();
        }
    }

    /** Checks that nothing but whitespace is left. */
    void expectEnd() {
        while (position < end) {
            if (!isSpace(source[position])) {
                throw expected("the end");
            }
            position++;
        }
    }

    private void begin(int bracket, String what) {
        if (next() != bracket) {
            throw expected(what);
        }
        if (++depth > MAX_DEPTH) {
            throw new DecodingException("nested more than " + MAX_DEPTH + " deep", null);
        }
        first = true;
    }

    private boolean leave() {
        depth--;
        first = false; // whatever contains this has read it: a comma has to follow
        return false;
    }

    private int separated(int c) {
        if (first) {
            first = false;
            return c;
        }
        if (c != ',') {
            throw expected("',' or the end of the object or array");
        }
        return next();
    }
}
