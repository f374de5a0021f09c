/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.Filter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages that the documentation lists for -1010, -2010, -2011 and -2038, and its filter failures. */
class RejectionReasonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Unknown order sent. | UNKNOWN_ORDER
            Duplicate order sent. | DUPLICATE_ORDER
            Market is closed. | MARKET_CLOSED
            Account has insufficient balance for requested action. | INSUFFICIENT_BALANCE
            Market orders are not supported for this symbol. | MARKET_ORDERS_NOT_SUPPORTED
            Iceberg orders are not supported for this symbol. | ICEBERG_ORDERS_NOT_SUPPORTED
            Stop loss orders are not supported for this symbol. | STOP_LOSS_ORDERS_NOT_SUPPORTED
            Stop loss limit orders are not supported for this symbol. | STOP_LOSS_LIMIT_ORDERS_NOT_SUPPORTED
            Take profit orders are not supported for this symbol. | TAKE_PROFIT_ORDERS_NOT_SUPPORTED
            Take profit limit orders are not supported for this symbol. | TAKE_PROFIT_LIMIT_ORDERS_NOT_SUPPORTED
            Order amend is not supported for this symbol. | AMEND_NOT_SUPPORTED
            Price * QTY is zero or less. | NOTHING_TO_TRADE
            IcebergQty exceeds QTY. | ICEBERG_QTY_EXCEEDS_QTY
            This action is disabled on this account. | ACTION_DISABLED
            This account may not place or cancel orders. | TRADING_DISABLED
            Unsupported order combination | UNSUPPORTED_COMBINATION
            Order would trigger immediately. | WOULD_TRIGGER_IMMEDIATELY
            Cancel order is invalid. Check origClOrdId and orderId. | INVALID_CANCEL
            Order would immediately match and take. | WOULD_TAKE
            The relationship of the prices for the orders is not correct. | PRICES_NOT_IN_RELATION
            OCO orders are not supported for this symbol | OCO_NOT_SUPPORTED
            Quote order qty market orders are not support for this symbol. | QUOTE_ORDER_QTY_NOT_SUPPORTED
            Trailing stop orders are not supported for this symbol. | TRAILING_STOP_NOT_SUPPORTED
            Order cancel-replace is not supported for this symbol. | CANCEL_REPLACE_NOT_SUPPORTED
            This symbol is not permitted for this account. | SYMBOL_NOT_PERMITTED
            This symbol is restricted for this account. | SYMBOL_RESTRICTED
            Order was not canceled due to cancel restrictions. | CANCEL_RESTRICTED
            Rest API trading is not enabled. | REST_TRADING_NOT_ENABLED
            WebSocket API trading is not enabled. | WEBSOCKET_TRADING_NOT_ENABLED
            FIX API trading is not enabled. | FIX_TRADING_NOT_ENABLED
            Order book liquidity is less than `LOT_SIZE` filter minimum quantity. | LIQUIDITY_BELOW_LOT_SIZE
            Order book liquidity is less than `MARKET_LOT_SIZE` filter minimum quantity. | LIQUIDITY_BELOW_MARKET_LOT_SIZE
            Order book liquidity is less than symbol minimum quantity. | LIQUIDITY_BELOW_SYMBOL_MINIMUM
            Order amend (quantity increase) is not supported. | AMEND_WOULD_INCREASE
            The requested action would change no state; rejecting | NO_CHANGE
            Pegged orders are not supported for this symbol. | PEGGED_ORDERS_NOT_SUPPORTED
            This order type may not use pegged price. | ORDER_TYPE_CANNOT_BE_PEGGED
            This price peg cannot be used with this order type. | PEG_NOT_FOR_ORDER_TYPE
            Order book liquidity is too low for this pegged order. | LIQUIDITY_TOO_LOW_FOR_PEG
            OPO orders are not supported for this symbol. | OPO_NOT_SUPPORTED
            Order amend (pending OPO order) is not supported. | AMEND_OF_PENDING_OPO_NOT_SUPPORTED
            """)
    void knowsTheDocumentedWords(String message, RejectionReason reason) {
        for (int code : new int[] {-1010, -1013, -2010, -2011, -2038}) {
            assertThat(new RejectedException("order.place", 400, code, message).rejectionReason())
                    .isEqualTo(reason);
        }
        assertThat(RejectionReason.of(-2010, reason.message())).isEqualTo(reason);
    }

    /** How many lines the table above has: one for each constant but the two that stand for no message of it. */
    @Test
    void hasAConstantForEachOfThem() {
        assertThat(RejectionReason.values()).hasSize(41 + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Filter failure: PRICE_FILTER",
                "Filter failure: PERCENT_PRICE",
                "Filter failure: LOT_SIZE",
                "Filter failure: MIN_NOTIONAL",
                "Filter failure: NOTIONAL",
                "Filter failure: ICEBERG_PARTS",
                "Filter failure: MARKET_LOT_SIZE",
                "Filter failure: MAX_POSITION",
                "Filter failure: MAX_NUM_ORDERS",
                "Filter failure: MAX_NUM_ALGO_ORDERS",
                "Filter failure: MAX_NUM_ICEBERG_ORDERS",
                "Filter failure: MAX_NUM_ORDER_AMENDS",
                "Filter failure: MAX_NUM_ORDER_LISTS",
                "Filter failure: TRAILING_DELTA",
                "Filter failure: EXCHANGE_MAX_NUM_ORDERS",
                "Filter failure: EXCHANGE_MAX_NUM_ALGO_ORDERS",
                "Filter failure: EXCHANGE_MAX_NUM_ICEBERG_ORDERS",
                "Filter failure: EXCHANGE_MAX_NUM_ORDER_LISTS"
            })
    void namesTheFilter(String message) {
        RejectedException refused = new RejectedException("order.place", 400, -1013, message);

        assertThat(refused.rejectionReason()).isEqualTo(RejectionReason.FILTER_FAILURE);
        assertThat(refused.failedFilter()).contains(message.substring(message.indexOf(':') + 2));
        assertThat(filters()).contains(refused.failedFilter().orElseThrow());
    }

    private static Set<String> filters() {
        return Stream.of(Filter.class.getPermittedSubclasses())
                .map(kind -> kind.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "-2010, Something new.",
        "-2010, ''",
        "-1121, Unknown order sent.",
        "-1121, Filter failure: LOT_SIZE",
        "0,     Unknown order sent.",
    })
    void doesNotGuess(int code, String message) {
        RejectedException refused = new RejectedException("order.place", 400, code, message);

        assertThat(refused.rejectionReason()).isEqualTo(RejectionReason.UNKNOWN);
        assertThat(refused.failedFilter()).isEmpty();
    }
}
