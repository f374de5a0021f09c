/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.trade.ExecutionType;
import io.github.binancereactive.testkit.matching.OrderEvent;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which orders were placed by smart order routing: the engine doesn't know, and their reports say so. Confined to the
 * simulator's event loop.
 */
final class RoutedOrders {

    private static final long NONE = -1;
    private static final long NO_TRADE = -1;

    private final Set<String> orders = new HashSet<>();
    private long placing = NONE;
    private long nextAllocation;
    private @Nullable String placed;

    /**
     * What a report says besides.
     *
     * @param floor where the order works
     * @param allocation the allocation that a fill is; null when it is none
     */
    record Routing(String floor, @Nullable Long allocation) {

        void addTo(ObjectNode json) {
            if (allocation != null) {
                json.put("t", NO_TRADE).put("b", "ONE_PARTY_TRADE_REPORT").put("a", allocation);
            }
            json.put("k", floor).put("uS", true);
        }
    }

    /** The next new order of the account is one, and its fills are allocations, until {@link #end}. */
    void begin(long account, long firstAllocation) {
        placing = account;
        nextAllocation = firstAllocation;
        placed = null;
    }

    void end() {
        placing = NONE;
        placed = null;
    }

    /** Null for an order that was not routed. Asked once for each event. */
    @Nullable Routing of(OrderEvent event) {
        String order = event.order().symbol() + " " + event.order().orderId();
        boolean isNew = event.executionType() == ExecutionType.NEW;
        if (placing == event.order().accountId() && placed == null && isNew) {
            placed = order;
            orders.add(order);
        }
        if (!orders.contains(order)) {
            return null;
        }
        boolean now = order.equals(placed);
        return new Routing(now ? "SOR" : "EXCHANGE", now && event.fill() != null ? nextAllocation++ : null);
    }
}
