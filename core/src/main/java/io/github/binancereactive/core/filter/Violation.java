/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

/**
 * A rule that an order breaks.
 *
 * @param filterType the exchange's name of the filter, such as {@code LOT_SIZE}; for what no filter says, the field of the
 *     symbol that does, such as {@code orderTypes}
 * @param parameter the parameter at fault, such as {@code quantity}; for counts and positions the filter's own limit
 * @param rule what it breaks, in words, with the numbers
 */
public record Violation(String filterType, String parameter, String rule) {

    @Override
    public String toString() {
        return filterType + ": '" + parameter + "' " + rule;
    }
}
