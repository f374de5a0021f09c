/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record as the codec sees it: named components in order, a way to make one and to take it apart. */
final class RecordShape {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Class<?> type;
    private final RecordComponent[] components;
    private final String[] names;
    private final Map<String, Integer> positions = new HashMap<>();
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;

    RecordShape(Class<?> type) {
        this.type = type;
        this.components = type.getRecordComponents();
        this.names = WireNames.of(type, components);
        for (int i = 0; i < names.length; i++) {
            positions.put(names[i], i);
        }
        List<String> others = UserDataNames.withinEvents(type);
        if (others != null) {
            others.forEach(name -> positions.put(name, others.indexOf(name)));
        }
        try {
            this.constructor = constructor();
            this.accessors = accessors();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("the codec can't use " + type.getName(), e);
        }
    }

    Class<?> type() {
        return type;
    }

    int size() {
        return names.length;
    }

    String name(int position) {
        return names[position];
    }

    Type genericType(int position) {
        return components[position].getGenericType();
    }

    boolean isNullable(int position) {
        return components[position].getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** What stands for a component that the wire leaves out; null when nothing can. */
    @Nullable Object absent(int position) {
        Class<?> kind = components[position].getType();
        if (isNullable(position)) {
            return null;
        }
        if (kind == boolean.class) {
            return false;
        }
        if (kind == int.class) {
            return 0;
        }
        if (kind == long.class) {
            return 0L;
        }
        if (kind.isEnum()) {
            return unknownOf(kind);
        }
        return kind == List.class ? List.of() : null;
    }

    private static @Nullable Object unknownOf(Class<?> kind) {
        return Stream.of(kind.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(Constants.UNKNOWN))
                .findFirst()
                .orElse(null);
    }

    /**
     * Where a component stands.
     *
     * @param guess its likely position: answers have their fields in the same order every time
     * @return -1 when there is none of this name
     */
    int position(String name, int guess) {
        if (guess < names.length && names[guess].equals(name)) {
            return guess;
        }
        Integer position = positions.get(name);
        return position == null ? -1 : position;
    }

    Object create(@Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (IllegalArgumentException | NullPointerException | ArithmeticException e) {
            throw new DecodingException("a " + type.getSimpleName() + " can't have these values", null);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    @Nullable Object get(Object instance, int position) {
        try {
            return (Object) accessors[position].invokeExact(instance);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private MethodHandle constructor() throws ReflectiveOperationException {
        Class<?>[] kinds = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> canonical = type.getDeclaredConstructor(kinds);
        canonical.setAccessible(true); // an application's own record may be nested in a class that isn't public
        return LOOKUP.unreflectConstructor(canonical)
                .asSpreader(Object[].class, names.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    private MethodHandle[] accessors() throws ReflectiveOperationException {
        MethodHandle[] handles = new MethodHandle[names.length];
        for (int i = 0; i < handles.length; i++) {
            Method accessor = components[i].getAccessor();
            accessor.setAccessible(true);
            handles[i] = LOOKUP.unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
        }
        return handles;
    }
}
