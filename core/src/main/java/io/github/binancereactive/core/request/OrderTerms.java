/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What single orders and the orders of a list have in common. Immutable: each method that changes something returns a new object, or
 * throws an {@link IllegalArgumentException} that names the parameter and the rule it breaks.
 *
 * @param <T> the kind of order
 */
public abstract sealed class OrderTerms<T extends OrderTerms<T>> permits NewOrder, OrderLeg {

    /** Checks what is said of the order; complete, or without what the list says. */
    final Call<OrderAnswer> order;

    OrderTerms(Call<OrderAnswer> order) {
        this.order = order;
    }

    abstract T copy(Call<OrderAnswer> with);

    final T with(String name, Object value) {
        return with(Terms.none().with(name, value));
    }

    final T with(Terms more) {
        return copy(more.addTo(order));
    }

    /**
     * This order, active for another time. For orders with a limit price, but not LIMIT_MAKER, which are GTC otherwise.
     *
     * @param timeInForce how long it is active
     * @return a new order
     */
    public T timeInForce(TimeInForce timeInForce) {
        return with("timeInForce", timeInForce);
    }

    /**
     * This order as an iceberg order. For orders with a limit price that are GTC.
     *
     * @param icebergQty the visible quantity, not more than the whole
     * @return a new order
     */
    public T icebergQty(BigDecimal icebergQty) {
        return with("icebergQty", icebergQty);
    }

    /**
     * This order, trailing. For orders with a stop price, which then is where it begins to follow the market.
     *
     * @param trailingDelta how far the price has to turn to trigger it, in basis points: 100 is one percent
     * @return a new order
     */
    public T trailingDelta(long trailingDelta) {
        return with("trailingDelta", trailingDelta);
    }

    /**
     * This order, its price following the book. For orders with a limit price, which then has to pass the filters all the same.
     *
     * @param peg which price it follows; LIMIT_MAKER only takes {@link Peg#primary()}, and with that a LIMIT order is GTC
     * @return a new order
     */
    public T pegged(Peg peg) {
        return with(Terms.none().peg(peg));
    }

    /**
     * This order as part of a strategy.
     *
     * @param strategyId the caller's own
     * @return a new order
     */
    public T strategy(long strategyId) {
        return with("strategyId", strategyId);
    }

    /**
     * This order as part of a strategy of a kind.
     *
     * @param strategyId the caller's own
     * @param strategyType the caller's own, at least 1000000
     * @return a new order
     */
    public T strategy(long strategyId, int strategyType) {
        return with(Terms.none().with("strategyId", strategyId).with("strategyType", strategyType));
    }

    /**
     * This order by an id of the caller's. Without one, a client gives it an id of its own, another for each subscription.
     *
     * @param clientOrderId unique among the account's open orders: up to 36 letters, digits, hyphens and underscores
     * @return a new order
     */
    public T clientOrderId(String clientOrderId) {
        return with("newClientOrderId", clientOrderId);
    }

    /**
     * Its type.
     *
     * @return any but UNKNOWN
     */
    public OrderType type() {
        return OrderType.valueOf(Objects.requireNonNull(value("type", String.class)));
    }

    /**
     * How long it is active.
     *
     * @return null when its type has no time in force
     */
    public @Nullable TimeInForce timeInForce() {
        String word = value("timeInForce", String.class);
        return word == null ? null : TimeInForce.valueOf(word);
    }

    /**
     * The limit price.
     *
     * @return null when its type has none, or it is pegged without one
     */
    public @Nullable BigDecimal price() {
        return value("price", BigDecimal.class);
    }

    /**
     * The price that triggers it, or from which on it trails.
     *
     * @return null when it has none
     */
    public @Nullable BigDecimal stopPrice() {
        return value("stopPrice", BigDecimal.class);
    }

    /**
     * How far the price has to turn to trigger it.
     *
     * @return in basis points; null when it doesn't trail
     */
    public @Nullable Long trailingDelta() {
        return value("trailingDelta", Long.class);
    }

    /**
     * The visible quantity.
     *
     * @return null when it is no iceberg order
     */
    public @Nullable BigDecimal icebergQty() {
        return value("icebergQty", BigDecimal.class);
    }

    /**
     * Which price it follows.
     *
     * @return null when it isn't pegged
     */
    public @Nullable Peg peg() {
        String word = value("pegPriceType", String.class);
        Long offset = value("pegOffsetValue", Long.class);
        return word == null ? null : new Peg(PegPriceType.valueOf(word), offset == null ? null : offset.intValue());
    }

    /**
     * The caller's number for its strategy.
     *
     * @return null when there is none
     */
    public @Nullable Long strategyId() {
        return value("strategyId", Long.class);
    }

    /**
     * The caller's number for the kind of its strategy.
     *
     * @return null when there is none
     */
    public @Nullable Integer strategyType() {
        Long type = value("strategyType", Long.class);
        return type == null ? null : type.intValue();
    }

    /**
     * The caller's id for it.
     *
     * @return null when the client is to give it one
     */
    public @Nullable String clientOrderId() {
        return value("newClientOrderId", String.class);
    }

    final <V> @Nullable V value(String name, Class<V> kind) {
        return kind.cast(order.parameters().get(name));
    }

    /** Equal when they say the same; a leg never says what an order says. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof OrderTerms<?> terms && order.parameters().equals(terms.order.parameters());
    }

    @Override
    public final int hashCode() {
        return order.parameters().hashCode();
    }
}
