/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer FULL to a new order: that it was taken, how far it has come, and its fills.
 *
 * @param symbol its symbol
 * @param orderId the exchange's number for it
 * @param orderListId the list it belongs to; -1 for none
 * @param clientOrderId the caller's id for it
 * @param transactTime when the exchange did it
 * @param price the limit price; zero when it has none
 * @param origQty its quantity; null for the pending order of an OPO, whose quantity isn't known yet
 * @param executedQty how much of it is filled
 * @param origQuoteOrderQty the quantity in the quote asset; zero when it has none, null in answers of years ago
 * @param cummulativeQuoteQty what the fills amount to in the quote asset, as the exchange spells it; null in answers of years
 *     ago
 * @param status how far it has come
 * @param timeInForce how long it is active
 * @param type its type
 * @param side buy or sell
 * @param workingTime since when it is on the book; null when it isn't
 * @param selfTradePreventionMode what happens when it would trade with its own account
 * @param fills what it was filled with at once
 * @param icebergQty the visible quantity; null unless it is an iceberg order
 * @param stopPrice what triggers it; null unless it has one
 * @param trailingDelta how far the price has to turn to trigger it, in basis points; null unless it trails
 * @param trailingTime since when it follows the price; null unless it trails and does so already
 * @param strategyId the caller's own; null when none was sent
 * @param strategyType the caller's own; null when none was sent
 * @param preventedMatchId what it can be asked for; null unless self-trade prevention ended it
 * @param preventedQuantity what self-trade prevention took; null unless it took something
 * @param usedSor whether smart order routing was used; null unless it was asked for
 * @param workingFloor who fills it; null unless smart order routing was asked for
 * @param pegPriceType which price it follows; null unless it is pegged
 * @param pegOffsetType what the offset counts; null unless there is one
 * @param pegOffsetValue how far into the book it is pegged; null unless there is an offset
 * @param peggedPrice the price that it is pegged at; null unless it is pegged, and until that is known
 * @param expiryReason why it expired; null unless it did
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#new-order-trade">New order</a>
 */
public record OrderFull(
        String symbol,
        long orderId,
        long orderListId,
        String clientOrderId,
        Instant transactTime,
        BigDecimal price,
        @Nullable BigDecimal origQty,
        BigDecimal executedQty,
        @Nullable BigDecimal origQuoteOrderQty,
        @Nullable BigDecimal cummulativeQuoteQty,
        OrderStatus status,
        TimeInForce timeInForce,
        OrderType type,
        Side side,
        @Nullable Instant workingTime,
        SelfTradePreventionMode selfTradePreventionMode,
        List<Fill> fills,
        @Nullable BigDecimal icebergQty,
        @Nullable BigDecimal stopPrice,
        @Nullable Long trailingDelta,
        @Nullable Instant trailingTime,
        @Nullable Long strategyId,
        @Nullable Integer strategyType,
        @Nullable Long preventedMatchId,
        @Nullable BigDecimal preventedQuantity,
        @Nullable Boolean usedSor,
        @Nullable WorkingFloor workingFloor,
        @Nullable PegPriceType pegPriceType,
        @Nullable PegOffsetType pegOffsetType,
        @Nullable Integer pegOffsetValue,
        @Nullable BigDecimal peggedPrice,
        @Nullable ExpiryReason expiryReason)
        implements OrderReport {

    /** Copies the fills, and takes -1 for the absence of a time, as the exchange does. */
    public OrderFull {
        fills = List.copyOf(fills);
        workingTime = Times.orNull(workingTime);
        trailingTime = Times.orNull(trailingTime);
    }
}
