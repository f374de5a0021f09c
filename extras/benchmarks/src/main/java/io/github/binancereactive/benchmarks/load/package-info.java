/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Whole requests on loopback, client and server in JVMs of their own: ours beside the floor, which is Reactor Netty alone
 * with the same bytes on the wire and nothing decoded.
 */
@NullMarked
package io.github.binancereactive.benchmarks.load;

import org.jspecify.annotations.NullMarked;
