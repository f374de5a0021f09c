/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account: its balances, and what it may do.
 *
 * @param makerCommission maker commission in hundredths of a percent, rounded; {@code commissionRates} is exact
 * @param takerCommission taker commission in hundredths of a percent, rounded
 * @param buyerCommission buyer commission in hundredths of a percent, rounded
 * @param sellerCommission seller commission in hundredths of a percent, rounded
 * @param commissionRates standard rates of commission
 * @param canTrade whether it may place orders
 * @param canWithdraw whether it may withdraw
 * @param canDeposit whether it may deposit
 * @param brokered whether it belongs to a broker
 * @param requireSelfTradePrevention whether each of its orders needs a self-trade prevention mode
 * @param preventSor whether smart order routing is closed to it
 * @param updateTime when its balances last changed; 1970 when they never did
 * @param accountType kind of the account, {@code SPOT}. A plain text because the exchange names others elsewhere
 * @param tradeGroupId the group within which self-trades are prevented; null when it is in none
 * @param balances what it has, each asset once
 * @param permissions what it may trade on, such as {@code SPOT}. Plain texts because the exchange adds trading groups all the
 *     time
 * @param reduceOnlyAssets assets of which it may only get rid; null for nearly all accounts
 * @param uid its number
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/account-endpoints">Account
 *     information</a>
 */
public record Account(
        int makerCommission,
        int takerCommission,
        int buyerCommission,
        int sellerCommission,
        CommissionRates commissionRates,
        boolean canTrade,
        boolean canWithdraw,
        boolean canDeposit,
        boolean brokered,
        boolean requireSelfTradePrevention,
        boolean preventSor,
        Instant updateTime,
        String accountType,
        @Nullable Long tradeGroupId,
        List<Balance> balances,
        List<String> permissions,
        @Nullable List<String> reduceOnlyAssets,
        long uid) {

    /** Copies the lists. */
    public Account {
        balances = List.copyOf(balances);
        permissions = List.copyOf(permissions);
        reduceOnlyAssets = reduceOnlyAssets == null ? null : List.copyOf(reduceOnlyAssets);
    }

    /**
     * Finds a balance. This searches the list; keep a map of your own for frequent use.
     *
     * @param asset name of the asset, such as {@code BTC}
     * @return empty when this answer doesn't have it
     */
    public Optional<Balance> balance(String asset) {
        return balances.stream()
                .filter(balance -> balance.asset().equals(asset))
                .findFirst();
    }
}
