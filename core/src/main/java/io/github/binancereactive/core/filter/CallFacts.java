/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the orders in the parameters of a call: a single one, or those of a list by their prefixes. */
final class CallFacts {

    /** A prefix, and where the order's side and quantity stand when it has none of its own. */
    private record Leg(String prefix, String shared) {}

    private static final List<Leg> LEGS = List.of(
            new Leg("", ""),
            new Leg("above", ""),
            new Leg("below", ""),
            new Leg("working", "working"),
            new Leg("pending", "pending"),
            new Leg("pendingAbove", "pending"),
            new Leg("pendingBelow", "pending"));

    private final Map<String, Object> parameters;
    private final Leg leg;

    private CallFacts(Map<String, Object> parameters, Leg leg) {
        this.parameters = parameters;
        this.leg = leg;
    }

    static List<OrderFacts> of(Call<?> call) {
        Map<String, Object> parameters = call.parameters();
        List<OrderFacts> orders = new ArrayList<>();
        for (Leg leg : LEGS) {
            CallFacts facts = new CallFacts(parameters, leg);
            if (parameters.containsKey(facts.own("type")) && facts.side() != null) {
                orders.add(facts.read(Side.valueOf(String.valueOf(facts.side()))));
            }
        }
        return List.copyOf(orders);
    }

    private OrderFacts read(Side side) {
        Object mode = parameters.get("selfTradePreventionMode");
        return new OrderFacts(
                side,
                OrderType.valueOf(String.valueOf(parameters.get(own("type")))),
                decimal(own("price")),
                decimal(shared("quantity")),
                decimal(own("quoteOrderQty")),
                decimal(own("stopPrice")),
                parameters.get(own("trailingDelta")) instanceof Number delta ? Long.valueOf(delta.longValue()) : null,
                decimal(own("icebergQty")),
                parameters.containsKey(own("pegPriceType")),
                mode == null ? null : SelfTradePreventionMode.valueOf(mode.toString()));
    }

    private @Nullable Object side() {
        return parameters.get(shared("side"));
    }

    /** {@code stopPrice}, or {@code pendingAboveStopPrice}. */
    private String own(String name) {
        return prefixed(leg.prefix(), name);
    }

    /** {@code quantity}, or {@code pendingQuantity} for both orders that wait. */
    private String shared(String name) {
        return prefixed(leg.shared(), name);
    }

    private static String prefixed(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Some parameters are whole numbers by the exchange's documentation, such as {@code aboveIcebergQty}. */
    private @Nullable BigDecimal decimal(String name) {
        Object value = parameters.get(name);
        return value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
    }
}
