/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes everything on. */
class StreamFramesAdapter implements StreamFrames {

    private final StreamFrames to;

    StreamFramesAdapter(StreamFrames to) {
        this.to = to;
    }

    @Override
    public @Nullable EventTarget<?> find(byte[] source, int offset, int length) {
        return to.find(source, offset, length);
    }

    @Override
    public void onResult(long id, @Nullable List<String> streams) {
        to.onResult(id, streams);
    }

    @Override
    public void onRefused(long id, ErrorBody error) {
        to.onRefused(id, error);
    }

    @Override
    public void onServerShutdown() {
        to.onServerShutdown();
    }
}
