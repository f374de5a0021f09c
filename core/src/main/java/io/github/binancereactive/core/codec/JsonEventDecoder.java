/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.codec.StreamFrames.EventTarget;
import io.github.binancereactive.core.model.stream.RawStreamEvent;
import io.github.binancereactive.core.stream.MarketStream;

/**
 * Decodes the events of one stream from JSON.
 *
 * @param stream the stream
 * @param form what its events look like
 * @param <T> the events
 */
record JsonEventDecoder<T>(MarketStream<T> stream, EventForm<T> form) implements EventDecoder<T> {

    @SuppressWarnings("unchecked") // a raw stream's events are raw
    static <T> JsonEventDecoder<T> of(MarketStream<T> stream) {
        Class<T> event = stream.family().event();
        EventForm<T> form =
                event == RawStreamEvent.class ? (EventForm<T>) new RawForm(stream.name()) : EventForms.of(event);
        return new JsonEventDecoder<>(stream, form);
    }

    /** Reads the next value, an event or a list of these, and passes it on. */
    static <T> void decode(EventReader in, EventTarget<T> target) {
        if (!(target.decoder() instanceof JsonEventDecoder<T> decoder)) {
            throw new IllegalArgumentException("made by another kind of codec: " + target.decoder());
        }
        EventForm<T> form = decoder.form;
        if (in.peek() != '[' || form instanceof RawForm) {
            target.onEvent(form.read(in));
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            target.onEvent(form.read(in));
        }
    }
}
