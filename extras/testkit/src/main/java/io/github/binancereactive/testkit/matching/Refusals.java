/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.RateLimit;
import java.util.Locale;

/**
 * The refusals with the exchange's own texts.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/errors">Error codes</a>
 */
final class Refusals {

    private static final int INVALID_MESSAGE = -1013;
    private static final int TOO_MANY_ORDERS = -1015;
    private static final int NEW_ORDER_REJECTED = -2010;
    private static final int CANCEL_REJECTED = -2011;
    private static final int ORDER_AMEND_REJECTED = -2038;

    private Refusals() {}

    /** Refused before it reaches the matching engine. */
    static Refusal invalid(String message) {
        return new Refusal(INVALID_MESSAGE, message);
    }

    static Refusal filter(String filterType) {
        return invalid("Filter failure: " + filterType);
    }

    static Refusal mandatory(String parameter) {
        return new Refusal(
                -1102, "Mandatory parameter '" + parameter + "' was not sent, was empty/null, or malformed.");
    }

    static Refusal unsupportedCombination() {
        return new Refusal(-1014, "Unsupported order combination.");
    }

    static Refusal unsupported(OrderType type) {
        String name = type.name().replace('_', ' ');
        String first = name.substring(0, 1) + name.substring(1).toLowerCase(Locale.ROOT);
        return invalid(first + " orders are not supported for this symbol.");
    }

    static Refusal invalidSymbol() {
        return new Refusal(-1121, "Invalid symbol.");
    }

    static Refusal tooManyOrders(RateLimit limit, long windowEndMicros) {
        return Refusal.untilLater(
                TOO_MANY_ORDERS,
                "Too many new orders; current limit is " + limit.limit() + " orders per " + limit.intervalNum() + " "
                        + limit.interval() + ".",
                windowEndMicros);
    }

    static Refusal rejected(String message) {
        return new Refusal(NEW_ORDER_REJECTED, message);
    }

    static Refusal insufficientBalance() {
        return rejected("Account has insufficient balance for requested action.");
    }

    static Refusal duplicate() {
        return rejected("Duplicate order sent.");
    }

    static Refusal wouldTake() {
        return rejected("Order would immediately match and take.");
    }

    static Refusal wouldTrigger() {
        return rejected("Order would trigger immediately.");
    }

    static Refusal badPrices() {
        return rejected("The relationship of the prices for the orders is not correct.");
    }

    static Refusal cancelRejected(String message) {
        return new Refusal(CANCEL_REJECTED, message);
    }

    static Refusal unknownOrder() {
        return cancelRejected("Unknown order sent.");
    }

    static Refusal noOrderNamed() {
        return cancelRejected("Cancel order is invalid. Check origClOrdId and orderId.");
    }

    static Refusal noSuchOrder() {
        return new Refusal(-2013, "Order does not exist.");
    }

    static Refusal clientOrderIdInvalid() {
        return new Refusal(-2039, "Client order ID is not correct for this order ID.");
    }

    static Refusal amendRejected(String message) {
        return new Refusal(ORDER_AMEND_REJECTED, message);
    }
}
