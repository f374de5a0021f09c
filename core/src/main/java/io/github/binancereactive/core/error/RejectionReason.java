/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why an order, a cancellation or an amendment was refused. The exchange has few codes for it and tells the reasons apart by
 * words: these are the words that it documents for -1010, -1013, -2010, -2011 and -2038.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/errors#other-errors">Error codes</a>
 */
public enum RejectionReason {
    /** No order has that id. */
    UNKNOWN_ORDER("Unknown order sent."),
    /** The client order id is in use already. */
    DUPLICATE_ORDER("Duplicate order sent."),
    /** The symbol is not trading. */
    MARKET_CLOSED("Market is closed."),
    /** Not enough funds. */
    INSUFFICIENT_BALANCE("Account has insufficient balance for requested action."),
    /** The symbol takes no {@code MARKET} orders. */
    MARKET_ORDERS_NOT_SUPPORTED("Market orders are not supported for this symbol."),
    /** The symbol takes no {@code icebergQty}. */
    ICEBERG_ORDERS_NOT_SUPPORTED("Iceberg orders are not supported for this symbol."),
    /** The symbol takes no {@code STOP_LOSS} orders. */
    STOP_LOSS_ORDERS_NOT_SUPPORTED("Stop loss orders are not supported for this symbol."),
    /** The symbol takes no {@code STOP_LOSS_LIMIT} orders. */
    STOP_LOSS_LIMIT_ORDERS_NOT_SUPPORTED("Stop loss limit orders are not supported for this symbol."),
    /** The symbol takes no {@code TAKE_PROFIT} orders. */
    TAKE_PROFIT_ORDERS_NOT_SUPPORTED("Take profit orders are not supported for this symbol."),
    /** The symbol takes no {@code TAKE_PROFIT_LIMIT} orders. */
    TAKE_PROFIT_LIMIT_ORDERS_NOT_SUPPORTED("Take profit limit orders are not supported for this symbol."),
    /** Orders of the symbol can't be amended. */
    AMEND_NOT_SUPPORTED("Order amend is not supported for this symbol."),
    /** Price times quantity is too low. */
    NOTHING_TO_TRADE("Price * QTY is zero or less."),
    /** {@code icebergQty} must be less than the quantity of the order. */
    ICEBERG_QTY_EXCEEDS_QTY("IcebergQty exceeds QTY."),
    /** The account may not do this; ask the exchange's support. */
    ACTION_DISABLED("This action is disabled on this account."),
    /** The account may not trade; ask the exchange's support. */
    TRADING_DISABLED("This account may not place or cancel orders."),
    /** Type, {@code timeInForce}, {@code stopPrice} and {@code icebergQty} don't go together. */
    UNSUPPORTED_COMBINATION("Unsupported order combination"),
    /** The stop price is on the wrong side of the last price. */
    WOULD_TRIGGER_IMMEDIATELY("Order would trigger immediately."),
    /** The cancellation names no order. */
    INVALID_CANCEL("Cancel order is invalid. Check origClOrdId and orderId."),
    /** A {@code LIMIT_MAKER} order would have taken. */
    WOULD_TAKE("Order would immediately match and take."),
    /** The prices of the orders of a list don't stand to each other as they must. */
    PRICES_NOT_IN_RELATION("The relationship of the prices for the orders is not correct."),
    /** The symbol takes no OCO. */
    OCO_NOT_SUPPORTED("OCO orders are not supported for this symbol"),
    /** The symbol takes no {@code quoteOrderQty}. The exchange's message has this spelling. */
    QUOTE_ORDER_QTY_NOT_SUPPORTED("Quote order qty market orders are not support for this symbol."),
    /** The symbol takes no {@code trailingDelta}. */
    TRAILING_STOP_NOT_SUPPORTED("Trailing stop orders are not supported for this symbol."),
    /** Orders of the symbol can't be canceled and replaced in one request. */
    CANCEL_REPLACE_NOT_SUPPORTED("Order cancel-replace is not supported for this symbol."),
    /** Account and symbol have no permission in common. */
    SYMBOL_NOT_PERMITTED("This symbol is not permitted for this account."),
    /** The account can't trade on the symbol. */
    SYMBOL_RESTRICTED("This symbol is restricted for this account."),
    /** The order was not in the status that {@code cancelRestrictions} asked for. */
    CANCEL_RESTRICTED("Order was not canceled due to cancel restrictions."),
    /** This server takes no orders over REST. */
    REST_TRADING_NOT_ENABLED("Rest API trading is not enabled."),
    /** This server takes no orders over the WebSocket API. */
    WEBSOCKET_TRADING_NOT_ENABLED("WebSocket API trading is not enabled."),
    /** This server takes no orders over FIX. */
    FIX_TRADING_NOT_ENABLED("FIX API trading is not enabled."),
    /** The book has less than the least quantity of {@code LOT_SIZE}. */
    LIQUIDITY_BELOW_LOT_SIZE("Order book liquidity is less than LOT_SIZE filter minimum quantity."),
    /** The book has less than the least quantity of {@code MARKET_LOT_SIZE}. */
    LIQUIDITY_BELOW_MARKET_LOT_SIZE("Order book liquidity is less than MARKET_LOT_SIZE filter minimum quantity."),
    /** The book has no orders. */
    LIQUIDITY_BELOW_SYMBOL_MINIMUM("Order book liquidity is less than symbol minimum quantity."),
    /** {@code newQty} must be less than the quantity of the order. */
    AMEND_WOULD_INCREASE("Order amend (quantity increase) is not supported."),
    /** Everything is as the request wants it already, such as {@code newQty} that the order has. */
    NO_CHANGE("The requested action would change no state; rejecting"),
    /** The symbol takes no pegged orders. */
    PEGGED_ORDERS_NOT_SUPPORTED("Pegged orders are not supported for this symbol."),
    /** Orders of this type have no price to peg. */
    ORDER_TYPE_CANNOT_BE_PEGGED("This order type may not use pegged price."),
    /** This type can't be pegged to that price. */
    PEG_NOT_FOR_ORDER_TYPE("This price peg cannot be used with this order type."),
    /** The book has no price to peg to. */
    LIQUIDITY_TOO_LOW_FOR_PEG("Order book liquidity is too low for this pegged order."),
    /** The symbol takes no OPO. */
    OPO_NOT_SUPPORTED("OPO orders are not supported for this symbol."),
    /** The quantity of a pending OPO order follows from its working order. */
    AMEND_OF_PENDING_OPO_NOT_SUPPORTED("Order amend (pending OPO order) is not supported."),
    /** It breaks a filter; {@link RejectedException#failedFilter()} names it. */
    FILTER_FAILURE("Filter failure: "),
    /** Other words, or another code. */
    UNKNOWN("");

