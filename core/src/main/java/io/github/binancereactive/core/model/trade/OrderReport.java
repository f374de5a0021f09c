/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import io.github.binancereactive.core.model.general.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An answer to a new order that also says how far it has come. */
public sealed interface OrderReport extends OrderAnswer permits OrderResult, OrderFull {

    /**
     * The limit price.
     *
     * @return zero when it has none
     */
    BigDecimal price();

    /**
     * Its quantity.
     *
     * @return null for the pending order of an OPO, whose quantity isn't known yet
     */
    @Nullable BigDecimal origQty();

    /**
     * How much of it is filled.
     *
     * @return a quantity of the base asset
     */
    BigDecimal executedQty();

    /**
     * What the fills amount to in the quote asset, as the exchange spells it.
     *
     * @return null in answers of years ago
     */
    @Nullable BigDecimal cummulativeQuoteQty();

    /**
     * How far it has come.
     *
     * @return its status at {@link #transactTime()}
     */
    OrderStatus status();

    /**
     * How long it is active.
     *
     * @return GTC for types that have none
     */
    TimeInForce timeInForce();

    /**
     * Its type.
     *
     * @return as it was sent
     */
    OrderType type();

    /**
     * Buy or sell.
     *
     * @return as it was sent
     */
    Side side();

    /**
     * Since when it is on the book.
     *
     * @return null when it isn't
     */
    @Nullable Instant workingTime();

    /**
     * Why it expired.
     *
     * @return null unless it did
     */
    @Nullable ExpiryReason expiryReason();
}
