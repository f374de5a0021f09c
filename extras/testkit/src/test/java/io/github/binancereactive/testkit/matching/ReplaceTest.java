/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static io.github.binancereactive.testkit.matching.Venue.ALICE;
import static io.github.binancereactive.testkit.matching.Venue.BOB;
import static io.github.binancereactive.testkit.matching.Venue.SYMBOL;
import static io.github.binancereactive.testkit.matching.Venue.assertRefused;
import static io.github.binancereactive.testkit.matching.Venue.buy;
import static io.github.binancereactive.testkit.matching.Venue.dec;
import static io.github.binancereactive.testkit.matching.Venue.order;
import static io.github.binancereactive.testkit.matching.Venue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.trade.CancelReplaceMode;
import io.github.binancereactive.core.model.trade.CancelReplaceResult;
import io.github.binancereactive.core.model.trade.OrderRateLimitExceededMode;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplaceTest {

    private static final RateLimit TWO = new RateLimit(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 2);

    private final Venue venue = new Venue(
            EngineSettings.of(1).withOrderLimits(List.of(TWO)),
            List.of(new Filter.LotSize(dec("1"), dec("1000"), dec("1"))));

    private ReplacedOrder replace(
            long orderId, OrderRequest.Builder order, CancelReplaceMode mode, OrderRateLimitExceededMode exceeded) {
        return venue.engine.cancelReplace(
                ALICE,
                new ReplaceRequest(CancelRequest.of(SYMBOL, OrderKey.of(orderId)), order.build(), mode, exceeded),
                ++venue.now);
    }

    /** The documented table: within the limit, and exceeding it. */
    @ParameterizedTest
    @CsvSource({
        "STOP_ON_FAILURE, CANCEL_ONLY, true, true, false, SUCCESS, SUCCESS",
        "STOP_ON_FAILURE, DO_NOTHING, false, true, false, FAILURE, NOT_ATTEMPTED",
        "STOP_ON_FAILURE, DO_NOTHING, true, false, false, SUCCESS, FAILURE",
        "STOP_ON_FAILURE, CANCEL_ONLY, false, true, true, FAILURE, NOT_ATTEMPTED",
        "STOP_ON_FAILURE, CANCEL_ONLY, true, true, true, SUCCESS, FAILURE",
        "ALLOW_FAILURE, DO_NOTHING, true, true, false, SUCCESS, SUCCESS",
        "ALLOW_FAILURE, DO_NOTHING, false, false, false, FAILURE, FAILURE",
        "ALLOW_FAILURE, DO_NOTHING, false, true, false, FAILURE, SUCCESS",
        "ALLOW_FAILURE, CANCEL_ONLY, true, false, false, SUCCESS, FAILURE",
        "ALLOW_FAILURE, CANCEL_ONLY, false, true, true, FAILURE, FAILURE",
        "ALLOW_FAILURE, CANCEL_ONLY, true, true, true, SUCCESS, FAILURE",
    })
    void eachHalfHasAResult(
            CancelReplaceMode mode,
            OrderRateLimitExceededMode exceededMode,
            boolean cancelable,
            boolean placeable,
            boolean exceeds,
            CancelReplaceResult canceled,
            CancelReplaceResult placed) {
        venue.place(BOB, sell("1", "100"));
        long id = venue.place(ALICE, buy("1", "90")).order().orderId();
        if (exceeds) {
            venue.place(ALICE, buy("1", "80"));
        }
        OrderRequest.Builder next = order(Side.BUY, OrderType.LIMIT_MAKER, "1", placeable ? "95" : "100");

        ReplacedOrder replaced = replace(cancelable ? id : 99, next, mode, exceededMode);

        assertThat(replaced.cancelResult()).isEqualTo(canceled);
        assertThat(replaced.newOrderResult()).isEqualTo(placed);
        if (exceeds && replaced.orderRefusal() != null) {
            assertThat(replaced.orderRefusal().code()).isEqualTo(-1015);
        }
        assertThat(venue.engine
                        .records()
                        .unfilledOrders(ALICE, venue.now)
                        .get(0)
                        .count())
                .as("counted, attempted or not")
                .isEqualTo(2);
    }

    @Test
    void nothingIsTriedWhenThereAreTooManyOrders() {
        long id = venue.place(ALICE, buy("1", "90")).order().orderId();
        venue.place(ALICE, buy("1", "80"));

        assertRefused(
                () -> replace(
                        id, buy("1", "91"), CancelReplaceMode.ALLOW_FAILURE, OrderRateLimitExceededMode.DO_NOTHING),
                -1015,
                "Too many new orders; current limit is 2 orders per 10 SECOND.");
        assertThat(venue.book()).isEqualTo("90x1 80x1 | ");
    }

    @Test
    void filtersComeBeforeTheCancel() {
        long id = venue.place(ALICE, buy("1", "90")).order().orderId();

        assertRefused(
                () -> replace(
                        id, buy("1.5", "91"), CancelReplaceMode.ALLOW_FAILURE, OrderRateLimitExceededMode.DO_NOTHING),
                -1013,
                "Filter failure: LOT_SIZE");
        assertThat(venue.book()).isEqualTo("90x1 | ");
    }

    @Test
    void theNewOrderMayUseTheMoneyAndTheIdOfTheOld() {
        long id = venue.place(ALICE, buy("1000", "1000").newClientOrderId("mine"))
                .order()
                .orderId();

        ReplacedOrder replaced = replace(
                id,
                buy("1000", "999").newClientOrderId("mine"),
                CancelReplaceMode.STOP_ON_FAILURE,
                OrderRateLimitExceededMode.DO_NOTHING);

        assertThat(replaced.newOrderResult()).isEqualTo(CancelReplaceResult.SUCCESS);
        assertThat(venue.book()).isEqualTo("999x1000 | ");
    }

    @Test
    void aPegLooksAtTheBookWithoutTheOldOrder() {
        venue.place(BOB, buy("1", "80"));
        long id = venue.place(ALICE, buy("1", "90")).order().orderId();

        replace(
                id,
                order(Side.BUY, OrderType.LIMIT, "1", null).peg(PegPriceType.PRIMARY_PEG, null, null),
                CancelReplaceMode.STOP_ON_FAILURE,
                OrderRateLimitExceededMode.DO_NOTHING);

        assertThat(venue.book()).isEqualTo("80x2 | ");
    }
}
