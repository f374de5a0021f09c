/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What the exchange tells an account about itself without being asked: the events of the user data stream. */
@NullMarked
package io.github.binancereactive.core.model.user;

import org.jspecify.annotations.NullMarked;
