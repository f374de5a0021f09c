/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.documentation;

import io.github.binancereactive.core.stream.StreamFamily;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out by which components the events of a family are ordered: an event that is later in one of them only comes later, if
 * it is one of those.
 */
final class EventOrder<T> {

    private final StreamFamily<T> family;

    EventOrder(StreamFamily<T> family) {
        this.family = family;
    }

    /** In the order of the record. */
    List<String> components() {
        List<String> found = new ArrayList<>();
        find(family.event(), "", found);
        return found;
    }

    private void find(Class<?> type, String path, List<String> found) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = path + component.getName();
            if (component.getType().isRecord()) {
                find(component.getType(), name + ".", found);
            } else if (family.order().compare(event(""), event(name)) < 0) {
                found.add(name);
            }
        }
    }

    /** With everything at its least, but for one component. */
    private T event(String later) {
        return family.event().cast(value(family.event(), "", later));
    }

    private static Object value(Class<?> type, String path, String later) {
        if (type.isRecord()) {
            RecordComponent[] components = type.getRecordComponents();
            Object[] values = Arrays.stream(components)
                    .map(component -> value(
                            component.getType(),
                            path.isEmpty() ? component.getName() : path + "." + component.getName(),
                            later))
                    .toArray();
            return construct(type, components, values);
        }
        return scalar(type, path.equals(later));
    }

    private static Object construct(Class<?> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.toString(), e);
        }
    }

    private static Object scalar(Class<?> type, boolean later) {
        if (type == long.class || type == Long.class) {
            return later ? 1L : 0L;
        } else if (type == Instant.class) {
            return later ? Instant.EPOCH.plusMillis(1) : Instant.EPOCH;
        } else if (type == boolean.class) {
            return later;
        } else if (type == BigDecimal.class) {
            return later ? BigDecimal.ONE : BigDecimal.ZERO;
        } else if (type == List.class) {
            return List.of();
        }
        return later ? "b" : "a";
    }
}
