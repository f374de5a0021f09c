/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.trade.ExecutionType;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.testkit.matching.BalanceSnapshot;
import io.github.binancereactive.testkit.matching.EngineListener;
import io.github.binancereactive.testkit.matching.Fill;
import io.github.binancereactive.testkit.matching.OrderEvent;
import io.github.binancereactive.testkit.matching.OrderListSnapshot;
import io.github.binancereactive.testkit.matching.OrderSnapshot;
import io.github.binancereactive.testkit.matching.PreventedMatch;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells the connections that have subscribed what happens to an account. Confined to the simulator's event loop.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/user-data-stream">User Data Streams</a>
 */
final class UserEvents implements EngineListener {

    private static final long NOT_YET = -1;

    private final AccountBook accounts;
    private final RoutedOrders routed;
    private final Set<Session> sessions = new LinkedHashSet<>();

    UserEvents(AccountBook accounts, RoutedOrders routed) {
        this.accounts = accounts;
        this.routed = routed;
    }

    void open(Session session) {
        sessions.add(session);
    }

    void close(Session session) {
        sessions.remove(session);
    }

    private void tell(long account, Function<TimestampUnit, ObjectNode> event) {
        String name = accounts.name(account);
        if (name != null) {
            // A session that breaks while it is told leaves the set.
            List.copyOf(sessions).forEach(session -> session.tell(name, event));
        }
    }

    @Override
    public void onBalances(long accountId, List<BalanceSnapshot> balances, long time) {
        accounts.updated(accountId, time);
        tell(accountId, unit -> {
            ObjectNode json = event("outboundAccountPosition", unit, time).put("u", unit.of(time));
            ArrayNode array = json.putArray("B");
            balances.forEach(balance -> array.addObject()
                    .put("a", balance.asset())
                    .put("f", JsonNumbers.decimal(balance.free()))
                    .put("l", JsonNumbers.decimal(balance.locked())));
            return json;
        });
    }

    @Override
    public void onTransfer(long accountId, String asset, BigDecimal delta, long time) {
        accounts.updated(accountId, time);
        tell(
                accountId,
                unit -> event("balanceUpdate", unit, time)
                        .put("a", asset)
                        .put("d", JsonNumbers.decimal(delta))
                        .put("T", unit.of(time)));
    }

    @Override
    public void onExternalLock(long accountId, String asset, BigDecimal delta, long time) {
        accounts.updated(accountId, time);
        tell(
                accountId,
                unit -> event("externalLockUpdate", unit, time)
                        .put("a", asset)
                        .put("d", JsonNumbers.decimal(delta))
                        .put("T", unit.of(time)));
    }

    @Override
    public void onOrderList(OrderListSnapshot list) {
        tell(list.accountId(), unit -> {
            ObjectNode json = event("listStatus", unit, list.transactionTime())
                    .put("s", list.symbol())
                    .put("g", list.orderListId())
                    .put("c", list.contingencyType().name())
                    .put("l", list.listStatusType().name())
                    .put("L", list.listOrderStatus().name())
                    .put("r", "NONE")
                    .put("C", list.listClientOrderId())
                    .put("T", unit.of(list.transactionTime()));
            ArrayNode orders = json.putArray("O");
            list.orders()
                    .forEach(order -> orders.addObject()
                            .put("s", order.symbol())
                            .put("i", order.orderId())
                            .put("c", order.clientOrderId()));
            return json;
        });
    }

    @Override
    public void onOrder(OrderEvent event) {
        RoutedOrders.Routing routing = routed.of(event);
        tell(event.order().accountId(), unit -> {
            ObjectNode json = report(event, unit);
            if (routing != null) {
                routing.addTo(json);
            }
            return json;
        });
    }

    private static ObjectNode report(OrderEvent event, TimestampUnit unit) {
        OrderSnapshot order = event.order();
        ObjectNode json = event("executionReport", unit, event.time());
        wanted(json, event);
        json.put("x", event.executionType().name())
                .put("X", order.status().name())
                .put("r", "NONE")
                .put("i", order.orderId());
        filled(json, event);
        json.put("T", unit.of(event.time()))
                .put("t", event.fill() == null ? NOT_YET : event.fill().tradeId());
        prevented(json, event);
        json.put("I", event.executionId())
                .put("w", order.isWorking() && isOpen(order))
                .put("m", event.isMaker())
                .put("M", false)
                .put("O", unit.of(order.time()))
                .put("Z", JsonNumbers.decimal(order.cummulativeQuoteQty()))
                .put(
                        "Y",
                        JsonNumbers.decimal(
                                event.fill() == null ? null : event.fill().quoteQty()))
                .put("Q", JsonNumbers.decimal(order.origQuoteOrderQty()));
        conditions(json, event, unit);
        return json;
    }

