/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.util.Collection;

/**
 * How much request weight a call costs before the exchange has answered. What the answer reports wins over this.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/limits">Limits</a>
 */
@FunctionalInterface
public interface WeightRule {

    /**
     * The weight of one call.
     *
     * @param call a call of the endpoint that this rule belongs to
     * @return its weight, never negative
     */
    int weightOf(Call<?> call);

    /**
     * The same weight whatever the parameters.
     *
     * @param weight that weight
     * @return the rule
     */
    static WeightRule fixed(int weight) {
        return call -> weight;
    }

    /**
     * A weight for each requested symbol, up to a cap which is also the price of asking for all of them.
     *
     * @param each weight of one symbol
     * @param cap the most that a call costs, and what it costs without {@code symbol} and {@code symbols}
     * @return the rule
     */
    static WeightRule perSymbol(int each, int cap) {
        return call -> {
            if (call.parameters().containsKey("symbol")) {
                return each;
            }
            Object symbols = call.parameters().get("symbols");
            return symbols instanceof Collection<?> names ? Math.min(cap, each * names.size()) : cap;
        };
    }
}
