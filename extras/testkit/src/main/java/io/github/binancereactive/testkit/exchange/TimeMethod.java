/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Check server time.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-endpoints">Check server
 *     time</a>
 */
final class TimeMethod implements ExchangeMethod {

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
        return ("{\"serverTime\":" + request.unit().of(request.nowMicros()) + "}").getBytes(StandardCharsets.US_ASCII);
    }
}
