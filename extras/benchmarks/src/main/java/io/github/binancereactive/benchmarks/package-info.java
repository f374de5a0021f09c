/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What the codecs cost, by JMH; {@link io.github.binancereactive.benchmarks.load} measures whole requests.
 *
 * <p>Beside ours stands what one would write with Jackson alone, where that tells something.
 */
@NullMarked
package io.github.binancereactive.benchmarks;

import org.jspecify.annotations.NullMarked;
