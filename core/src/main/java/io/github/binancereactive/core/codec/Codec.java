/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.endpoint.ResultType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the content of answers into records and records into bytes. Stateless and safe for any number of threads; never
 * blocks.
 */
public interface Codec {

    /**
     * Decodes one whole answer.
     *
     * @param type what the answer is
     * @param source holds the answer; not kept and not changed
     * @param offset where it begins
     * @param length how many bytes it has
     * @param <R> the type of the answer
     * @return the answer; null for {@link ResultType#nothing()} alone
     * @throws DecodingException when the bytes are not such an answer
     */
    <R> @Nullable R decode(ResultType<R> type, byte[] source, int offset, int length);

    /**
     * Begins to decode one answer that arrives in pieces: as much as possible is decoded with every piece, so that the
     * last one leaves little to do.
     *
     * @param type what the answer is
     * @param <R> the type of the answer
     * @return a decoder for this one answer
     */
    <R> ChunkedDecoder<R> chunked(ResultType<R> type);

    /**
     * Begins to decode one answer that is a list and arrives in pieces, to hand out its elements one by one.
     *
     * @param type what the answer is
     * @param target gets each element, in order, on the thread that feeds the decoder
     * @param <E> the type of one element
     * @return a decoder for this one answer
     * @throws IllegalArgumentException when the type is no list
     */
    <E> ElementDecoder elements(ResultType<List<E>> type, Consumer<? super E> target);

    /**
     * Decodes the body of an error.
     *
     * @param source holds the body; not kept and not changed
     * @param offset where it begins
     * @param length how many bytes it has
     * @return null when this is not an error of the exchange, such as a firewall's HTML page
     */
    default @Nullable ErrorBody decodeError(byte[] source, int offset, int length) {
        return decodeError(source, offset, length, null);
    }

    /**
     * Decodes the body of an error that may carry more than a code.
     *
     * @param source holds the body; not kept and not changed
     * @param offset where it begins
     * @param length how many bytes it has
     * @param detail what its {@code data} is; null when nobody wants to know
     * @return null when this is not an error of the exchange
     */
    @Nullable ErrorBody decodeError(byte[] source, int offset, int length, @Nullable ResultType<?> detail);

    /**
     * Encodes a record.
     *
     * @param value a record that this codec can decode
     * @return its bytes
     */
    byte[] encode(Object value);
}
