/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of the exchange by the names that they have on the two wires. */
final class MethodTable {

    private final Map<String, ExchangeMethod> methods = new HashMap<>();

    /** Adds a method that REST names by verb and path and the WebSocket API by a word. */
    MethodTable add(String rest, String webSocket, ExchangeMethod method) {
        methods.put(rest, method);
        methods.put(webSocket, method);
        return this;
    }

    /** Adds a method of one wire only, or one that answers differently on each. */
    MethodTable add(String name, ExchangeMethod method) {
        methods.put(name, method);
        return this;
    }

    @Nullable ExchangeMethod find(String name) {
        return methods.get(name);
    }
}
