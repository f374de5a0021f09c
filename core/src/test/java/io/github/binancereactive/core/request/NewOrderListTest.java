/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.binancereactive.core.endpoint.TradingEndpoints;
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

class NewOrderListTest {

    private static final String SYMBOL = "LTCBNB";
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal LOW = new BigDecimal("1.4");
    private static final BigDecimal HIGH = new BigDecimal("1.6");
    private static final OrderLeg PROFIT = OrderLeg.limitMaker(HIGH);
    private static final OrderLeg LOSS = OrderLeg.stopLoss(Trigger.at(LOW));
    private static final NewOrder BUY = NewOrder.limit(SYMBOL, Side.BUY, ONE, LOW);

    private static OcoOrder sellPair() {
        return OcoOrder.of(SYMBOL, Side.SELL, TWO, PROFIT, LOSS);
    }

    @Test
    void oco() {
        OcoOrder oco = OcoOrder.of(
                SYMBOL,
                Side.BUY,
                ONE,
                OrderLeg.stopLossLimit(new BigDecimal("1.61"), Trigger.trailingFrom(HIGH, 20))
                        .timeInForce(TimeInForce.FOK)
                        .strategy(7, 1_000_000)
                        .clientOrderId("above"),
                OrderLeg.limitMaker(Peg.primary().offset(2)).icebergQty(new BigDecimal("0.1")));

        assertThat(oco.call().endpoint()).isSameAs(TradingEndpoints.NEW_OCO);
        assertThat(oco.call().parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("symbol", SYMBOL),
                        Map.entry("side", "BUY"),
                        Map.entry("quantity", ONE),
                        Map.entry("aboveType", "STOP_LOSS_LIMIT"),
                        Map.entry("aboveClientOrderId", "above"),
                        Map.entry("abovePrice", new BigDecimal("1.61")),
                        Map.entry("aboveStopPrice", HIGH),
                        Map.entry("aboveTrailingDelta", 20L),
                        Map.entry("aboveTimeInForce", "FOK"),
                        Map.entry("aboveStrategyId", 7L),
                        Map.entry("aboveStrategyType", 1_000_000L),
                        Map.entry("belowType", "LIMIT_MAKER"),
                        Map.entry("belowIcebergQty", new BigDecimal("0.1")),
                        Map.entry("belowPegPriceType", "PRIMARY_PEG"),
                        Map.entry("belowPegOffsetType", "PRICE_LEVEL"),
                        Map.entry("belowPegOffsetValue", 2L)));
    }

    @Test
    void oto() {
        OtoOrder oto = OtoOrder.of(
                BUY.clientOrderId("first"),
                NewOrder.market(SYMBOL, Side.SELL, TWO).clientOrderId("second"));

        assertThat(oto.call().endpoint()).isSameAs(TradingEndpoints.NEW_OTO);
        assertThat(oto.call().parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("symbol", SYMBOL),
                        Map.entry("workingType", "LIMIT"),
                        Map.entry("workingSide", "BUY"),
                        Map.entry("workingTimeInForce", "GTC"),
                        Map.entry("workingPrice", LOW),
                        Map.entry("workingQuantity", ONE),
                        Map.entry("workingClientOrderId", "first"),
                        Map.entry("pendingType", "MARKET"),
                        Map.entry("pendingSide", "SELL"),
                        Map.entry("pendingQuantity", TWO),
                        Map.entry("pendingClientOrderId", "second")));
    }

    @Test
    void otoco() {
        OtocoOrder otoco = OtocoOrder.of(NewOrder.limitMaker(SYMBOL, Side.BUY, ONE, LOW), sellPair());

        assertThat(otoco.call().endpoint()).isSameAs(TradingEndpoints.NEW_OTOCO);
        assertThat(otoco.call().parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("symbol", SYMBOL),
                        Map.entry("workingType", "LIMIT_MAKER"),
                        Map.entry("workingSide", "BUY"),
                        Map.entry("workingPrice", LOW),
                        Map.entry("workingQuantity", ONE),
                        Map.entry("pendingSide", "SELL"),
                        Map.entry("pendingQuantity", TWO),
                        Map.entry("pendingAboveType", "LIMIT_MAKER"),
                        Map.entry("pendingAbovePrice", HIGH),
                        Map.entry("pendingBelowType", "STOP_LOSS"),
                        Map.entry("pendingBelowStopPrice", LOW)));
    }

    @Test
    void opo() {
        OpoOrder opo = OpoOrder.of(BUY, OrderLeg.market());

        assertThat(opo.call().endpoint()).isSameAs(TradingEndpoints.NEW_OPO);
        assertThat(opo.call().parameters())
                .hasSize(8)
                .containsEntry("pendingSide", "SELL")
                .containsEntry("pendingType", "MARKET")
                .containsEntry("workingSide", "BUY")
                .doesNotContainKey("pendingQuantity");
    }

    @Test
    void opoco() {
        OpocoOrder opoco = OpocoOrder.of(BUY, OrderLeg.takeProfit(Trigger.at(HIGH)), LOSS.strategy(5));

        assertThat(opoco.call().endpoint()).isSameAs(TradingEndpoints.NEW_OPOCO);
        assertThat(opoco.call().parameters())
                .hasSize(12)
                .containsEntry("pendingSide", "SELL")
                .containsEntry("pendingAboveType", "TAKE_PROFIT")
                .containsEntry("pendingAboveStopPrice", HIGH)
                .containsEntry("pendingBelowType", "STOP_LOSS")
                .containsEntry("pendingBelowStrategyId", 5L);
    }

    @Test
    void optionsAreOfTheWholeListAndCopies() {
        OcoOrder plain = sellPair();

        OcoOrder all = plain.listClientOrderId("list")
                .responseType(OrderResponseType.FULL)
                .selfTradePrevention(SelfTradePreventionMode.NONE)
                .recvWindow(Duration.ofSeconds(5));

        assertThat(plain.call().parameters()).hasSize(7);
        assertThat(all.call().parameters())
                .hasSize(11)
                .containsEntry("listClientOrderId", "list")
                .containsEntry("newOrderRespType", "FULL")
                .containsEntry("selfTradePreventionMode", "NONE")
                .containsEntry("recvWindow", new BigDecimal("5000"));
    }

    static Stream<Arguments> whatTheExchangeWouldRefuse() {
        return Stream.of(
                refused(
                        () -> OcoOrder.of(SYMBOL, Side.BUY, ONE, PROFIT, LOSS),
                        "'aboveType' must be STOP_LOSS or STOP_LOSS_LIMIT with 'side' BUY"),
                refused(
                        () -> OcoOrder.of(SYMBOL, Side.SELL, ONE, LOSS, LOSS),
                        "'aboveType' must be LIMIT_MAKER, TAKE_PROFIT or TAKE_PROFIT_LIMIT with 'side' SELL"),
                refused(
                        () -> OcoOrder.of(SYMBOL, Side.SELL, ONE, PROFIT, PROFIT),
                        "'belowType' must be STOP_LOSS or STOP_LOSS_LIMIT with 'side' SELL"),
                refused(
                        () -> OcoOrder.of(SYMBOL, Side.SELL, ONE, OrderLeg.limit(HIGH), LOSS),
                        "'aboveType' must be one of [LIMIT_MAKER, STOP_LOSS, STOP_LOSS_LIMIT, TAKE_PROFIT,"),
                refused(
                        () -> OcoOrder.of(SYMBOL, Side.SELL, ONE, OrderLeg.limitMaker(LOW), LOSS),
                        "'abovePrice' must be more than 'belowStopPrice'"),
                refused(
                        () -> OcoOrder.of(SYMBOL, Side.SELL, ONE, OrderLeg.takeProfit(Trigger.at(LOW)), LOSS),
                        "'aboveStopPrice' must be more than 'belowStopPrice'"),
                refused(
                        () -> OcoOrder.of(SYMBOL, Side.BUY, ONE, LOSS, OrderLeg.takeProfitLimit(HIGH, Trigger.at(LOW))),
                        "'belowPrice' must be less than 'aboveStopPrice'"),
                refused(
                        () -> OcoOrder.of(SYMBOL, Side.SELL, ONE, PROFIT.icebergQty(TWO), LOSS),
                        "'aboveIcebergQty' must not be more than 'quantity'"),
                refused(
                        () -> OcoOrder.of(SYMBOL, Side.SELL, ONE, PROFIT.clientOrderId("a"), LOSS.clientOrderId("a")),
                        "'aboveClientOrderId', 'belowClientOrderId' must be different"),
                refused(() -> sellPair().listClientOrderId("ä"), "'listClientOrderId' must match"),
                refused(
                        () -> OtoOrder.of(NewOrder.market(SYMBOL, Side.BUY, ONE), BUY),
                        "'workingType' must be one of [LIMIT, LIMIT_MAKER], not 'MARKET'"),
                refused(
                        () -> OtoOrder.of(BUY, NewOrder.marketQuote(SYMBOL, Side.BUY, ONE)),
                        "'pendingQuoteOrderQty' is not one of its parameters"),
                refused(
                        () -> OtoOrder.of(NewOrder.limit(SYMBOL, Side.BUY, ONE, Peg.primary()), BUY),
                        "'workingPrice' is mandatory and missing"),
                refused(() -> OtoOrder.of(BUY, NewOrder.market("BTCUSDT", Side.BUY, ONE)), "'symbol' must be the same"),
                refused(
                        () -> OtoOrder.of(BUY.recvWindow(Duration.ofSeconds(1)), BUY),
                        "'recvWindow' is said once for the whole list, not for its working order"),
                refused(
                        () -> OtoOrder.of(BUY, BUY.responseType(OrderResponseType.ACK)),
                        "'newOrderRespType' is said once for the whole list, not for its pending order"),
                refused(
                        () -> OtocoOrder.of(BUY, sellPair().listClientOrderId("x")),
                        "'listClientOrderId' is said once for the whole list"),
                refused(
                        () -> OtocoOrder.of(NewOrder.limit("BTCUSDT", Side.BUY, ONE, LOW), sellPair()),
                        "'symbol' must be the same"),
                refused(
                        () -> OpoOrder.of(NewOrder.limit(SYMBOL, Side.SELL, ONE, LOW), OrderLeg.market()),
                        "'workingSide' must be one of [BUY], not 'SELL'"),
                refused(
                        () -> OpocoOrder.of(BUY, LOSS, PROFIT),
                        "'pendingAboveType' must be LIMIT_MAKER, TAKE_PROFIT or TAKE_PROFIT_LIMIT with 'pendingSide' SELL"),
                refused(
                        () -> OpocoOrder.of(BUY.clientOrderId("a"), PROFIT, LOSS.clientOrderId("a")),
                        "'workingClientOrderId', 'pendingBelowClientOrderId' must be different"));
    }

    private static Arguments refused(Supplier<NewOrderList<?>> list, String rule) {
        return arguments(list, rule);
    }

    @ParameterizedTest
    @MethodSource
    void whatTheExchangeWouldRefuse(Supplier<NewOrderList<?>> list, String rule) {
        assertThatIllegalArgumentException().isThrownBy(list::get).withMessageContaining(rule);
    }

    /** The market, not the limit, decides where a pegged order lies; and a trailing one has no price yet. */
    @Test
    void pricesThatAreNotKnownYetAreNotCompared() {
        assertThat(OcoOrder.of(SYMBOL, Side.SELL, ONE, OrderLeg.limitMaker(LOW).pegged(Peg.primary()), LOSS))
                .isNotNull();
        assertThat(OcoOrder.of(SYMBOL, Side.SELL, ONE, PROFIT, OrderLeg.stopLoss(Trigger.trailing(10))))
                .isNotNull();
    }

    @Test
    void legsAreCheckedAsTheyAreMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOSS.timeInForce(TimeInForce.GTC))
                .withMessageContaining("'timeInForce' cannot be sent with 'type' STOP_LOSS");
    }

    @Test
    void everyTypeOfLeg() {
        Trigger trigger = Trigger.at(LOW);
        Map<String, OrderLeg> legs = Map.of(
                "LIMIT", OrderLeg.limit(Peg.primary()),
                "MARKET", OrderLeg.market(),
                "LIMIT_MAKER", OrderLeg.limitMaker(Peg.primary()),
                "STOP_LOSS", OrderLeg.stopLoss(trigger),
                "STOP_LOSS_LIMIT", OrderLeg.stopLossLimit(Peg.market(), trigger),
                "TAKE_PROFIT", OrderLeg.takeProfit(trigger),
                "TAKE_PROFIT_LIMIT", OrderLeg.takeProfitLimit(Peg.market(), trigger));

        legs.forEach((type, leg) -> {
            assertThat(leg.type()).hasToString(type);
            assertThat(OpoOrder.of(BUY, leg).call().parameters()).containsEntry("pendingType", type);
        });
    }
}
