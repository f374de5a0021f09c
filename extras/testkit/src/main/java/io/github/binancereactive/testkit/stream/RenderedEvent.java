/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.TimestampUnit;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** An event that keeps what it has written. */
final class RenderedEvent implements StreamEvent {

    private final Function<TimestampUnit, String> text;
    private final Map<TimestampUnit, byte[]> written = new EnumMap<>(TimestampUnit.class);

    RenderedEvent(Function<TimestampUnit, String> text) {
        this.text = text;
    }

    @Override
    public byte[] json(TimestampUnit unit) {
        return written.computeIfAbsent(unit, in -> text.apply(in).getBytes(StandardCharsets.UTF_8));
    }
}
