/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The price that rules and filters take for the true one.
 *
 * @param symbol name of the symbol
 * @param referencePrice that price; null when none is set at present
 * @param timestamp when that was so
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/price_range_execution_rules">Price range
 *     execution rule</a>
 */
public record ReferencePrice(String symbol, @Nullable BigDecimal referencePrice, Instant timestamp) {}
