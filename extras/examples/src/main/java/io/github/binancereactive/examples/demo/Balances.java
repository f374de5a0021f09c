/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.model.account.Account;
import io.github.binancereactive.core.model.account.Balance;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an account owned before something, and after it.
 *
 * @param before the account before
 * @param after the account after
 */
record Balances(Account before, Account after) {

    private static final String BOUGHT = "BTC";
    private static final String PAID = "USDT";

    List<String> table() {
        Table table = new Table("asset", ">free before", ">free after", ">locked after", ">change");
        for (String asset : List.of(BOUGHT, PAID)) {
            Balance then = balance(before, asset);
            Balance now = balance(after, asset);
            table.row(
                    asset,
                    Table.plain(then.free()),
                    Table.plain(now.free()),
                    Table.plain(now.locked()),
                    signed(change(asset)));
        }
        return table.lines();
    }

    /** After purchases alone, with no order left that would hold something. */
    boolean areSettled() {
        return change(BOUGHT).signum() > 0
                && change(PAID).signum() < 0
                && balance(after, PAID).locked().compareTo(balance(before, PAID).locked()) == 0;
    }

    private BigDecimal change(String asset) {
        return balance(after, asset).total().subtract(balance(before, asset).total());
    }

    private static Balance balance(Account account, String asset) {
        return account.balance(asset).orElseGet(() -> new Balance(asset, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private static String signed(BigDecimal change) {
        return (change.signum() > 0 ? "+" : "") + Table.plain(change);
    }
}
