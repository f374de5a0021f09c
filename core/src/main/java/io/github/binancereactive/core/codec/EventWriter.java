/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static io.github.binancereactive.core.codec.JsonWriter.ascii;

import io.github.binancereactive.core.endpoint.WireTime;
import io.github.binancereactive.core.model.market.PriceLevel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of events as the exchange does: decimal numbers as texts, times as numbers.
 *
 * @param target where it appends them
 * @param micros whether times are told in microseconds; else only those are that have a part of a millisecond
 */
record EventWriter(FrameBuffer target, boolean micros) {

    private static final byte[] NULL = ascii("null");

    /** Appends what comes before a field's value. */
    void field(int separator, byte[] name) {
        target.put(separator);
        target.put('"');
        target.put(name);
        target.put('"');
        target.put(':');
    }

    void end() {
        target.put('}');
    }

    void write(@Nullable Object value) {
        if (value instanceof Instant time) {
            JsonWriter.number(micros ? WireTime.microsOf(time) : WireTime.of(time), target);
        } else if (value instanceof List<?> elements) {
            writeAll(elements);
        } else if (value instanceof PriceLevel level) {
            writeAll(List.of(level.price(), level.quantity()));
        } else if (value == null) {
            target.put(NULL);
        } else {
            JsonWriter.value(value, target);
        }
    }

    private void writeAll(List<?> elements) {
        target.put('[');
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                target.put(',');
            }
            write(elements.get(i));
        }
        target.put(']');
    }
}
