/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.endpoint.ResultType;
import org.jspecify.annotations.Nullable;

/** Collects the pieces and decodes them at the end: for answers that are small, or not an array in essence. */
final class AccumulatingDecoder<R> implements ChunkedDecoder<R> {

    private final Codec codec;
    private final ResultType<R> type;
    private final FrameBuffer bytes = new FrameBuffer(256);

    AccumulatingDecoder(Codec codec, ResultType<R> type) {
        this.codec = codec;
        this.type = type;
    }

    @Override
    public void feed(byte[] source, int offset, int length) {
        bytes.put(source, offset, length);
    }

    @Override
    public @Nullable R finish() {
        return codec.decode(type, bytes.array(), 0, bytes.length());
    }
}
