/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The exchange's error codes by name.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/errors">Error codes</a>
 */
public enum ErrorCode {
    /** {@code -1000}. */
    UNKNOWN(-1000),
    /** {@code -1001}. */
    DISCONNECTED(-1001),
    /** {@code -1002}. */
    UNAUTHORIZED(-1002),
    /** {@code -1003}. */
    TOO_MANY_REQUESTS(-1003),
    /** {@code -1006}. */
    UNEXPECTED_RESP(-1006),
    /** {@code -1007}. */
    TIMEOUT(-1007),
    /** {@code -1008}. */
    SERVER_BUSY(-1008),
    /** {@code -1010}. */
    ERROR_MSG_RECEIVED(-1010),
    /** {@code -1013}. */
    INVALID_MESSAGE(-1013),
    /** {@code -1014}. */
    UNKNOWN_ORDER_COMPOSITION(-1014),
    /** {@code -1015}. */
    TOO_MANY_ORDERS(-1015),
    /** {@code -1016}. */
    SERVICE_SHUTTING_DOWN(-1016),
    /** {@code -1020}. */
    UNSUPPORTED_OPERATION(-1020),
    /** {@code -1021}. */
    INVALID_TIMESTAMP(-1021),
    /** {@code -1022}. */
    INVALID_SIGNATURE(-1022),
    /** {@code -1033}. */
    COMP_ID_IN_USE(-1033),
    /** {@code -1034}. */
    TOO_MANY_CONNECTIONS(-1034),
    /** {@code -1035}. */
    LOGGED_OUT(-1035),
    /** {@code -1100}. */
    ILLEGAL_CHARS(-1100),
    /** {@code -1101}. */
    TOO_MANY_PARAMETERS(-1101),
    /** {@code -1102}. */
    MANDATORY_PARAM_EMPTY_OR_MALFORMED(-1102),
    /** {@code -1103}. */
    UNKNOWN_PARAM(-1103),
    /** {@code -1104}. */
    UNREAD_PARAMETERS(-1104),
    /** {@code -1105}. */
    PARAM_EMPTY(-1105),
    /** {@code -1106}. */
    PARAM_NOT_REQUIRED(-1106),
    /** {@code -1108}. */
    PARAM_OVERFLOW(-1108),
    /** {@code -1111}. */
    BAD_PRECISION(-1111),
    /** {@code -1112}. */
    NO_DEPTH(-1112),
    /** {@code -1114}. */
    TIF_NOT_REQUIRED(-1114),
    /** {@code -1115}. */
    INVALID_TIF(-1115),
    /** {@code -1116}. */
    INVALID_ORDER_TYPE(-1116),
    /** {@code -1117}. */
    INVALID_SIDE(-1117),
    /** {@code -1118}. */
    EMPTY_NEW_CL_ORD_ID(-1118),
    /** {@code -1119}. */
    EMPTY_ORG_CL_ORD_ID(-1119),
    /** {@code -1120}. */
    BAD_INTERVAL(-1120),
    /** {@code -1121}. */
    BAD_SYMBOL(-1121),
    /** {@code -1122}. */
    INVALID_SYMBOLSTATUS(-1122),
    /** {@code -1125}. */
    INVALID_LISTEN_KEY(-1125),
    /** {@code -1127}. */
    MORE_THAN_XX_HOURS(-1127),
    /** {@code -1128}. */
    OPTIONAL_PARAMS_BAD_COMBO(-1128),
    /** {@code -1130}. */
    INVALID_PARAMETER(-1130),
    /** {@code -1134}. */
    BAD_STRATEGY_TYPE(-1134),
    /** {@code -1135}. */
    INVALID_JSON(-1135),
    /** {@code -1139}. */
    INVALID_TICKER_TYPE(-1139),
    /** {@code -1145}. */
    INVALID_CANCEL_RESTRICTIONS(-1145),
    /** {@code -1151}. */
    DUPLICATE_SYMBOLS(-1151),
    /** {@code -1152}. */
    INVALID_SBE_HEADER(-1152),
    /** {@code -1153}. */
    UNSUPPORTED_SCHEMA_ID(-1153),
    /** {@code -1155}. */
    SBE_DISABLED(-1155),
    /** {@code -1158}. */
    OCO_ORDER_TYPE_REJECTED(-1158),
    /** {@code -1160}. */
    OCO_ICEBERGQTY_TIMEINFORCE(-1160),
    /** {@code -1161}. */
    DEPRECATED_SCHEMA(-1161),
    /** {@code -1165}. */
    BUY_OCO_LIMIT_MUST_BE_BELOW(-1165),
    /** {@code -1166}. */
    SELL_OCO_LIMIT_MUST_BE_ABOVE(-1166),
    /** {@code -1168}. */
    BOTH_OCO_ORDERS_CANNOT_BE_LIMIT(-1168),
    /** {@code -1169}. */
    INVALID_TAG_NUMBER(-1169),
    /** {@code -1170}. */
    TAG_NOT_DEFINED_IN_MESSAGE(-1170),
    /** {@code -1171}. */
    TAG_APPEARS_MORE_THAN_ONCE(-1171),
    /** {@code -1172}. */
    TAG_OUT_OF_ORDER(-1172),
    /** {@code -1173}. */
    GROUP_FIELDS_OUT_OF_ORDER(-1173),
    /** {@code -1174}. */
    INVALID_COMPONENT(-1174),
    /** {@code -1175}. */
    RESET_SEQ_NUM_SUPPORT(-1175),
    /** {@code -1176}. */
    ALREADY_LOGGED_IN(-1176),
    /** {@code -1177}. */
    GARBLED_MESSAGE(-1177),
    /** {@code -1178}. */
    BAD_SENDER_COMPID(-1178),
    /** {@code -1179}. */
    BAD_SEQ_NUM(-1179),
    /** {@code -1180}. */
    EXPECTED_LOGON(-1180),
    /** {@code -1181}. */
    TOO_MANY_MESSAGES(-1181),
    /** {@code -1182}. */
    PARAMS_BAD_COMBO(-1182),
    /** {@code -1183}. */
    NOT_ALLOWED_IN_DROP_COPY_SESSIONS(-1183),
    /** {@code -1184}. */
    DROP_COPY_SESSION_NOT_ALLOWED(-1184),
    /** {@code -1185}. */
    DROP_COPY_SESSION_REQUIRED(-1185),
    /** {@code -1186}. */
    NOT_ALLOWED_IN_ORDER_ENTRY_SESSIONS(-1186),
    /** {@code -1187}. */
    NOT_ALLOWED_IN_MARKET_DATA_SESSIONS(-1187),
    /** {@code -1188}. */
    INCORRECT_NUM_IN_GROUP_COUNT(-1188),
    /** {@code -1189}. */
    DUPLICATE_ENTRIES_IN_A_GROUP(-1189),
    /** {@code -1190}. */
    INVALID_REQUEST_ID(-1190),
    /** {@code -1191}. */
    TOO_MANY_SUBSCRIPTIONS(-1191),
    /** {@code -1194}. */
    INVALID_TIME_UNIT(-1194),
    /** {@code -1196}. */
    BUY_OCO_STOP_LOSS_MUST_BE_ABOVE(-1196),
    /** {@code -1197}. */
    SELL_OCO_STOP_LOSS_MUST_BE_BELOW(-1197),
    /** {@code -1198}. */
    BUY_OCO_TAKE_PROFIT_MUST_BE_BELOW(-1198),
    /** {@code -1199}. */
    SELL_OCO_TAKE_PROFIT_MUST_BE_ABOVE(-1199),
    /** {@code -1210}. */
    INVALID_PEG_PRICE_TYPE(-1210),
    /** {@code -1211}. */
    INVALID_PEG_OFFSET_TYPE(-1211),
    /** {@code -1220}. */
    SYMBOL_DOES_NOT_MATCH_STATUS(-1220),
    /** {@code -1221}. */
    INVALID_SBE_MESSAGE_FIELD(-1221),
    /** {@code -1222}. */
    OPO_WORKING_MUST_BE_BUY(-1222),
    /** {@code -1223}. */
    OPO_PENDING_MUST_BE_SELL(-1223),
    /** {@code -1224}. */
    WORKING_PARAM_REQUIRED(-1224),
    /** {@code -1225}. */
    PENDING_PARAM_NOT_REQUIRED(-1225),
    /** {@code -2010}. */
    NEW_ORDER_REJECTED(-2010),
    /** {@code -2011}. */
    CANCEL_REJECTED(-2011),
    /** {@code -2013}. */
    NO_SUCH_ORDER(-2013),
    /** {@code -2014}. */
    BAD_API_KEY_FMT(-2014),
    /** {@code -2015}. */
    REJECTED_MBX_KEY(-2015),
    /** {@code -2016}. */
    NO_TRADING_WINDOW(-2016),
    /** {@code -2021}. */
    CANCEL_REPLACE_PARTIALLY_FAILED(-2021),
    /** {@code -2022}. */
    CANCEL_REPLACE_FAILED(-2022),
    /** {@code -2026}. */
    ORDER_ARCHIVED(-2026),
    /** {@code -2035}. */
    SUBSCRIPTION_ACTIVE(-2035),
    /** {@code -2036}. */
    SUBSCRIPTION_INACTIVE(-2036),
    /** {@code -2038}. */
    ORDER_AMEND_REJECTED(-2038),
    /** {@code -2039}. */
    CLIENT_ORDER_ID_INVALID(-2039),
    /** {@code -2042}. */
    MAXIMUM_SUBSCRIPTION_IDS(-2042),
    /** {@code -2043}. */
    NO_REFERENCE_PRICE(-2043);

    private static final Map<Integer, ErrorCode> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ErrorCode::code, Function.identity()));

    private final int code;

    ErrorCode(int code) {
        this.code = code;
    }

    /**
     * The number on the wire.
     *
     * @return a negative number
     */
    public int code() {
        return code;
    }

    /**
     * A code as messages show it.
     *
     * @param code a number from the wire; 0 for none
     * @return the number and, when it is known, its name
     */
    static String describe(int code) {
        ErrorCode known = BY_CODE.get(code);
        return known != null ? code + " " + known : code == 0 ? "no error code" : "code " + code;
    }
}
