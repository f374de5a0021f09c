/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/** Proves of an options record that each {@code with} method changes the component of its name and no other. */
public final class OptionsCopies {

    private OptionsCopies() {}

    /**
     * Changes each component in turn.
     *
     * @param original options all of whose components differ from those in {@code others}
     * @param others another value for each component, by name
     */
    public static void assertEachChangesOneComponent(Record original, Map<String, Object> others) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        assertThat(others.keySet())
                .as("another value for each component")
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(components).map(RecordComponent::getName).toList());
        for (RecordComponent changed : components) {
            Object other = others.get(changed.getName());
            assertThat(other).as(changed.getName()).isNotEqualTo(value(changed, original));
            Object copy = copyWith(original, changed, other);
            for (RecordComponent each : components) {
                Object expected = each == changed ? other : value(each, original);
                assertThat(value(each, copy))
                        .as("%s of a copy with another %s", each.getName(), changed.getName())
                        .isEqualTo(expected);
            }
        }
        assertThat(Arrays.stream(original.getClass().getMethods())
                        .map(Method::getName)
                        .filter(OptionsCopies::copies))
                .as("one method for each component")
                .hasSize(components.length);
    }

    private static boolean copies(String method) {
        return method.startsWith("with");
    }

    private static Object copyWith(Record original, RecordComponent component, Object other) {
        String name = component.getName();
        String method = "with" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        try {
            return invoke(original.getClass().getMethod(method, component.getType()), original, other);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("no " + method, e);
        }
    }

    private static Object value(RecordComponent component, Object owner) {
        return invoke(component.getAccessor(), owner);
    }

    private static Object invoke(Method method, Object owner, Object... arguments) {
        try {
            return method.invoke(owner, arguments);
        } catch (IllegalAccessException e) {
            throw new AssertionError(method + " is not accessible", e);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method + " has thrown", e.getCause());
        }
    }
}
