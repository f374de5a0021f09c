/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What filters need to know beside the order. Everything may be unknown: the filters that need it are then reported as
 * undecided. Immutable; each {@code with} method returns a new context.
 *
 * @param referencePrice the symbol's reference price; null when it has none or it isn't known
 * @param averagePrice the volume weighted average of the minutes that the symbol's filters name ({@code avgPriceMins})
 * @param lastPrice the price of the last trade, which counts where {@code avgPriceMins} is 0
 * @param onSymbol the account's open orders on the symbol
 * @param onExchange the account's open orders on the exchange
 * @param position free and locked balance of the base asset and the quantity of all open buys
 * @param amendments how often the order to be amended was amended already
 */
public record OrderContext(
        @Nullable BigDecimal referencePrice,
        @Nullable BigDecimal averagePrice,
        @Nullable BigDecimal lastPrice,
        @Nullable OpenOrders onSymbol,
        @Nullable OpenOrders onExchange,
        @Nullable BigDecimal position,
        @Nullable Integer amendments) {

    /** Nothing is known. */
    public static final OrderContext UNKNOWN = new OrderContext(null, null, null, null, null, null, null);

    /**
     * This context with a reference price.
     *
     * @param price the symbol's reference price
     * @return a new context
     */
    public OrderContext withReferencePrice(BigDecimal price) {
        Objects.requireNonNull(price, "price");
        return new OrderContext(price, averagePrice, lastPrice, onSymbol, onExchange, position, amendments);
    }

    /**
     * This context with the average price, as {@code avgPrice} answers it.
     *
     * @param price volume weighted average
     * @return a new context
     */
    public OrderContext withAveragePrice(BigDecimal price) {
        Objects.requireNonNull(price, "price");
        return new OrderContext(referencePrice, price, lastPrice, onSymbol, onExchange, position, amendments);
    }

    /**
     * This context with the price of the last trade.
     *
     * @param price last price
     * @return a new context
     */
    public OrderContext withLastPrice(BigDecimal price) {
        Objects.requireNonNull(price, "price");
        return new OrderContext(referencePrice, averagePrice, price, onSymbol, onExchange, position, amendments);
    }

    /**
     * This context with the account's open orders.
     *
     * @param symbol those on the symbol
     * @param exchange those on the exchange
     * @return a new context
     */
    public OrderContext withOpenOrders(OpenOrders symbol, OpenOrders exchange) {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(exchange, "exchange");
        return new OrderContext(referencePrice, averagePrice, lastPrice, symbol, exchange, position, amendments);
    }

    /**
     * This context with the account's position.
     *
     * @param held free and locked balance of the base asset and the quantity of all open buys
     * @return a new context
     */
    public OrderContext withPosition(BigDecimal held) {
        Objects.requireNonNull(held, "held");
        return new OrderContext(referencePrice, averagePrice, lastPrice, onSymbol, onExchange, held, amendments);
    }

    /**
     * This context with the number of amendments.
     *
     * @param count how often the order was amended already
     * @return a new context
     */
    public OrderContext withAmendments(int count) {
        return new OrderContext(referencePrice, averagePrice, lastPrice, onSymbol, onExchange, position, count);
    }

    /** The price that stands for a market's in a filter: the reference price, else the average, else the last price. */
    @Nullable BigDecimal marketPrice(int avgPriceMins) {
        if (referencePrice != null) {
            return referencePrice;
        }
        return avgPriceMins == 0 ? lastPrice : averagePrice;
    }
}
