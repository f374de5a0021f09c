/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a fill costs: the three commissions, taken from what was received, or in the discount asset when the account
 * wants that, has enough of it, and it has a price.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/commission_faq">Commission Rates</a>
 */
final class Fees {

    private final EngineSettings settings;
    private final Map<String, Market> markets;

    Fees(EngineSettings settings, Map<String, Market> markets) {
        this.settings = settings;
        this.markets = markets;
    }

    /**
     * A commission.
     *
     * @param asset what it is paid in
     * @param amount how much
     */
    record Fee(String asset, BigDecimal amount) {}

    boolean isDiscountAsset(String asset) {
        return settings.discountAsset().equals(asset);
    }

    Commissions commissions(Account account, Market market) {
        SymbolSettings symbol = market.settings();
        CommissionRates own = account.settings().standard();
        return new Commissions(
                market.symbol(),
                own == null ? symbol.standard() : own,
                symbol.special(),
                symbol.tax(),
                new Commissions.Discount(
                        account.settings().discountEnabled(),
                        symbol.discountEnabled(),
                        settings.discountAsset(),
                        settings.discount()));
    }

    Fee of(Order order, boolean isMaker, BigDecimal received) {
        Market market = order.market();
        String asset = order.isBuy() ? market.base() : market.quote();
        Commissions rates = commissions(order.account(), market);
        BigDecimal standard = rates.standard().of(isMaker, order.isBuy());
        BigDecimal others =
                rates.special().of(isMaker, order.isBuy()).add(rates.tax().of(isMaker, order.isBuy()));
        Commissions.Discount discount = rates.discount();
        if (discount.enabledForAccount() && discount.enabledForSymbol()) {
            BigDecimal discounted = standard.multiply(discount.discount()).add(others);
            Fee fee = inDiscountAsset(order, asset, received.multiply(discounted), received);
            if (fee != null) {
                return fee;
            }
        }
        int precision = order.isBuy()
                ? market.info().baseCommissionPrecision()
                : market.info().quoteCommissionPrecision();
        return new Fee(asset, round(received.multiply(standard.add(others)), precision));
    }

    private @Nullable Fee inDiscountAsset(Order order, String asset, BigDecimal amount, BigDecimal received) {
        String discountAsset = settings.discountAsset();
        BigDecimal free = order.account().balance(discountAsset).free();
        if (asset.equals(discountAsset)) {
            return new Fee(
                    asset, round(amount.min(received), order.market().info().baseCommissionPrecision()));
        }
        BigDecimal converted = converted(asset, discountAsset, amount);
        return converted == null || converted.compareTo(free) > 0 ? null : new Fee(discountAsset, converted);
    }

    private @Nullable BigDecimal converted(String from, String to, BigDecimal amount) {
        Market direct = markets.get(to + from);
        BigDecimal price = direct == null ? null : direct.lastPrice();
        if (direct != null && price != null) {
            return amount.divide(price, direct.info().baseCommissionPrecision(), RoundingMode.DOWN);
        }
        Market inverse = markets.get(from + to);
        price = inverse == null ? null : inverse.lastPrice();
        return inverse == null || price == null
                ? null
                : round(amount.multiply(price), inverse.info().quoteCommissionPrecision());
    }

    private static BigDecimal round(BigDecimal amount, int precision) {
        return amount.scale() > precision ? amount.setScale(precision, RoundingMode.DOWN) : amount;
    }
}
