/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which parameters of the account endpoints go together, and in which words the others are refused. */
class AccountCallsTest {

    private static final long NOON = 1_700_000_000_000L;
    private static final long DAY = 86_400_000L;

    /** The combinations that the documentation lists as supported, and those that it allows by a note. */
    static Stream<Arguments> taken() {
        Endpoint<?> trades = AccountEndpoints.MY_TRADES;
        Endpoint<?> prevented = AccountEndpoints.MY_PREVENTED_MATCHES;
        Endpoint<?> allocations = AccountEndpoints.MY_ALLOCATIONS;
        return Stream.of(
                call(trades, "symbol", "A"),
                call(trades, "symbol", "A", "orderId", 1),
                call(trades, "symbol", "A", "startTime", NOON),
                call(trades, "symbol", "A", "endTime", NOON),
                call(trades, "symbol", "A", "fromId", 1),
                call(trades, "symbol", "A", "startTime", NOON, "endTime", NOON + DAY),
                call(trades, "symbol", "A", "orderId", 1, "fromId", 1, "limit", 1000),
                call(prevented, "symbol", "A", "preventedMatchId", 0),
                call(prevented, "symbol", "A", "orderId", 1),
                call(prevented, "symbol", "A", "orderId", 1, "fromPreventedMatchId", 0),
                call(prevented, "symbol", "A", "limit", 1, "fromPreventedMatchId", 0, "orderId", 1),
                call(allocations, "symbol", "A"),
                call(allocations, "symbol", "A", "startTime", NOON),
                call(allocations, "symbol", "A", "endTime", NOON),
                call(allocations, "symbol", "A", "startTime", NOON, "endTime", NOON + DAY),
                call(allocations, "symbol", "A", "fromAllocationId", 0),
                call(allocations, "symbol", "A", "orderId", 1),
                call(allocations, "symbol", "A", "orderId", 1, "fromAllocationId", 0),
                call(AccountEndpoints.ORDER, "symbol", "A", "orderId", 1, "origClientOrderId", "x"),
                call(AccountEndpoints.ALL_ORDERS, "symbol", "A", "endTime", NOON + DAY, "startTime", NOON),
                call(AccountEndpoints.ALL_ORDERS, "symbol", "A", "startTime", NOON * 1000, "endTime", NOON + DAY),
                call(AccountEndpoints.ALL_ORDER_LISTS, "fromId", 1, "limit", 1),
                call(AccountEndpoints.OPEN_ORDERS),
                call(AccountEndpoints.OPEN_ORDER_LISTS, "recvWindow", new BigDecimal("6000.346")),
                call(AccountEndpoints.UNFILLED_ORDER_COUNT, "recvWindow", new BigDecimal("0.001")),
                call(AccountEndpoints.ACCOUNT, "omitZeroBalances", true, "recvWindow", new BigDecimal("60000.0000")),
                call(AccountEndpoints.COMMISSION, "symbol", "A"),
                call(AccountEndpoints.MY_FILTERS, "symbol", "A"),
                call(AccountEndpoints.ORDER_AMENDMENTS, "symbol", "A", "orderId", 1, "fromExecutionId", 2));
    }

