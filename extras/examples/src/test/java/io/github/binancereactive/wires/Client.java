/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import io.github.binancereactive.core.api.SpotApi;
import reactor.core.Disposable;

/**
 * A client of either wire.
 *
 * @param api what it can do
 * @param connection the same client, to be closed
 */
record Client(SpotApi api, Disposable connection) implements AutoCloseable {

    @Override
    public void close() {
        connection.dispose();
    }
}
