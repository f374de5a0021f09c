/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

import java.util.List;
import java.util.Optional;

/**
 * A symbol: what is traded against what, and by which rules.
 *
 * @param symbol name, such as {@code BTCUSDT}; may hold non-ASCII characters
 * @param status whether it can be traded
 * @param baseAsset the asset that is bought and sold
 * @param baseAssetPrecision decimal places of quantities
 * @param quoteAsset the asset that it is paid in
 * @param quotePrecision decimal places of prices; the exchange means to drop this in favour of {@code
 *     quoteAssetPrecision}
 * @param quoteAssetPrecision decimal places of amounts in the quote asset
 * @param baseCommissionPrecision decimal places of commissions in the base asset
 * @param quoteCommissionPrecision decimal places of commissions in the quote asset
 * @param orderTypes the order types it takes
 * @param icebergAllowed whether iceberg orders are taken
 * @param ocoAllowed whether one-cancels-the-other order lists are taken
 * @param otoAllowed whether one-triggers-the-other order lists are taken
 * @param opoAllowed whether one-pays-the-other order lists are taken
 * @param quoteOrderQtyMarketAllowed whether market orders by quote quantity are taken
 * @param allowTrailingStop whether trailing stops are taken
 * @param cancelReplaceAllowed whether an order can be canceled and replaced in one request
 * @param amendAllowed whether an order's quantity can be reduced in place
 * @param pegInstructionsAllowed whether pegged orders are taken
 * @param isSpotTradingAllowed whether it trades on Spot
 * @param isMarginTradingAllowed whether it trades on margin
 * @param filters the rules an order must obey
 * @param permissions permissions in the old form, now always empty
 * @param permissionSets what an account needs: of every inner list at least one. Plain texts because the exchange adds
 *     trading groups all the time
 * @param defaultSelfTradePreventionMode the mode of an order that names none
 * @param allowedSelfTradePreventionModes the modes that an order may name
 */
public record SymbolInfo(
        String symbol,
        SymbolStatus status,
        String baseAsset,
        int baseAssetPrecision,
        String quoteAsset,
        int quotePrecision,
        int quoteAssetPrecision,
        int baseCommissionPrecision,
        int quoteCommissionPrecision,
        List<OrderType> orderTypes,
        boolean icebergAllowed,
        boolean ocoAllowed,
        boolean otoAllowed,
        boolean opoAllowed,
        boolean quoteOrderQtyMarketAllowed,
        boolean allowTrailingStop,
        boolean cancelReplaceAllowed,
        boolean amendAllowed,
        boolean pegInstructionsAllowed,
        boolean isSpotTradingAllowed,
        boolean isMarginTradingAllowed,
        List<Filter> filters,
        List<String> permissions,
        List<List<String>> permissionSets,
        SelfTradePreventionMode defaultSelfTradePreventionMode,
        List<SelfTradePreventionMode> allowedSelfTradePreventionModes) {

    /** Copies the lists. */
    public SymbolInfo {
        orderTypes = List.copyOf(orderTypes);
        filters = List.copyOf(filters);
        permissions = List.copyOf(permissions);
        permissionSets = deepCopy(permissionSets);
        allowedSelfTradePreventionModes = List.copyOf(allowedSelfTradePreventionModes);
    }

    /**
     * The filter of one kind.
     *
     * @param kind a record of {@link Filter}, such as {@code Filter.LotSize.class}
     * @param <F> that kind
     * @return empty when the symbol doesn't have it
     */
    public <F extends Filter> Optional<F> filter(Class<F> kind) {
        return filters.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** What is immutable already, as the lists of a codec are, stays as it is: a full answer has thousands of them. */
    @SuppressWarnings("ReferenceEquality") // copyOf returns its argument if and only if that is immutable
    private static List<List<String>> deepCopy(List<List<String>> sets) {
        for (List<String> set : sets) {
            if (List.copyOf(set) != set) {
                return sets.stream().map(List::copyOf).toList();
            }
        }
        return List.copyOf(sets);
    }
}
