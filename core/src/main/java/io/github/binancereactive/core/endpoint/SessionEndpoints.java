/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.util.List;

/** What only the WebSocket API has: log-on, and subscriptions to user data. */
public final class SessionEndpoints {

    static final List<Endpoint<?>> ALL = List.of();

    private SessionEndpoints() {}
}
