/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import org.jspecify.annotations.Nullable;

/**
 * Makes a record of what the wire said of it: a list, primitive or enum that is missing takes its empty value, and only what is
 * marked nullable may be left out.
 */
final class RecordReading {

    private final RecordShape shape;
    private final boolean[] nullable;
    private final @Nullable Object[] absent;

    RecordReading(RecordShape shape) {
        this.shape = shape;
        this.nullable = new boolean[shape.size()];
        this.absent = new Object[shape.size()];
        for (int i = 0; i < shape.size(); i++) {
            nullable[i] = shape.isNullable(i);
            absent[i] = shape.absent(i);
        }
    }

    RecordShape shape() {
        return shape;
    }

    boolean isNullable(int position) {
        return nullable[position];
    }

    Object create(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !nullable[i]) {
                values[i] = absent[i];
                if (values[i] == null) {
                    throw new DecodingException("'" + shape.name(i) + "' is missing", null);
                }
            }
        }
        return shape.create(values);
    }
}
