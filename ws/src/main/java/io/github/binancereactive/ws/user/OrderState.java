/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.OrderReport;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.user.ExecutionReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How an order stands, as far as is known. Immutable.
 *
 * @param symbol what is traded
 * @param orderId the exchange's number of the order, unique within its symbol
 * @param orderListId the list that it belongs to; -1 when it belongs to none
 * @param clientOrderId the name that the client gave it
 * @param side buy or sell
 * @param type its type
 * @param price its price; zero for market orders
 * @param origQty the quantity that was ordered; null when it was given in the quote asset and the answer doesn't say
 * @param executedQty the quantity that was filled
 * @param cummulativeQuoteQty what the fills were worth, in the quote asset; null when nobody said
 * @param status how far it has come
 * @param updateTime when it came to stand so
 * @param executionId the execution that brought it there; -1 when it was learnt from an answer
 */
public record OrderState(
        String symbol,
        long orderId,
        long orderListId,
        String clientOrderId,
        Side side,
        OrderType type,
        BigDecimal price,
        @Nullable BigDecimal origQty,
        BigDecimal executedQty,
        @Nullable BigDecimal cummulativeQuoteQty,
        OrderStatus status,
        Instant updateTime,
        long executionId) {

    private static final long BY_ANSWER = -1;

    /**
     * From the earlier to the later state of one order: an ended order is later than an open one, and what has been filled only
     * grows; then goes the exchange's clock.
     */
    static final Comparator<OrderState> PROGRESS = Comparator.comparing(OrderState::isEnded)
            .thenComparing(OrderState::executedQty)
            .thenComparing(OrderState::updateTime)
            .thenComparingInt(state -> stage(state.status));

    private static final Comparator<OrderState> LATER = PROGRESS.thenComparingLong(OrderState::executionId);

    static OrderState of(ExecutionReport report) {
        return new OrderState(
                report.symbol(),
                report.orderId(),
                report.orderListId(),
                clientOrderId(report),
                report.side(),
                report.type(),
                report.price(),
                report.origQty(),
                report.executedQty(),
                report.cummulativeQuoteQty(),
                report.status(),
                report.transactTime(),
                report.executionId());
    }

    /** A cancellation has a name of its own, and the order's in another field. */
    private static String clientOrderId(ExecutionReport report) {
        boolean canceled = report.status() == OrderStatus.CANCELED
                && !report.origClientOrderId().isEmpty();
        return canceled ? report.origClientOrderId() : report.clientOrderId();
    }

    static OrderState of(Order order) {
        return new OrderState(
                order.symbol(),
                order.orderId(),
                order.orderListId(),
                order.clientOrderId(),
                order.side(),
                order.type(),
                order.price(),
                order.origQty(),
                order.executedQty(),
                order.cummulativeQuoteQty(),
                order.status(),
                order.updateTime(),
                BY_ANSWER);
    }

    static OrderState of(OrderReport answer) {
        return new OrderState(
                answer.symbol(),
                answer.orderId(),
                answer.orderListId(),
                answer.clientOrderId(),
                answer.side(),
                answer.type(),
                answer.price(),
                answer.origQty(),
                answer.executedQty(),
                answer.cummulativeQuoteQty(),
                answer.status(),
                answer.transactTime(),
                BY_ANSWER);
    }

    /**
     * Whether nothing more can happen to it.
     *
     * @return true when it was filled, canceled, rejected, or has expired
     */
    public boolean isEnded() {
        return switch (status) {
            case FILLED, CANCELED, REJECTED, EXPIRED, EXPIRED_IN_MATCH -> true;
            case NEW, PENDING_NEW, PARTIALLY_FILLED, PENDING_CANCEL, UNKNOWN -> false;
        };
    }

    /** Whether it says the same of the order, whatever brought it there. */
    boolean isSame(OrderState other) {
        return status == other.status
                && executedQty.compareTo(other.executedQty) == 0
                && updateTime.equals(other.updateTime)
                && isSameQuantity(origQty, other.origQty);
    }

    /** An amendment changes it; an answer may not know it. */
    private static boolean isSameQuantity(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null || one.compareTo(other) == 0;
    }

    /** Whether this is to be believed rather than the other; what an event says rather than what an answer says. */
    boolean isLaterThan(OrderState other) {
        return LATER.compare(this, other) > 0;
    }

    /** This, with what was filled according to a state that is earlier but knows of more: a fill is never taken back. */
    OrderState withFillsOf(OrderState other) {
        return new OrderState(
                symbol,
                orderId,
                orderListId,
                clientOrderId,
                side,
                type,
                price,
                origQty,
                other.executedQty,
                other.cummulativeQuoteQty,
                status,
                updateTime,
                executionId);
    }

    private static int stage(OrderStatus status) {
        return switch (status) {
            case UNKNOWN -> 0;
            case PENDING_NEW -> 1;
            case NEW -> 2;
            case PARTIALLY_FILLED -> 3;
            case PENDING_CANCEL -> 4;
            case FILLED, CANCELED, REJECTED, EXPIRED, EXPIRED_IN_MATCH -> 5;
        };
    }
}
