/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.ArrayList;
import java.util.List;

/** One method of the exchange, the same on both wires: who may call it, what it takes, what it weighs, what it answers. */
interface ExchangeMethod {

    /** Every parameter it knows, without those that sign a request. */
    List<String> parameters();

    /** What it asks of the caller. */
    default Security security() {
        return Security.NONE;
    }

    /** What it costs; must not fail whatever the parameters are, since a request that is wrong costs weight too. */
    int weight(Parameters parameters);

    /** Whether the answer shows how many unfilled orders the account has. */
    default boolean countsOrders() {
        return false;
    }

    /**
     * The result as UTF-8 JSON.
     *
     * @throws ExchangeError when the parameters are wrong
     */
    byte[] result(Request request);

    /** The result, or the exchange's error for parameters that the method doesn't know. */
    default Answer answer(Request request) {
        ParameterRules.refuseTooMany(known(request.call().claim()), request.parameters());
        byte[] result = result(request);
        ParameterRules.refuseUnread(known(request.call().claim()), request.parameters());
        return Answer.of(result);
    }

    /** Every parameter that may be sent, those that sign the request included. */
    default List<String> known(Claim claim) {
        if (security() == Security.NONE || security() == Security.SESSION) {
            return parameters();
        }
        List<String> known = new ArrayList<>(parameters());
        known.addAll(claim.parameters());
        return known;
    }
}
