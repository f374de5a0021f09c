/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is opened.
 *
 * @param accountId its number
 * @param tradeGroupId the trade group for self-trade prevention; -1 for none
 * @param canTrade whether it may place and cancel orders
 * @param permissions what it may trade, such as {@code SPOT}
 * @param discountEnabled whether it pays commission in the discount asset where it can
 * @param standard its own rates of the standard commission; null for the symbol's
 * @param assetFilters its asset filters
 */
public record AccountSettings(
        long accountId,
        long tradeGroupId,
        boolean canTrade,
        List<String> permissions,
        boolean discountEnabled,
        @Nullable CommissionRates standard,
        List<Filter.MaxAsset> assetFilters) {

    /** Copies the lists. */
    public AccountSettings {
        permissions = List.copyOf(permissions);
        assetFilters = List.copyOf(assetFilters);
    }

    /**
     * An ordinary account.
     *
     * @param accountId its number
     * @return an account that may trade {@code SPOT}, is in no trade group and pays no commission in the discount asset
     */
    public static AccountSettings of(long accountId) {
        return new AccountSettings(accountId, -1, true, List.of("SPOT"), false, null, List.of());
    }

    /**
     * These settings in a trade group.
     *
     * @param group the group; -1 for none
     * @return a copy
     */
    public AccountSettings withTradeGroupId(long group) {
        return new AccountSettings(accountId, group, canTrade, permissions, discountEnabled, standard, assetFilters);
    }

    /**
     * These settings with commission paid in the discount asset, or not.
     *
     * @param enabled whether it is
     * @return a copy
     */
    public AccountSettings withDiscount(boolean enabled) {
        return new AccountSettings(accountId, tradeGroupId, canTrade, permissions, enabled, standard, assetFilters);
    }

    /**
     * These settings with asset filters.
     *
     * @param filters the filters
     * @return a copy
     */
    public AccountSettings withAssetFilters(List<Filter.MaxAsset> filters) {
        return new AccountSettings(accountId, tradeGroupId, canTrade, permissions, discountEnabled, standard, filters);
    }
}
