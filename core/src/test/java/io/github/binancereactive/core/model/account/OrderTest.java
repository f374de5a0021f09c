/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.PegOffsetType;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.WorkingFloor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final String ALWAYS = """
            "symbol":"BTCUSDT","orderId":7,"orderListId":-1,"clientOrderId":"mine","price":"0.1","origQty":"1.0",
            "executedQty":"0.25","cummulativeQuoteQty":"0.025","status":"EXPIRED","timeInForce":"GTC","type":"LIMIT",
            "side":"BUY","time":1499827319559,"updateTime":1499827319560,"isWorking":true,
            "selfTradePreventionMode":"NONE\"""";

    private final List<String> unknown = new ArrayList<>();

    private Order decode(String more) {
        byte[] json = ("{" + ALWAYS + more + "}").getBytes(UTF_8);
        JsonCodec codec = JsonCodec.create().withUnknownFields((type, field) -> unknown.add(type + "." + field));
        return Objects.requireNonNull(codec.decode(AccountEndpoints.ORDER.result(), json, 0, json.length));
    }

    /** The table "Conditional fields in Order Responses", with its examples. */
    @Test
    void hasAllConditionalFields() {
        Order order = decode("""
                ,"icebergQty":"0.00000000","preventedMatchId":0,"preventedQuantity":"1.200000","stopPrice":"23500.00000000",
                "strategyId":37463720,"strategyType":1000000,"trailingDelta":10,"trailingTime":1499827319561,"usedSor":true,
                "workingFloor":"SOR","pegPriceType":"PRIMARY_PEG","pegOffsetType":"PRICE_LEVEL","pegOffsetValue":5,
                "peggedPrice":"87523.83710000","expiryReason":"INSUFFICIENT_LIQUIDITY\"""");

        assertThat(unknown).isEmpty();
        assertThat(order.icebergQty()).isEqualTo("0.00000000");
        assertThat(order.preventedMatchId()).isZero();
        assertThat(order.preventedQuantity()).isEqualTo("1.200000");
        assertThat(order.stopPrice()).isEqualTo("23500.00000000");
        assertThat(order.strategyId()).isEqualTo(37463720);
        assertThat(order.strategyType()).isEqualTo(1000000);
        assertThat(order.trailingDelta()).isEqualTo(10);
        assertThat(order.trailingTime()).isEqualTo(Instant.ofEpochMilli(1499827319561L));
        assertThat(order.usedSor()).isTrue();
        assertThat(order.workingFloor()).isEqualTo(WorkingFloor.SOR);
        assertThat(order.pegPriceType()).isEqualTo(PegPriceType.PRIMARY_PEG);
        assertThat(order.pegOffsetType()).isEqualTo(PegOffsetType.PRICE_LEVEL);
        assertThat(order.pegOffsetValue()).isEqualTo(5);
        assertThat(order.peggedPrice()).isEqualTo("87523.83710000");
        assertThat(order.expiryReason()).isEqualTo(ExpiryReason.INSUFFICIENT_LIQUIDITY);
    }

    @Test
    void needsNoneOfThem() {
        Order order = decode("");

        assertThat(order.expiryReason()).isNull();
        assertThat(order.usedSor()).isNull();
        assertThat(order.orderList()).isEmpty();
        assertThat(order.remainingQty()).isEqualTo(new BigDecimal("0.75"));
    }

    @Test
    void aTimeOfMinusOneHasNotCome() {
        Order order = decode(",\"trailingTime\":-1,\"workingTime\":-1");

        assertThat(order.trailingTime()).isNull();
        assertThat(order.workingTime()).isNull();
    }
}
