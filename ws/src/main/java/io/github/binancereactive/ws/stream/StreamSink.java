/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.codec.EventDecoder;
import io.github.binancereactive.core.stream.MarketStream;
import org.jspecify.annotations.Nullable;

/** Who takes a stream. Called by the supply, on any thread; calls of different connections may come at the same time. */
interface StreamSink<T> {

    MarketStream<T> stream();

    /**
     * A connection is about to subscribe to the stream: the first one, the successor of one that still brings it, or one in place of
     * one that was lost.
     *
     * @param connection its number, unique for this supply and growing
     * @param decoder decodes the events on it
     * @return takes what comes from there
     */
    Feed<T> feed(long connection, EventDecoder<T> decoder);

    /** The exchange doesn't want to bring this stream. The line is closed. */
    void onRefused(Throwable refusal);

    /** The client was disposed of, or its sessions have ended for good. The line is closed. */
    void onEnd(@Nullable Throwable cause);
}
