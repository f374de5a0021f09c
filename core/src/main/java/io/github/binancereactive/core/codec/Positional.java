/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.model.market.Kline;
import io.github.binancereactive.core.model.market.PriceLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that stands on the wire as an array of its components.
 *
 * @param type the record
 * @param unused what the exchange sends behind them and calls unused, as texts
 */
record Positional(Class<?> type, List<String> unused) {

    private static final List<Positional> ALL =
            List.of(new Positional(Kline.class, List.of("0")), new Positional(PriceLevel.class, List.of()));

    /** How this record stands on the wire; null when it is an object. */
    static @Nullable Positional of(Class<?> type) {
        for (Positional positional : ALL) {
            if (positional.type == type) {
                return positional;
            }
        }
        return null;
    }
}
