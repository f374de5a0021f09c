/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.testkit.matching.Refusal;

/**
 * The exchange's own errors with its own texts, one method for each.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/errors">Error codes</a>
 */
public final class ExchangeErrors {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

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

    static ExchangeError missing(String parameter) {
        return badRequest(-1102, "Mandatory parameter '" + parameter + "' was not sent, was empty/null, or malformed.");
    }

    static ExchangeError oneOfMissing(String first, String second) {
        return badRequest(-1102, "Param '" + first + "' or '" + second + "' must be sent, but both were empty/null!");
    }

    static ExchangeError notRequired(String parameter) {
        return badRequest(-1106, "Parameter '" + parameter + "' sent when not required.");
    }

    static ExchangeError overflow(String parameter) {
        return badRequest(-1108, "Parameter '" + parameter + "' overflowed.");
    }

    static ExchangeError tooPrecise(String parameter) {
        return badRequest(-1111, "Parameter '" + parameter + "' has too much precision.");
    }

    static ExchangeError badRecvWindow() {
        return badRequest(-1131, "recvWindow must be less than 60000.");
    }

    static ExchangeError timestampAhead() {
        return badRequest(-1021, "Timestamp for this request was 1000ms ahead of the server's time.");
    }

    static ExchangeError timestampOutsideWindow() {
        return badRequest(-1021, "Timestamp for this request is outside of the recvWindow.");
    }

    static ExchangeError invalidSignature() {
        return badRequest(-1022, "Signature for this request is not valid.");
    }

    static ExchangeError unauthorized() {
        return new ExchangeError(UNAUTHORIZED, -1002, "You are not authorized to execute this request.");
    }

    static ExchangeError badKeyFormat() {
        return new ExchangeError(UNAUTHORIZED, -2014, "API-key format invalid.");
    }

    static ExchangeError rejectedKey() {
        return new ExchangeError(UNAUTHORIZED, -2015, "Invalid API-key, IP, or permissions for action.");
    }

    static ExchangeError subscriptionActive() {
        return badRequest(-2035, "User Data Stream subscription already active.");
    }

    static ExchangeError subscriptionInactive() {
        return badRequest(-2036, "User Data Stream subscription not active.");
    }

    static ExchangeError noMoreSubscriptionIds() {
        return badRequest(-2042, "Maximum subscription ID reached for this connection.");
    }

    static ExchangeError tooManySubscriptions(int limit) {
        return badRequest(
                -1191, "Too many subscriptions. Connection may create up to '" + limit + "' subscriptions at a time.");
    }

    static ExchangeError invalidSide() {
        return badRequest(-1117, "Invalid side.");
    }

    static ExchangeError invalidOrderType() {
        return badRequest(-1116, "Invalid orderType.");
    }

    static ExchangeError invalidTimeInForce() {
        return badRequest(-1115, "Invalid timeInForce.");
    }

    static ExchangeError invalidInterval() {
        return badRequest(-1120, "Invalid interval.");
    }

    static ExchangeError invalidTickerType() {
        return badRequest(-1139, "Invalid ticker type.");
    }

    static ExchangeError invalidCancelRestrictions() {
        return badRequest(-1145, "Invalid cancelRestrictions");
    }

    static ExchangeError invalidPegPriceType() {
        return badRequest(-1210, "Invalid pegPriceType.");
    }

    static ExchangeError invalidPegOffsetType() {
        return badRequest(-1211, "Invalid pegOffsetType.");
    }

    static ExchangeError invalidStrategyType() {
        return badRequest(-1134, "`strategyType` was less than 1000000.");
    }

    static ExchangeError togetherOrNotAtAll(String... parameters) {
        return badRequest(
                -1128, "Fields [" + String.join(", ", parameters) + "] must be sent together or omitted entirely.");
    }

    static ExchangeError moreThanHours(int hours) {
        return badRequest(-1127, "More than " + hours + " hours between startTime and endTime.");
    }

    static ExchangeError otherSymbolStatus() {
        return badRequest(-1220, "The symbol's status does not match the requested symbolStatus.");
    }

    static ExchangeError unsupportedCombination() {
        return badRequest(-1014, "Unsupported order combination.");
    }

    static ExchangeError notInOco() {
        return badRequest(-1158, "Order type not supported in OCO.");
    }

    static ExchangeError icebergNeedsGtc(String iceberg, String timeInForce) {
        return badRequest(-1160, "Parameter '" + iceberg + "' is not supported if `" + timeInForce + "` is not GTC.");
    }

    static ExchangeError noReferencePrice() {
        return badRequest(-2043, "This symbol doesn't have a reference price.");
    }

    static ExchangeError replaceFailedInPart(int status, String data) {
        return new ExchangeError(status, -2021, "Order cancel-replace partially failed.").withData(data);
    }

    static ExchangeError replaceFailed(int status, String data) {
        return new ExchangeError(status, -2022, "Order cancel-replace failed.").withData(data);
    }

    /** What the engine refuses. */
    static ExchangeError of(Refusal refusal, long nowMillis) {
        ExchangeError error = new ExchangeError(refusal.status(), refusal.code(), refusal.message());
        Long retryAt = refusal.retryAtMicros();
        return retryAt == null ? error : error.retryAfter(nowMillis, retryAt / 1000);
    }

    private static ExchangeError badRequest(int code, String message) {
        return new ExchangeError(BAD_REQUEST, code, message);
    }
}
