/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the elements of one array in a document that arrives in pieces, wherever the pieces are cut: inside a text, an escape
 * sequence, a character, a number. It counts brackets and quotes and leaves all other judgement to whoever decodes what it
 * finds: every byte ends up in an element or {@linkplain #outside() outside}, so nothing that is wrong gets lost.
 */
final class ArraySplitter {

    /** Takes one element: everything between two commas of the array. */
    interface Elements {
        void element(byte[] source, int offset, int length);
    }

    private enum Phase {
        BEFORE,
        INSIDE,
        BEHIND
    }

    private final byte @Nullable [] field; // null when the document itself is the array
    private final int parentDepth; // of what the array is in
    private final Elements elements;

    private final FrameBuffer outside = new FrameBuffer(1024);
    private final FrameBuffer cut = new FrameBuffer(4096); // the begin of an element whose end hasn't come yet

    private Phase phase = Phase.BEFORE;
    private int depth;
    private boolean inText;
    private boolean escaped;
    private int textStart; // in what is outside
    private int textEnd;
    private boolean fieldFound; // its name and colon were the last that was read
    private int count;

    ArraySplitter(@Nullable String field, Elements elements) {
        this.field = field == null ? null : field.getBytes(StandardCharsets.UTF_8);
        this.parentDepth = field == null ? 0 : 1;
        this.elements = elements;
    }

    void feed(byte[] source, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            at = switch (phase) {
                case BEFORE -> before(source, at, end);
                case INSIDE -> inside(source, at, end);
                case BEHIND -> behind(source, at, end);
            };
        }
    }

    /** Whether the array was found and has ended. */
    boolean complete() {
        return phase == Phase.BEHIND;
    }

    /** Whether the array was found and has not ended. */
    boolean cutShort() {
        return phase == Phase.INSIDE;
    }

    /** The document without the array's elements. */
    FrameBuffer outside() {
        return outside;
    }

    private int before(byte[] source, int from, int end) {
        int at = from;
        while (at < end && phase == Phase.BEFORE) {
            byte b = source[at++];
            outside.put(b);
            if (inText) {
                text(b);
                textEnd = outside.length() - 1;
            } else {
                look(b);
            }
        }
        return at;
    }

    private void look(byte b) {
        switch (b) {
            case '"' -> {
                inText = true;
                textStart = outside.length();
            }
            case ':' -> fieldFound = depth == parentDepth && isField();
            case ',' -> fieldFound = false;
            case '[' -> {
                if (depth == parentDepth && (field == null || fieldFound)) {
                    phase = Phase.INSIDE;
                }
                depth++;
            }
            case '{' -> depth++;
            case ']', '}' -> depth--;
            default -> {}
        }
    }

    private boolean isField() {
        return field != null && Arrays.equals(outside.array(), textStart, textEnd, field, 0, field.length);
    }

    private int inside(byte[] source, int from, int end) {
        int start = from;
        int arrayDepth = parentDepth + 1;
        for (int at = from; at < end; at++) {
            byte b = source[at];
            if (inText) {
                text(b);
            } else if (b == '"') {
                inText = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == ',' && depth == arrayDepth) {
                element(source, start, at);
                start = at + 1;
            } else if ((b == '}' || b == ']') && --depth < arrayDepth) {
                last(source, start, at);
                phase = Phase.BEHIND;
                return at;
            }
        }
        cut.put(source, start, end - start);
        return end;
    }

    private int behind(byte[] source, int from, int end) {
        outside.put(source, from, end - from);
        return end;
    }

    private void text(byte b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inText = false;
        }
    }

    private void element(byte[] source, int start, int end) {
        count++;
        if (cut.length() == 0) {
            elements.element(source, start, end - start);
            return;
        }
        cut.put(source, start, end - start);
        elements.element(cut.array(), 0, cut.length());
        cut.clear();
    }

    /** An array without elements has no last one. */
    private void last(byte[] source, int start, int end) {
        if (count > 0 || !isBlank(cut.array(), 0, cut.length()) || !isBlank(source, start, end)) {
            element(source, start, end);
        }
    }

    private static boolean isBlank(byte[] source, int start, int end) {
        for (int i = start; i < end; i++) {
            if (source[i] != ' ' && source[i] != '\n' && source[i] != '\r' && source[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
