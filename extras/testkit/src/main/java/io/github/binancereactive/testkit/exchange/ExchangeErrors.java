/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

/**
 * The exchange's own errors with its own texts, one method for each.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/errors">Error codes</a>
 */
public final class ExchangeErrors {

    private static final int BAD_REQUEST = 400;

    private ExchangeErrors() {}

    static ExchangeError tooManyParameters(int expected, int received) {
        return badRequest(-1101, "Too many parameters; expected '" + expected + "' and received '" + received + "'.");
    }

    static ExchangeError duplicateValues() {
        return badRequest(-1101, "Duplicate values for a parameter detected.");
    }

    static ExchangeError unreadParameters(int read, int sent) {
        return badRequest(
                -1104,
                "Not all sent parameters were read; read '" + read + "' parameter(s) but was sent '" + sent + "'.");
    }

    static ExchangeError illegalCharacters(String parameter, String legal) {
        return badRequest(
                -1100, "Illegal characters found in parameter '" + parameter + "'; legal range is '" + legal + "'.");
    }

    static ExchangeError emptyParameter(String parameter) {
        return badRequest(-1105, "Parameter '" + parameter + "' was empty.");
    }

    static ExchangeError badCombination() {
        return badRequest(-1128, "Combination of optional parameters invalid.");
    }

    static ExchangeError invalidData(String parameter) {
        return badRequest(-1130, "Data sent for parameter '" + parameter + "' is not valid.");
    }

    static ExchangeError invalidJsonFor(String parameter) {
        return badRequest(-1135, "JSON sent for parameter '" + parameter + "' is not valid");
    }

    static ExchangeError invalidSymbol() {
        return badRequest(-1121, "Invalid symbol.");
    }

    static ExchangeError invalidSymbolStatus() {
        return badRequest(-1122, "Invalid symbolStatus.");
    }

    static ExchangeError duplicateSymbols() {
        return badRequest(-1151, "Symbol is present multiple times in the list.");
    }

    static ExchangeError unsupported() {
        return badRequest(-1020, "This operation is not supported.");
    }

    /**
     * The frame is no JSON object.
     *
     * @return -1135
     */
    public static ExchangeError invalidJson() {
        return badRequest(-1135, "Invalid JSON Request");
    }

    /**
     * A field of a WebSocket request is missing or of the wrong type.
     *
     * @param what what is wrong, such as {@code Invalid 'params' in JSON request; expected an object.}
     * @return -1135
     */
    public static ExchangeError invalidRequest(String what) {
        return badRequest(-1135, what);
    }

    /**
     * The time unit is neither of the two.
     *
     * @return -1194
     */
    public static ExchangeError invalidTimeUnit() {
        return badRequest(-1194, "Invalid value for time unit; expected either MICROSECOND or MILLISECOND.");
    }

    /**
     * The backend didn't answer in time: the request may or may not have been carried out.
     *
     * @return -1007
     */
    public static ExchangeError timeout() {
        return new ExchangeError(
                504,
                -1007,
                "Timeout waiting for response from backend server. Send status unknown; execution status unknown.");
    }

    /**
     * More weight than a minute has.
     *
     * @param limit the limit
     * @param nowMillis now
     * @param untilMillis when the window ends
     * @return -1003 with status 429
     */
    public static ExchangeError tooMuchWeight(long limit, long nowMillis, long untilMillis) {
        return new ExchangeError(
                        429,
                        -1003,
                        "Too much request weight used; current limit is " + limit + " request weight per 1 MINUTE."
                                + " Please use WebSocket Streams for live updates to avoid polling the API.")
                .retryAfter(nowMillis, untilMillis);
    }

    /**
     * Banned for not stopping after 429.
     *
     * @param nowMillis now
     * @param untilMillis when the ban ends
     * @return -1003 with status 418
     */
    public static ExchangeError banned(long nowMillis, long untilMillis) {
        return new ExchangeError(
                        418,
                        -1003,
                        "Way too much request weight used; IP banned until " + untilMillis
                                + ". Please use WebSocket Streams for live updates to avoid bans.")
                .retryAfter(nowMillis, untilMillis);
    }

    /** The test's own mistake, said where the test will see it. */
    static ExchangeError brokenScript(RuntimeException cause) {
        return new ExchangeError(
                500,
                -1000,
                "An unknown error occurred while processing the request. (The scripted answer failed: " + cause + ")");
    }

    static ExchangeError tooManyRequests(long nowMillis, long untilMillis) {
        return new ExchangeError(429, -1003, "Too many requests queued.").retryAfter(nowMillis, untilMillis);
    }

    static ExchangeError tooManyConnections(long limit, long nowMillis, long untilMillis) {
        return new ExchangeError(
                        429,
                        -1034,
                        "Too many connection attempts from IP; current limit is " + limit + " per '5 MINUTE'.")
                .retryAfter(nowMillis, untilMillis);
    }

    private static ExchangeError badRequest(int code, String message) {
        return new ExchangeError(BAD_REQUEST, code, message);
    }
}
