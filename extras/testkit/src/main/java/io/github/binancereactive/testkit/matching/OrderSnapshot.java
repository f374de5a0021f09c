/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.PegOffsetType;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stood at one moment. Times are in microseconds since the epoch.
 *
 * @param accountId whose order it is
 * @param symbol the symbol
 * @param orderId its id, unique on the symbol
 * @param orderListId the order list it belongs to; -1 for none
 * @param clientOrderId its client order id
 * @param side buy or sell
 * @param type the type
 * @param timeInForce the time in force, GTC where its type has none
 * @param price the price that was sent; zero when none was
 * @param origQty the quantity, as amended; null while the working order of an OPO list has not paid for it
 * @param origQuoteOrderQty the quote quantity that was sent; zero when none was
 * @param executedQty what was filled
 * @param cummulativeQuoteQty what was paid or received for it
 * @param status the status
 * @param stopPrice the stop price; null when none was sent
 * @param icebergQty the visible part; null when none was sent
 * @param trailingDelta the trailing delta; null when none was sent
 * @param trailingTime when it began to track prices, -1 before that; null when it is no trailing order
 * @param strategyId label of the strategy; null when none was sent
 * @param strategyType kind of the strategy; null when none was sent
 * @param selfTradePreventionMode the mode
 * @param pegPriceType what the price is pegged to; null when it is not
 * @param pegOffsetType unit of the offset; null when none was sent
 * @param pegOffsetValue the offset; null when none was sent
 * @param peggedPrice the price that the peg gave; null before that
 * @param preventedMatchId the last match that was prevented; null for none
 * @param preventedQuantity what self-trade prevention took away; null for nothing
 * @param expiryReason why it expired; {@link ExpiryReason#NONE} when it has not
 * @param tradeGroupId the trade group of the account; -1 for none
 * @param time when it was placed
 * @param updateTime when it last changed
 * @param workingTime when it came on the book; -1 before that
 * @param isWorking whether it has come on the book
 */
public record OrderSnapshot(
        long accountId,
        String symbol,
        long orderId,
        long orderListId,
        String clientOrderId,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        BigDecimal price,
        @Nullable BigDecimal origQty,
        BigDecimal origQuoteOrderQty,
        BigDecimal executedQty,
        BigDecimal cummulativeQuoteQty,
        OrderStatus status,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal icebergQty,
        @Nullable Integer trailingDelta,
        @Nullable Long trailingTime,
        @Nullable Long strategyId,
        @Nullable Integer strategyType,
        SelfTradePreventionMode selfTradePreventionMode,
        @Nullable PegPriceType pegPriceType,
        @Nullable PegOffsetType pegOffsetType,
        @Nullable Integer pegOffsetValue,
        @Nullable BigDecimal peggedPrice,
        @Nullable Long preventedMatchId,
        @Nullable BigDecimal preventedQuantity,
        ExpiryReason expiryReason,
        long tradeGroupId,
        long time,
        long updateTime,
        long workingTime,
        boolean isWorking) {}
