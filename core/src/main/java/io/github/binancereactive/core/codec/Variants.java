/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.model.general.ExecutionRule;
import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.market.ReferencePriceCalculation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A sealed family of records that a field of the wire tells apart. The value of that field follows from a record's name:
 * {@code LotSize} is {@code LOT_SIZE}. One record of the family takes what is unknown: it has the field's value and all other
 * fields.
 *
 * @param family the sealed interface
 * @param tag the field that tells them apart
 * @param byTag the known records
 * @param unknown the record for all others
 * @param tagOf the value of the field
 */
record Variants(
        Class<?> family, String tag, Map<String, Class<?>> byTag, Class<?> unknown, Function<Object, String> tagOf) {

    private static final List<Variants> ALL = List.of(
            of(Filter.class, "filterType", Filter.UnknownFilter.class, Filter::filterType),
            of(ExecutionRule.class, "ruleType", ExecutionRule.UnknownRule.class, ExecutionRule::ruleType),
            of(
                    ReferencePriceCalculation.class,
                    "calculationType",
                    ReferencePriceCalculation.UnknownCalculation.class,
                    ReferencePriceCalculation::calculationType));

    /** The family which this interface is; null when it is none. */
    static @Nullable Variants ofFamily(Class<?> type) {
        return ALL.stream()
                .filter(variants -> variants.family == type)
                .findFirst()
                .orElse(null);
    }

    /** The family that this record belongs to; null when it belongs to none. */
    static @Nullable Variants ofMember(Class<?> type) {
        return ALL.stream()
                .filter(variants -> variants.family.isAssignableFrom(type))
                .findFirst()
                .orElse(null);
    }

    private static <T> Variants of(Class<T> family, String tag, Class<? extends T> unknown, Function<T, String> tagOf) {
        Map<String, Class<?>> byTag = new HashMap<>();
        for (Class<?> variant : family.getPermittedSubclasses()) {
            if (variant != unknown) {
                byTag.put(wireName(variant.getSimpleName()), variant);
            }
        }
        return new Variants(family, tag, Map.copyOf(byTag), unknown, member -> tagOf.apply(family.cast(member)));
    }

    private static String wireName(String simpleName) {
        return simpleName.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
