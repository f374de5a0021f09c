/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What a connection of the WebSocket API is: who is logged on to it, and which subscriptions to user data it has.
 */
@NullMarked
package io.github.binancereactive.core.model.session;

import org.jspecify.annotations.NullMarked;
