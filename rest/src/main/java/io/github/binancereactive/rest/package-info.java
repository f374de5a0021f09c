/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The REST wire: the exchange's calls over HTTP. */
@NullMarked
package io.github.binancereactive.rest;

import org.jspecify.annotations.NullMarked;
