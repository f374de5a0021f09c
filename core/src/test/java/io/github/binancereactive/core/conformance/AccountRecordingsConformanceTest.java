/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders that the exchange really answered, in 2019. They have nothing that is unknown today, and lack what came later. */
class AccountRecordingsConformanceTest {

    /** What these answers don't have yet, and what stands for it. */
    private static final Map<String, Object> CAME_LATER =
            Map.of("orderListId", 0, "selfTradePreventionMode", "UNKNOWN");

    private static Stream<JsonNode> recorded(String path) {
        return Conformance.lines("recorded/rest/exchanges.jsonl.gz").stream()
                .filter(exchange ->
                        exchange.get("request").get("method").asString().equals("GET"))
                .filter(exchange ->
                        exchange.get("request").get("url").asString().contains("/api/v3/" + path + "?"))
                .filter(exchange -> exchange.get("response").get("status").asInt() == 200);
    }

    private static byte[] body(JsonNode exchange) {
        return exchange.get("response").get("body").asString().getBytes(UTF_8);
    }

    @TestFactory
    Stream<DynamicTest> orders() {
        return recorded("order")
                .map(exchange -> dynamicTest(exchange.get("name").asString(), () -> {
                    Reports reports = new Reports();

                    Order order = reports.decode(AccountEndpoints.ORDER.result(), body(exchange));

                    assertKept(reports, order, Conformance.tree(body(exchange)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> openOrders() {
        return recorded("openOrders")
                .map(exchange -> dynamicTest(exchange.get("name").asString(), () -> {
                    Reports reports = new Reports();

                    List<Order> orders = reports.decode(AccountEndpoints.OPEN_ORDERS.result(), body(exchange));

                    JsonNode sent = Conformance.tree(body(exchange));
                    assertThat(orders).hasSize(sent.size());
                    for (int i = 0; i < orders.size(); i++) {
                        assertKept(reports, orders.get(i), sent.get(i));
                    }
                }));
    }

    @Test
    void thereAreRecordings() {
        assertThat(recorded("order").count()).isEqualTo(5);
        assertThat(recorded("openOrders").count()).isEqualTo(4);
    }

    private static void assertKept(Reports reports, Order order, JsonNode sent) {
        assertThat(reports.unknown).isEmpty();
        assertThat(order.selfTradePreventionMode()).isEqualTo(SelfTradePreventionMode.UNKNOWN);
        assertThat(order.workingTime()).isNull();
        assertThat(order.origQuoteOrderQty()).isNull();
        ObjectNode kept = (ObjectNode) Conformance.tree(reports.codec.encode(order));
        Set<String> added =
                kept.propertyNames().stream().filter(name -> !sent.has(name)).collect(Collectors.toSet());
        assertThat(added).isEqualTo(CAME_LATER.keySet());
        CAME_LATER.forEach(
                (name, value) -> assertThat(kept.get(name).asString()).as(name).isEqualTo(value.toString()));
        kept.remove(CAME_LATER.keySet());
        assertThat(kept).isEqualTo(sent);
    }
}
