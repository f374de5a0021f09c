/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The guards that are on in every test: blocking calls, leaked buffers and dropped signals make a test fail. */
@NullMarked
package io.github.binancereactive.testsupport;

import org.jspecify.annotations.NullMarked;
