/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.function.Supplier;

/**
 * What is compared.
 *
 * @param name what the table says
 * @param aim the share of the floor's throughput that is aimed at; 0 for none
 * @param ours opens our side
 * @param floor opens the floor
 */
record Scenario(String name, double aim, Supplier<Side> ours, Supplier<Side> floor) {}
