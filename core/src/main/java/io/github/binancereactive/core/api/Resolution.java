/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.account.OrderList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a request whose outcome was unknown. */
public sealed interface Resolution {

    /**
     * The order was placed. What has become of it since, its status says.
     *
     * @param order the order as it was found
     */
    record Placed(Order order) implements Resolution {}

    /**
     * The order list was placed.
     *
     * @param list the list as it was found
     */
    record ListPlaced(OrderList list) implements Resolution {}

    /** Nothing was placed, and by this request nothing will be. It may be placed anew. */
    record NeverPlaced() implements Resolution {}

    /**
     * The order that was to be canceled is canceled. Whether it was by this request or by another, the exchange doesn't tell.
     *
     * @param order the order as it was found
     */
    record Canceled(Order order) implements Resolution {}

    /**
     * The order list that was to be canceled has ended, and at least one of its orders by being canceled.
     *
     * @param list the list as it was found
     */
    record ListCanceled(OrderList list) implements Resolution {}

    /**
     * The order that was to be amended has the quantity that it was to have.
     *
     * @param order the order as it was found
     */
    record Amended(Order order) implements Resolution {}

    /**
     * The order was neither canceled nor amended, and by this request it won't be: it is still open, or has ended by itself.
     *
     * @param order the order as it was found
     */
    record Unchanged(Order order) implements Resolution {}

    /**
     * The order list was not canceled, and by this request it won't be: it is still open, or has ended by itself.
     *
     * @param list the list as it was found
     */
    record ListUnchanged(OrderList list) implements Resolution {}

    /**
     * It isn't certain. The same can be asked again later.
     *
     * @param reason why
     * @param lastError what went wrong while asking; null when nothing did
     */
    record StillUnknown(String reason, @Nullable Throwable lastError) implements Resolution {

        /**
         * What went wrong while asking.
         *
         * @return empty when nothing did
         */
        public Optional<Throwable> error() {
            return Optional.ofNullable(lastError);
        }
    }
}
