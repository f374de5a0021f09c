/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NewOrderTest {

    private static final String SYMBOL = "BTCUSDT";
    private static final BigDecimal QUANTITY = new BigDecimal("0.5");
    private static final BigDecimal PRICE = new BigDecimal("23416.10");
    private static final BigDecimal STOP = new BigDecimal("23000");
    private static final Peg PEG = Peg.primary();

    private static NewOrder limit() {
        return NewOrder.limit(SYMBOL, Side.BUY, QUANTITY, PRICE);
    }

    private static NewOrder stopLoss() {
        return NewOrder.stopLoss(SYMBOL, Side.SELL, QUANTITY, Trigger.at(STOP));
    }

    private static NewOrder market() {
        return NewOrder.market(SYMBOL, Side.BUY, QUANTITY);
    }

    static Stream<Arguments> eachTypeWithWhatIsMandatory() {
        Trigger at = Trigger.at(STOP);
        Trigger trailing = Trigger.trailing(100);
        Side sell = Side.SELL;
        Object gtc = "GTC";
        return Stream.of(
                arguments(
                        NewOrder.limit(SYMBOL, sell, QUANTITY, PRICE),
                        "LIMIT",
                        Map.of("timeInForce", gtc, "quantity", QUANTITY, "price", PRICE)),
                arguments(
                        NewOrder.limit(SYMBOL, sell, QUANTITY, PEG),
                        "LIMIT",
                        Map.of("timeInForce", gtc, "quantity", QUANTITY, "pegPriceType", "PRIMARY_PEG")),
                arguments(NewOrder.market(SYMBOL, sell, QUANTITY), "MARKET", Map.of("quantity", QUANTITY)),
                arguments(NewOrder.marketQuote(SYMBOL, sell, PRICE), "MARKET", Map.of("quoteOrderQty", PRICE)),
                arguments(
                        NewOrder.limitMaker(SYMBOL, sell, QUANTITY, PRICE),
                        "LIMIT_MAKER",
                        Map.of("quantity", QUANTITY, "price", PRICE)),
                arguments(
                        NewOrder.limitMaker(SYMBOL, sell, QUANTITY, PEG.offset(7)),
                        "LIMIT_MAKER",
                        Map.of(
                                "quantity",
                                QUANTITY,
                                "pegPriceType",
                                "PRIMARY_PEG",
                                "pegOffsetType",
                                "PRICE_LEVEL",
                                "pegOffsetValue",
                                7L)),
                arguments(
                        NewOrder.stopLoss(SYMBOL, sell, QUANTITY, at),
                        "STOP_LOSS",
                        Map.of("quantity", QUANTITY, "stopPrice", STOP)),
                arguments(
                        NewOrder.stopLoss(SYMBOL, sell, QUANTITY, trailing),
                        "STOP_LOSS",
                        Map.of("quantity", QUANTITY, "trailingDelta", 100L)),
                arguments(
                        NewOrder.takeProfit(SYMBOL, sell, QUANTITY, Trigger.trailingFrom(STOP, 20)),
                        "TAKE_PROFIT",
                        Map.of("quantity", QUANTITY, "stopPrice", STOP, "trailingDelta", 20L)),
                arguments(
                        NewOrder.stopLossLimit(SYMBOL, sell, QUANTITY, PRICE, at),
                        "STOP_LOSS_LIMIT",
                        Map.of("timeInForce", gtc, "quantity", QUANTITY, "price", PRICE, "stopPrice", STOP)),
                arguments(
                        NewOrder.stopLossLimit(SYMBOL, sell, QUANTITY, Peg.market(), trailing),
                        "STOP_LOSS_LIMIT",
                        Map.of(
                                "timeInForce",
                                gtc,
                                "quantity",
                                QUANTITY,
                                "pegPriceType",
                                "MARKET_PEG",
                                "trailingDelta",
                                100L)),
                arguments(
                        NewOrder.takeProfitLimit(SYMBOL, sell, QUANTITY, PRICE, trailing),
                        "TAKE_PROFIT_LIMIT",
                        Map.of("timeInForce", gtc, "quantity", QUANTITY, "price", PRICE, "trailingDelta", 100L)),
                arguments(
                        NewOrder.takeProfitLimit(SYMBOL, sell, QUANTITY, PEG, at),
                        "TAKE_PROFIT_LIMIT",
                        Map.of(
                                "timeInForce",
                                gtc,
                                "quantity",
                                QUANTITY,
                                "pegPriceType",
                                "PRIMARY_PEG",
                                "stopPrice",
                                STOP)));
    }

    @ParameterizedTest
    @MethodSource
    void eachTypeWithWhatIsMandatory(NewOrder order, String type, Map<String, Object> terms) {
        assertThat(order.call().endpoint()).isSameAs(TradingEndpoints.NEW_ORDER);
        assertThat(order.call().complete().parameters())
                .hasSize(3 + terms.size())
                .containsEntry("symbol", SYMBOL)
                .containsEntry("side", "SELL")
                .containsEntry("type", type)
                .containsAllEntriesOf(terms);
        assertThat(order.type()).isEqualTo(OrderType.valueOf(type));
        assertThat(order.symbol()).isEqualTo(SYMBOL);
        assertThat(order.side()).isEqualTo(Side.SELL);
        assertThat(order.quantity()).isEqualTo(terms.get("quantity"));
        assertThat(order.quoteOrderQty()).isEqualTo(terms.get("quoteOrderQty"));
        assertThat(order.price()).isEqualTo(terms.get("price"));
        assertThat(order.stopPrice()).isEqualTo(terms.get("stopPrice"));
        assertThat(order.trailingDelta()).isEqualTo(terms.get("trailingDelta"));
        assertThat(order.timeInForce()).isEqualTo(terms.containsKey("timeInForce") ? TimeInForce.GTC : null);
        assertThat(order.peg() == null).isNotEqualTo(terms.containsKey("pegPriceType"));
    }

    @Test
    void optionsAreCopies() {
        NewOrder plain = NewOrder.stopLossLimit(SYMBOL, Side.BUY, QUANTITY, PRICE, Trigger.at(STOP));

        NewOrder all = plain.timeInForce(TimeInForce.GTC)
                .icebergQty(new BigDecimal("0.1"))
                .trailingDelta(15)
                .pegged(Peg.market().offset(3))
                .strategy(42, 1_000_000)
                .clientOrderId("my-order_1")
                .responseType(OrderResponseType.RESULT)
                .selfTradePrevention(SelfTradePreventionMode.DECREMENT)
                .recvWindow(Duration.ofNanos(6_000_346_000L));

        assertThat(plain.call().parameters()).hasSize(7);
        assertThat(all.timeInForce()).isEqualTo(TimeInForce.GTC);
        assertThat(all.icebergQty()).isEqualTo(new BigDecimal("0.1"));
        assertThat(all.trailingDelta()).isEqualTo(15);
        assertThat(all.peg()).isEqualTo(Peg.market().offset(3));
        assertThat(all.strategyId()).isEqualTo(42);
        assertThat(all.strategyType()).isEqualTo(1_000_000);
        assertThat(all.clientOrderId()).isEqualTo("my-order_1");
        assertThat(all.responseType()).isEqualTo(OrderResponseType.RESULT);
        assertThat(all.selfTradePrevention()).isEqualTo(SelfTradePreventionMode.DECREMENT);
        assertThat(all.call().parameters()).containsEntry("recvWindow", new BigDecimal("6000.346"));
        assertThat(all.call().complete()).isNotNull();
    }

    @Test
    void ordersThatSayTheSameAreEqual() {
        assertThat(limit()).isEqualTo(limit()).hasSameHashCodeAs(limit());
        assertThat(limit()).isNotEqualTo(limit().strategy(1)).isNotEqualTo(market());
    }

    static Stream<Arguments> whatTheExchangeWouldRefuse() {
        return Stream.of(
                refused(() -> limit().trailingDelta(10), "'trailingDelta' cannot be sent with 'type' LIMIT"),
                refused(() -> market().timeInForce(TimeInForce.GTC), "'timeInForce' cannot be sent with 'type' MARKET"),
                refused(() -> market().icebergQty(QUANTITY), "'icebergQty' cannot be sent with 'type' MARKET"),
                refused(() -> market().pegged(PEG), "'pegPriceType' cannot be sent with 'type' MARKET"),
                refused(() -> stopLoss().pegged(PEG), "'pegPriceType' cannot be sent with 'type' STOP_LOSS"),
                refused(
                        () -> stopLoss().timeInForce(TimeInForce.IOC),
                        "'timeInForce' cannot be sent with 'type' STOP_LOSS"),
                refused(
                        () -> NewOrder.limitMaker(SYMBOL, Side.BUY, QUANTITY, PRICE)
                                .timeInForce(TimeInForce.GTC),
                        "'timeInForce' cannot be sent with 'type' LIMIT_MAKER"),
                refused(
                        () -> NewOrder.limitMaker(SYMBOL, Side.BUY, QUANTITY, Peg.market()),
                        "'pegPriceType' must be PRIMARY_PEG with 'type' LIMIT_MAKER"),
                refused(
                        () -> limit().timeInForce(TimeInForce.IOC).pegged(PEG),
                        "'timeInForce' must be GTC with 'pegPriceType' PRIMARY_PEG"),
                refused(() -> limit().pegged(PEG.offset(101)), "'pegOffsetValue' must be from 0 to 100"),
                refused(
                        () -> limit().icebergQty(BigDecimal.ONE.movePointLeft(1))
                                .timeInForce(TimeInForce.FOK),
                        "'timeInForce' must be GTC with 'icebergQty'"),
                refused(() -> limit().icebergQty(BigDecimal.ONE), "'icebergQty' must not be more than 'quantity'"),
                refused(() -> limit().strategy(1, 999_999), "'strategyType' must be from 1000000 to 2147483647"),
                refused(() -> limit().clientOrderId("a b"), "'newClientOrderId' must match [a-zA-Z0-9_-]{1,36}"),
                refused(() -> limit().clientOrderId("x".repeat(37)), "'newClientOrderId' must match"),
                refused(() -> limit().clientOrderId(""), "'newClientOrderId' must not be empty"),
                refused(
                        () -> limit().recvWindow(Duration.ofNanos(60_000_001_000L)),
                        "'recvWindow' must be from 0 to 60000"),
                refused(
                        () -> limit().recvWindow(Duration.ofNanos(1)),
                        "'recvWindow' must not have more than 3 decimal places"),
                refused(
                        () -> limit().recvWindow(Duration.ofSeconds(Long.MAX_VALUE)),
                        "'recvWindow' must be from 0 to 60000"),
                refused(() -> stopLoss().trailingDelta(0), "'trailingDelta' must be more than zero"),
                refused(() -> limit().selfTradePrevention(SelfTradePreventionMode.UNKNOWN), "not 'UNKNOWN'"),
                refused(() -> limit().timeInForce(TimeInForce.UNKNOWN), "'timeInForce' must be one of [FOK, GTC, IOC]"),
                refused(() -> NewOrder.market(SYMBOL, Side.UNKNOWN, QUANTITY), "'side' must be one of [BUY, SELL]"),
                refused(() -> NewOrder.market(SYMBOL, Side.BUY, BigDecimal.ZERO), "'quantity' must be more than zero"),
                refused(() -> NewOrder.market("", Side.BUY, QUANTITY), "'symbol' must not be empty"),
                refused(
                        () -> NewOrder.limit(SYMBOL, Side.BUY, QUANTITY, PRICE.negate()),
                        "'price' must be more than zero"));
    }

    private static Arguments refused(Supplier<NewOrder> order, String rule) {
        return arguments(order, rule);
    }

    @ParameterizedTest
    @MethodSource
    void whatTheExchangeWouldRefuse(Supplier<NewOrder> order, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(order::get)
                .withMessageStartingWith("order.place: ")
                .withMessageContaining(rule);
    }

    @Test
    @SuppressWarnings({"DataFlowIssue", "NullAway"}) // that is what is shown
    void whatIsMandatoryCantBeNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> NewOrder.limit(SYMBOL, Side.BUY, QUANTITY, (BigDecimal) null))
                .withMessage("price");
        assertThatNullPointerException()
                .isThrownBy(() -> NewOrder.market(null, Side.BUY, QUANTITY))
                .withMessage("symbol");
    }

    @Test
    void aTriggerWaitsForSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trigger(null, null))
                .withMessageContaining("'stopPrice', 'trailingDelta'");
    }

    @Test
    void theTestSaysTheSame() {
        NewOrder order = limit().clientOrderId("mine");

        assertThat(order.testCall(false).endpoint()).isSameAs(TradingEndpoints.TEST_ORDER);
        assertThat(order.testCall(false).complete().parameters())
                .isEqualTo(order.call().parameters());
        assertThat(order.testCall(false).weight()).isEqualTo(1);
        assertThat(order.testCall(true).complete().parameters()).containsEntry("computeCommissionRates", true);
        assertThat(order.testCall(true).weight()).isEqualTo(20);
    }
}
