/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

/** Which of the exchange's request interfaces a request came by. */
public enum Wire {
    /** HTTP. */
    REST,
    /** The WebSocket API. */
    WEBSOCKET,
    /** The control channel of the market data streams. */
    STREAM
}
