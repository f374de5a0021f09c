/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The orders at one price, first come first served. */
final class Level {

    private final BigDecimal price;
    private final Map<Long, Order> queue = new LinkedHashMap<>();
    private BigDecimal visible = BigDecimal.ZERO;

    Level(BigDecimal price) {
        this.price = price;
    }

    BigDecimal price() {
        return price;
    }

    BigDecimal visible() {
        return visible;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    Order first() {
        return queue.values().iterator().next();
    }

    Collection<Order> orders() {
        return queue.values();
    }

    void join(Order order) {
        order.visible(order.refill());
        queue.put(order.id(), order);
        visible = visible.add(order.visible());
    }

    void leave(Order order) {
        queue.remove(order.id());
        visible = visible.subtract(order.visible());
        order.visible(BigDecimal.ZERO);
    }

    void show(Order order, BigDecimal shown) {
        visible = visible.subtract(order.visible()).add(shown);
        order.visible(shown);
    }

    PriceLevel snapshot() {
        return new PriceLevel(price, visible);
    }
}
