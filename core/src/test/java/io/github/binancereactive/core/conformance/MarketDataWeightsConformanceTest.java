/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Weights that depend on parameters, row by row as both wires document them. */
class MarketDataWeightsConformanceTest {

    private static final Pattern LIMITS = Pattern.compile("(\\d+)[-\u2013](\\d+) *\\| *(\\d+)");

    /** Rows of one table are {@code 1-20; 2}, those of the other {@code | 1-20 | 2 |}. */
    private static final Pattern COUNTS = Pattern.compile("(\\d+)(?:[-\u2013](\\d+)| or more)[; |]+(\\d+)");

    private static final Pattern EACH = Pattern.compile("^(\\d+) for each.*cap at (\\d+).*more than (\\d+)");
    private static final Pattern EACH_ROW = Pattern.compile("1\u2013(\\d+) *\\| *(\\d+) per symbol.*\\| *(\\d+) \\|");

    private static String rest(Endpoint<?> endpoint) {
        return weight("rest", "path", endpoint.path());
    }

    private static String webSocket(Endpoint<?> endpoint) {
        return weight("webSocketApi", "method", endpoint.method());
    }

    private static String weight(String wire, String key, String name) {
        return Conformance.json("inventory.json")
                .get(wire)
                .valueStream()
                .filter(entry -> entry.get(key).asString().equals(name))
                .findFirst()
                .map(entry -> entry.get("weight"))
                .map(JsonNode::asString)
                .orElseThrow();
    }

    private static int limited(long limit) {
        return Call.of(MarketDataEndpoints.DEPTH).with("limit", limit).weight();
    }

    private static int counted(Endpoint<?> endpoint, int count) {
        List<String> names = IntStream.range(0, count).mapToObj(i -> "S" + i).toList();
        return Call.of(endpoint).with("symbols", names).weight();
    }

    private static int one(Endpoint<?> endpoint) {
        return Call.of(endpoint).with("symbol", "BTCUSDT").weight();
    }

    static Stream<String> depth() {
        return Stream.of(rest(MarketDataEndpoints.DEPTH), webSocket(MarketDataEndpoints.DEPTH));
    }

    @ParameterizedTest
    @MethodSource("depth")
    void depthWeighsByLimit(String table) {
        List<MatchResult> rows = LIMITS.matcher(table).results().toList();
        assertThat(rows).hasSize(4);
        for (MatchResult row : rows) {
            int weight = Integer.parseInt(row.group(3));
            assertThat(limited(Long.parseLong(row.group(1)))).as(row.group()).isEqualTo(weight);
            assertThat(limited(Long.parseLong(row.group(2)))).as(row.group()).isEqualTo(weight);
        }
        assertThat(Call.of(MarketDataEndpoints.DEPTH).weight())
                .as("the default is 100")
                .isEqualTo(limited(100));
    }

    static Stream<String> day() {
        return Stream.of(rest(MarketDataEndpoints.TICKER_24HR), webSocket(MarketDataEndpoints.TICKER_24HR));
    }

    @ParameterizedTest
    @MethodSource("day")
    void tickersOf24HoursWeighByHowManySymbols(String table) {
        List<MatchResult> rows = COUNTS.matcher(table).results().toList();
        assertThat(rows).hasSize(3);
        for (MatchResult row : rows) {
            int weight = Integer.parseInt(row.group(3));
            int least = Integer.parseInt(row.group(1));
            int most = row.group(2) == null ? 1000 : Integer.parseInt(row.group(2));
            assertThat(counted(MarketDataEndpoints.TICKER_24HR, least))
                    .as(row.group())
                    .isEqualTo(weight);
            assertThat(counted(MarketDataEndpoints.TICKER_24HR, most))
                    .as(row.group())
                    .isEqualTo(weight);
        }
    }

    @Test
    void tickersOf24HoursOfOneAndOfAll() {
        assertThat(rest(MarketDataEndpoints.TICKER_24HR))
                .contains("symbol; 1; 2;")
                .contains("symbols parameter is omitted; 80");
        assertThat(one(MarketDataEndpoints.TICKER_24HR)).isEqualTo(2);
        assertThat(Call.of(MarketDataEndpoints.TICKER_24HR).weight()).isEqualTo(80);
    }

    static Stream<Endpoint<?>> each() {
        return Stream.of(MarketDataEndpoints.TICKER, MarketDataEndpoints.TICKER_TRADING_DAY);
    }

    @ParameterizedTest
    @MethodSource("each")
    void windowsWeighForEachSymbolUpToACap(Endpoint<?> endpoint) {
        MatchResult rule = EACH.matcher(rest(endpoint)).results().findFirst().orElseThrow();
        int each = Integer.parseInt(rule.group(1));
        int cap = Integer.parseInt(rule.group(2));
        int most = Integer.parseInt(rule.group(3));

        assertThat(one(endpoint)).isEqualTo(each);
        for (int count : new int[] {1, 2, most - 1, most, most + 1, 100}) {
            assertThat(counted(endpoint, count)).isEqualTo(Math.min(cap, each * count));
        }
        assertThat(counted(endpoint, most)).isEqualTo(cap);
    }

    @Test
    void windowsWeighTheSameOverWebSocket() {
        MatchResult row = EACH_ROW.matcher(webSocket(MarketDataEndpoints.TICKER))
                .results()
                .findFirst()
                .orElseThrow();

        assertThat(row.group(1)).isEqualTo("50");
        assertThat(row.group(2)).isEqualTo("" + one(MarketDataEndpoints.TICKER));
        assertThat(row.group(3)).isEqualTo("" + counted(MarketDataEndpoints.TICKER, 51));
        assertThat(webSocket(MarketDataEndpoints.TICKER_TRADING_DAY))
                .isEqualTo(rest(MarketDataEndpoints.TICKER_TRADING_DAY));
    }

    static Stream<Endpoint<?>> oneOrMore() {
        return Stream.of(MarketDataEndpoints.TICKER_PRICE, MarketDataEndpoints.TICKER_BOOK);
    }

    @ParameterizedTest
    @MethodSource("oneOrMore")
    void pricesWeighLessForOneSymbol(Endpoint<?> endpoint) {
        assertThat(rest(endpoint)).contains("symbol; 1; 2; symbol parameter is omitted; 4; symbols; Any; 4");
        assertThat(webSocket(endpoint).replaceAll(" +", " "))
                .contains("| symbol | 2 |", "| symbols | 4 |", "| none | 4 |");
        assertThat(one(endpoint)).isEqualTo(2);
        assertThat(counted(endpoint, 1)).isEqualTo(4);
        assertThat(counted(endpoint, 500)).isEqualTo(4);
        assertThat(Call.of(endpoint).weight()).isEqualTo(4);
    }

    /** "Weight: 2" stands in the documentation; the inventory lost it. */
    @Test
    void referencePricesWeighTwo() {
        for (Endpoint<?> endpoint :
                List.of(MarketDataEndpoints.REFERENCE_PRICE, MarketDataEndpoints.REFERENCE_PRICE_CALCULATION)) {
            assertThat(rest(endpoint)).isEmpty();
            assertThat(one(endpoint)).isEqualTo(2);
        }
    }
}
