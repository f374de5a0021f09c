/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.user;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.ExecutionType;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.PegOffsetType;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import io.github.binancereactive.core.model.trade.WorkingFloor;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an order, and how it stands since.
 *
 * @param eventTime when the exchange made the event
 * @param symbol what is traded
 * @param clientOrderId the name that the client gave the order, or that of the request which canceled it
 * @param side buy or sell
 * @param type its type
 * @param timeInForce how long it stays
 * @param origQty the quantity that was ordered
 * @param price its price; zero for market orders
 * @param stopPrice the price that triggers it; zero for types without one
 * @param icebergQty the part that is shown on the book; zero unless it is an iceberg
 * @param orderListId the list that it belongs to; -1 when it belongs to none
 * @param origClientOrderId the name of the order that is being canceled; empty when none is
 * @param executionType what happened
 * @param status how far the order has come
 * @param rejectReason why it was rejected, if it was
 * @param orderId the exchange's number of the order, unique within its symbol
 * @param lastExecutedQty the quantity of this fill; zero when this is none
 * @param executedQty the quantity that was filled in all
 * @param lastExecutedPrice the price of this fill; zero when this is none
 * @param commission the commission on this fill
 * @param commissionAsset what the commission is paid in; null when there is none
 * @param transactTime when it happened
 * @param tradeId the number of the trade; -1 when this is no fill
 * @param preventedMatchId the match that self-trade prevention ended it for; null unless it did
 * @param executionId the number of this execution
 * @param isWorking whether the order is on the book
 * @param isMaker whether it was on the book before this fill
 * @param time when the order was placed
 * @param cummulativeQuoteQty what the fills were worth in all, in the quote asset. The exchange spells it so
 * @param lastQuoteQty what this fill was worth, in the quote asset
 * @param origQuoteOrderQty the amount in the quote asset that a market order was given by; zero for others
 * @param workingTime since when it has been on the book; null before that
 * @param selfTradePreventionMode what happens when it would trade with the same account or group
 * @param trailingDelta how far the price has to turn before it triggers, in hundredths of a percent; null unless it trails
 * @param trailingTime since when it has been trailing; null before that, and unless it trails
 * @param strategyId the client's number of the strategy that it belongs to; null when the client gave none
 * @param strategyType the client's number of the kind of strategy; null when the client gave none
 * @param preventedQuantity the quantity that expired by self-trade prevention in all; null unless some did
 * @param lastPreventedQuantity the quantity that now expired by self-trade prevention; null unless some did
 * @param tradeGroupId the group of accounts that must not trade with each other; null unless self-trade prevention was at work
 * @param counterOrderId the order that it would have traded with; null unless self-trade prevention was at work
 * @param counterSymbol the symbol of that order; null unless self-trade prevention was at work
 * @param preventedExecutionQty the quantity that would have traded; null unless self-trade prevention was at work
 * @param preventedExecutionPrice the price that it would have traded at; null unless self-trade prevention was at work
 * @param preventedExecutionQuoteQty what it would have been worth; null unless self-trade prevention was at work
 * @param matchType how smart order routing matched it; null unless it has allocations
 * @param allocationId number of the allocation; null unless it has one
 * @param workingFloor where it is being filled; null unless it may have allocations
 * @param usedSor whether it was routed; null unless it was
 * @param pegPriceType what its price is pegged to; null unless it is pegged
 * @param pegOffsetType the unit of the distance; null unless it is pegged at a distance
 * @param pegOffsetValue the distance; null unless it is pegged at a distance
 * @param peggedPrice the price that it is pegged at now; null unless it is pegged and has one
 * @param expiryReason why it expired; null unless it did
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/user-data-stream">User Data Streams</a>
 */
public record ExecutionReport(
        Instant eventTime,
        String symbol,
        String clientOrderId,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        BigDecimal origQty,
        BigDecimal price,
        BigDecimal stopPrice,
        BigDecimal icebergQty,
        long orderListId,
        String origClientOrderId,
        ExecutionType executionType,
        OrderStatus status,
        OrderRejectReason rejectReason,
        long orderId,
        BigDecimal lastExecutedQty,
        BigDecimal executedQty,
        BigDecimal lastExecutedPrice,
        BigDecimal commission,
        @Nullable String commissionAsset,
        Instant transactTime,
        long tradeId,
        @Nullable Long preventedMatchId,
        long executionId,
        boolean isWorking,
        boolean isMaker,
        Instant time,
        BigDecimal cummulativeQuoteQty,
        BigDecimal lastQuoteQty,
        BigDecimal origQuoteOrderQty,
        @Nullable Instant workingTime,
        SelfTradePreventionMode selfTradePreventionMode,
        @Nullable Long trailingDelta,
        @Nullable Instant trailingTime,
        @Nullable Long strategyId,
        @Nullable Integer strategyType,
        @Nullable BigDecimal preventedQuantity,
        @Nullable BigDecimal lastPreventedQuantity,
        @Nullable Long tradeGroupId,
        @Nullable Long counterOrderId,
        @Nullable String counterSymbol,
        @Nullable BigDecimal preventedExecutionQty,
        @Nullable BigDecimal preventedExecutionPrice,
        @Nullable BigDecimal preventedExecutionQuoteQty,
        @Nullable String matchType,
        @Nullable Long allocationId,
        @Nullable WorkingFloor workingFloor,
        @Nullable Boolean usedSor,
        @Nullable PegPriceType pegPriceType,
        @Nullable PegOffsetType pegOffsetType,
        @Nullable Integer pegOffsetValue,
        @Nullable BigDecimal peggedPrice,
        @Nullable ExpiryReason expiryReason)
        implements UserDataEvent {

    /** Takes what the exchange sends for a time that hasn't come, -1, for no time. */
    public ExecutionReport {
        workingTime = come(workingTime);
        trailingTime = come(trailingTime);
    }

    /**
     * Whether this is a fill.
     *
     * @return false for whatever else may happen to an order
     */
    public boolean isTrade() {
        return executionType == ExecutionType.TRADE;
    }

    @Override
    public String eventType() {
        return "executionReport";
    }

    private static @Nullable Instant come(@Nullable Instant time) {
        return time == null || time.isBefore(Instant.EPOCH) ? null : time;
    }
}
