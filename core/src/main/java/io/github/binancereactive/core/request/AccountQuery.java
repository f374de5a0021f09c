/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.account.Account;
import java.time.Duration;

/**
 * What to tell of the account. Immutable: each method returns a new query, or throws an {@link IllegalArgumentException}
 * that names the parameter and the rule it breaks.
 */
public final class AccountQuery {

    private static final Call<Account> CALL = Call.of(AccountEndpoints.ACCOUNT);

    private final Call<Account> call;

    private AccountQuery(Call<Account> call) {
        this.call = call;
    }

    /**
     * All of it.
     *
     * @return the query
     */
    public static AccountQuery all() {
        return new AccountQuery(CALL);
    }

    /**
     * This query with or without the assets of which the account has nothing.
     *
     * @param omit true leaves them out; the exchange's default is false
     * @return a new query
     */
    public AccountQuery omitZeroBalances(boolean omit) {
        return with("omitZeroBalances", omit);
    }

    /**
     * This query, valid for another time than the exchange's default of five seconds.
     *
     * @param window more than zero, at most a minute, in whole microseconds
     * @return a new query
     */
    public AccountQuery recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<Account> call() {
        return call;
    }

    private AccountQuery with(String name, Object value) {
        return new AccountQuery(call.with(name, value));
    }
}
