/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.ExchangeError;

/**
 * What the control channel says no with.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams">Error messages</a>
 */
public final class ControlErrors {

    private static final int BAD_REQUEST = 400;

    private ControlErrors() {}

    /**
     * The frame is not JSON.
     *
     * @param line where, counted from 1
     * @param column where, counted from 1
     * @return the error
     */
    public static ExchangeError invalidJson(int line, int column) {
        return error(3, "Invalid JSON: expected value" + at(line, column)).withoutId();
    }

    static ExchangeError unknownProperty() {
        return error(0, "Unknown property");
    }

    static ExchangeError notBoolean() {
        return error(1, "Invalid value type: expected Boolean").withoutId();
    }

    static ExchangeError propertyName() {
        return invalidRequest("property name must be a string");
    }

    static ExchangeError id() {
        return invalidRequest("request ID must be an unsigned integer");
    }

    static ExchangeError unknownMethod(String method, int line, int column) {
        return invalidRequest("unknown variant `" + method + "`, expected one of `SUBSCRIBE`, `UNSUBSCRIBE`, "
                + "`LIST_SUBSCRIPTIONS`, `SET_PROPERTY`, `GET_PROPERTY`" + at(line, column));
    }

    static ExchangeError tooManyParameters() {
        return invalidRequest("too many parameters");
    }

    static ExchangeError missing(String field, int line, int column) {
        return invalidRequest("missing field `" + field + "`" + at(line, column));
    }

    /** Not in the documentation's table, but what the exchange says of a name that can be none. */
    static ExchangeError invalidStream() {
        return error(2, "Invalid request: invalid stream");
    }

    private static ExchangeError invalidRequest(String why) {
        return error(2, "Invalid request: " + why).withoutId();
    }

    private static String at(int line, int column) {
        return " at line " + line + " column " + column;
    }

    private static ExchangeError error(int code, String message) {
        return new ExchangeError(BAD_REQUEST, code, message);
    }
}
