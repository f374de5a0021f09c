/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.trade.CancelReplaceMode;
import io.github.binancereactive.core.model.trade.CancelRestrictions;
import io.github.binancereactive.core.model.trade.OrderRateLimitExceededMode;
import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cancels, replaces and amends. */
class CancelAndAmendTest {

    private static final NewOrder ORDER = NewOrder.market("BTCUSDT", Side.SELL, BigDecimal.TEN);

    @Test
    void cancelOrder() {
        CancelOrder cancel = CancelOrder.of("LTCBTC", 4);

        assertThat(cancel.call().endpoint()).isSameAs(TradingEndpoints.CANCEL_ORDER);
        assertThat(cancel.origClientOrderId("mine")
                        .newClientOrderId("gone")
                        .restrictions(CancelRestrictions.ONLY_NEW)
                        .recvWindow(Duration.ofMillis(1))
                        .call()
                        .parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "symbol", "LTCBTC",
                        "orderId", 4L,
                        "origClientOrderId", "mine",
                        "newClientOrderId", "gone",
                        "cancelRestrictions", "ONLY_NEW",
                        "recvWindow", BigDecimal.ONE));
        assertThat(cancel.call().parameters()).hasSize(2);
        assertThat(CancelOrder.of("LTCBTC", "mine").call().parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of("symbol", "LTCBTC", "origClientOrderId", "mine"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cancel.newClientOrderId("no spaces"))
                .withMessageContaining("'newClientOrderId' must match");
    }

    /** What others have placed may have ids that we would not give. */
    @Test
    void idsOfOrdersThatExistAreNotJudged() {
        assertThat(CancelOrder.of("LTCBTC", "web/1.2:3").call().parameters())
                .containsEntry("origClientOrderId", "web/1.2:3");
    }

    @Test
    void cancelOrderList() {
        assertThat(CancelOrderList.of("LTCBTC", 9)
                        .listClientOrderId("list")
                        .newClientOrderId("gone")
                        .recvWindow(Duration.ofSeconds(60))
                        .call()
                        .parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "symbol", "LTCBTC",
                        "orderListId", 9L,
                        "listClientOrderId", "list",
                        "newClientOrderId", "gone",
                        "recvWindow", new BigDecimal("60000")));
        assertThat(CancelOrderList.of("LTCBTC", "list").call().endpoint()).isSameAs(TradingEndpoints.CANCEL_ORDER_LIST);
        assertThat(CancelOrderList.of("LTCBTC", "list").call().parameters()).hasSize(2);
    }

    @Test
    void amendOrder() {
        assertThat(AmendOrder.of("LTCBTC", 5, BigDecimal.ONE)
                        .origClientOrderId("mine")
                        .newClientOrderId("mine")
                        .recvWindow(Duration.ofMillis(2))
                        .call()
                        .parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "symbol",
                        "LTCBTC",
                        "orderId",
                        5L,
                        "newQty",
                        BigDecimal.ONE,
                        "origClientOrderId",
                        "mine",
                        "newClientOrderId",
                        "mine",
                        "recvWindow",
                        BigDecimal.valueOf(2)));
        assertThat(AmendOrder.of("LTCBTC", "mine", BigDecimal.ONE).call().parameters())
                .hasSize(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AmendOrder.of("LTCBTC", 5, BigDecimal.ZERO))
                .withMessageContaining("'newQty' must be more than zero");
    }

    @Test
    void cancelReplace() {
        CancelReplace replace = CancelReplace.of(
                12, ORDER.clientOrderId("new").responseType(OrderResponseType.ACK), CancelReplaceMode.ALLOW_FAILURE);

        assertThat(replace.call().endpoint()).isSameAs(TradingEndpoints.CANCEL_REPLACE);
        assertThat(replace.cancelOrigClientOrderId("old")
                        .cancelNewClientOrderId("gone")
                        .restrictions(CancelRestrictions.ONLY_PARTIALLY_FILLED)
                        .orderRateLimitExceeded(OrderRateLimitExceededMode.CANCEL_ONLY)
                        .call()
                        .parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("symbol", "BTCUSDT"),
                        Map.entry("side", "SELL"),
                        Map.entry("type", "MARKET"),
                        Map.entry("quantity", BigDecimal.TEN),
                        Map.entry("newClientOrderId", "new"),
                        Map.entry("newOrderRespType", "ACK"),
                        Map.entry("cancelReplaceMode", "ALLOW_FAILURE"),
                        Map.entry("cancelOrderId", 12L),
                        Map.entry("cancelOrigClientOrderId", "old"),
                        Map.entry("cancelNewClientOrderId", "gone"),
                        Map.entry("cancelRestrictions", "ONLY_PARTIALLY_FILLED"),
                        Map.entry("orderRateLimitExceededMode", "CANCEL_ONLY")));
        assertThat(CancelReplace.of("old", ORDER, CancelReplaceMode.STOP_ON_FAILURE)
                        .call()
                        .parameters())
                .containsEntry("cancelOrigClientOrderId", "old")
                .containsEntry("cancelReplaceMode", "STOP_ON_FAILURE")
                .doesNotContainKey("cancelOrderId");
    }
}
