/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.OrderListAnswer;
import io.github.binancereactive.core.model.trade.OrderResponseType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A new list of orders that depend on each other. Immutable: each method returns a new one, or throws an {@link IllegalArgumentException} that names the parameter and the rule
 * it breaks.
 *
 * @param <T> the kind of list
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#order-lists">Order lists</a>
 */
public abstract sealed class NewOrderList<T extends NewOrderList<T>>
        permits OcoOrder, OtoOrder, OtocoOrder, OpoOrder, OpocoOrder {

    /** What a single order says that in a list is said once for all. */
    private static final Set<String> OF_THE_LIST = Set.of("newOrderRespType", "selfTradePreventionMode", "recvWindow");

    final Call<OrderListAnswer> call;

    NewOrderList(Call<OrderListAnswer> call) {
        this.call = call;
    }

    abstract T copy(Call<OrderListAnswer> with);

    /**
     * This list by an id of the caller's. Without one, a client gives it an id of its own, another for each subscription.
     *
     * @param clientOrderId unique among the account's open lists: up to 36 letters, digits, hyphens and underscores
     * @return a new list
     */
    public T listClientOrderId(String clientOrderId) {
        return with("listClientOrderId", clientOrderId);
    }

    /**
     * This list, its orders answered with more or less.
     *
     * @param type how much the answer says of each order
     * @return a new list
     */
    public T responseType(OrderResponseType type) {
        return with("newOrderRespType", type);
    }

    /**
     * This list with another way to prevent trades with its own account than is the symbol's default.
     *
     * @param mode one that the symbol allows
     * @return a new list
     */
    public T selfTradePrevention(SelfTradePreventionMode mode) {
        return with("selfTradePreventionMode", mode);
    }

    /**
     * This list, refused by the exchange when it arrives later than that after it was signed.
     *
     * @param window at most a minute, not finer than a microsecond
     * @return a new list
     */
    public T recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * The call that places it.
     *
     * @return an immutable call
     */
    public Call<OrderListAnswer> call() {
        return call;
    }

    private T with(String name, Object value) {
        return copy(Terms.none().with(name, value).addTo(call));
    }

    /** The call of a list, made of the parameters of its orders. */
    @SafeVarargs
    static Call<OrderListAnswer> call(Endpoint<OrderListAnswer> endpoint, Map<String, Object>... parts) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Map<String, Object> part : parts) {
            all.putAll(part);
        }
        return Call.of(endpoint).withAll(all).complete();
    }

    /** What an order says, as the order of a list that has this prefix; the symbol is the list's. */
    static Map<String, Object> prefixed(String prefix, OrderTerms<?> order) {
        Map<String, Object> prefixed = new LinkedHashMap<>();
        order.order.parameters().forEach((name, value) -> {
            if (OF_THE_LIST.contains(name)) {
                throw new IllegalArgumentException(
                        "'" + name + "' is said once for the whole list, not for its " + prefix + " order");
            }
            if (!name.equals("symbol")) {
                prefixed.put(prefixed(prefix, name.equals("newClientOrderId") ? "clientOrderId" : name), value);
            }
        });
        return prefixed;
    }

    private static String prefixed(String prefix, String name) {
        return prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The working order and the symbol of the list, which is its own. */
    static Map<String, Object> working(NewOrder order) {
        Map<String, Object> working = new LinkedHashMap<>(Map.of("symbol", order.symbol()));
        working.putAll(prefixed("working", order));
        return working;
    }

    /** @throws IllegalArgumentException when the orders of a list are on different symbols */
    static void sameSymbol(NewOrder working, String pending) {
        if (!working.symbol().equals(pending)) {
            throw new IllegalArgumentException(
                    "'symbol' must be the same for all orders of a list, not " + working.symbol() + " and " + pending);
        }
    }
}
