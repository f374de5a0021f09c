/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.List;

/**
 * Test connectivity.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-endpoints">Test
 *     connectivity</a>
 */
final class PingMethod implements ExchangeMethod {

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public int weight(Parameters parameters) {
        return 1;
    }

    @Override
    public byte[] result(Request request) {
        return new byte[] {'{', '}'};
    }
}
