/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What the general endpoints answer: the exchange's clock, its symbols, their filters and permissions, its rate limits and
 * its execution rules. Plain records; how they stand on a wire is the codec's business.
 */
@NullMarked
package io.github.binancereactive.core.model.general;

import org.jspecify.annotations.NullMarked;
