/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a symbol takes from an account, before any filter: that it trades, the order type with its parameters, and the
 * features that it has to allow.
 */
final class SymbolRules {

    private SymbolRules() {}

    static void mayTrade(Account account, Market market) {
        mayAct(account);
        if (!isPermitted(market.info().permissionSets(), account.settings().permissions())) {
            throw Refusals.rejected("This symbol is not permitted for this account.");
        }
        if (market.info().status() != SymbolStatus.TRADING) {
            throw Refusals.invalid("Market is closed.");
        }
    }

    static void mayAct(Account account) {
        if (!account.settings().canTrade()) {
            throw Refusals.rejected("This account may not place or cancel orders.");
        }
    }

    private static boolean isPermitted(List<List<String>> sets, List<String> permissions) {
        return sets.stream().allMatch(set -> set.isEmpty() || set.stream().anyMatch(permissions::contains));
    }

    static void check(SymbolInfo info, OrderRequest request, boolean isPaid) {
        features(info, request);
        parameters(request, isPaid);
        if (request.isPegged()) {
            peg(info, request);
        }
        amounts(request);
    }

    private static void features(SymbolInfo info, OrderRequest request) {
        if (!info.orderTypes().contains(request.type())) {
            throw Refusals.unsupported(request.type());
        }
        if (request.isIceberg() && !info.icebergAllowed()) {
            throw Refusals.invalid("Iceberg orders are not supported for this symbol.");
        }
        if (request.quoteOrderQty() != null && !info.quoteOrderQtyMarketAllowed()) {
            throw Refusals.invalid("Quote order qty market orders are not support for this symbol.");
        }
        if (request.trailingDelta() != null && !info.allowTrailingStop()) {
            throw Refusals.invalid("Trailing stop orders are not supported for this symbol.");
        }
        SelfTradePreventionMode mode = request.selfTradePreventionMode();
        if (mode != info.defaultSelfTradePreventionMode()
                && !info.allowedSelfTradePreventionModes().contains(mode)) {
            throw Refusals.invalid("This symbol does not allow the specified self-trade prevention mode.");
        }
    }

    private static void parameters(OrderRequest request, boolean isPaid) {
        boolean isMarket = Lifecycle.isMarket(request.type());
        if (!isPaid && request.quoteOrderQty() == null) {
            require("quantity", request.quantity());
        }
        if (!isMarket && !request.isPegged()) {
            require("price", request.price());
        }
        if (!isMarket && request.type() != OrderType.LIMIT_MAKER) {
            require("timeInForce", request.timeInForce());
        }
        if (Desk.isAlgo(request.type()) && request.trailingDelta() == null) {
            require("stopPrice", request.stopPrice());
        }
        boolean isGoodTillCanceled = request.timeInForce() == null || request.timeInForce() == TimeInForce.GTC;
        if (request.isIceberg() && (isMarket || !isGoodTillCanceled)) {
            throw Refusals.unsupportedCombination();
        }
    }

    private static void require(String parameter, @Nullable Object value) {
        if (value == null) {
            throw Refusals.mandatory(parameter);
        }
    }

    private static void peg(SymbolInfo info, OrderRequest request) {
        if (!info.pegInstructionsAllowed()) {
            throw Refusals.invalid("Pegged orders are not supported for this symbol.");
        }
        if (Lifecycle.isMarket(request.type())) {
            throw Refusals.invalid("This order type may not use pegged price.");
        }
        boolean isPrimary = request.pegPriceType() == PegPriceType.PRIMARY_PEG;
        if (request.type() == OrderType.LIMIT_MAKER && !isPrimary) {
            throw Refusals.invalid("This price peg cannot be used with this order type.");
        }
        if (request.type() == OrderType.LIMIT && isPrimary && request.timeInForce() != TimeInForce.GTC) {
            throw Refusals.unsupportedCombination();
        }
    }

    private static void amounts(OrderRequest request) {
        BigDecimal qty = request.quantity();
        boolean priced = !Lifecycle.isMarket(request.type()) && !request.isPegged();
        boolean noPrice = priced && request.price() != null && request.price().signum() <= 0;
        boolean noQty = (qty != null && qty.signum() <= 0)
                || (request.quoteOrderQty() != null && request.quoteOrderQty().signum() <= 0);
        if (noPrice || noQty) {
            throw Refusals.invalid("Price * QTY is zero or less.");
        }
        if (qty != null && request.icebergQty() != null && request.icebergQty().compareTo(qty) > 0) {
            throw Refusals.invalid("IcebergQty exceeds QTY.");
        }
    }
}
