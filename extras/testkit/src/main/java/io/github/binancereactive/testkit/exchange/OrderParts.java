/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import static io.github.binancereactive.testkit.exchange.Arguments.named;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.PegOffsetType;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import io.github.binancereactive.testkit.matching.OrderRequest;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads one order of a request: the parameters that its type needs have to be there, those that its type has no use for
 * must not.
 *
 * @param arguments the parameters of the request
 * @param part what stands before the names, such as {@code pendingAbove}; empty for a single order
 * @param quantityName the name of its quantity; null when another order pays for it
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints">Additional
 *     mandatory parameters</a>
 */
record OrderParts(
        Arguments arguments, String part, @Nullable String quantityName) {

    private static final int LEAST_STRATEGY_TYPE = 1_000_000;
    private static final int LARGEST_PEG_OFFSET = 100;

    static OrderParts single(Arguments arguments) {
        return new OrderParts(arguments, "", "quantity");
    }

    OrderType type() {
        return arguments.requiredConstant(name("type"), OrderType.class, ExchangeErrors.invalidOrderType());
    }

    Side side() {
        return arguments.requiredConstant(name("side"), Side.class, ExchangeErrors.invalidSide());
    }

    OrderRequest read(String symbol, Side side) {
        OrderType type = type();
        TimeInForce timeInForce =
                arguments.constant(name("timeInForce"), TimeInForce.class, ExchangeErrors.invalidTimeInForce());
        OrderRequest.Builder order = OrderRequest.of(symbol, side, type)
                .timeInForce(timeInForce)
                .newClientOrderId(arguments.id(part.isEmpty() ? "newClientOrderId" : name("clientOrderId")))
                .selfTradePreventionMode(selfTradePreventionMode(arguments));
        peg(order);
        order.strategy(arguments.integer(name("strategyId")), strategyType(arguments, name("strategyType")));
        numbers(order);
        mandatory(type);
        surplus(type);
        iceberg(type, timeInForce);
        return order.build();
    }

    static @Nullable SelfTradePreventionMode selfTradePreventionMode(Arguments arguments) {
        String name = "selfTradePreventionMode";
        return arguments.constant(name, SelfTradePreventionMode.class, ExchangeErrors.invalidData(name));
    }

    private void peg(OrderRequest.Builder order) {
        PegPriceType priceType =
                arguments.constant(name("pegPriceType"), PegPriceType.class, ExchangeErrors.invalidPegPriceType());
        PegOffsetType offsetType =
                arguments.constant(name("pegOffsetType"), PegOffsetType.class, ExchangeErrors.invalidPegOffsetType());
        Integer offset = arguments.smallInteger(name("pegOffsetValue"));
        if ((offsetType == null) != (offset == null)) {
            throw ExchangeErrors.togetherOrNotAtAll(name("pegOffsetType"), name("pegOffsetValue"));
        }
        if (offset != null && priceType == null) {
            throw ExchangeErrors.missing(name("pegPriceType"));
        }
        if (offset != null && offset > LARGEST_PEG_OFFSET) {
            throw ExchangeErrors.invalidData(name("pegOffsetValue"));
        }
        order.peg(priceType, offsetType, offset);
    }

    static @Nullable Integer strategyType(Arguments arguments, String name) {
        Integer strategyType = arguments.smallInteger(name);
        if (strategyType != null && strategyType < LEAST_STRATEGY_TYPE) {
            throw ExchangeErrors.invalidStrategyType();
        }
        return strategyType;
    }

    private void numbers(OrderRequest.Builder order) {
        BigDecimal quantity = quantityName == null ? null : arguments.decimal(quantityName);
        order.quantity(quantity)
                .quoteOrderQty(arguments.decimal(name("quoteOrderQty")))
                .price(arguments.decimal(name("price")))
                .stopPrice(arguments.decimal(name("stopPrice")))
                .trailingDelta(arguments.smallInteger(name("trailingDelta")))
                .icebergQty(arguments.decimal(name("icebergQty")));
    }

    private void mandatory(OrderType type) {
        if (type == OrderType.MARKET) {
            oneQuantity();
        } else if (quantityName != null) {
            require(quantityName);
        }
        if (hasTimeInForce(type)) {
            require(name("timeInForce"));
        }
        if (hasPrice(type) && !arguments.has(name("pegPriceType"))) {
            require(name("price"));
        }
        if (isContingent(type) && !arguments.has(name("stopPrice")) && !arguments.has(name("trailingDelta"))) {
            throw ExchangeErrors.oneOfMissing(name("stopPrice"), name("trailingDelta"));
        }
    }

    /** A market order has a quantity of the one asset or the other; in an order list, only of the base asset. */
    private void oneQuantity() {
        boolean base = quantityName == null || arguments.has(quantityName);
        boolean quote = arguments.has(name("quoteOrderQty"));
        if (base && quote) {
            throw ExchangeErrors.notRequired(name("quoteOrderQty"));
        }
        if (!base && !quote) {
            throw part.isEmpty()
                    ? ExchangeErrors.oneOfMissing("quantity", "quoteOrderQty")
                    : ExchangeErrors.missing(String.valueOf(quantityName));
        }
    }

    private void require(String parameter) {
        if (!arguments.has(parameter)) {
            throw ExchangeErrors.missing(parameter);
        }
    }

    private void surplus(OrderType type) {
        if (!hasTimeInForce(type) && !(type == OrderType.LIMIT_MAKER && arguments.has(name("icebergQty")))) {
            arguments.refuse(name("timeInForce"));
        }
        if (!hasPrice(type)) {
            arguments.refuse(name("price"), name("icebergQty"));
        }
        if (!isContingent(type)) {
            arguments.refuse(name("stopPrice"), name("trailingDelta"));
        }
        if (type != OrderType.MARKET) {
            arguments.refuse(name("quoteOrderQty"));
        }
    }

    private void iceberg(OrderType type, @Nullable TimeInForce timeInForce) {
        boolean untilCanceled = timeInForce == TimeInForce.GTC || (timeInForce == null && !hasTimeInForce(type));
        if (untilCanceled || !arguments.has(name("icebergQty"))) {
            return;
        }
        throw part.isEmpty()
                ? ExchangeErrors.unsupportedCombination()
                : ExchangeErrors.icebergNeedsGtc(name("icebergQty"), name("timeInForce"));
    }

    private static boolean hasPrice(OrderType type) {
        return hasTimeInForce(type) || type == OrderType.LIMIT_MAKER;
    }

    private static boolean hasTimeInForce(OrderType type) {
        return type == OrderType.LIMIT || type == OrderType.STOP_LOSS_LIMIT || type == OrderType.TAKE_PROFIT_LIMIT;
    }

    static boolean isContingent(OrderType type) {
        return switch (type) {
            case STOP_LOSS, STOP_LOSS_LIMIT, TAKE_PROFIT, TAKE_PROFIT_LIMIT -> true;
            default -> false;
        };
    }

    private String name(String parameter) {
        return named(part, parameter);
    }

    /** The parameters of an order of a list that may wait for a price. */
    static String[] parameters(String part) {
        return OrderMethods.joined(parametersWithoutStop(part), named(part, "stopPrice"), named(part, "trailingDelta"));
    }

    /** The parameters of an order of a list that may not. */
    static String[] parametersWithoutStop(String part) {
        return new String[] {
            named(part, "type"),
            named(part, "clientOrderId"),
            named(part, "icebergQty"),
            named(part, "price"),
            named(part, "timeInForce"),
            named(part, "strategyId"),
            named(part, "strategyType"),
            named(part, "pegPriceType"),
            named(part, "pegOffsetType"),
            named(part, "pegOffsetValue")
        };
    }
}
