/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the exchange arrives at the reference price of a symbol.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/price_range_execution_rules">Price range
 *     execution rule</a>
 */
public sealed interface ReferencePriceCalculation {

    /**
     * The name of this way on the wire.
     *
     * @return such as {@code ARITHMETIC_MEAN}
     */
    String calculationType();

    /**
     * The symbol whose reference price it is.
     *
     * @return its name
     */
    String symbol();

    /**
     * {@code ARITHMETIC_MEAN}: the matching engine takes the mean of the last buckets of time.
     *
     * @param symbol name of the symbol
     * @param bucketCount how many buckets
     * @param bucketWidthMs how long a bucket is, in milliseconds
     */
    record ArithmeticMean(String symbol, long bucketCount, long bucketWidthMs) implements ReferencePriceCalculation {

        @Override
        public String calculationType() {
            return "ARITHMETIC_MEAN";
        }
    }

    /**
     * {@code EXTERNAL}: something outside of the matching engine calculates it.
     *
     * @param symbol name of the symbol
     * @param externalCalculationId the exchange's number for that way; its documentation has a list of them
     */
    record External(String symbol, long externalCalculationId) implements ReferencePriceCalculation {

        @Override
        public String calculationType() {
            return "EXTERNAL";
        }
    }

    /**
     * A way that this version of the connector doesn't know.
     *
     * @param calculationType its name on the wire
     * @param fields what else it says, in the order of the wire: texts, numbers, booleans, nulls, and lists and maps of these
     */
    record UnknownCalculation(String calculationType, Map<String, @Nullable Object> fields)
            implements ReferencePriceCalculation {

        /** Copies the fields. */
        public UnknownCalculation {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields)); // keeps nulls and the order
        }

        /** Empty when it says no symbol. */
        @Override
        public String symbol() {
            return fields.get("symbol") instanceof String name ? name : "";
        }
    }
}
