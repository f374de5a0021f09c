/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.request.MyPreventedMatchesQuery;
import io.github.binancereactive.core.request.MyTradesQuery;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The weights that depend on parameters, against the words of the inventory for either wire. */
class AccountWeightsConformanceTest {

    static Stream<Arguments> weights() {
        Call<?> openOrders = Call.of(AccountEndpoints.OPEN_ORDERS);
        MyTradesQuery trades = MyTradesQuery.symbol("BTCUSDT");
        return Stream.of(
                Arguments.of(
                        openOrders.with("symbol", "BTCUSDT"), "(\\d+) for a single symbol", "`symbol` *\\| *(\\d+)"),
                Arguments.of(
                        openOrders, "\\*\\*(\\d+)\\*\\* when the symbol parameter is omitted", "none *\\| *(\\d+)"),
                Arguments.of(trades.call(), "Without orderId\\|(\\d+)", "Without orderId\\|(\\d+)"),
                Arguments.of(trades.orderId(1).call(), "With orderId\\|(\\d+)", "With orderId\\|(\\d+)"),
                Arguments.of(
                        MyPreventedMatchesQuery.byPreventedMatchId("BTCUSDT", 1).call(),
                        "Querying by preventedMatchId *\\| *(\\d+)",
                        "Querying by preventedMatchId *\\| *(\\d+)"),
                Arguments.of(
                        MyPreventedMatchesQuery.byOrderId("BTCUSDT", 1).call(),
                        "Querying by orderId *\\| *(\\d+)",
                        "Querying by orderId *\\| *(\\d+)"));
    }

    @ParameterizedTest
    @MethodSource("weights")
    void weighsWhatTheTableSays(Call<?> call, String onRest, String onWebSocket) {
        Endpoint<?> endpoint = call.endpoint();
        JsonNode inventory = Conformance.json("inventory.json");

        assertThat(call.weight())
                .isEqualTo(number(onRest, text(inventory.get("rest"), "path", endpoint.path())))
                .isEqualTo(number(onWebSocket, text(inventory.get("webSocketApi"), "method", endpoint.method())));
    }

    private static String text(JsonNode entries, String key, String value) {
        return entries.valueStream()
                .filter(entry -> entry.get(key).asString().equals(value)
                        && entry.get("security").asString().equals("USER_DATA"))
                .findFirst()
                .orElseThrow()
                .get("weight")
                .asString();
    }

    private static int number(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern.replace("`", "`?")).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
