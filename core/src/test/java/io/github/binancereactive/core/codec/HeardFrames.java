/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.binancereactive.core.stream.MarketStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the events of some streams and writes down what else the frames say. */
final class HeardFrames implements StreamFrames {

    final List<Object> events = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    final List<String> unknown = new ArrayList<>();
    final JsonStreamCodec codec =
            JsonStreamCodec.create().withUnknownFields((type, field) -> unknown.add(type + "." + field));
    private final Map<String, EventTarget<?>> takers = new LinkedHashMap<>();

    HeardFrames(MarketStream<?>... streams) {
        for (MarketStream<?> stream : streams) {
            takers.put(stream.name(), new Taker<>(codec.decoder(stream), events));
        }
    }

    void decode(String frame) {
        byte[] bytes = frame.getBytes(UTF_8);
        codec.decode(bytes, 0, bytes.length, this);
    }

    /** The one event that a frame with this data brings. */
    Object event(MarketStream<?> stream, String data) {
        events.clear();
        decode("{\"stream\":\"" + stream.name() + "\",\"data\":" + data + "}");
        return events.get(0);
    }

    @Override
    public @Nullable EventTarget<?> find(byte[] source, int offset, int length) {
        String name = new String(source, offset, length, UTF_8);
        if (!takers.containsKey(name)) {
            said.add("nobody takes " + name);
        }
        return takers.get(name);
    }

    @Override
    public void onResult(long id, @Nullable List<String> streams) {
        said.add("result " + id + " " + streams);
    }

    @Override
    public void onRefused(long id, ErrorBody error) {
        said.add("refused " + id + " " + error.code() + " " + error.message());
    }

    @Override
    public void onServerShutdown() {
        said.add("shutdown");
    }

    private record Taker<T>(EventDecoder<T> decoder, List<Object> events) implements EventTarget<T> {

        @Override
        public void onEvent(T event) {
            events.add(event);
        }
    }
}
