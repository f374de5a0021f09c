/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Keys and signatures: {@code Credentials} hold a key without ever showing it, a {@code Signer} signs with it, and {@code
 * CanonicalForm} says what exactly either wire wants signed.
 */
@NullMarked
package io.github.binancereactive.core.auth;

import org.jspecify.annotations.NullMarked;
