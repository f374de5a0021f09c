/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Local order books that keep themselves right: {@code core.book}, driven by the depth stream and by snapshots of the request
 * API.
 */
@NullMarked
package io.github.binancereactive.ws.book;

import org.jspecify.annotations.NullMarked;
