/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.RateLimitedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.general.ServerTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which exception an answer other than 200 becomes. */
class RefusalsTest extends WebSocketApiTestCase {

    private Throwable queryRefused(int status, String error) {
        Recorder<ServerTime> asked = askTime();
        exchange.expectRequest("time").thenFail(status, error);
        return asked.error();
    }

    private Throwable orderRefused(int status, String error) {
        Recorder<TestOrder> placed = placeOrder("mine-1");
        exchange.expectRequest("order.place").thenFail(status, error);
        return placed.error();
    }

    @Test
    void aRefusalCarriesCodeAndMessage() {
        RejectedException rejected =
                (RejectedException) queryRefused(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");
        assertThat(rejected.code()).isEqualTo(-1121);
        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected).hasMessageContaining("BAD_SYMBOL");
        assertThat(statistics().answered()).isEqualTo(1);
        assertThat(statistics().failed()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"429, false", "418, true"})
    void aRateLimitCarriesWhenToComeBack(int status, boolean banned) {
        String error = "{\"code\":-1003,\"msg\":\"Too much request weight used\","
                + "\"data\":{\"serverTime\":1659142907531,\"retryAfter\":1659146400000}}";
        RateLimitedException limited = (RateLimitedException) orderRefused(status, error);
        assertThat(limited.banned()).isEqualTo(banned);
        assertThat(limited.retryAfter()).contains(Instant.ofEpochMilli(1659146400000L));
    }

    @ParameterizedTest
    @CsvSource({"500, -1000", "503, -1008", "504, -1007", "408, -1007", "400, -1006"})
    void whatLeavesTheOutcomeOpen(int status, int code) {
        String error = "{\"code\":" + code + ",\"msg\":\"?\"}";
        assertThat(queryRefused(status, error)).isExactlyInstanceOf(TransientException.class);
        Throwable unknown = orderRefused(status, error);
        assertThat(unknown).isExactlyInstanceOf(OutcomeUnknownException.class);
        assertThat(((OutcomeUnknownException) unknown).clientOrderId()).contains("mine-1");
    }

    @Test
    void aFailureWithoutErrorIsARefusalToo() {
        assertThat(queryRefused(400, "null")).isExactlyInstanceOf(RejectedException.class);
        assertThat(orderRefused(500, "null")).isExactlyInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aFirewallIsTransient() {
        assertThat(orderRefused(403, "null")).isExactlyInstanceOf(TransientException.class);
    }
}
