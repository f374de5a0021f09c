/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.OrderReport;
import io.github.binancereactive.core.model.user.ExecutionReport;
import io.github.binancereactive.core.model.user.UserDataEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the orders of one account stand, folded from whatever says something about them, in whatever order and however often it
 * comes. A state never goes backwards: an order that has ended stays so, and what was filled never decreases. For one thread at a
 * time.
 *
 * <p>The last {@value #OPEN} orders that have not ended as far as is known are kept, and the last {@value #ENDED} of those that have:
 * what comes late about one that was forgotten looks like a new order. An order whose end was missed is open for ever here.
 */
public final class OrderStates {

    /** How many orders that have not ended are remembered. */
    public static final int OPEN = 100_000;

    /** How many orders that have ended are remembered. */
    public static final int ENDED = 10_000;

    private final Map<Key, OrderState> open = new LinkedHashMap<>();
    private final Map<Key, OrderState> ended = new LinkedHashMap<>();

    record Key(String symbol, long orderId) {

        static Key of(OrderState state) {
            return new Key(state.symbol(), state.orderId());
        }
    }

    /** Knows of no order yet. */
    public OrderStates() {}

    /**
     * An event came.
     *
     * @param event any event; only execution reports say something about orders
     * @return the state of its order, if that has changed
     */
    public Optional<OrderState> accept(UserDataEvent event) {
        return event instanceof ExecutionReport report ? fold(OrderState.of(report)) : Optional.empty();
    }

    /**
     * A new order was taken.
     *
     * @param answer the answer; one that only acknowledges the order says nothing about its state
     * @return the state of its order, if that has changed
     */
    public Optional<OrderState> accept(OrderAnswer answer) {
        return answer instanceof OrderReport report ? fold(OrderState.of(report)) : Optional.empty();
    }

    /**
     * The exchange was asked for an order.
     *
     * @param order the answer
     * @return the state of the order, if that has changed
     */
    public Optional<OrderState> accept(Order order) {
        return fold(OrderState.of(order));
    }

    /**
     * The orders that have not ended.
     *
     * @return a copy, in the order in which they became known
     */
    public List<OrderState> open() {
        return List.copyOf(open.values());
    }

    /**
     * How an order stands.
     *
     * @param symbol its symbol
     * @param orderId its number
     * @return empty when nothing is known of it
     */
    public Optional<OrderState> order(String symbol, long orderId) {
        Key key = new Key(symbol, orderId);
        return Optional.ofNullable(open.getOrDefault(key, ended.get(key)));
    }

    /** The exchange doesn't know it any more. */
    void forget(Key key) {
        open.remove(key);
    }

    /** Forgets everything. */
    void clear() {
        open.clear();
        ended.clear();
    }

    private Optional<OrderState> fold(OrderState next) {
        Key key = Key.of(next);
        OrderState present = open.getOrDefault(key, ended.get(key));
        OrderState later = present == null ? next : later(present, next);
        if (later.equals(present)) {
            return Optional.empty();
        }
        keep(key, later);
        return present != null && later.isSame(present) ? Optional.empty() : Optional.of(later);
    }

    /** The later of both, whichever came first. */
    private static OrderState later(OrderState present, OrderState next) {
        boolean goesOn = next.isLaterThan(present);
        OrderState later = goesOn ? next : present;
        OrderState earlier = goesOn ? present : next;
        return earlier.executedQty().compareTo(later.executedQty()) > 0 ? later.withFillsOf(earlier) : later;
    }

    private void keep(Key key, OrderState state) {
        if (!state.isEnded()) {
            put(open, OPEN, key, state);
            return;
        }
        open.remove(key);
        put(ended, ENDED, key, state);
    }

    private static void put(Map<Key, OrderState> states, int most, Key key, OrderState state) {
        states.put(key, state);
        if (states.size() > most) {
            states.remove(states.keySet().iterator().next());
        }
    }
}
