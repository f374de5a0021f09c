/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.util.Objects;

/**
 * The Java type of an endpoint's answer: one record, a list of them, or nothing.
 *
 * @param <R> the type that a call yields
 */
@SuppressWarnings("UnusedTypeParameter") // It types the call; at run time the element class is all there is.
public final class ResultType<R> {

    private static final ResultType<Void> NOTHING = new ResultType<>(Void.class, Form.ONE);

    private enum Form {
        ONE,
        ONE_OR_IN_LIST,
        LIST,
        ONE_OR_LIST
    }

    private final Class<?> element;
    private final Form form;

    private ResultType(Class<?> element, Form form) {
        this.element = Objects.requireNonNull(element, "element");
        this.form = form;
    }

    /**
     * An answer which is one object.
     *
     * @param type its record
     * @param <R> its type
     * @return the result type
     */
    public static <R> ResultType<R> of(Class<R> type) {
        return new ResultType<>(type, Form.ONE);
    }

    /**
     * An answer which is one object, or an array of this one object: smart order routing answers so, one way a wire.
     *
     * @param type its record
     * @param <R> its type
     * @return the result type
     */
    public static <R> ResultType<R> oneOrInListOf(Class<R> type) {
        return new ResultType<>(type, Form.ONE_OR_IN_LIST);
    }

    /**
     * An answer which is an array.
     *
     * @param element the record of one element
     * @param <E> the type of one element
     * @return the result type
     */
    public static <E> ResultType<java.util.List<E>> listOf(Class<E> element) {
        return new ResultType<>(element, Form.LIST);
    }

    /**
     * An answer which is an array, or a single object in place of an array of one: what endpoints answer that take one symbol
     * or several.
     *
     * @param element the record of one element
     * @param <E> the type of one element
     * @return the result type
     */
    public static <E> ResultType<java.util.List<E>> oneOrListOf(Class<E> element) {
        return new ResultType<>(element, Form.ONE_OR_LIST);
    }

    /**
     * An answer without content: a call completes without a value.
     *
     * @return the result type
     */
    public static ResultType<Void> nothing() {
        return NOTHING;
    }

    /**
     * The record of the answer, or of one element of a list.
     *
     * @return never a primitive
     */
    public Class<?> element() {
        return element;
    }

    /**
     * Whether the answer is an array of {@link #element()}.
     *
     * @return true for an array
     */
    public boolean isList() {
        return form == Form.LIST || form == Form.ONE_OR_LIST;
    }

    /**
     * Whether an array of one may stand in place of the object.
     *
     * @return true for {@link #oneOrInListOf}
     */
    public boolean mayBeInList() {
        return form == Form.ONE_OR_IN_LIST;
    }

    /**
     * Whether a single object may stand in place of an array of one.
     *
     * @return true for {@link #oneOrListOf}
     */
    public boolean mayBeOne() {
        return form == Form.ONE_OR_LIST;
    }

    /**
     * Whether a call completes without a value.
     *
     * @return true for {@link #nothing()}
     */
    public boolean isNothing() {
        return this == NOTHING;
    }

    @Override
    public String toString() {
        return isList() ? "List<" + element.getSimpleName() + ">" : element.getSimpleName();
    }
}
