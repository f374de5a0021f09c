/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.OrderType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The orders that wait for a price. An order with a stop price waits for that; a trailing order follows the price from
 * then on, or from its placement, and waits for a step back.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/trailing-stop-faq">Trailing Stop</a>
 */
final class TriggerWatch {

    private static final BigDecimal BASIS_POINTS = BigDecimal.valueOf(10_000);

    private final NavigableMap<BigDecimal, Map<Long, Order>> rising = new TreeMap<>();
    private final NavigableMap<BigDecimal, Map<Long, Order>> falling = new TreeMap<>();
    private final Map<Long, Order> trailing = new LinkedHashMap<>();

    /** Whether the price has to rise to the stop price. */
    static boolean isRising(OrderRequest request) {
        boolean stopLoss = request.type() == OrderType.STOP_LOSS || request.type() == OrderType.STOP_LOSS_LIMIT;
        return stopLoss == request.isBuy();
    }

    static boolean isReached(OrderRequest request, BigDecimal stopPrice, BigDecimal price) {
        int compared = price.compareTo(stopPrice);
        return isRising(request) ? compared >= 0 : compared <= 0;
    }

    void add(Order order) {
        BigDecimal stopPrice = order.request().stopPrice();
        if (stopPrice == null) {
            trailing.put(order.id(), order);
        } else {
            side(order)
                    .computeIfAbsent(stopPrice, price -> new LinkedHashMap<>())
                    .put(order.id(), order);
        }
    }

    void remove(Order order) {
        trailing.remove(order.id());
        BigDecimal stopPrice = order.request().stopPrice();
        Map<Long, Order> waiting = stopPrice == null ? null : side(order).get(stopPrice);
        if (waiting != null && waiting.remove(order.id()) != null && waiting.isEmpty()) {
            side(order).remove(stopPrice);
        }
    }

    private NavigableMap<BigDecimal, Map<Long, Order>> side(Order order) {
        return isRising(order.request()) ? rising : falling;
    }

    boolean isEmpty() {
        return rising.isEmpty() && falling.isEmpty() && trailing.isEmpty();
    }

    /** Takes out the orders that a trade at that price triggers, the oldest first. */
    List<Order> triggeredBy(BigDecimal price, long nowMicros) {
        List<Order> triggered = new ArrayList<>();
        followers(price, nowMicros, triggered);
        reached(rising.headMap(price, true), price, nowMicros, triggered);
        reached(falling.tailMap(price, true), price, nowMicros, triggered);
        triggered.sort(Comparator.comparingLong(Order::id));
        return triggered;
    }

    private void reached(
            Map<BigDecimal, Map<Long, Order>> stops, BigDecimal price, long nowMicros, List<Order> triggered) {
        for (Map<Long, Order> orders : stops.values()) {
            for (Order order : orders.values()) {
                if (order.request().trailingDelta() == null) {
                    triggered.add(order);
                } else {
                    order.tracks(price, nowMicros);
                    trailing.put(order.id(), order);
                }
            }
        }
        stops.clear();
    }

    private void followers(BigDecimal price, long nowMicros, List<Order> triggered) {
        Iterator<Order> orders = trailing.values().iterator();
        while (orders.hasNext()) {
            Order order = orders.next();
            if (follow(order, price, nowMicros)) {
                orders.remove();
                triggered.add(order);
            }
        }
    }

    /** A sale remembers the highest price and waits for a fall, a buy the lowest and waits for a rise. */
    private static boolean follow(Order order, BigDecimal price, long nowMicros) {
        BigDecimal extreme = order.extreme();
        if (extreme == null || isBetter(order.isBuy(), price, extreme)) {
            order.tracks(price, nowMicros);
            return false;
        }
        Integer delta = order.request().trailingDelta();
        return delta != null && hasSteppedBack(order.isBuy(), extreme, price, BigDecimal.valueOf(delta));
    }

    private static boolean isBetter(boolean isBuy, BigDecimal price, BigDecimal extreme) {
        return isBuy ? price.compareTo(extreme) < 0 : price.compareTo(extreme) > 0;
    }

    private static boolean hasSteppedBack(boolean isBuy, BigDecimal extreme, BigDecimal price, BigDecimal delta) {
        BigDecimal scaled = price.multiply(BASIS_POINTS);
        return isBuy
                ? scaled.compareTo(extreme.multiply(BASIS_POINTS.add(delta))) >= 0
                : scaled.compareTo(extreme.multiply(BASIS_POINTS.subtract(delta))) <= 0;
    }
}
