/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.error.ErrorCode;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.RateLimitedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the exchange answers, both wires tell the same of it: of an order, of a question, of a list. */
class ErrorCodesIT {

    private static final WireCall ORDER = WireCall.of("order", api -> api.newOrder(Traders.order("mine")));
    private static final WireCall QUESTION = WireCall.of("question", SpotApi::account);
    private static final WireCall LIST = WireCall.of("list", SpotApi::openOrders);

    private static Wires twins;

    @BeforeAll
    static void connect() {
        twins = Wires.overTwins();
        // So that no fault meets the log-on.
        twins.same(WireCall.of("time", SpotApi::time));
    }

    @AfterAll
    static void close() {
        twins.close();
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeIsOfTheSameBranch(ErrorCode code) {
        boolean repeated = code == ErrorCode.INVALID_TIMESTAMP;
        for (WireCall call : List.of(QUESTION, LIST, ORDER)) {
            Reply reply = meet(call, Fault.error(400, code.code(), "What the exchange said."), repeated ? 2 : 1);
            assertThat(reply.error()).as("%s of %s", code, call).isNotNull();
        }
    }

    static Stream<Fault> passing() {
        return Stream.of(
                Fault.rateLimited(Duration.ofSeconds(30)),
                Fault.banned(Duration.ofMinutes(2)),
                Fault.error(429, -1003, "Too many requests."),
                Fault.error(418, -1003, "Banned."));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void limitsAreOfTheSameBranch(Fault fault) {
        for (WireCall call : List.of(QUESTION, LIST, ORDER)) {
            assertThat(meet(call, fault, 1).error().type()).isEqualTo(RateLimitedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void troublesOfTheExchangeAreOfTheSameBranch(int status) {
        Fault fault = Fault.error(status, -1000, "An unknown error occurred.");

        assertThat(meet(QUESTION, fault, 1).error().type()).isEqualTo(TransientException.class);
        assertThat(meet(LIST, fault, 1).error().type()).isEqualTo(TransientException.class);
        assertThat(meet(ORDER, fault, 1).error().type()).isEqualTo(OutcomeUnknownException.class);
    }

    @Test
    void aCodeThatNobodyKnowsIsARefusal() {
        Fault fault = Fault.error(400, -9999, "Something new.");

        assertThat(meet(ORDER, fault, 1).error().type()).isEqualTo(RejectedException.class);
        assertThat(meet(QUESTION, fault, 1).refusal().text()).isEqualTo("Something new.");
    }

    private static Reply meet(WireCall call, Fault fault, int times) {
        twins.restExchange().inject(fault, times);
        twins.webSocketExchange().inject(fault, times);
        try {
            return twins.same(call);
        } finally {
            twins.restExchange().clearFaults();
            twins.webSocketExchange().clearFaults();
        }
    }
}
