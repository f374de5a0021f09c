/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.Json;
import io.github.binancereactive.testkit.exchange.TimestampUnit;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** One event of one stream as frames: each form is written once, however many connections want it. */
final class StreamFrames {

    private final String stream;
    private final StreamEvent event;
    private final Map<TimestampUnit, byte[]> combined = new EnumMap<>(TimestampUnit.class);

    StreamFrames(String stream, StreamEvent event) {
        this.stream = stream;
        this.event = event;
    }

    byte[] frame(TimestampUnit unit, boolean isCombined) {
        return isCombined ? combined.computeIfAbsent(unit, this::wrapped) : event.json(unit);
    }

    private byte[] wrapped(TimestampUnit unit) {
        byte[] start = utf8("{\"stream\":" + Json.MAPPER.writeValueAsString(stream) + ",\"data\":");
        byte[] payload = event.json(unit);
        byte[] frame = new byte[start.length + payload.length + 1];
        System.arraycopy(start, 0, frame, 0, start.length);
        System.arraycopy(payload, 0, frame, start.length, payload.length);
        frame[frame.length - 1] = '}';
        return frame;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
