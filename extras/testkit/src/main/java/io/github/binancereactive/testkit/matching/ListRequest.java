/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order list that is to be placed.
 *
 * @param kind which list
 * @param symbol the symbol
 * @param listClientOrderId its client order id; null for a generated one
 * @param orders {@code OCO}: above, below; {@code OTO} and {@code OPO}: working, pending; {@code OTOCO} and {@code
 *     OPOCO}: working, pending above, pending below
 */
public record ListRequest(
        Kind kind, String symbol, @Nullable String listClientOrderId, List<OrderRequest> orders) {

    /** Copies the list. */
    public ListRequest {
        orders = List.copyOf(orders);
    }

    /** Which list. */
    public enum Kind {
        /** One cancels the other. */
        OCO,
        /** One triggers the other. */
        OTO,
        /** One triggers a pair of which one cancels the other. */
        OTOCO,
        /** One pays the other. */
        OPO,
        /** One pays for a pair of which one cancels the other. */
        OPOCO;

        boolean hasWorkingOrder() {
            return this != OCO;
        }

        boolean isPaidByWorkingOrder() {
            return this == OPO || this == OPOCO;
        }

        boolean hasPair() {
            return this == OCO || this == OTOCO || this == OPOCO;
        }
    }

    /**
     * The deprecated form of an OCO, a limit leg and a stop leg, put in order of price.
     *
     * @param listClientOrderId the client order id of the list; null for a generated one
     * @param limit the {@link OrderType#LIMIT_MAKER} leg
     * @param stop the {@link OrderType#STOP_LOSS} or {@link OrderType#STOP_LOSS_LIMIT} leg
     * @return an {@link Kind#OCO}
     */
    public static ListRequest deprecatedOco(@Nullable String listClientOrderId, OrderRequest limit, OrderRequest stop) {
        List<OrderRequest> legs = limit.side() == Side.SELL ? List.of(limit, stop) : List.of(stop, limit);
        return new ListRequest(Kind.OCO, limit.symbol(), listClientOrderId, legs);
    }
}
