/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** One program that shows the connector at work, and its session carrying on while its connections are taken from it. */
@NullMarked
package io.github.binancereactive.examples.demo;

import org.jspecify.annotations.NullMarked;
