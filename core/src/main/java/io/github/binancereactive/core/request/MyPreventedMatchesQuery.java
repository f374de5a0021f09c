/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.account.PreventedMatch;
import java.time.Duration;
import java.util.List;

/**
 * Which matches that self-trade prevention did not let happen. Immutable: each method returns a new query, or throws an {@link IllegalArgumentException}
 * that names the parameter and the rule it breaks.
 */
public final class MyPreventedMatchesQuery {

    private static final Call<List<PreventedMatch>> CALL = Call.of(AccountEndpoints.MY_PREVENTED_MATCHES);

    private final Call<List<PreventedMatch>> call;

    private MyPreventedMatchesQuery(Call<List<PreventedMatch>> call) {
        this.call = call;
    }

    /**
     * One match.
     *
     * @param symbol what is traded
     * @param preventedMatchId the exchange's number of the match
     * @return the query
     */
    public static MyPreventedMatchesQuery byPreventedMatchId(String symbol, long preventedMatchId) {
        return new MyPreventedMatchesQuery(CALL.with("symbol", symbol).with("preventedMatchId", preventedMatchId));
    }

    /**
     * The matches of one order.
     *
     * @param symbol what is traded
     * @param orderId the exchange's number of the order
     * @return the query
     */
    public static MyPreventedMatchesQuery byOrderId(String symbol, long orderId) {
        return new MyPreventedMatchesQuery(CALL.with("symbol", symbol).with("orderId", orderId));
    }

    /**
     * This query, from a match on. Only for the matches of an order.
     *
     * @param first the exchange's number of the first match, whether there is such a match or not
     * @return a new query
     */
    public MyPreventedMatchesQuery fromPreventedMatchId(long first) {
        return with("fromPreventedMatchId", first);
    }

    /**
     * This query, with another number of entries than the exchange's default of 500. Only from a match on.
     *
     * @param most from 1 to 1000
     * @return a new query
     */
    public MyPreventedMatchesQuery limit(int most) {
        return with("limit", most);
    }

    /**
     * This query, valid for another time than the exchange's default of five seconds.
     *
     * @param window more than zero, at most a minute, in whole microseconds
     * @return a new query
     */
    public MyPreventedMatchesQuery recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<List<PreventedMatch>> call() {
        return call;
    }

    private MyPreventedMatchesQuery with(String name, Object value) {
        return new MyPreventedMatchesQuery(call.with(name, value));
    }
}
