/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.api.SpotApi;

/**
 * One of two ways to the same exchange.
 *
 * @param name what the screen says
 * @param api the same type on both
 * @param placement what the exchange calls a new order that comes this way
 */
record Wire(String name, SpotApi api, String placement) {}