    private static final Set<ErrorCode> CODES = EnumSet.of(
            ErrorCode.ERROR_MSG_RECEIVED,
            ErrorCode.INVALID_MESSAGE,
            ErrorCode.NEW_ORDER_REJECTED,
            ErrorCode.CANCEL_REJECTED,
            ErrorCode.ORDER_AMEND_REJECTED);

    private static final Set<Integer> NUMBERS =
            CODES.stream().map(ErrorCode::code).collect(Collectors.toUnmodifiableSet());

    private static final Map<String, RejectionReason> BY_WORDS = Stream.of(values())
            .filter(reason -> reason != UNKNOWN && reason != FILTER_FAILURE)
            .collect(Collectors.toUnmodifiableMap(reason -> plain(reason.message), Function.identity()));

    private final String message;

    RejectionReason(String message) {
        this.message = message;
    }

    /**
     * The reason that a refusal gives.
     *
     * @param code the exchange's error code
     * @param message the exchange's words; a full stop at the end and marks around words make no difference
     * @return {@link #UNKNOWN} when the code has no reasons, or the words aren't documented
     */
    public static RejectionReason of(int code, String message) {
        if (!NUMBERS.contains(code)) {
            return UNKNOWN;
        }
        return failedFilter(code, message).isPresent()
                ? FILTER_FAILURE
                : BY_WORDS.getOrDefault(plain(message), UNKNOWN);
    }

    /**
     * The filter that an order breaks.
     *
     * @param code the exchange's error code
     * @param message the exchange's words
     * @return its name, such as {@code LOT_SIZE}; empty when it isn't a filter
     */
    public static Optional<String> failedFilter(int code, String message) {
        return NUMBERS.contains(code) && message.startsWith(FILTER_FAILURE.message)
                ? Optional.of(plain(message.substring(FILTER_FAILURE.message.length())))
                : Optional.empty();
    }

    /**
     * The exchange's words for it.
     *
     * @return as documented, without marks; the beginning for {@link #FILTER_FAILURE}, empty for {@link #UNKNOWN}
     */
    public String message() {
        return message;
    }

    /** The documentation is at odds with itself about full stops, and marks names as code. */
    private static String plain(String message) {
        String words = message.replace("`", "").strip();
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }
}
