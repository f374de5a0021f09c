/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static io.github.binancereactive.core.codec.JsonWriter.ascii;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.binancereactive.core.codec.StreamFrames.EventTarget;
import org.jspecify.annotations.Nullable;

/**
 * Reads one frame of a stream connection: an event with the name of its stream, the answer to a request, or the news that the
 * server shuts down. One pass when the name comes before the event, as it does; otherwise the event is skipped and read once the
 * name is known. For one thread; used again.
 */
final class StreamFrame extends Spares.Spare {

    /** For those who hear of what is unknown. */
    static final String TYPE = "StreamFrame";

    private static final byte[] STREAM = ascii("stream");
    private static final byte[] STREAM_AT_FIRST = ascii("{\"stream\":");
    private static final byte[] DATA = ascii("data");
    private static final byte[] THEN_DATA = ascii(",\"data\":");
    private static final byte[] EVENT_TYPE = ascii("e");
    private static final byte[] EVENT_TIME = ascii("E");
    private static final byte[] SHUTDOWN_STREAM = ascii("!serverShutdown");
    private static final byte[] SHUTDOWN_EVENT = ascii("serverShutdown");

    private static final int NOT_DEFERRED = -1;

    private final EventReader in;
    private final StreamAnswer answer;

    private boolean named;
    private boolean shutdown;
    private int deferred;

    StreamFrame(EventReader in) {
        this.in = in;
        this.answer = new StreamAnswer(in);
    }

    void read(byte[] source, int offset, int length, StreamFrames target) {
        in.reset(source, offset, length);
        named = false;
        shutdown = false;
        deferred = NOT_DEFERRED;
        answer.clear();
        try {
            read(target);
        } finally {
            in.release();
        }
    }

    private void read(StreamFrames target) {
        EventTarget<?> taker = null;
        if (in.beginsObjectWith(STREAM_AT_FIRST)) {
            taker = stream(target);
            if (in.goesOnWith(THEN_DATA) && !data(taker)) {
                return;
            }
        } else {
            in.beginObject();
        }
        while (in.nextName()) {
            if (in.nameIs(STREAM)) {
                taker = stream(target);
            } else if (in.nameIs(DATA)) {
                if (!data(taker)) {
                    return;
                }
            } else {
                other();
            }
        }
        in.expectEnd();
        finish(taker, target);
    }

    /** Who takes the events of the stream that is named next. */
    private @Nullable EventTarget<?> stream(StreamFrames target) {
        in.locateText();
        named = true;
        if (in.textIs(SHUTDOWN_STREAM)) {
            shutdown = true;
            return null;
        }
        if (in.textEscaped()) {
            byte[] name = in.text().getBytes(UTF_8);
            return target.find(name, 0, name.length);
        }
        return target.find(in.source(), in.textStart(), in.textEnd() - in.textStart());
    }

    /** False when nobody takes it: then what else the frame says is of no interest, nor is its grammar. */
    private boolean data(@Nullable EventTarget<?> taker) {
        if (taker != null) {
            JsonEventDecoder.decode(in, taker);
        } else if (!named) {
            in.peek();
            deferred = in.position();
            in.skipValue();
        } else if (shutdown) {
            in.skipValue();
        } else {
            return false;
        }
        return true;
    }

    private void other() {
        if (in.nameIs(EVENT_TYPE) && in.peek() == '"') {
            type();
        } else if (in.nameIs(EVENT_TIME)) {
            in.skipValue();
        } else {
            answer.field();
        }
    }

    /** Of an event without the name of its stream: there is but one kind where all others have it. */
    private void type() {
        shutdown = in.nextTextIs(SHUTDOWN_EVENT);
        if (!shutdown) {
            in.unknownType(TYPE);
        }
    }

    private void finish(@Nullable EventTarget<?> taker, StreamFrames target) {
        if (shutdown) {
            target.onServerShutdown();
        } else if (taker != null && deferred != NOT_DEFERRED) {
            in.position(deferred);
            JsonEventDecoder.decode(in, taker);
        }
        answer.tell(target);
    }
}
