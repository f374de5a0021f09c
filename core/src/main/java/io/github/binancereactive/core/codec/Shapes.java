/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sealed family of records that are told apart by which fields are there, because no field says it.
 *
 * @param family the sealed interface
 * @param variants its records, the first one that fits is taken
 */
record Shapes(Class<?> family, List<Variant> variants) {

    private static final List<Shapes> ALL = List.of();

    /**
     * One of the family.
     *
     * @param type the record
     * @param marker the field that only this record and those before it have; null for the last, which always fits
     */
    record Variant(Class<?> type, @Nullable String marker) {}

    /** The family which this interface is; null when it is none. */
    static @Nullable Shapes ofFamily(Class<?> type) {
        for (Shapes shapes : ALL) {
            if (shapes.family == type) {
                return shapes;
            }
        }
        return null;
    }
}
