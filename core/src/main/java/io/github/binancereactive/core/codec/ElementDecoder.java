/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

/**
 * Decodes an answer that is a list, piece by piece, and hands out each element within the call that brings the comma or the
 * bracket behind it. Keeps no element, and of the text no more than one element that was cut. For one thread at a
 * time; the caller sees to it that calls don't overlap.
 */
public interface ElementDecoder {

    /**
     * Takes the next piece.
     *
     * @param source holds the piece; not kept and not changed
     * @param offset where it begins
     * @param length how many bytes it has
     * @throws DecodingException as soon as the bytes can't be such an answer; elements before that were handed out
     */
    void feed(byte[] source, int offset, int length);

    /**
     * Says that there are no more pieces. A single object in place of a list is handed out now.
     *
     * @throws DecodingException when the answer is cut short or isn't what it should be
     */
    void finish();
}
