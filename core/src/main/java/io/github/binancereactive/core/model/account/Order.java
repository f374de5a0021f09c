/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.account;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.PegOffsetType;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import io.github.binancereactive.core.model.trade.WorkingFloor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as the exchange has it when asked.
 *
 * @param symbol what is traded
 * @param orderId the exchange's number of the order, unique within its symbol
 * @param orderListId the list that it belongs to; -1 when it belongs to none
 * @param clientOrderId the name that the client gave it, or the exchange when the client gave none
 * @param price its price; zero for market orders
 * @param origQty the quantity that was ordered
 * @param executedQty the quantity that was filled
 * @param cummulativeQuoteQty what the fills were worth, in the quote asset; negative for some old orders of which it is not
 *     known. The exchange spells it so
 * @param status how far it has come
 * @param timeInForce how long it stays
 * @param type its type
 * @param side buy or sell
 * @param stopPrice the price that triggers it; zero or null for types without one
 * @param trailingDelta how far the price has to turn before it triggers, in hundredths of a percent; null unless it trails
 * @param trailingTime since when it has been trailing; null before that, and unless it trails
 * @param icebergQty the part that is shown on the book; zero or null unless it is an iceberg
 * @param time when it was placed
 * @param updateTime when it last changed
 * @param isWorking whether it is on the book, or was
 * @param workingTime since when it has been on the book; null before that
 * @param origQuoteOrderQty the amount in the quote asset that a market order was given by; zero or null for others
 * @param strategyId the client's number of the strategy that it belongs to; null when the client gave none
 * @param strategyType the client's number of the kind of strategy; null when the client gave none
 * @param selfTradePreventionMode what happens when it would trade with the same account or group
 * @param preventedMatchId the match that self-trade prevention ended it for; null unless it did
 * @param preventedQuantity the quantity that expired by self-trade prevention; null unless some did
 * @param usedSor whether it was routed; null unless it was placed for that
 * @param workingFloor where it is being filled; null unless it was placed for smart order routing
 * @param pegPriceType what its price is pegged to; null unless it is pegged
 * @param pegOffsetType the unit of the distance; null unless it is pegged at a distance
 * @param pegOffsetValue the distance; null unless it is pegged at a distance
 * @param peggedPrice the price that it is pegged at now; null unless it is pegged and has one
 * @param expiryReason why it expired; null unless it did
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/account-endpoints">Query order</a>
 */
public record Order(
        String symbol,
        long orderId,
        long orderListId,
        String clientOrderId,
        BigDecimal price,
        BigDecimal origQty,
        BigDecimal executedQty,
        BigDecimal cummulativeQuoteQty,
        OrderStatus status,
        TimeInForce timeInForce,
        OrderType type,
        Side side,
        @Nullable BigDecimal stopPrice,
        @Nullable Long trailingDelta,
        @Nullable Instant trailingTime,
        @Nullable BigDecimal icebergQty,
        Instant time,
        Instant updateTime,
        boolean isWorking,
        @Nullable Instant workingTime,
        @Nullable BigDecimal origQuoteOrderQty,
        @Nullable Long strategyId,
        @Nullable Integer strategyType,
        SelfTradePreventionMode selfTradePreventionMode,
        @Nullable Long preventedMatchId,
        @Nullable BigDecimal preventedQuantity,
        @Nullable Boolean usedSor,
        @Nullable WorkingFloor workingFloor,
        @Nullable PegPriceType pegPriceType,
        @Nullable PegOffsetType pegOffsetType,
        @Nullable Integer pegOffsetValue,
        @Nullable BigDecimal peggedPrice,
        @Nullable ExpiryReason expiryReason) {

    /** Takes what the exchange sends for a time that hasn't come, -1, for no time. */
    public Order {
        trailingTime = come(trailingTime);
        workingTime = come(workingTime);
    }

    /**
     * The list that it belongs to.
     *
     * @return empty when it belongs to none
     */
    public Optional<Long> orderList() {
        return orderListId < 0 ? Optional.empty() : Optional.of(orderListId);
    }

    /**
     * What is left to fill.
     *
     * @return ordered less filled; of a market order by quote quantity, this says nothing
     */
    public BigDecimal remainingQty() {
        return origQty.subtract(executedQty);
    }

    private static @Nullable Instant come(@Nullable Instant time) {
        return time == null || time.isBefore(Instant.EPOCH) ? null : time;
    }
}
