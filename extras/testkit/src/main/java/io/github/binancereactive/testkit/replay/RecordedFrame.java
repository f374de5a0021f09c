/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.replay;

/**
 * One event of a recorded stream.
 *
 * @param receivedAtMicros when it was received, in microseconds since the epoch
 * @param stream the stream's name
 * @param payload the event without the form that combined streams wrap it in, to the byte as it was recorded; not to be
 *     changed
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RecordedFrame(long receivedAtMicros, String stream, byte[] payload) {

    /** The symbol in capitals; empty when the stream is not about one. */
    String symbol() {
        return Symbols.of(stream);
    }
}
