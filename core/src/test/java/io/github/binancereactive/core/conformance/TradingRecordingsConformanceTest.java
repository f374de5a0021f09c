/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.CanceledOrder;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.OrderResult;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders that were really placed and canceled, in 2018 and 2019: requests and answers. */
class TradingRecordingsConformanceTest {

    /** What the exchange has added since: empty or UNKNOWN, and not among what we encode. */
    private static final Set<String> ADDED_SINCE = Set.of("orderListId", "selfTradePreventionMode");

    private static List<JsonNode> recorded(String verb) {
        return Conformance.lines("recorded/rest/exchanges.jsonl.gz").stream()
                .filter(exchange ->
                        exchange.get("request").get("method").asString().equals(verb))
                .toList();
    }

    private static <R> R answer(Reports reports, Endpoint<R> endpoint, JsonNode exchange) {
        byte[] body = exchange.get("response").get("body").asString().getBytes(UTF_8);
        R answer = reports.decode(endpoint.result(), body);
        JsonNode encoded = Conformance.tree(reports.codec.encode(answer));
        JsonNode sent = Conformance.tree(body);
        encoded.properties().stream()
                .filter(field -> !ADDED_SINCE.contains(field.getKey()))
                .forEach(field -> assertThat(field.getValue()).isEqualTo(sent.get(field.getKey())));
        assertThat(encoded.size()).isEqualTo(sent.size() + ADDED_SINCE.size());
        return answer;
    }

    @Test
    void placed() {
        List<JsonNode> taken = recorded("POST").stream()
                .filter(exchange -> exchange.get("response").get("status").asInt() == 200)
                .toList();
        assertThat(taken).hasSize(6);
        Reports reports = new Reports();

        assertThat(taken).allSatisfy(exchange -> {
            OrderAnswer answer = answer(reports, TradingEndpoints.NEW_ORDER, exchange);
            assertThat(answer).isInstanceOfSatisfying(OrderResult.class, result -> {
                assertThat(result.status() == OrderStatus.NEW).isEqualTo(result.timeInForce() == TimeInForce.GTC);
                assertThat(result.cummulativeQuoteQty()).isNull();
                assertThat(result.workingTime()).isNull();
                assertThat(result.selfTradePreventionMode()).isEqualTo(SelfTradePreventionMode.UNKNOWN);
            });
        });
        assertThat(reports.unknown).isEmpty();
    }

    @Test
    void canceled() {
        List<JsonNode> canceled = recorded("DELETE");
        assertThat(canceled).hasSize(5);
        Reports reports = new Reports();

        assertThat(canceled)
                .allSatisfy(exchange -> assertThat(answer(reports, TradingEndpoints.CANCEL_ORDER, exchange))
                        .isInstanceOfSatisfying(CanceledOrder.class, order -> {
                            assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
                            assertThat(order.transactTime()).isNull();
                            assertThat(order.origClientOrderId()).isNotEqualTo(order.clientOrderId());
                        }));
        assertThat(reports.unknown).isEmpty();
    }

    /** What the exchange took is complete by our rules, and comes out as it went in. */
    @Test
    void requests() {
        assertThat(recorded("POST")).hasSize(7).allSatisfy(exchange -> {
            Map<String, String> sent =
                    parameters(exchange.get("request").get("body").asString());
            Call<?> call = Call.of(TradingEndpoints.NEW_ORDER)
                    .with("symbol", sent.get("symbol"))
                    .with("side", sent.get("side"))
                    .with("type", sent.get("type"))
                    .with("timeInForce", sent.get("timeInForce"))
                    .with("quantity", new BigDecimal(sent.get("quantity")))
                    .with("price", new BigDecimal(sent.get("price")))
                    .with("recvWindow", new BigDecimal(sent.get("recvWindow")));
            assertThat(call.complete().parameters()).hasSize(sent.size());
            sent.forEach((name, value) ->
                    assertThat(call.parameters().get(name)).as(name).hasToString(value));
        });
    }

    private static Map<String, String> parameters(String form) {
        return Arrays.stream(form.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> !pair[0].equals("timestamp") && !pair[0].equals("signature"))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
