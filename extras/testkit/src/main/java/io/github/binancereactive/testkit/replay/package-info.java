/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Recorded streams, to be played again: what is in the files, and the books that follow from it. Whoever plays it is the
 * simulator.
 *
 * @serial exclude
 */
@NullMarked
package io.github.binancereactive.testkit.replay;

import org.jspecify.annotations.NullMarked;
