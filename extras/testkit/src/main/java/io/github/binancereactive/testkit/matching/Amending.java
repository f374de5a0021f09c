/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.ListStatusType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Makes orders smaller where they stand.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/order_amend_keep_priority">Order Amend Keep
 *     Priority</a>
 */
final class Amending {

    private final Floor floor;

    Amending(Floor floor) {
        this.floor = floor;
    }

    AmendedOrder amend(Account account, AmendRequest request) {
        Order order = checked(account, request);
        BigDecimal before = quantity(order);
        String oldId = order.clientId();
        String newId = floor.clientId(request.newClientOrderId());
        order.desk().renamed(order, newId);
        Amendment amendment = new Amendment(
                order.market().symbol(),
                order.id(),
                order.market().nextExecutionId(),
                oldId,
                newId,
                before,
                request.newQty(),
                floor.now());
        shrink(order, amendment);
        OrderList list = order.list();
        if (list != null && !list.isDone() && !newId.equals(oldId)) {
            floor.journal().list(list, ListStatusType.UPDATED);
        }
        return new AmendedOrder(order.snapshot(), amendment, list == null ? null : list.snapshot());
    }

    private Order checked(Account account, AmendRequest request) {
        Market market = floor.market(request.symbol());
        SymbolRules.mayAct(account);
        if (!market.info().amendAllowed()) {
            throw Refusals.amendRejected("Order amend is not supported for this symbol.");
        }
        Order order = find(account.desk(market.symbol()), request.order());
        if (order == null || order.isDone()) {
            throw Refusals.amendRejected("Unknown order sent.");
        }
        checkQuantity(order, request.newQty());
        checkClientId(order, request.newClientOrderId());
        checkCount(order);
        OrderFilters.checkQuantity(order, request.newQty(), floor.now());
        return order;
    }

    private static @Nullable Order find(Desk desk, OrderKey key) {
        return key.orderId() == null && key.clientOrderId() == null ? null : desk.find(key);
    }

    private static void checkQuantity(Order order, BigDecimal newQty) {
        if (order.quantity() == null) {
            throw Refusals.amendRejected("Order amend (pending OPO order) is not supported.");
        }
        int compared = newQty.compareTo(quantity(order));
        if (compared > 0) {
            throw Refusals.amendRejected("Order amend (quantity increase) is not supported.");
        }
        if (compared == 0) {
            throw Refusals.amendRejected("The requested action would change no state; rejecting");
        }
        if (newQty.signum() <= 0) {
            throw Refusals.amendRejected("Price * QTY is zero or less.");
        }
    }

    private static void checkClientId(Order order, @Nullable String newId) {
        if (newId != null && !newId.equals(order.clientId()) && order.desk().hasOpen(newId)) {
            throw Refusals.amendRejected("Duplicate order sent.");
        }
    }

    private static void checkCount(Order order) {
        order.market().info().filter(Filter.MaxNumOrderAmends.class).ifPresent(filter -> {
            if (order.amendments().size() >= filter.maxNumOrderAmends()) {
                throw Refusals.amendRejected("Filter failure: " + filter.filterType());
            }
        });
    }

    private static BigDecimal quantity(Order order) {
        BigDecimal quantity = order.quantity();
        return quantity == null ? BigDecimal.ZERO : quantity;
    }

    /** The orders of a pair always have the same quantity, so both get smaller. */
    private void shrink(Order order, Amendment amendment) {
        OrderList list = order.list();
        Order sibling = list == null ? null : list.sibling(order);
        order.amended(amendment);
        floor.journal().amended(order, amendment);
        if (sibling != null && !sibling.isDone()) {
            sibling.quantity(amendment.newQty());
            shrunk(sibling);
        }
        shrunk(order);
    }

    /** An order that has nothing left to trade expires. */
    private void shrunk(Order order) {
        if (order.remaining().signum() <= 0) {
            floor.lifecycle().expire(order, ExpiryReason.NONE);
        } else {
            order.market().book().shrunk(order);
            order.hold().adjust();
        }
    }
}
