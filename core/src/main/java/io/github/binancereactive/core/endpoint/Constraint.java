/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What the value of one parameter must be like, beyond its type. */
public sealed interface Constraint {

    /**
     * Whether a value is as it must be.
     *
     * @param value in the form in which calls hold it
     * @return false when it breaks the rule
     */
    boolean admits(Object value);

    /**
     * The rule, to be put behind the name of the parameter.
     *
     * @return such as {@code must be from 1 to 1000}
     */
    String rule();

    /**
     * A number within bounds, both included.
     *
     * @param least least number
     * @param most greatest number
     */
    record Between(BigDecimal least, BigDecimal most) implements Constraint {

        @Override
        public boolean admits(Object value) {
            BigDecimal number = value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
            return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
        }

        @Override
        public String rule() {
            return "must be from " + least.toPlainString() + " to " + most.toPlainString();
        }
    }

    /** A number above zero. */
    record Positive() implements Constraint {

        @Override
        public boolean admits(Object value) {
            return value instanceof Long whole ? whole > 0 : ((BigDecimal) value).signum() > 0;
        }

        @Override
        public String rule() {
            return "must be more than zero";
        }
    }

    /** A number that is zero or above. */
    record NotNegative() implements Constraint {

        @Override
        public boolean admits(Object value) {
            return value instanceof Long whole ? whole >= 0 : ((BigDecimal) value).signum() >= 0;
        }

        @Override
        public String rule() {
            return "must not be negative";
        }
    }

    /**
     * A list that is not too long.
     *
     * @param most how many elements it may have
     */
    record AtMost(int most) implements Constraint {

        @Override
        public boolean admits(Object value) {
            return ((List<?>) value).size() <= most;
        }

        @Override
        public String rule() {
            return "must not name more than " + most;
        }
    }

    /**
     * A decimal number with so many decimal places at most.
     *
     * @param places most decimal places, trailing zeros not counted
     */
    record DecimalPlaces(int places) implements Constraint {

        @Override
        public boolean admits(Object value) {
            return ((BigDecimal) value).stripTrailingZeros().scale() <= places;
        }

        @Override
        public String rule() {
            return "must not have more than " + places + " decimal places";
        }
    }

    /**
     * A text of a form.
     *
     * @param form a regular expression for all of it
     * @param rule the same in words
     */
    record Matching(Pattern form, String rule) implements Constraint {

        /** Checks that there is one. */
        public Matching {
            Objects.requireNonNull(form, "form");
            Objects.requireNonNull(rule, "rule");
        }

        /**
         * A text of a form that speaks for itself.
         *
         * @param form a regular expression for all of it
         */
        public Matching(Pattern form) {
            this(form, "must match " + form);
        }

        @Override
        public boolean admits(Object value) {
            return form.matcher((String) value).matches();
        }
    }
}
