/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.QueryString;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each query is the call that it says. */
class AccountQueriesTest {

    private static final Instant FROM = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final Instant TO = FROM.plusSeconds(60).plusNanos(1_000);
    private static final Duration WINDOW = Duration.ofNanos(6_000_346_000L);

    static Stream<Arguments> queries() {
        return Stream.of(
                query(AccountQuery.all().call(), ""),
                query(
                        AccountQuery.all()
                                .omitZeroBalances(true)
                                .recvWindow(WINDOW)
                                .call(),
                        "omitZeroBalances=true&recvWindow=6000.346"),
                query(OrderQuery.byOrderId("A", 5).call(), "symbol=A&orderId=5"),
                query(OrderQuery.byClientOrderId("A", "x").call(), "symbol=A&origClientOrderId=x"),
                query(
                        OrderQuery.byOrderId("A", 5)
                                .origClientOrderId("x")
                                .recvWindow(Duration.ofSeconds(60))
                                .call(),
                        "symbol=A&orderId=5&origClientOrderId=x&recvWindow=60000"),
                query(AllOrdersQuery.symbol("A").orderId(5).limit(10).call(), "symbol=A&orderId=5&limit=10"),
                query(
                        AllOrdersQuery.symbol("A")
                                .startTime(FROM)
                                .endTime(TO)
                                .recvWindow(WINDOW)
                                .call(),
                        "symbol=A&startTime=1700000000000&endTime=1700000060000001&recvWindow=6000.346"),
                query(OrderListQuery.byOrderListId(5).call(), "orderListId=5"),
                query(
                        OrderListQuery.byListClientOrderId("x")
                                .recvWindow(WINDOW)
                                .call(),
                        "origClientOrderId=x&recvWindow=6000.346"),
                query(
                        AllOrderListsQuery.newest()
                                .fromId(0)
                                .limit(1)
                                .recvWindow(WINDOW)
                                .call(),
                        "fromId=0&limit=1&recvWindow=6000.346"),
                query(
                        AllOrderListsQuery.newest().startTime(FROM).endTime(TO).call(),
                        "startTime=1700000000000&endTime=1700000060000001"),
                query(
                        MyTradesQuery.symbol("A")
                                .orderId(5)
                                .fromId(7)
                                .limit(1)
                                .recvWindow(WINDOW)
                                .call(),
                        "symbol=A&orderId=5&fromId=7&limit=1&recvWindow=6000.346"),
                query(
                        MyTradesQuery.symbol("A").startTime(FROM).endTime(TO).call(),
                        "symbol=A&startTime=1700000000000&endTime=1700000060000001"),
                query(
                        MyPreventedMatchesQuery.byPreventedMatchId("A", 5)
                                .recvWindow(WINDOW)
                                .call(),
                        "symbol=A&preventedMatchId=5&recvWindow=6000.346"),
                query(
                        MyPreventedMatchesQuery.byOrderId("A", 5)
                                .fromPreventedMatchId(7)
                                .limit(1)
                                .call(),
                        "symbol=A&orderId=5&fromPreventedMatchId=7&limit=1"),
                query(
                        MyAllocationsQuery.symbol("A")
                                .orderId(5)
                                .fromAllocationId(7)
                                .limit(1)
                                .call(),
                        "symbol=A&orderId=5&fromAllocationId=7&limit=1"),
                query(
                        MyAllocationsQuery.symbol("A")
                                .startTime(FROM)
                                .endTime(TO)
                                .recvWindow(WINDOW)
                                .call(),
                        "symbol=A&startTime=1700000000000&endTime=1700000060000001&recvWindow=6000.346"),
                query(
                        OrderAmendmentsQuery.of("A", 5)
                                .fromExecutionId(7)
                                .limit(1)
                                .recvWindow(WINDOW)
                                .call(),
                        "symbol=A&orderId=5&fromExecutionId=7&limit=1&recvWindow=6000.346"));
    }

    private static Arguments query(Call<?> call, String parameters) {
        return Arguments.of(call, parameters);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void isItsCall(Call<?> call, String parameters) {
        assertThat(QueryString.of(call.complete())).isEqualTo(parameters);
    }

    @Test
    void keepsTheFirstQueryAsItWas() {
        AllOrdersQuery newest = AllOrdersQuery.symbol("A");

        newest.orderId(5);

        assertThat(newest.call().parameters()).containsOnlyKeys("symbol");
    }

    @Test
    void refusesWhatTheExchangeWouldIgnore() {
        AllOrdersQuery fromOrder = AllOrdersQuery.symbol("A").orderId(5);

        assertThatThrownBy(() -> fromOrder.endTime(TO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("allOrders: 'orderId' cannot be combined with 'startTime', 'endTime'");
        assertThatThrownBy(() -> AccountQuery.all().recvWindow(Duration.ofMillis(60_001)))
                .hasMessage("account.status: 'recvWindow' must be from 0 to 60000");
        assertThatThrownBy(() -> AccountQuery.all().recvWindow(Duration.ofNanos(1_001)))
                .hasMessage("account.status: 'recvWindow' must not have more than 3 decimal places");
    }
}
