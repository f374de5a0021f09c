/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Reads the fields of events: like any JSON reader, and fast at what events are made of, which is names of one letter, texts that
 * recur, and decimal numbers in quotes. For one thread; used again after {@link #reset}.
 */
final class EventReader extends JsonReader {

    /** What {@link #letter} returns at the end of an object. */
    static final int END = -1;

    /** What {@link #letter} returns for a name that isn't one ASCII letter; {@link #nameIs} knows it. */
    static final int OTHER = 0;

    /** What {@link #scale} returns for a number that doesn't fit into a {@code long}. */
    static final int NO_SCALE = -1;

    private static final int MOST_DIGITS = 18;

    private final RawTexts texts;
    private final UnknownFieldListener listener;

    /** What the last event of one letter said. */
    final LetteredFields fields = new LetteredFields();

    /** The levels that are being read. */
    final LevelNumbers levels = new LevelNumbers();

    private int textStart;
    private int textEnd;
    private boolean textEscaped;
    private int scale;

    EventReader(RawTexts texts, UnknownFieldListener listener) {
        this.texts = texts;
        this.listener = listener;
    }

    /** A name of one letter as {@link #nextIs} knows it. */
    static int quoted(char letter) {
        return '"' | letter << 8 | '"' << 16 | ':' << 24;
    }

    /** Reads the next field's name and colon, if it is this one and written without white space. */
    boolean nextIs(int quotedLetter) {
        int at = first ? position : position + 1;
        if (end - at < Integer.BYTES
                || EightBytes.fourAt(source, at) != quotedLetter
                || (!first && source[position] != ',')) {
            return false;
        }
        first = false;
        position = at + Integer.BYTES;
        return true;
    }

    /** Reads the next field's name and colon; {@link #END} when the object ends here. */
    int letter() {
        byte[] bytes = source;
        int at = first ? position : position + 1;
        if (end - at > 3
                && bytes[at] == '"'
                && bytes[at + 2] == '"'
                && bytes[at + 3] == ':'
                && (first || bytes[position] == ',')
                && isLetter(bytes[at + 1])) {
            first = false;
            position = at + 4;
            return bytes[at + 1];
        }
        return nextName() ? slowLetter() : END;
    }

    /** With white space, or escaped, or longer. */
    private int slowLetter() {
        if (nameEnd - nameStart == 1 && isLetter(source[nameStart])) {
            return source[nameStart];
        }
        String name = name();
        return name.length() == 1 && name.charAt(0) < 0x80 && isLetter((byte) name.charAt(0)) ? name.charAt(0) : OTHER;
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    /** Skips the value of a field that an event of this type is not known to have. */
    void unknown(String type, int letter) {
        if (listener != UnknownFieldListener.IGNORE) {
            listener.unknown(type, letter == OTHER ? name() : String.valueOf((char) letter));
        }
        skipValue();
    }

    /** Reports the text that was located, a kind of event that this type is not known to be. */
    void unknownType(String type) {
        listener.unknown(type, text());
    }

    /** Goes to an element that has to be there. */
    void element() {
        if (!nextElement()) {
            throw expected("a price and a quantity");
        }
    }

    /** Skips an element that a level is not known to have. */
    void unknownElement(String type, int index) {
        listener.unknown(type, "[" + index + "]");
        skipValue();
    }

    /** Moves past a text and remembers where it is. */
    void locateText() {
        if (next() != '"') {
            throw expected("a text");
        }
        textStart = position;
        textEscaped = skipString();
        textEnd = position - 1;
    }

    /** The text that was located. */
    String text() {
        return JsonText.decode(source, textStart, textEnd, textEscaped);
    }

    /** Whether the text that was located is this one, given in ASCII. */
    boolean textIs(byte[] text) {
        return textEscaped
                ? text().equals(new String(text, US_ASCII))
                : Arrays.equals(source, textStart, textEnd, text, 0, text.length);
    }

    int textStart() {
        return textStart;
    }

    int textEnd() {
        return textEnd;
    }

    boolean textEscaped() {
        return textEscaped;
    }

    /** A text that may well come again. */
    String recurring() {
        locateText();
        return texts.text(source, textStart, textEnd, textEscaped);
    }

    /** Reads a text; tells whether it is this one, given in ASCII. */
    boolean nextTextIs(byte[] text) {
        if (stringIs(text)) {
            return true;
        }
        locateText();
        return textIs(text);
    }

    boolean truth() {
        if (peek() == 't') {
            skipLiteral("true");
            return true;
        }
        skipLiteral("false");
        return false;
    }

    /** Reads a field that is a decimal number, in quotes or without. */
    void decimalOf(char letter) {
        long unscaled = unscaled();
        if (scale == NO_SCALE) {
            fields.decimal(letter, slowDecimal());
        } else {
            fields.decimal(letter, unscaled, scale);
        }
    }

    /** A decimal number in quotes or without, with exactly the scale it is written with. */
    BigDecimal decimal() {
        long unscaled = unscaled();
        return scale == NO_SCALE ? slowDecimal() : BigDecimal.valueOf(unscaled, scale);
    }

    /**
     * Reads a decimal number in quotes that has at most 18 digits and no exponent, without its decimal point; how many digits
     * stand behind that says {@link #scale}. When that is {@link #NO_SCALE}, nothing has been read.
     */
    long unscaled() {
        int start = peekPosition();
        scale = NO_SCALE;
        byte[] bytes = source;
        int last = end;
        int at = start;
        if (bytes[at++] != '"') {
            return 0;
        }
        boolean negative = at < last && bytes[at] == '-';
        if (negative) {
            at++;
        }
        int first = at;
        long value = 0;
        int digit;
        while (at < last && (digit = bytes[at] - '0') >= 0 && digit <= 9) {
            value = value * 10 + digit;
            at++;
        }
        int point = at;
        if (at < last && bytes[at] == '.' && at > first) {
            at++;
            if (last - at >= EightBytes.COUNT && EightBytes.areDigits(EightBytes.at(bytes, at))) {
                // As many as the exchange writes.
                value = value * EightBytes.TEN_TO_EIGHT + EightBytes.number(EightBytes.at(bytes, at));
                at += EightBytes.COUNT;
            }
            while (at < last && (digit = bytes[at] - '0') >= 0 && digit <= 9) {
                value = value * 10 + digit;
                at++;
            }
        }
        boolean pointed = at > point;
        int digits = pointed ? at - first - 1 : at - first;
        if (at >= last || bytes[at] != '"' || digits == 0 || digits > MOST_DIGITS || at == point + 1) {
            return 0;
        }
        position = at + 1;
        scale = pointed ? at - point - 1 : 0;
        return negative ? -value : value;
    }

    int scale() {
        return scale;
    }

    private int peekPosition() {
        if (position < end && source[position] == '"') {
            return position;
        }
        peek();
        return position;
    }

    private BigDecimal slowDecimal() {
        int start = position;
        String text;
        if (peek() == '"') {
            text = string();
        } else {
            start = position;
            skipNumber();
            text = JsonText.decode(source, start, position, false);
        }
        BigDecimal value = Decimals.parseSlowly(text);
        if (value == null) {
            position = start;
            throw expected("a decimal number");
        }
        return value;
    }
}
