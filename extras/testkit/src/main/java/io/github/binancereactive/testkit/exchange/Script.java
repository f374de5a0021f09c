/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a test has written, for a method that isn't simulated or should answer otherwise.
 *
 * @param result the result as JSON; throws {@link ExchangeError} to refuse
 * @param weight what the request costs
 * @param parameters every parameter that the method knows; null to accept any
 */
public record Script(
        Supplier<String> result, int weight, @Nullable List<String> parameters) {}
