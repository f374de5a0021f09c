/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.model.market.AggTrade;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the components of a record are called on the wire: the same as in the record, but for those the exchange abbreviates. */
final class WireNames {

    /** In the order of the components. */
    private static final Map<Class<?>, List<String>> ABBREVIATED =
            Map.of(AggTrade.class, List.of("a", "p", "q", "f", "l", "T", "m", "M"));

    private WireNames() {}

    static String[] of(Class<?> type, RecordComponent[] components) {
        List<String> abbreviated = ABBREVIATED.getOrDefault(type, UserDataNames.EVENTS.get(type));
        return abbreviated == null
                ? Stream.of(components).map(RecordComponent::getName).toArray(String[]::new)
                : abbreviated.toArray(String[]::new);
    }
}
