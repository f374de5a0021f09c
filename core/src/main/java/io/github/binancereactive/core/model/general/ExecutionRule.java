/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule that the exchange enforces while an order executes. */
public sealed interface ExecutionRule {

    /**
     * The name of the rule on the wire.
     *
     * @return such as {@code PRICE_RANGE}
     */
    String ruleType();

    /**
     * {@code PRICE_RANGE}: how far from the reference price a trade may be. A multiplier that is not set limits nothing.
     *
     * @param bidLimitMultUp highest price of a buy, as a multiple of the reference price
     * @param bidLimitMultDown lowest price of a buy
     * @param askLimitMultUp highest price of a sale
     * @param askLimitMultDown lowest price of a sale
     */
    record PriceRange(
            @Nullable BigDecimal bidLimitMultUp,
            @Nullable BigDecimal bidLimitMultDown,
            @Nullable BigDecimal askLimitMultUp,
            @Nullable BigDecimal askLimitMultDown)
            implements ExecutionRule {

        @Override
        public String ruleType() {
            return "PRICE_RANGE";
        }
    }

    /**
     * A rule that this version of the connector doesn't know.
     *
     * @param ruleType its name on the wire
     * @param fields what else it says, in the order of the wire: texts, numbers, booleans, nulls, and lists and maps of these
     */
    record UnknownRule(String ruleType, Map<String, @Nullable Object> fields) implements ExecutionRule {

        /** Copies the fields. */
        public UnknownRule {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields)); // keeps nulls and the order
        }
    }
}
