/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The orders of a symbol that wait to be filled, by price and then by time. Tells each change of a price level. */
final class Book {

    private final NavigableMap<BigDecimal, Level> bids = new TreeMap<>(Collections.reverseOrder());
    private final NavigableMap<BigDecimal, Level> asks = new TreeMap<>();
    private final BiConsumer<Side, PriceLevel> changes;

    Book(BiConsumer<Side, PriceLevel> changes) {
        this.changes = changes;
    }

    /** The levels of a side, the best first. */
    Collection<Level> levels(boolean bidSide) {
        return side(bidSide).values();
    }

    @Nullable Level best(boolean bidSide) {
        Map.Entry<BigDecimal, Level> best = side(bidSide).firstEntry();
        return best == null ? null : best.getValue();
    }

    /** The price of the level so far behind the best; null when there are not so many. */
    @Nullable BigDecimal priceOf(boolean bidSide, int offset) {
        return side(bidSide).keySet().stream().skip(offset).findFirst().orElse(null);
    }

    void add(Order order) {
        Level level = side(order.isBuy()).computeIfAbsent(order.bookPrice(), Level::new);
        level.join(order);
        changed(order, level);
    }

    /** Also of an order that is not on the book. */
    void remove(Order order) {
        Level level = levelOf(order);
        if (level == null || !level.orders().contains(order)) {
            return;
        }
        level.leave(order);
        if (level.isEmpty()) {
            side(order.isBuy()).remove(level.price());
        }
        changed(order, level);
    }

    /** Part of what an order showed is gone; an iceberg order that shows nothing any more goes to the end of the queue. */
    void taken(Order order, BigDecimal qty) {
        Level level = levelOf(order);
        if (level == null) {
            throw new IllegalStateException("not on the book");
        }
        level.show(order, order.visible().subtract(qty));
        if (order.visible().signum() == 0 && order.remaining().signum() > 0) {
            level.leave(order);
            level.join(order);
        }
        changed(order, level);
    }

    /** An order got smaller where it stands. */
    void shrunk(Order order) {
        Level level = levelOf(order);
        if (level != null && level.orders().contains(order)) {
            level.show(order, order.visible().min(order.remaining()));
            changed(order, level);
        }
    }

    List<PriceLevel> snapshot(boolean bidSide, int limit) {
        return levels(bidSide).stream().limit(limit).map(Level::snapshot).toList();
    }

    private @Nullable Level levelOf(Order order) {
        BigDecimal price = order.price();
        return price == null ? null : side(order.isBuy()).get(price);
    }

    private NavigableMap<BigDecimal, Level> side(boolean bidSide) {
        return bidSide ? bids : asks;
    }

    private void changed(Order order, Level level) {
        changes.accept(order.request().side(), level.snapshot());
    }
}
