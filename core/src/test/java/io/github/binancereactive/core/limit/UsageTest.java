/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.general.RateLimitUsage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

    @ParameterizedTest
    @CsvSource({
        "X-MBX-USED-WEIGHT-1M,    70,   REQUEST_WEIGHT, MINUTE, 1,  70",
        "x-mbx-used-weight-1m,    0,    REQUEST_WEIGHT, MINUTE, 1,  0",
        "X-MBX-ORDER-COUNT-10S,   12,   ORDERS,         SECOND, 10, 12",
        "X-MBX-ORDER-COUNT-1D,    4043, ORDERS,         DAY,    1,  4043",
        "X-Mbx-Used-Weight-2h,    7,    REQUEST_WEIGHT, HOUR,   2,  7",
    })
    void readsHeaders(
            String name, String value, RateLimitType type, RateLimitInterval interval, int number, int count) {
        assertThat(Usage.ofHeader(name, value)).isEqualTo(new Usage(type, interval, number, count, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "X-MBX-USED-WEIGHT, 70", // the older form, which the one with an interval always accompanies
        "X-MBX-USED-WEIGHT-, 70",
        "X-MBX-USED-WEIGHT-M, 70",
        "X-MBX-USED-WEIGHT-1X, 70",
        "X-MBX-USED-WEIGHT-0M, 70",
        "X-MBX-USED-WEIGHT-1M, many",
        "X-MBX-USED-WEIGHT-1M, -1",
        "X-MBX-USED-WEIGHT-1M, 99999999999",
        "X-MBX-UUID, 70",
        "Retry-After, 70",
    })
    void readsNothingElse(String name, String value) {
        assertThat(Usage.ofHeader(name, value)).isNull();
    }

    @Test
    void takesWhatTheWebSocketApiReports() {
        RateLimit limit = new RateLimit(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 50);
        assertThat(Usage.all(List.of(new RateLimitUsage(limit, 12))))
                .containsExactly(new Usage(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 12, 50));
    }
}
