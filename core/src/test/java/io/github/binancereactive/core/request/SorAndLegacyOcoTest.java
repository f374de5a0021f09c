/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is rarely used: smart order routing, and the OCO of old. */
@SuppressWarnings("deprecation") // deprecated, but it works
class SorAndLegacyOcoTest {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    @Test
    void sorOrder() {
        SorOrder order = SorOrder.limit("BTCUSDT", Side.BUY, TWO, THREE)
                .timeInForce(TimeInForce.GTC)
                .icebergQty(ONE)
                .strategy(1)
                .strategy(2, 2_000_000)
                .clientOrderId("sor")
                .responseType(OrderResponseType.RESULT)
                .selfTradePrevention(SelfTradePreventionMode.EXPIRE_BOTH)
                .recvWindow(Duration.ofMillis(3));

        assertThat(order.call().endpoint()).isSameAs(TradingEndpoints.NEW_SOR_ORDER);
        assertThat(order.call().parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("symbol", "BTCUSDT"),
                        Map.entry("side", "BUY"),
                        Map.entry("type", "LIMIT"),
                        Map.entry("timeInForce", "GTC"),
                        Map.entry("quantity", TWO),
                        Map.entry("price", THREE),
                        Map.entry("icebergQty", ONE),
                        Map.entry("strategyId", 2L),
                        Map.entry("strategyType", 2_000_000L),
                        Map.entry("newClientOrderId", "sor"),
                        Map.entry("newOrderRespType", "RESULT"),
                        Map.entry("selfTradePreventionMode", "EXPIRE_BOTH"),
                        Map.entry("recvWindow", THREE)));
        assertThat(order.testCall(true).endpoint()).isSameAs(TradingEndpoints.TEST_SOR_ORDER);
        assertThat(order.testCall(true).complete().weight()).isEqualTo(20);
        assertThat(order.testCall(false).complete().weight()).isEqualTo(1);
        assertThat(SorOrder.market("BTCUSDT", Side.SELL, ONE).call().parameters())
                .hasSize(4);
    }

    @Test
    void aMarketOrderHasNoTimeInForce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SorOrder.market("BTCUSDT", Side.SELL, ONE).timeInForce(TimeInForce.IOC))
                .withMessage("sor.order.place: 'timeInForce' cannot be sent with 'type' MARKET");
    }

    @Test
    void legacyOco() {
        LegacyOco oco = LegacyOco.of("LTCBTC", Side.SELL, THREE, THREE, Trigger.trailingFrom(TWO, 100))
                .stopLimit(ONE, TimeInForce.GTC)
                .stopIcebergQty(ONE)
                .limitIcebergQty(TWO)
                .limitStrategy(1, 1_000_001)
                .stopStrategy(2, 1_000_002)
                .clientOrderIds("list", "limit", "stop")
                .responseType(OrderResponseType.ACK)
                .selfTradePrevention(SelfTradePreventionMode.NONE)
                .recvWindow(Duration.ofMillis(1));

        assertThat(oco.call().endpoint()).isSameAs(TradingEndpoints.NEW_LEGACY_OCO);
        assertThat(oco.call().complete().parameters())
                .hasSize(20)
                .containsEntry("trailingDelta", 100L)
                .containsEntry("stopPrice", TWO)
                .containsEntry("stopLimitPrice", ONE)
                .containsEntry("stopLimitTimeInForce", "GTC")
                .containsEntry("limitStrategyType", 1_000_001L)
                .containsEntry("stopStrategyId", 2L)
                .containsEntry("listClientOrderId", "list")
                .containsEntry("limitClientOrderId", "limit")
                .containsEntry("stopClientOrderId", "stop");
    }

    @Test
    void legacyOcoThatTheExchangeWouldRefuse() {
        LegacyOco oco = LegacyOco.of("LTCBTC", Side.SELL, ONE, THREE, Trigger.at(TWO));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LegacyOco.of("LTCBTC", Side.BUY, ONE, THREE, Trigger.at(TWO)))
                .withMessage("orderList.place: 'price' must be less than 'stopPrice' with 'side' BUY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LegacyOco.of("LTCBTC", Side.SELL, ONE, TWO, Trigger.at(TWO)))
                .withMessage("orderList.place: 'price' must be more than 'stopPrice' with 'side' SELL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oco.stopLimit(ONE, TimeInForce.IOC).stopIcebergQty(ONE))
                .withMessageContaining("'stopLimitTimeInForce' must be GTC with 'stopIcebergQty'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oco.stopIcebergQty(ONE).call().complete())
                .withMessageContaining("'stopIcebergQty' needs 'stopLimitPrice'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oco.clientOrderIds("a", "b", "b"))
                .withMessageContaining("'limitClientOrderId', 'stopClientOrderId' must be different");
    }
}
