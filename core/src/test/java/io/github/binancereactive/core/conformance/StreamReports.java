/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.codec.EventDecoder;
import io.github.binancereactive.core.codec.JsonStreamCodec;
import io.github.binancereactive.core.codec.StreamFrames;
import io.github.binancereactive.core.stream.MarketStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A stream codec that collects what it doesn't know, and what its frames say. */
final class StreamReports implements StreamFrames {

    /** The exchange tells to ignore them, so that no record keeps them. */
    private static final List<String> IGNORED = List.of("aggTrade M", "trade M", "kline B");

    final TreeSet<String> unknown = new TreeSet<>();
    final JsonStreamCodec codec =
            JsonStreamCodec.create().withUnknownFields((type, field) -> unknown.add(type + "." + field));
    final List<Object> events = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    private @Nullable EventTarget<?> taker;

    /** Decodes one frame that brings events of this stream. */
    List<Object> decode(MarketStream<?> stream, JsonNode data) {
        taker = new Taker<>(codec.decoder(stream), events);
        int before = events.size();
        say("{\"stream\":\"" + stream.name() + "\",\"data\":" + data + "}");
        return events.subList(before, events.size());
    }

    void say(String frame) {
        byte[] bytes = frame.getBytes(UTF_8);
        codec.decode(bytes, 0, bytes.length, this);
    }

    /** Decodes, and compares what the events encode to with what they were, but for these fields. */
    void assertSame(MarketStream<?> stream, JsonNode data, Seen seen) {
        List<Object> decoded = List.copyOf(decode(stream, data));
        JsonNode kept = seen.strip(data);
        assertThat(decoded).hasSize(data.isArray() ? data.size() : 1);
        Object whole = data.isArray() ? decoded : decoded.get(0);
        assertThat(Conformance.tree(codec.encode(whole))).isEqualTo(kept);
    }

    @Override
    public @Nullable EventTarget<?> find(byte[] source, int offset, int length) {
        said.add("stream " + new String(source, offset, length, UTF_8));
        return taker;
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

    /** Fields that no record keeps: those to be ignored, and those since removed. Counts which of them there were. */
    static final class Seen {

        private final List<String> unkept;
        final TreeSet<String> used = new TreeSet<>();

        Seen(List<String> removed) {
            unkept = new ArrayList<>(IGNORED);
            unkept.addAll(removed);
        }

        List<String> unkept() {
            return unkept;
        }

        JsonNode strip(JsonNode data) {
            JsonNode copy = data.deepCopy();
            if (copy instanceof ArrayNode elements) {
                elements.forEach(this::stripOne);
            } else {
                stripOne(copy);
            }
            return copy;
        }

        private void stripOne(JsonNode event) {
            String type = event.path("e").asString("");
            ObjectNode holder = (ObjectNode) (type.equals("kline") ? event.get("k") : event);
            for (String field : unkept) {
                String name = field.substring(field.indexOf(' ') + 1);
                if (field.startsWith(type + " ") && holder.has(name)) {
                    holder.remove(name);
                    used.add(field);
                }
            }
        }
    }
}
