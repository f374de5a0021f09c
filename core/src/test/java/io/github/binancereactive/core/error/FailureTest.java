/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

    private static final Instant LATER = Instant.ofEpochMilli(1659146400000L);

    @ParameterizedTest
    @CsvSource({
        // status, code, for a query, for an order
        "400, -1121, RejectedException,    RejectedException",
        "401, -2015, RejectedException,    RejectedException",
        "404, 0,     RejectedException,    RejectedException",
        "409, -2022, RejectedException,    RejectedException",
        "409, -2021, OutcomeUnknownException, OutcomeUnknownException", // one half was carried out
        "429, -2021, OutcomeUnknownException, OutcomeUnknownException",
        "403, 0,     TransientException,   TransientException",
        "403, -1000, TransientException,   TransientException",
        "429, -1003, RateLimitedException, RateLimitedException",
        "429, -1015, RateLimitedException, RateLimitedException",
        "429, 0,     RateLimitedException, RateLimitedException",
        "418, -1003, RateLimitedException, RateLimitedException",
        "400, -1003, RateLimitedException, RateLimitedException",
        "500, 0,     TransientException,   OutcomeUnknownException",
        "502, 0,     TransientException,   OutcomeUnknownException",
        "503, -1008, TransientException,   OutcomeUnknownException",
        "504, -1007, TransientException,   OutcomeUnknownException",
        "400, -1000, TransientException,   OutcomeUnknownException",
        "400, -1006, TransientException,   OutcomeUnknownException",
        "408, -1007, TransientException,   OutcomeUnknownException",
        "400, -1001, TransientException,   TransientException",
        "400, -1008, TransientException,   TransientException",
        "400, -1016, TransientException,   TransientException",
    })
    void belongsToOneBranch(int status, int code, String query, String order) {
        Failure failure = new Failure(status, code, "words", LATER);

        assertThat(failure.toException("x", true, null).getClass().getSimpleName())
                .isEqualTo(query);
        assertThat(failure.toException("x", false, "mine").getClass().getSimpleName())
                .isEqualTo(order);
    }

    @Test
    void carriesWhatTheCallerNeeds() {
        assertThat(new Failure(418, -1003, "banned", LATER).toException("time", true, null))
                .isInstanceOfSatisfying(RateLimitedException.class, e -> {
                    assertThat(e.banned()).isTrue();
                    assertThat(e.retryAfter()).contains(LATER);
                    assertThat(e.endpoint()).isEqualTo("time");
                    assertThat(e).hasMessage("time: IP address banned, -1003 TOO_MANY_REQUESTS, retry after " + LATER);
                });
        assertThat(new Failure(400, -1121, "Invalid symbol.", null).toException("exchangeInfo", true, null))
                .isInstanceOfSatisfying(RejectedException.class, e -> {
                    assertThat(e.status()).isEqualTo(400);
                    assertThat(e.code()).isEqualTo(-1121);
                    assertThat(e.reason()).isEqualTo("Invalid symbol.");
                });
        assertThat(new Failure(500, 0, "", null).toException("order.place", false, "mine"))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        e -> assertThat(e.clientOrderId()).contains("mine"));
    }

    @Test
    void carriesWhatIsNeededToFindOut() {
        Call<?> call =
                Call.of(TradingEndpoints.NEW_ORDER).with("symbol", "BTCUSDT").with("newClientOrderId", "mine");

        assertThat(new Failure(504, -1007, "", null).toException(call, LATER))
                .isInstanceOfSatisfying(OutcomeUnknownException.class, e -> {
                    assertThat(e.clientOrderId()).contains("mine");
                    assertThat(e.symbol()).contains("BTCUSDT");
                    assertThat(e.latestAcceptance()).contains(LATER);
                    assertThat(e.call()).containsSame(call);
                    assertThat(e).hasMessage("order.place: outcome unknown, status 504, -1007 TIMEOUT");
                });
        assertThat(new Failure(504, -1007, "", null).toException(call, null))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        e -> assertThat(e.latestAcceptance()).isEmpty());
        assertThat(new Failure(400, -1121, "", null).toException(call, LATER)).isInstanceOf(RejectedException.class);
    }

    @Test
    void namesAnOrderListWhereThereIsNoOrder() {
        Call<?> call = Call.of(TradingEndpoints.NEW_OCO).with("listClientOrderId", "list");

        OutcomeUnknownException e = new OutcomeUnknownException(call, "no answer", null, null);

        assertThat(e.clientOrderId()).contains("list");
        assertThat(e.symbol()).isEmpty();
    }
}
