/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which branch each code belongs to, and why, when the status doesn't say it already. */
class ErrorBranchesTest {

    private enum Branch {
        RATE_LIMITED(RateLimitedException.class, RateLimitedException.class),
        OPEN(TransientException.class, OutcomeUnknownException.class),
        HALF_DONE(OutcomeUnknownException.class, OutcomeUnknownException.class),
        PASSING(TransientException.class, TransientException.class),
        REJECTED(RejectedException.class, RejectedException.class);

        private final Class<?> ofQuery;
        private final Class<?> ofOrder;

        Branch(Class<?> ofQuery, Class<?> ofOrder) {
            this.ofQuery = ofQuery;
            this.ofOrder = ofOrder;
        }
    }

    private record Group(Branch branch, String why, List<ErrorCode> codes) {

        Group(Branch branch, String why, ErrorCode... codes) {
            this(branch, why, List.of(codes));
        }
    }

    private static final List<Group> GROUPS = List.of(
            new Group(
                    Branch.RATE_LIMITED,
                    "a limit was exceeded: the same request is taken later",
                    ErrorCode.TOO_MANY_REQUESTS,
                    ErrorCode.TOO_MANY_ORDERS,
                    ErrorCode.TOO_MANY_CONNECTIONS,
                    ErrorCode.TOO_MANY_MESSAGES),
            new Group(
                    Branch.OPEN,
                    "the exchange itself says that it doesn't know, or nothing of what happened",
                    ErrorCode.UNKNOWN,
                    ErrorCode.UNEXPECTED_RESP,
                    ErrorCode.TIMEOUT),
            new Group(
                    Branch.PASSING,
                    "the exchange, or the session, took nothing at the moment",
                    ErrorCode.DISCONNECTED,
                    ErrorCode.SERVER_BUSY,
                    ErrorCode.SERVICE_SHUTTING_DOWN,
                    ErrorCode.LOGGED_OUT),
            new Group(
                    Branch.REJECTED,
                    "clients have set their clock and repeated it already: what is left is a recvWindow too short, or a clock that jumps",
                    ErrorCode.INVALID_TIMESTAMP),
            new Group(
                    Branch.REJECTED,
                    "the key is wrong, or may not do this, and that stays so",
                    ErrorCode.UNAUTHORIZED,
                    ErrorCode.INVALID_SIGNATURE,
                    ErrorCode.BAD_API_KEY_FMT,
                    ErrorCode.REJECTED_MBX_KEY),
            new Group(
                    Branch.REJECTED,
                    "what is sent is wrong, and stays so",
                    ErrorCode.INVALID_MESSAGE,
                    ErrorCode.UNKNOWN_ORDER_COMPOSITION,
                    ErrorCode.UNSUPPORTED_OPERATION,
                    ErrorCode.ILLEGAL_CHARS,
                    ErrorCode.TOO_MANY_PARAMETERS,
                    ErrorCode.MANDATORY_PARAM_EMPTY_OR_MALFORMED,
                    ErrorCode.UNKNOWN_PARAM,
                    ErrorCode.UNREAD_PARAMETERS,
                    ErrorCode.PARAM_EMPTY,
                    ErrorCode.PARAM_NOT_REQUIRED,
                    ErrorCode.PARAM_OVERFLOW,
                    ErrorCode.BAD_PRECISION,
                    ErrorCode.TIF_NOT_REQUIRED,
                    ErrorCode.INVALID_TIF,
                    ErrorCode.INVALID_ORDER_TYPE,
                    ErrorCode.INVALID_SIDE,
                    ErrorCode.EMPTY_NEW_CL_ORD_ID,
                    ErrorCode.EMPTY_ORG_CL_ORD_ID,
                    ErrorCode.BAD_INTERVAL,
                    ErrorCode.BAD_SYMBOL,
                    ErrorCode.INVALID_SYMBOLSTATUS,
                    ErrorCode.INVALID_LISTEN_KEY,
                    ErrorCode.MORE_THAN_XX_HOURS,
                    ErrorCode.OPTIONAL_PARAMS_BAD_COMBO,
                    ErrorCode.INVALID_PARAMETER,
                    ErrorCode.BAD_STRATEGY_TYPE,
                    ErrorCode.INVALID_JSON,
                    ErrorCode.INVALID_TICKER_TYPE,
                    ErrorCode.INVALID_CANCEL_RESTRICTIONS,
                    ErrorCode.DUPLICATE_SYMBOLS,
                    ErrorCode.PARAMS_BAD_COMBO,
                    ErrorCode.INVALID_TIME_UNIT,
                    ErrorCode.INVALID_PEG_PRICE_TYPE,
                    ErrorCode.INVALID_PEG_OFFSET_TYPE,
                    ErrorCode.SYMBOL_DOES_NOT_MATCH_STATUS),
            new Group(
                    Branch.REJECTED,
                    "SBE is asked for in a way that this server doesn't speak",
                    ErrorCode.INVALID_SBE_HEADER,
                    ErrorCode.UNSUPPORTED_SCHEMA_ID,
                    ErrorCode.SBE_DISABLED,
                    ErrorCode.DEPRECATED_SCHEMA,
                    ErrorCode.INVALID_SBE_MESSAGE_FIELD),
            new Group(
                    Branch.REJECTED,
                    "the orders of the list don't go together",
                    ErrorCode.OCO_ORDER_TYPE_REJECTED,
                    ErrorCode.OCO_ICEBERGQTY_TIMEINFORCE,
                    ErrorCode.BUY_OCO_LIMIT_MUST_BE_BELOW,
                    ErrorCode.SELL_OCO_LIMIT_MUST_BE_ABOVE,
                    ErrorCode.BOTH_OCO_ORDERS_CANNOT_BE_LIMIT,
                    ErrorCode.BUY_OCO_STOP_LOSS_MUST_BE_ABOVE,
                    ErrorCode.SELL_OCO_STOP_LOSS_MUST_BE_BELOW,
                    ErrorCode.BUY_OCO_TAKE_PROFIT_MUST_BE_BELOW,
                    ErrorCode.SELL_OCO_TAKE_PROFIT_MUST_BE_ABOVE,
                    ErrorCode.OPO_WORKING_MUST_BE_BUY,
                    ErrorCode.OPO_PENDING_MUST_BE_SELL,
                    ErrorCode.WORKING_PARAM_REQUIRED,
                    ErrorCode.PENDING_PARAM_NOT_REQUIRED),
            new Group(
                    Branch.REJECTED,
                    "the matching engine has refused it, and the words say why",
                    ErrorCode.ERROR_MSG_RECEIVED,
                    ErrorCode.NEW_ORDER_REJECTED,
                    ErrorCode.CANCEL_REJECTED,
                    ErrorCode.ORDER_AMEND_REJECTED),
            new Group(
                    Branch.REJECTED,
                    "there is no such order, or not under this name, or not any more",
                    ErrorCode.NO_SUCH_ORDER,
                    ErrorCode.ORDER_ARCHIVED,
                    ErrorCode.CLIENT_ORDER_ID_INVALID),
            new Group(
                    Branch.REJECTED,
                    "there is no such data at the moment, and when there will be is not known",
                    ErrorCode.NO_DEPTH,
                    ErrorCode.NO_TRADING_WINDOW,
                    ErrorCode.NO_REFERENCE_PRICE),
            new Group(
                    Branch.REJECTED,
                    "neither half of a cancel-replace was carried out",
                    ErrorCode.CANCEL_REPLACE_FAILED),
            new Group(
                    Branch.HALF_DONE,
                    "one half was carried out, and here nothing says which; where something does, it is a result",
                    ErrorCode.CANCEL_REPLACE_PARTIALLY_FAILED),
            new Group(
                    Branch.REJECTED,
                    "the subscriptions of this connection are as they are; another connection has its own",
                    ErrorCode.INVALID_REQUEST_ID,
                    ErrorCode.TOO_MANY_SUBSCRIPTIONS,
                    ErrorCode.SUBSCRIPTION_ACTIVE,
                    ErrorCode.SUBSCRIPTION_INACTIVE,
                    ErrorCode.MAXIMUM_SUBSCRIPTION_IDS),
            new Group(
                    Branch.REJECTED,
                    "of FIX sessions, which are no wire of ours: a refusal, were it ever sent",
                    ErrorCode.COMP_ID_IN_USE,
                    ErrorCode.INVALID_TAG_NUMBER,
                    ErrorCode.TAG_NOT_DEFINED_IN_MESSAGE,
                    ErrorCode.TAG_APPEARS_MORE_THAN_ONCE,
                    ErrorCode.TAG_OUT_OF_ORDER,
                    ErrorCode.GROUP_FIELDS_OUT_OF_ORDER,
                    ErrorCode.INVALID_COMPONENT,
                    ErrorCode.RESET_SEQ_NUM_SUPPORT,
                    ErrorCode.ALREADY_LOGGED_IN,
                    ErrorCode.GARBLED_MESSAGE,
                    ErrorCode.BAD_SENDER_COMPID,
                    ErrorCode.BAD_SEQ_NUM,
                    ErrorCode.EXPECTED_LOGON,
                    ErrorCode.NOT_ALLOWED_IN_DROP_COPY_SESSIONS,
                    ErrorCode.DROP_COPY_SESSION_NOT_ALLOWED,
                    ErrorCode.DROP_COPY_SESSION_REQUIRED,
                    ErrorCode.NOT_ALLOWED_IN_ORDER_ENTRY_SESSIONS,
                    ErrorCode.NOT_ALLOWED_IN_MARKET_DATA_SESSIONS,
                    ErrorCode.INCORRECT_NUM_IN_GROUP_COUNT,
                    ErrorCode.DUPLICATE_ENTRIES_IN_A_GROUP));

    @TestFactory
    Stream<DynamicTest> eachCodeBelongsToItsBranch() {
        return GROUPS.stream()
                .flatMap(group -> group.codes().stream()
                        .map(code -> dynamicTest(
                                code + ": " + group.branch() + ", " + group.why(), () -> check(code, group.branch()))));
    }

    private static void check(ErrorCode code, Branch branch) {
        Failure failure = new Failure(400, code.code(), "words", null);

        assertThat(failure.toException("x", true, null)).isExactlyInstanceOf(branch.ofQuery);
        assertThat(failure.toException("x", false, "mine")).isExactlyInstanceOf(branch.ofOrder);
    }

    @Test
    void noCodeIsLeftOut() {
        assertThat(GROUPS.stream().flatMap(group -> group.codes().stream()))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(ErrorCode.values()));
    }
}
