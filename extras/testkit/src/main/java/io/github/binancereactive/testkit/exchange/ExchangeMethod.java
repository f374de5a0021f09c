/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.List;

/** One method of the exchange, the same on both wires: what it takes, what it weighs, what it answers. */
interface ExchangeMethod {

    /** Every parameter it knows. */
    List<String> parameters();

    /** What it costs; must not fail whatever the parameters are, since a request that is wrong costs weight too. */
    int weight(Parameters parameters);

    /**
     * The result as UTF-8 JSON.
     *
     * @throws ExchangeError when the parameters are wrong
     */
    byte[] result(Parameters parameters, TimestampUnit unit, long nowMicros);

    /** The result, or the exchange's error for parameters that the method doesn't know. */
    default byte[] answer(Parameters sent, TimestampUnit unit, long nowMicros) {
        ParameterRules.refuseTooMany(parameters(), sent);
        byte[] result = result(sent, unit, nowMicros);
        ParameterRules.refuseUnread(parameters(), sent);
        return result;
    }
}
