/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One parameter of an endpoint: its name on the wire and the values it takes.
 *
 * @param name name on the wire, the same on both wires
 * @param type the kind of value
 * @param mandatory whether a call without it is refused
 * @param allowed the only values it takes, as they stand on the wire; empty when any will do
 * @param constraints what else its value must be like
 */
public record Parameter(String name, Type type, boolean mandatory, Set<String> allowed, List<Constraint> constraints) {

    /** The kinds of value, as the documentation names them. */
    public enum Type {
        /** Text. */
        STRING,
        /** Several texts: {@code ["A","B"]}. */
        STRING_LIST,
        /** A whole number. */
        LONG,
        /** A decimal number, exact. */
        DECIMAL,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** One of a few words. */
        ENUM
    }

    /** Copies the allowed values. */
    public Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        allowed = Set.copyOf(allowed);
        constraints = List.copyOf(constraints);
    }

    /**
     * An optional text.
     *
     * @param name name on the wire
     * @return the parameter
     */
    public static Parameter string(String name) {
        return new Parameter(name, Type.STRING, false, Set.of(), List.of());
    }

    /**
     * An optional list of texts.
     *
     * @param name name on the wire
     * @return the parameter
     */
    public static Parameter strings(String name) {
        return new Parameter(name, Type.STRING_LIST, false, Set.of(), List.of());
    }

    /**
     * An optional truth value.
     *
     * @param name name on the wire
     * @return the parameter
     */
    public static Parameter bool(String name) {
        return new Parameter(name, Type.BOOLEAN, false, Set.of(), List.of());
    }

    /**
     * An optional whole number.
     *
     * @param name name on the wire
     * @return the parameter
     */
    public static Parameter number(String name) {
        return new Parameter(name, Type.LONG, false, Set.of(), List.of());
    }

    /**
     * An optional decimal number.
     *
     * @param name name on the wire
     * @return the parameter
     */
    public static Parameter decimal(String name) {
        return new Parameter(name, Type.DECIMAL, false, Set.of(), List.of());
    }

    /**
     * An optional word out of a few.
     *
     * @param name name on the wire
     * @param allowed those words; none means any
     * @return the parameter
     */
    public static Parameter oneOf(String name, String... allowed) {
        return new Parameter(name, Type.ENUM, false, Set.of(allowed), List.of());
    }

    /**
     * This parameter, but mandatory.
     *
     * @return a new parameter
     */
    public Parameter required() {
        return new Parameter(name, type, true, allowed, constraints);
    }

    /**
     * This parameter, within bounds.
     *
     * @param least least number, itself allowed
     * @param most greatest number, itself allowed
     * @return a new parameter
     */
    public Parameter between(long least, long most) {
        return where(new Constraint.Between(BigDecimal.valueOf(least), BigDecimal.valueOf(most)));
    }

    /**
     * This parameter, more than zero.
     *
     * @return a new parameter
     */
    public Parameter positive() {
        return where(new Constraint.Positive());
    }

    /**
     * This parameter, of a form.
     *
     * @param form a regular expression for all of it
     * @return a new parameter
     */
    public Parameter matching(String form) {
        return where(new Constraint.Matching(Pattern.compile(form)));
    }

    /**
     * This parameter, of a form.
     *
     * @param form a regular expression for all of it
     * @param rule the same in words, to be put behind the name of the parameter
     * @return a new parameter
     */
    public Parameter matching(String form, String rule) {
        return where(new Constraint.Matching(Pattern.compile(form), rule));
    }

    /**
     * This parameter, zero or more.
     *
     * @return a new parameter
     */
    public Parameter notNegative() {
        return where(new Constraint.NotNegative());
    }

    /**
     * This list, not too long.
     *
     * @param most how many elements it may have
     * @return a new parameter
     */
    public Parameter atMost(int most) {
        return where(new Constraint.AtMost(most));
    }

    /**
     * This parameter with one more constraint.
     *
     * @param constraint what its value must be like
     * @return a new parameter
     */
    public Parameter where(Constraint constraint) {
        List<Constraint> all = new ArrayList<>(constraints);
        all.add(constraint);
        return new Parameter(name, type, mandatory, allowed, all);
    }

    /**
     * Checks a value and brings it into the form in which calls hold it: texts and words as {@code String}, lists as
     * unmodifiable {@code List<String>}, whole numbers as {@code Long}, decimals as {@code BigDecimal}. A time becomes a whole
     * number: of milliseconds since 1970 when it has no finer part, else of microseconds, both of which the exchange takes.
     *
     * @param value the caller's value
     * @return the value to hold
     * @throws IllegalArgumentException naming this parameter and the rule that the value breaks
     */
    Object normalise(Object value) {
        Object normal = typed(value);
        for (Constraint constraint : constraints) {
            if (!constraint.admits(normal)) {
                throw broken(constraint.rule());
            }
        }
        return normal;
    }

    private Object typed(Object value) {
        return switch (type) {
            case STRING -> text(value);
            case ENUM -> word(value);
            case STRING_LIST -> texts(value);
            case BOOLEAN -> expect(value, Boolean.class);
            case LONG -> whole(value);
            case DECIMAL -> expect(value, BigDecimal.class);
        };
    }

    private String text(Object value) {
        String text = expect(value, String.class);
        if (text.isEmpty()) {
            throw broken("must not be empty");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) { // else it would silently become another text
            throw broken("must not have half of a surrogate pair");
        }
        return text;
    }

    private String word(Object value) {
        String word = value instanceof Enum<?> constant ? constant.name() : text(value);
        if (!allowed.isEmpty() && !allowed.contains(word)) {
            throw broken("must be one of " + allowed.stream().sorted().toList() + ", not '" + word + "'");
        }
        return word;
    }

    private List<String> texts(Object value) {
        if (!(value instanceof Collection<?> elements)) {
            throw broken(
                    "must be a collection of texts, not a " + value.getClass().getSimpleName());
        }
        if (elements.isEmpty()) {
            throw broken("must not be an empty list");
        }
        List<String> texts = elements.stream().map(this::text).toList();
        if (new HashSet<>(texts).size() < texts.size()) {
            throw broken("must not name the same value twice");
        }
        return texts;
    }

    private Long whole(Object value) {
        if (!(value instanceof Instant time)) {
            return value instanceof Integer small ? (Long) small.longValue() : expect(value, Long.class);
        }
        if (!WireTime.fits(time)) {
            throw broken("must be a time from 1970 to 5138");
        }
        return WireTime.of(time);
    }

    private <T> T expect(Object value, Class<T> kind) {
        if (!kind.isInstance(value)) {
            throw broken("must be a " + kind.getSimpleName() + ", not a "
                    + value.getClass().getSimpleName());
        }
        return kind.cast(value);
    }

    private IllegalArgumentException broken(String rule) {
        return new IllegalArgumentException("'" + name + "' " + rule);
    }
}