    private static boolean isOpen(OrderSnapshot order) {
        return switch (order.status()) {
            case NEW, PARTIALLY_FILLED -> true;
            default -> false;
        };
    }

    private static void wanted(ObjectNode json, OrderEvent event) {
        OrderSnapshot order = event.order();
        String original = event.origClientOrderId();
        json.put("s", order.symbol())
                .put("c", event.clientOrderId())
                .put("S", order.side().name())
                .put("o", order.type().name())
                .put("f", order.timeInForce().name())
                .put("q", JsonNumbers.decimal(order.origQty()))
                .put("p", JsonNumbers.decimal(order.price()))
                .put("P", JsonNumbers.decimal(order.stopPrice()))
                .put("F", JsonNumbers.decimal(order.icebergQty()))
                .put("g", order.orderListId())
                .put("C", original == null ? "" : original);
    }

    private static void filled(ObjectNode json, OrderEvent event) {
        Fill fill = event.fill();
        json.put("l", JsonNumbers.decimal(fill == null ? null : fill.qty()))
                .put("z", JsonNumbers.decimal(event.order().executedQty()))
                .put("L", JsonNumbers.decimal(fill == null ? null : fill.price()));
        if (fill == null) {
            json.put("n", "0").putNull("N");
        } else {
            json.put("n", JsonNumbers.decimal(fill.commission())).put("N", fill.commissionAsset());
        }
    }

    private static void prevented(ObjectNode json, OrderEvent event) {
        PreventedMatch match = event.preventedMatch();
        if (match == null || event.executionType() != ExecutionType.TRADE_PREVENTION) {
            return;
        }
        OrderSnapshot order = event.order();
        boolean taker = match.takerOrderId() == order.orderId();
        json.put("v", match.preventedMatchId())
                .put("A", JsonNumbers.decimal(order.preventedQuantity()))
                .put("B", JsonNumbers.decimal(event.lastPreventedQty()))
                .put("u", match.tradeGroupId())
                .put("U", taker ? match.makerOrderId() : match.takerOrderId())
                .put("Cs", match.symbol());
        execution(json, event.lastPreventedQty(), match.price());
    }

    /** What the match would have been. */
    private static void execution(ObjectNode json, @Nullable BigDecimal qty, BigDecimal price) {
        json.put("pl", JsonNumbers.decimal(qty))
                .put("pL", JsonNumbers.decimal(price))
                .put("pY", JsonNumbers.decimal(qty == null ? null : qty.multiply(price)));
    }

    private static void conditions(ObjectNode json, OrderEvent event, TimestampUnit unit) {
        OrderSnapshot order = event.order();
        if (order.workingTime() != NOT_YET) {
            json.put("W", unit.of(order.workingTime()));
        }
        json.put("V", order.selfTradePreventionMode().name());
        number(json, "d", order.trailingDelta());
        if (order.trailingTime() != null) {
            json.put("D", order.trailingTime() == NOT_YET ? NOT_YET : unit.of(order.trailingTime()));
        }
        number(json, "j", order.strategyId());
        number(json, "J", order.strategyType());
        peg(json, order);
        if (order.expiryReason() != ExpiryReason.NONE) {
            json.put("eR", order.expiryReason().name());
        }
    }

    private static void peg(ObjectNode json, OrderSnapshot order) {
        if (order.pegPriceType() == null) {
            return;
        }
        json.put("gP", order.pegPriceType().name());
        if (order.pegOffsetType() != null) {
            json.put("gOT", order.pegOffsetType().name());
        }
        number(json, "gOV", order.pegOffsetValue());
        json.put("gp", JsonNumbers.decimal(order.peggedPrice()));
    }

    private static void number(ObjectNode json, String name, @Nullable Number value) {
        if (value != null) {
            json.put(name, value.longValue());
        }
    }

    private static ObjectNode event(String type, TimestampUnit unit, long time) {
        return Json.object().put("e", type).put("E", unit.of(time));
    }
}
