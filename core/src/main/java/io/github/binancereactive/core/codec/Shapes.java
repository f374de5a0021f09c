/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.model.trade.CancelAnswer;
import io.github.binancereactive.core.model.trade.CancelOutcome;
import io.github.binancereactive.core.model.trade.CanceledOrder;
import io.github.binancereactive.core.model.trade.CanceledOrderList;
import io.github.binancereactive.core.model.trade.OrderAck;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.OrderFull;
import io.github.binancereactive.core.model.trade.OrderResult;
import io.github.binancereactive.core.model.trade.PlacementOutcome;
import io.github.binancereactive.core.model.trade.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sealed family of records that are told apart by which fields are there, because no field says it.
 *
 * @param family the sealed interface
 * @param variants its records, the first one that fits is taken
 */
record Shapes(Class<?> family, List<Variant> variants) {

    private static final Variant REFUSAL = new Variant(Refusal.class, "code");
    private static final List<Variant> CANCELED =
            List.of(new Variant(CanceledOrderList.class, "orders"), new Variant(CanceledOrder.class, null));
    private static final List<Variant> PLACED = List.of(
            new Variant(OrderFull.class, "fills"),
            new Variant(OrderResult.class, "status"),
            new Variant(OrderAck.class, null));

    private static final List<Shapes> ALL = List.of(
            new Shapes(OrderAnswer.class, PLACED),
            new Shapes(CancelAnswer.class, CANCELED),
            new Shapes(PlacementOutcome.class, or(REFUSAL, PLACED)),
            new Shapes(CancelOutcome.class, or(REFUSAL, CANCELED)));

    private static List<Variant> or(Variant first, List<Variant> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

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
