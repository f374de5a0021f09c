/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What a caller asks for: immutable queries and orders, hard to get wrong, each of which becomes a {@code Call}.
 */
@NullMarked
package io.github.binancereactive.core.request;

import org.jspecify.annotations.NullMarked;
