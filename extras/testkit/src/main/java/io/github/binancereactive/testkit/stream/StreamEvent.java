/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.TimestampUnit;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * The payload of one event of a stream, before a connection's form wraps it.
 */
@FunctionalInterface
public interface StreamEvent {

    /**
     * The payload.
     *
     * @param unit the unit of its times
     * @return UTF-8 JSON, not to be changed
     */
    byte[] json(TimestampUnit unit);

    /**
     * An event that is written when somebody wants it, and once for each unit.
     *
     * @param json writes it
     * @return an event for the event loop
     */
    static StreamEvent rendered(Function<TimestampUnit, String> json) {
        return new RenderedEvent(json);
    }

    /**
     * An event that is the same in every unit, such as one that was recorded.
     *
     * @param json the payload
     * @return an event
     */
    static StreamEvent fixed(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return unit -> bytes;
    }
}
