/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What a client can be asked for, whatever the wire: interfaces whose methods build a call and hand it to one abstract
 * {@code exchange}.
 */
@NullMarked
package io.github.binancereactive.core.api;

import org.jspecify.annotations.NullMarked;
