/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The catalogue of what the exchange offers: one {@code Endpoint} a request, which every other part reads, and the
 * {@code Call} that an endpoint becomes once it has parameters.
 */
@NullMarked
package io.github.binancereactive.core.endpoint;

import org.jspecify.annotations.NullMarked;