    static Stream<Arguments> refused() {
        Endpoint<?> orders = AccountEndpoints.ALL_ORDERS;
        Endpoint<?> lists = AccountEndpoints.ALL_ORDER_LISTS;
        Endpoint<?> trades = AccountEndpoints.MY_TRADES;
        Endpoint<?> prevented = AccountEndpoints.MY_PREVENTED_MATCHES;
        Endpoint<?> allocations = AccountEndpoints.MY_ALLOCATIONS;
        String alone = "'preventedMatchId' cannot be combined with 'orderId', 'fromPreventedMatchId', 'limit'";
        return Stream.of(
                refused(AccountEndpoints.ORDER, "one of 'orderId', 'origClientOrderId' must be given", "symbol", "A"),
                refused(AccountEndpoints.ORDER, "'symbol' is mandatory and missing", "orderId", 1),
                refused(AccountEndpoints.ORDER_LIST, "one of 'orderListId', 'origClientOrderId' must be given"),
                refused(
                        AccountEndpoints.ORDER_LIST,
                        "only one of 'orderListId', 'origClientOrderId' may be given, but there are 'orderListId',"
                                + " 'origClientOrderId'",
                        "orderListId",
                        1,
                        "origClientOrderId",
                        "x"),
                refused(orders, "'symbol' is mandatory and missing"),
                refused(orders, notWithTimes("orderId"), "symbol", "A", "orderId", 1, "startTime", NOON),
                refused(orders, notWithTimes("orderId"), "symbol", "A", "endTime", NOON, "orderId", 1),
                refused(orders, "'limit' must be from 1 to 1000", "limit", 1001),
                refused(orders, "'limit' must be from 1 to 1000", "limit", 0),
                refused(orders, tooFar("PT24H0.001S"), "startTime", NOON, "endTime", NOON + DAY + 1),
                refused(orders, tooFar("PT24H0.000001S"), "startTime", NOON, "endTime", (NOON + DAY) * 1000 + 1),
                refused(orders, "'startTime' must not be after 'endTime'", "startTime", NOON, "endTime", NOON - 1),
                refused(lists, notWithTimes("fromId"), "fromId", 1, "startTime", NOON),
                refused(lists, notWithTimes("fromId"), "fromId", 1, "endTime", NOON),
                refused(lists, tooFar("PT48H"), "endTime", NOON + 2 * DAY, "startTime", NOON),
                refused(trades, notWithTimes("orderId"), "orderId", 1, "startTime", NOON),
                refused(trades, notWithTimes("orderId"), "orderId", 1, "endTime", NOON),
                refused(trades, notWithTimes("fromId"), "fromId", 1, "startTime", NOON),
                refused(trades, notWithTimes("fromId"), "fromId", 1, "endTime", NOON),
                refused(trades, tooFar("PT48H"), "startTime", NOON, "endTime", NOON + 2 * DAY),
                refused(prevented, "one of 'preventedMatchId', 'orderId' must be given", "symbol", "A"),
                refused(prevented, alone, "preventedMatchId", 1, "orderId", 1),
                refused(prevented, alone, "preventedMatchId", 1, "fromPreventedMatchId", 1),
                refused(prevented, alone, "limit", 1, "preventedMatchId", 1),
                refused(
                        prevented,
                        "one of 'preventedMatchId', 'orderId' must be given",
                        "symbol",
                        "A",
                        "fromPreventedMatchId",
                        1),
                refused(prevented, "'limit' needs 'fromPreventedMatchId'", "symbol", "A", "orderId", 1, "limit", 1),
                refused(allocations, notWithTimes("orderId"), "orderId", 1, "startTime", NOON),
                refused(allocations, notWithTimes("fromAllocationId"), "fromAllocationId", 1, "endTime", NOON),
                refused(allocations, tooFar("PT48H"), "startTime", NOON, "endTime", NOON + 2 * DAY),
                refused(AccountEndpoints.ORDER_AMENDMENTS, "'orderId' is mandatory and missing", "symbol", "A"),
                refused(AccountEndpoints.COMMISSION, "'symbol' is mandatory and missing"),
                refused(AccountEndpoints.MY_FILTERS, "'symbol' is mandatory and missing"),
                refused(
                        AccountEndpoints.ACCOUNT,
                        "'recvWindow' must be from 0 to 60000",
                        "recvWindow",
                        new BigDecimal("60000.001")),
                refused(
                        AccountEndpoints.ACCOUNT,
                        "'recvWindow' must be from 0 to 60000",
                        "recvWindow",
                        new BigDecimal("-0.001")),
                refused(
                        AccountEndpoints.ACCOUNT,
                        "'recvWindow' must not have more than 3 decimal places",
                        "recvWindow",
                        new BigDecimal("5.0001")));
    }

    private static String notWithTimes(String parameter) {
        return "'" + parameter + "' cannot be combined with 'startTime', 'endTime'";
    }

    private static String tooFar(String apart) {
        return "'startTime' and 'endTime' must not be more than 24 hours apart, but are " + apart;
    }

    private static Arguments call(Endpoint<?> endpoint, Object... parameters) {
        return Arguments.of(endpoint, Arrays.asList(parameters));
    }

    private static Arguments refused(Endpoint<?> endpoint, String rule, Object... parameters) {
        return Arguments.of(endpoint, Arrays.asList(parameters), endpoint.name() + ": " + rule);
    }

    private static Call<?> make(Endpoint<?> endpoint, List<Object> parameters) {
        Call<?> call = Call.of(endpoint);
        for (int i = 0; i < parameters.size(); i += 2) {
            call = call.with((String) parameters.get(i), parameters.get(i + 1));
        }
        return call.complete();
    }

    @ParameterizedTest
    @MethodSource("taken")
    void takesWhatIsDocumented(Endpoint<?> endpoint, List<Object> parameters) {
        assertThatCode(() -> make(endpoint, parameters)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void namesTheRule(Endpoint<?> endpoint, List<Object> parameters, String message) {
        assertThatThrownBy(() -> make(endpoint, parameters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void allAreReadsThatNeedAKey() {
        assertThat(AccountEndpoints.ALL).hasSize(14).allSatisfy(endpoint -> {
            assertThat(endpoint.repeatable()).isTrue();
            assertThat(endpoint.security()).isEqualTo(SecurityType.USER_DATA);
            assertThat(endpoint.needsLogon()).isFalse();
            assertThat(endpoint.path()).isNotNull();
            assertThat(endpoint.method()).isNotNull();
            assertThat(endpoint.orderCost()).isZero();
        });
    }
}
