/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.AllocationType;
import io.github.binancereactive.core.model.trade.CancelReplaceMode;
import io.github.binancereactive.core.model.trade.CancelRestrictions;
import io.github.binancereactive.core.model.trade.ContingencyType;
import io.github.binancereactive.core.model.trade.ExecutionType;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.ListOrderStatus;
import io.github.binancereactive.core.model.trade.ListStatusType;
import io.github.binancereactive.core.model.trade.OrderRateLimitExceededMode;
import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.PegOffsetType;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import io.github.binancereactive.core.model.trade.WorkingFloor;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The words of orders are those of the documentation. */
class TradeNamesConformanceTest {

    private static final Map<String, Class<? extends Enum<?>>> ENUMS = Map.ofEntries(
            Map.entry("Order status (status)", OrderStatus.class),
            Map.entry("Order List Status (listStatusType)", ListStatusType.class),
            Map.entry("Order List Order Status (listOrderStatus)", ListOrderStatus.class),
            Map.entry("ContingencyType", ContingencyType.class),
            Map.entry("AllocationType", AllocationType.class),
            Map.entry("Order Response Type (newOrderRespType)", OrderResponseType.class),
            Map.entry("Working Floor", WorkingFloor.class),
            Map.entry("Order side (side)", Side.class),
            Map.entry("Time in force (timeInForce)", TimeInForce.class),
            Map.entry("Execution types:", ExecutionType.class),
            Map.entry("Expiry Reasons", ExpiryReason.class));

    /** Only what is asked for has no value for what is unknown: the exchange never says it. */
    @TestFactory
    Stream<DynamicTest> enumsEqualTheInventory() {
        JsonNode enums = Conformance.json("inventory.json").get("enums");
        return ENUMS.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    Set<String> expected = enums.get(entry.getKey())
                            .valueStream()
                            .map(JsonNode::asString)
                            .collect(Collectors.toCollection(TreeSet::new));
                    if (entry.getValue() != OrderResponseType.class) {
                        expected.add("UNKNOWN");
                    }

                    assertThat(Stream.of(entry.getValue().getEnumConstants()).map(Enum::name))
                            .containsExactlyInAnyOrderElementsOf(expected);
                }));
    }

    /** What a parameter may say is what the enum of the same words has. */
    @TestFactory
    Stream<DynamicTest> parametersTakeTheSameWords() {
        Map<String, Class<? extends Enum<?>>> words = Map.of(
                "side", Side.class,
                "type", OrderType.class,
                "timeInForce", TimeInForce.class,
                "newOrderRespType", OrderResponseType.class,
                "selfTradePreventionMode", SelfTradePreventionMode.class,
                "pegPriceType", PegPriceType.class,
                "pegOffsetType", PegOffsetType.class,
                "cancelReplaceMode", CancelReplaceMode.class,
                "cancelRestrictions", CancelRestrictions.class,
                "orderRateLimitExceededMode", OrderRateLimitExceededMode.class);
        return words.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    Set<String> expected = Stream.of(entry.getValue().getEnumConstants())
                            .map(Enum::name)
                            .filter(name -> !name.equals("UNKNOWN"))
                            .collect(Collectors.toSet());

                    assertThat(TradingEndpoints.CANCEL_REPLACE.parameters())
                            .filteredOn(parameter -> parameter.name().equals(entry.getKey()))
                            .singleElement()
                            .satisfies(
                                    parameter -> assertThat(parameter.allowed()).isEqualTo(expected));
                }));
    }
}
