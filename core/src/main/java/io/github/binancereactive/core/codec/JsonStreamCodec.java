/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static io.github.binancereactive.core.codec.JsonWriter.ascii;

import io.github.binancereactive.core.stream.MarketStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Market data streams in JSON, read by hand: straight from the bytes to the records. Unknown fields are skipped, decimal numbers
 * keep the digits and the scale they are written with, times may be in milliseconds or microseconds, fields that the exchange tells
 * to ignore are. An event has to come with the name of its stream, as the exchange sends it on combined connections; create one
 * codec and share it: it remembers texts that recur.
 */
public final class JsonStreamCodec implements StreamCodec {

    private static final byte[] SUBSCRIBE = ascii("{\"method\":\"SUBSCRIBE\",\"params\":");
    private static final byte[] UNSUBSCRIBE = ascii("{\"method\":\"UNSUBSCRIBE\",\"params\":");
    private static final byte[] LIST_SUBSCRIPTIONS = ascii("{\"method\":\"LIST_SUBSCRIPTIONS\"");
    private static final byte[] ID = ascii(",\"id\":");

    private static final int USUAL_EVENT = 256;

    private final RawTexts texts;
    private final UnknownFieldListener listener;
    private final boolean micros;
    private final Spares<StreamFrame> frames;

    private JsonStreamCodec(RawTexts texts, UnknownFieldListener listener, boolean micros) {
        this.texts = texts;
        this.listener = listener;
        this.micros = micros;
        this.frames = new Spares<>(() -> new StreamFrame(new EventReader(texts, listener)));
    }

    /**
     * A codec that ignores what it doesn't know.
     *
     * @return a new codec
     */
    public static JsonStreamCodec create() {
        return new JsonStreamCodec(new RawTexts(), UnknownFieldListener.IGNORE, false);
    }

    /**
     * This codec, telling somebody about what it doesn't know.
     *
     * @param to hears of each occurrence
     * @return a new codec
     */
    public JsonStreamCodec withUnknownFields(UnknownFieldListener to) {
        return new JsonStreamCodec(texts, Objects.requireNonNull(to, "to"), micros);
    }

    /**
     * This codec, writing all times in microseconds, as the exchange does where it is asked to; what it reads says itself which
     * they are.
     *
     * @return a new codec
     */
    public JsonStreamCodec inMicroseconds() {
        return new JsonStreamCodec(texts, listener, true);
    }

    @Override
    public <T> EventDecoder<T> decoder(MarketStream<T> stream) {
        return JsonEventDecoder.of(stream);
    }

    @Override
    public void decode(byte[] source, int offset, int length, StreamFrames target) {
        Objects.checkFromIndexSize(offset, length, source.length);
        StreamFrame frame = frames.take();
        try {
            frame.read(source, offset, length, target);
        } finally {
            frames.giveBack(frame);
        }
    }

    @Override
    public void subscribe(long id, List<String> streams, FrameBuffer target) {
        request(SUBSCRIBE, id, streams, target);
    }

    @Override
    public void unsubscribe(long id, List<String> streams, FrameBuffer target) {
        request(UNSUBSCRIBE, id, streams, target);
    }

    private static void request(byte[] begin, long id, List<String> streams, FrameBuffer target) {
        if (streams.isEmpty()) {
            throw new IllegalArgumentException("streams must not be empty");
        }
        target.put(begin);
        JsonWriter.value(streams, target);
        end(id, target);
    }

    @Override
    public void listSubscriptions(long id, FrameBuffer target) {
        target.put(LIST_SUBSCRIPTIONS);
        end(id, target);
    }

    private static void end(long id, FrameBuffer target) {
        target.put(ID);
        JsonWriter.number(id, target);
        target.put('}');
    }

    @Override
    public int sizeOf(String stream) {
        FrameBuffer written = new FrameBuffer(stream.length() + 2);
        JsonWriter.string(stream, written);
        return written.length() + 1; // and a comma
    }

    @Override
    public byte[] encode(Object event) {
        FrameBuffer written = new FrameBuffer(USUAL_EVENT);
        EventWriter out = new EventWriter(written, micros);
        if (event instanceof List<?> events) {
            writeAll(events, out);
        } else {
            write(event, out);
        }
        return Arrays.copyOf(written.array(), written.length());
    }

    private static void writeAll(List<?> events, EventWriter out) {
        out.target().put('[');
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                out.target().put(',');
            }
            write(events.get(i), out);
        }
        out.target().put(']');
    }

    @SuppressWarnings("unchecked") // the form is the one of the event's class
    private static void write(Object event, EventWriter out) {
        ((EventForm<Object>) EventForms.of(event.getClass())).write(event, out);
    }
}
