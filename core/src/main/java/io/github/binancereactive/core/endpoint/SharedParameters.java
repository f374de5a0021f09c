/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

/** Parameters that many endpoints have in common, so that what holds for them is said once. */
final class SharedParameters {

    /** Signed requests only. Milliseconds; the decimal places are microseconds. */
    static final Parameter RECV_WINDOW =
            Parameter.decimal("recvWindow").between(0, 60_000).where(new Constraint.DecimalPlaces(3));

    /** How many entries of a history at most; the exchange's default is 500. */
    static final Parameter LIMIT = Parameter.number("limit").between(1, 1000);

    private SharedParameters() {}
}
