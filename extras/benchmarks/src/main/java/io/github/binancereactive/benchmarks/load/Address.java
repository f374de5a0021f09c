/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.github.binancereactive.core.BinanceEnvironment;
import java.net.URI;

/**
 * A server on loopback.
 *
 * @param port where it listens
 */
record Address(int port) {

    URI http(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    URI webSocketApi() {
        return URI.create("ws://127.0.0.1:" + port + "/ws-api/v3");
    }

    URI streams() {
        return URI.create("ws://127.0.0.1:" + port);
    }

    BinanceEnvironment environment() {
        return BinanceEnvironment.custom("load")
                .withRestHosts(http(""))
                .withWebSocketApiUris(webSocketApi())
                .withStreamUris(streams());
    }
}
