/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.codec.EventDecoder;
import io.github.binancereactive.core.codec.JsonStreamCodec;
import io.github.binancereactive.core.codec.StreamFrames;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.stream.MarketStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes one symbol's depth updates out of frames, as a connection does. */
final class UpdatesOf implements StreamFrames, StreamFrames.EventTarget<DepthUpdate> {

    private final JsonStreamCodec codec = JsonStreamCodec.create();
    private final EventDecoder<DepthUpdate> decoder;
    private final List<DepthUpdate> updates = new ArrayList<>();

    UpdatesOf(String symbol) {
        decoder = codec.decoder(MarketStream.diffDepth(symbol, DepthSpeed.EVERY_100_MS));
    }

    void read(byte[] frame) {
        codec.decode(frame, 0, frame.length, this);
    }

    List<DepthUpdate> updates() {
        return List.copyOf(updates);
    }

    @Override
    public @Nullable EventTarget<?> find(byte[] source, int offset, int length) {
        return new String(source, offset, length, UTF_8).equals(decoder.stream().name()) ? this : null;
    }

    @Override
    public EventDecoder<DepthUpdate> decoder() {
        return decoder;
    }

    @Override
    public void onEvent(DepthUpdate event) {
        updates.add(event);
    }

    @Override
    public void onResult(long id, @Nullable List<String> streams) {
        throw new AssertionError("no request was made");
    }

    @Override
    public void onRefused(long id, ErrorBody error) {
        throw new AssertionError("no request was made");
    }

    @Override
    public void onServerShutdown() {
        throw new AssertionError("no server shut down");
    }
}
