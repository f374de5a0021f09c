/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import org.jspecify.annotations.Nullable;

/**
 * Decodes one answer piece by piece. For one thread at a time; the caller sees to it that calls don't overlap.
 *
 * @param <R> the type of the answer
 */
public interface ChunkedDecoder<R> {

    /**
     * Takes the next piece.
     *
     * @param source holds the piece; not kept and not changed
     * @param offset where it begins
     * @param length how many bytes it has
     * @throws DecodingException as soon as the bytes can't be such an answer
     */
    void feed(byte[] source, int offset, int length);

    /**
     * Says that there are no more pieces.
     *
     * @return the answer; null for an answer without content alone
     * @throws DecodingException when the answer is cut short or isn't what it should be
     */
    @Nullable R finish();
}
