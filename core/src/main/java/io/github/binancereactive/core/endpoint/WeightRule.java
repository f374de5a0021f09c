/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.util.Collection;
import java.util.List;

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
            int symbols = symbols(call);
            return symbols == 0 ? cap : Math.min(cap, each * symbols);
        };
    }

    /**
     * A weight that grows in steps with the number of requested symbols.
     *
     * @param otherwise weight of more symbols than the last step has, and of all
     * @param steps the steps, the least first
     * @return the rule
     */
    static WeightRule bySymbols(int otherwise, Step... steps) {
        List<Step> all = List.of(steps);
        return call -> {
            int symbols = symbols(call);
            return symbols == 0 ? otherwise : Step.weight(all, symbols, otherwise);
        };
    }

    /**
     * A weight that grows in steps with {@code limit}.
     *
     * @param absent the limit that the exchange takes when there is none
     * @param steps the steps, the least first; the last one is for all that is more, too
     * @return the rule
     */
    static WeightRule byLimit(long absent, Step... steps) {
        List<Step> all = List.of(steps);
        int most = all.get(all.size() - 1).weight();
        return call -> {
            long limit = call.parameters().get("limit") instanceof Long given ? given : absent;
            return Step.weight(all, limit, most);
        };
    }

    /**
     * One step of a weight.
     *
     * @param most up to which number it goes, itself included
     * @param weight the weight there
     */
    record Step(long most, int weight) {

        /**
         * A step.
         *
         * @param most up to which number it goes, itself included
         * @param weight the weight there
         * @return the step
         */
        static Step upTo(long most, int weight) {
            return new Step(most, weight);
        }

        private static int weight(List<Step> steps, long number, int beyond) {
            for (Step step : steps) {
                if (number <= step.most) {
                    return step.weight;
                }
            }
            return beyond;
        }
    }

    /** How many symbols a call names; 0 when it names none. */
    private static int symbols(Call<?> call) {
        Object symbols = call.parameters().get("symbols");
        return symbols instanceof Collection<?> names
                ? names.size()
                : call.parameters().containsKey("symbol") ? 1 : 0;
    }

    /**
     * A weight that depends on whether one parameter is there.
     *
     * @param parameter that parameter
     * @param given weight of a call that has it
     * @param missing weight of a call that doesn't
     * @return the rule
     */
    static WeightRule with(String parameter, int given, int missing) {
        return call -> call.parameters().containsKey(parameter) ? given : missing;
    }
}
