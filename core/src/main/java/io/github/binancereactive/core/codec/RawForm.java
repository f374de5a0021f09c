/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.binancereactive.core.model.stream.RawStreamEvent;

/**
 * Events that nobody looks into.
 *
 * @param stream name of their stream
 */
record RawForm(String stream) implements EventForm<RawStreamEvent> {

    @Override
    public RawStreamEvent read(EventReader in) {
        in.peek();
        int start = in.position();
        in.skipValue();
        return new RawStreamEvent(stream, new String(in.source(), start, in.position() - start, UTF_8));
    }

    @Override
    public void write(RawStreamEvent event, EventWriter out) {
        out.target().put(event.data().getBytes(UTF_8));
    }
}
