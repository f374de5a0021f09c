/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import static io.github.binancereactive.testkit.exchange.OrderQueryMethods.query;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.RateLimitUsage;
import io.github.binancereactive.testkit.matching.AccountSettings;
import io.github.binancereactive.testkit.matching.BalanceSnapshot;
import io.github.binancereactive.testkit.matching.CommissionRates;
import io.github.binancereactive.testkit.matching.Commissions;
import io.github.binancereactive.testkit.matching.SymbolSettings;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The methods that ask for the account itself: money, commission, limits, filters.
 *
 * @param venue what they work on
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/account-endpoints">Account
 *     endpoints</a>
 */
record AccountMethods(Venue venue) {

    private static final int BASIS_POINTS = 4;

    void addTo(MethodTable table) {
        table.add(
                "GET /api/v3/account",
                "account.status",
                query(this::account, "omitZeroBalances").weighing(20));
        table.add(
                "GET /api/v3/rateLimit/order",
                "account.rateLimits.orders",
                query(this::unfilledOrders).weighing(40));
        table.add(
                "GET /api/v3/account/commission",
                "account.commission",
                query(this::commission, "symbol").weighing(20));
        table.add(
                "GET /api/v3/myFilters",
                "myFilters",
                query(this::filters, "symbol").weighing(40));
    }

    private JsonNode account(Request request) {
        boolean omitZero = request.arguments().flag("omitZeroBalances");
        long id = venue.account(request);
        AccountSettings settings = venue.engine().records().settings(id);
        ObjectNode json = Json.object();
        rates(json, standard(settings));
        json.put("canTrade", settings.canTrade())
                .put("canWithdraw", true)
                .put("canDeposit", true)
                .put("brokered", false)
                .put("requireSelfTradePrevention", false)
                .put("preventSor", false)
                .put("updateTime", request.unit().of(venue.accounts().updatedAt(id)))
                .put("accountType", "SPOT");
        balances(json.putArray("balances"), venue.engine().records().balances(id), omitZero);
        ArrayNode permissions = json.putArray("permissions");
        settings.permissions().forEach(permissions::add);
        return json.put("uid", id);
    }

    /** The account's own rates, or those of the first symbol, since the exchange shows one set for all of them. */
    private CommissionRates standard(AccountSettings settings) {
        if (settings.standard() != null) {
            return settings.standard();
        }
        List<SymbolSettings> symbols = venue.engine().marketData().symbols();
        return symbols.isEmpty() ? CommissionRates.NONE : symbols.get(0).standard();
    }

    private static void rates(ObjectNode json, CommissionRates rates) {
        json.put("makerCommission", basisPoints(rates.maker()))
                .put("takerCommission", basisPoints(rates.taker()))
                .put("buyerCommission", basisPoints(rates.buyer()))
                .put("sellerCommission", basisPoints(rates.seller()));
        set(json, "commissionRates", rates);
    }

    private static int basisPoints(BigDecimal rate) {
        return rate.movePointRight(BASIS_POINTS).intValue();
    }

    private static void balances(ArrayNode json, List<BalanceSnapshot> balances, boolean omitZero) {
        for (BalanceSnapshot balance : balances) {
            if (!omitZero || balance.free().add(balance.locked()).signum() > 0) {
                json.addObject()
                        .put("asset", balance.asset())
                        .put("free", JsonNumbers.decimal(balance.free()))
                        .put("locked", JsonNumbers.decimal(balance.locked()));
            }
        }
    }

    private JsonNode unfilledOrders(Request request) {
        ArrayNode json = Json.array();
        venue.engine()
                .records()
                .unfilledOrders(venue.account(request), request.nowMicros())
                .forEach(usage -> json.add(usage(usage)));
        return json;
    }

    /** A limit and how much of it is used. */
    static ObjectNode usage(RateLimitUsage usage) {
        return Json.object()
                .put("rateLimitType", usage.limit().rateLimitType().name())
                .put("interval", usage.limit().interval().name())
                .put("intervalNum", usage.limit().intervalNum())
                .put("limit", usage.limit().limit())
                .put("count", usage.count());
    }

    private JsonNode commission(Request request) {
        Commissions commissions =
                venue.engine().records().commissions(venue.account(request), venue.symbolName(request));
        ObjectNode json = Json.object().put("symbol", commissions.symbol());
        set(json, "standardCommission", commissions.standard());
        set(json, "specialCommission", commissions.special());
        set(json, "taxCommission", commissions.tax());
        discount(json, commissions.discount());
        return json;
    }

    private static void set(ObjectNode json, String name, CommissionRates rates) {
        json.putObject(name)
                .put("maker", JsonNumbers.decimal(rates.maker()))
                .put("taker", JsonNumbers.decimal(rates.taker()))
                .put("buyer", JsonNumbers.decimal(rates.buyer()))
                .put("seller", JsonNumbers.decimal(rates.seller()));
    }

    static void discount(ObjectNode json, Commissions.Discount discount) {
        json.putObject("discount")
                .put("enabledForAccount", discount.enabledForAccount())
                .put("enabledForSymbol", discount.enabledForSymbol())
                .put("discountAsset", discount.discountAsset())
                .put("discount", JsonNumbers.decimal(discount.discount()));
    }

    private JsonNode filters(Request request) {
        ListedSymbol symbol = venue.symbol(request);
        ObjectNode json = Json.object();
        json.set("exchangeFilters", venue.listing().exchangeFilters());
        json.set("symbolFilters", Json.MAPPER.readTree(symbol.json()).path("filters"));
        ArrayNode assets = json.putArray("assetFilters");
        for (Filter.MaxAsset filter :
                venue.engine().records().settings(venue.account(request)).assetFilters()) {
            assets.addObject()
                    .put("filterType", filter.filterType())
                    .put("asset", filter.asset())
                    .put("limit", JsonNumbers.decimal(filter.limit()));
        }
        return json;
    }
}
