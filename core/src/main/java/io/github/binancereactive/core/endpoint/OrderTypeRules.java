/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an order must say and what it can't, which depends on its type: of a single order, or of one order of a list, whose
 * parameters have a prefix.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#new-order-trade">New
 *     order</a>
 */
final class OrderTypeRules {

    private static final Set<String> PEG = Set.of("pegPriceType", "pegOffsetType", "pegOffsetValue");
    private static final Set<String> TRIGGER = Set.of("stopPrice", "trailingDelta");
    private static final Set<String> LIMIT_PRICE = Set.of("price", "icebergQty");

    /** What each type takes beyond what all take. */
    private static final Map<String, List<Set<String>>> TAKES = Map.of(
            "LIMIT", List.of(Set.of("timeInForce"), LIMIT_PRICE, PEG),
            "LIMIT_MAKER", List.of(LIMIT_PRICE, PEG),
            "MARKET", List.of(Set.of("quoteOrderQty")),
            "STOP_LOSS", List.of(TRIGGER),
            "TAKE_PROFIT", List.of(TRIGGER),
            "STOP_LOSS_LIMIT", List.of(Set.of("timeInForce"), LIMIT_PRICE, PEG, TRIGGER),
            "TAKE_PROFIT_LIMIT", List.of(Set.of("timeInForce"), LIMIT_PRICE, PEG, TRIGGER));

    private static final List<String> NOT_FOR_ALL = List.of(
            "timeInForce",
            "quoteOrderQty",
            "price",
            "stopPrice",
            "trailingDelta",
            "icebergQty",
            "pegPriceType",
            "pegOffsetType",
            "pegOffsetValue");

    private final String prefix;
    private final String quantity;

    private OrderTypeRules(String prefix, String quantity) {
        this.prefix = prefix;
        this.quantity = quantity;
    }

    /** The rules of a single order. */
    static OrderTypeRules single() {
        return new OrderTypeRules("", "quantity");
    }

    /**
     * The rules of one order of a list.
     *
     * @param prefix what its parameters begin with
     * @param quantity the parameter that holds its quantity, which it may share
     */
    static OrderTypeRules leg(String prefix, String quantity) {
        return new OrderTypeRules(prefix, quantity);
    }

    /** The name that a parameter has behind a prefix. */
    static String name(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** What can't be said, whatever else will be said: {@link EndpointBuilder#where}. */
    void refuse(Map<String, Object> parameters) {
        Object type = value(parameters, "type");
        if (type != null) {
            refuseWhatTheTypeLacks(type, parameters);
            refusePegs(type, parameters);
        }
        refuseIcebergs(parameters);
    }

    private void refuseWhatTheTypeLacks(Object type, Map<String, Object> parameters) {
        List<Set<String>> takes = TAKES.get(type);
        if (takes == null) {
            return; // a type of the future: its rules are the exchange's business
        }
        for (String name : NOT_FOR_ALL) {
            if (value(parameters, name) != null && takes.stream().noneMatch(names -> names.contains(name))) {
                throw new IllegalArgumentException(
                        quoted(name) + " cannot be sent with " + quoted("type") + " " + type);
            }
        }
    }

    private void refusePegs(Object type, Map<String, Object> parameters) {
        Object peg = value(parameters, "pegPriceType");
        Object timeInForce = value(parameters, "timeInForce");
        if (type.equals("LIMIT_MAKER") && peg != null && !peg.equals("PRIMARY_PEG")) {
            throw new IllegalArgumentException(
                    quoted("pegPriceType") + " must be PRIMARY_PEG with " + quoted("type") + " LIMIT_MAKER");
        }
        if (type.equals("LIMIT") && "PRIMARY_PEG".equals(peg) && timeInForce != null && !timeInForce.equals("GTC")) {
            throw new IllegalArgumentException(
                    quoted("timeInForce") + " must be GTC with " + quoted("pegPriceType") + " PRIMARY_PEG");
        }
    }

    private void refuseIcebergs(Map<String, Object> parameters) {
        if (!(value(parameters, "icebergQty") instanceof BigDecimal visible)) {
            return;
        }
        Object timeInForce = value(parameters, "timeInForce");
        if (timeInForce != null && !timeInForce.equals("GTC")) {
            throw new IllegalArgumentException(quoted("timeInForce") + " must be GTC with " + quoted("icebergQty"));
        }
        if (parameters.get(quantity) instanceof BigDecimal whole && visible.compareTo(whole) > 0) {
            throw new IllegalArgumentException(quoted("icebergQty") + " must not be more than '" + quantity + "'");
        }
    }

    /** What has to be said: {@link EndpointBuilder#whenComplete}. */
    void demand(Map<String, Object> parameters) {
        Object type = value(parameters, "type");
        if (type == null || !TAKES.containsKey(type)) {
            return;
        }
        if (takes(type, "timeInForce")) {
            demand(type, parameters, "timeInForce");
        }
        if (takes(type, "price") && value(parameters, "pegPriceType") == null) {
            demand(type, parameters, "price");
        }
        if (takes(type, "stopPrice")) {
            demand(type, parameters, "stopPrice", "trailingDelta");
        }
        demandWholePegs(parameters);
    }

    /** Of a single order, whose quantity may be one of the quote asset. */
    void demandQuantity(Map<String, Object> parameters) {
        Object type = value(parameters, "type");
        if (type == null) {
            return;
        }
        if (type.equals("MARKET")) {
            demand(type, parameters, "quantity", "quoteOrderQty");
        } else {
            demand(type, parameters, "quantity");
        }
    }

    private void demandWholePegs(Map<String, Object> parameters) {
        boolean type = value(parameters, "pegOffsetType") != null;
        boolean value = value(parameters, "pegOffsetValue") != null;
        if (type != value) {
            throw new IllegalArgumentException(
                    quoted("pegOffsetType") + " and " + quoted("pegOffsetValue") + " must be given together");
        }
        if (type && value(parameters, "pegPriceType") == null) {
            throw new IllegalArgumentException(quoted("pegOffsetType") + " needs " + quoted("pegPriceType"));
        }
    }

    private void demand(Object type, Map<String, Object> parameters, String... oneOf) {
        for (String name : oneOf) {
            if (value(parameters, name) != null) {
                return;
            }
        }
        String alternatives =
                String.join(" or ", List.of(oneOf).stream().map(this::quoted).toList());
        throw new IllegalArgumentException(quoted("type") + " " + type + " needs " + alternatives);
    }

    private static boolean takes(Object type, String name) {
        List<Set<String>> takes = TAKES.get(type);
        return takes != null && takes.stream().anyMatch(names -> names.contains(name));
    }

    private @Nullable Object value(Map<String, Object> parameters, String name) {
        return parameters.get(name(prefix, name));
    }

    private String quoted(String name) {
        return "'" + name(prefix, name) + "'";
    }
}
