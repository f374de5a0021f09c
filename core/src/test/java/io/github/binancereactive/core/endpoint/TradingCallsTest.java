/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are put together by hand are held to the same rules. */
class TradingCallsTest {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private static final Map<String, Object> VALUES = Map.of(
            "timeInForce", "GTC",
            "quantity", ONE,
            "quoteOrderQty", ONE,
            "price", ONE,
            "stopPrice", ONE,
            "trailingDelta", 10);

    private static Call<?> order(String type, List<String> parameters) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("symbol", "BTCUSDT", "side", "BUY", "type", type));
        parameters.forEach(name -> all.put(name, VALUES.get(name)));
        return Call.of(TradingEndpoints.NEW_ORDER).withAll(all);
    }

    /** The table of additional mandatory parameters, and what is said when one of them is missing. */
    static Stream<Arguments> mandatory() {
        String trigger = "'stopPrice' or 'trailingDelta'";
        return Stream.of(
                arguments("LIMIT", List.of("timeInForce", "quantity", "price"), Map.of()),
                arguments("MARKET", List.of("quantity"), Map.of("quantity", "'quantity' or 'quoteOrderQty'")),
                arguments("MARKET", List.of("quoteOrderQty"), Map.of("quoteOrderQty", "'quantity' or 'quoteOrderQty'")),
                arguments("STOP_LOSS", List.of("quantity", "stopPrice"), Map.of("stopPrice", trigger)),
                arguments("STOP_LOSS", List.of("quantity", "trailingDelta"), Map.of("trailingDelta", trigger)),
                arguments(
                        "STOP_LOSS_LIMIT",
                        List.of("timeInForce", "quantity", "price", "stopPrice"),
                        Map.of("stopPrice", trigger)),
                arguments("TAKE_PROFIT", List.of("quantity", "stopPrice"), Map.of("stopPrice", trigger)),
                arguments(
                        "TAKE_PROFIT_LIMIT",
                        List.of("timeInForce", "quantity", "price", "trailingDelta"),
                        Map.of("trailingDelta", trigger)),
                arguments("LIMIT_MAKER", List.of("quantity", "price"), Map.of()));
    }

    @ParameterizedTest
    @MethodSource
    void mandatory(String type, List<String> needed, Map<String, String> saidAs) {
        assertThat(order(type, needed).complete()).isNotNull();
        for (String missing : needed) {
            List<String> others =
                    needed.stream().filter(name -> !name.equals(missing)).toList();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> order(type, others).complete())
                    .withMessage("order.place: 'type' " + type + " needs "
                            + saidAs.getOrDefault(missing, "'" + missing + "'"));
        }
    }

    @Test
    void triggersCanBeCombined() {
        assertThat(order("TAKE_PROFIT", List.of("quantity", "stopPrice", "trailingDelta"))
                        .complete())
                .isNotNull();
    }

    @Test
    void aQuantityOfEitherAsset() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order("MARKET", List.of("quantity", "quoteOrderQty")))
                .withMessageContaining("only one of 'quantity', 'quoteOrderQty' may be given");
    }

    @Test
    void aPegMakesThePriceOptional() {
        Call<?> pegged = order("LIMIT", List.of("timeInForce", "quantity")).with("pegPriceType", "PRIMARY_PEG");

        assertThat(pegged.complete()).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pegged.with("pegOffsetValue", 5).complete())
                .withMessageContaining("'pegOffsetType' and 'pegOffsetValue' must be given together");
        assertThat(pegged.with("pegOffsetValue", 5)
                        .with("pegOffsetType", "PRICE_LEVEL")
                        .complete())
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order("LIMIT", List.of("timeInForce", "quantity", "price"))
                        .with("pegOffsetValue", 5)
                        .with("pegOffsetType", "PRICE_LEVEL")
                        .complete())
                .withMessageContaining("'pegOffsetType' needs 'pegPriceType'");
    }

    /** In whatever order the parameters are given. */
    @Test
    void whatCantBeSaidIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Call.of(TradingEndpoints.NEW_ORDER).with("price", ONE).with("type", "MARKET"))
                .withMessage("order.place: 'price' cannot be sent with 'type' MARKET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Call.of(TradingEndpoints.NEW_ORDER)
                        .with("icebergQty", ONE)
                        .with("timeInForce", "IOC"))
                .withMessage("order.place: 'timeInForce' must be GTC with 'icebergQty'");
        assertThatCode(() -> Call.of(TradingEndpoints.NEW_ORDER)
                        .with("icebergQty", ONE)
                        .with("quantity", ONE)
                        .with("type", "LIMIT")
                        .with("timeInForce", "GTC"))
                .doesNotThrowAnyException();
    }

    @Test
    void testsAndReplacementsAreHeldToTheSameRules() {
        for (Endpoint<?> endpoint : List.of(TradingEndpoints.TEST_ORDER, TradingEndpoints.CANCEL_REPLACE)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Call.of(endpoint).with("type", "MARKET").with("stopPrice", ONE))
                    .withMessage(endpoint.name() + ": 'stopPrice' cannot be sent with 'type' MARKET");
        }
    }

    @Test
    void eitherIdWillDo() {
        Map<Endpoint<?>, List<String>> ids = Map.of(
                TradingEndpoints.CANCEL_ORDER, List.of("orderId", "origClientOrderId"),
                TradingEndpoints.CANCEL_ORDER_LIST, List.of("orderListId", "listClientOrderId"));

        ids.forEach((endpoint, names) -> {
            Call<?> call = Call.of(endpoint).with("symbol", "BTCUSDT");
            assertThatIllegalArgumentException()
                    .isThrownBy(call::complete)
                    .withMessage(
                            endpoint.name() + ": one of '" + names.get(0) + "', '" + names.get(1) + "' must be given");
            assertThat(call.with(names.get(0), 7).complete()).isNotNull();
            assertThat(call.with(names.get(1), "mine").complete()).isNotNull();
            assertThat(call.with(names.get(0), 7).with(names.get(1), "mine").complete())
                    .isNotNull();
        });
    }

    @Test
    void anAmendmentNeedsAnOrderAndAQuantity() {
        Call<?> call = Call.of(TradingEndpoints.AMEND_ORDER).with("symbol", "BTCUSDT");

        assertThatIllegalArgumentException()
                .isThrownBy(call::complete)
                .withMessageContaining("'newQty' is mandatory and missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.with("newQty", ONE).complete())
                .withMessageContaining("one of 'orderId', 'origClientOrderId' must be given");
    }

    @Test
    void aReplacementNeedsAnOldOrderAndAMode() {
        Call<?> call = Call.of(TradingEndpoints.CANCEL_REPLACE)
                .withAll(order("MARKET", List.of("quantity")).parameters());

        assertThatIllegalArgumentException()
                .isThrownBy(call::complete)
                .withMessageContaining("'cancelReplaceMode' is mandatory and missing");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> call.with("cancelReplaceMode", "ALLOW_FAILURE").complete())
                .withMessageContaining("one of 'cancelOrderId', 'cancelOrigClientOrderId' must be given");
    }

    /** A pair can be told to be wrong before its side is known. */
    @Test
    void twoOfAKindAreNoPair() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Call.of(TradingEndpoints.NEW_OCO)
                        .with("aboveType", "STOP_LOSS")
                        .with("belowType", "STOP_LOSS_LIMIT"))
                .withMessageContaining("one of 'aboveType' and 'belowType' must be STOP_LOSS or STOP_LOSS_LIMIT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Call.of(TradingEndpoints.NEW_OTOCO)
                        .with("pendingAboveType", "TAKE_PROFIT")
                        .with("pendingBelowType", "LIMIT_MAKER"))
                .withMessageContaining("'pendingAboveType' and 'pendingBelowType'");
    }

    @Test
    void whatIsMissingInALegIsNamedByItsPrefix() {
        Map<String, Object> oco = Map.of(
                "symbol", "BTCUSDT",
                "side", "SELL",
                "quantity", ONE,
                "aboveType", "LIMIT_MAKER",
                "belowType", "STOP_LOSS_LIMIT");
        Call<?> call = Call.of(TradingEndpoints.NEW_OCO).withAll(oco);

        assertThatIllegalArgumentException()
                .isThrownBy(call::complete)
                .withMessage("orderList.place.oco: 'aboveType' LIMIT_MAKER needs 'abovePrice'");
        Call<?> withAbove = call.with("abovePrice", TWO);
        assertThatIllegalArgumentException()
                .isThrownBy(withAbove::complete)
                .withMessage("orderList.place.oco: 'belowType' STOP_LOSS_LIMIT needs 'belowTimeInForce'");
        Call<?> timed = withAbove.with("belowTimeInForce", "GTC").with("belowPrice", ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(timed::complete)
                .withMessage(
                        "orderList.place.oco: 'belowType' STOP_LOSS_LIMIT needs 'belowStopPrice' or 'belowTrailingDelta'");
        assertThat(timed.with("belowTrailingDelta", 10).complete()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"working", "pending"})
    void theOrdersOfAnOto(String prefix) {
        Map<String, Object> oto = new LinkedHashMap<>(Map.of(
                "symbol", "BTCUSDT",
                "workingType", "LIMIT",
                "workingSide", "BUY",
                "workingPrice", ONE,
                "workingQuantity", ONE,
                "workingTimeInForce", "GTC",
                "pendingType", "LIMIT",
                "pendingSide", "SELL",
                "pendingPrice", TWO,
                "pendingQuantity", ONE));
        oto.put("pendingTimeInForce", "GTC");
        Call<?> whole = Call.of(TradingEndpoints.NEW_OTO).withAll(oto).complete();
        assertThat(whole.endpoint().orderCost()).isEqualTo(2);

        oto.remove(prefix + "TimeInForce");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Call.of(TradingEndpoints.NEW_OTO).withAll(oto).complete())
                .withMessage("orderList.place.oto: '" + prefix + "Type' LIMIT needs '" + prefix + "TimeInForce'");
    }

    @Test
    @SuppressWarnings("deprecation") // it works
    void theOldOcoNeedsATrigger() {
        Call<?> call = Call.of(TradingEndpoints.NEW_LEGACY_OCO)
                .withAll(Map.of("symbol", "BTCUSDT", "side", "SELL", "quantity", ONE, "price", TWO));

        assertThatIllegalArgumentException()
                .isThrownBy(call::complete)
                .withMessage("orderList.place: one of 'stopPrice', 'trailingDelta' must be given");
        assertThat(call.with("trailingDelta", 10).complete()).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        call.with("stopPrice", ONE).with("stopLimitPrice", ONE).complete())
                .withMessage("orderList.place: 'stopLimitPrice' needs 'stopLimitTimeInForce'");
    }

    /** Nothing is executed by these, so a lost answer can be asked for again; all others are sent once. */
    @Test
    void onlyTestsAreRepeatable() {
        assertThat(TradingEndpoints.ALL.stream().filter(Endpoint::repeatable))
                .containsExactly(TradingEndpoints.TEST_ORDER, TradingEndpoints.TEST_SOR_ORDER);
    }
}
