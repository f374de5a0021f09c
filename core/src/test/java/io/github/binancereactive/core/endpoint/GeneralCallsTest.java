/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.request.ExchangeInfoQuery;
import io.github.binancereactive.core.request.ExecutionRulesQuery;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused before anything is sent, and in which words. */
class GeneralCallsTest {

    private static final String ONE_OF =
            "exchangeInfo: only one of 'symbol', 'symbols', 'permissions' may be given, but there are ";
    private static final String RULE_ONE_OF =
            "executionRules: only one of 'symbol', 'symbols', 'symbolStatus' may be given, but there are ";

    static Stream<Arguments> refused() {
        Endpoint<?> info = GeneralEndpoints.EXCHANGE_INFO;
        Endpoint<?> rules = GeneralEndpoints.EXECUTION_RULES;
        return Stream.of(
                refused(info, ONE_OF + "'symbol', 'symbols'", "symbol", "A", "symbols", List.of("B")),
                refused(info, ONE_OF + "'symbol', 'permissions'", "permissions", List.of("SPOT"), "symbol", "A"),
                refused(
                        info,
                        ONE_OF + "'symbols', 'permissions'",
                        "symbols",
                        List.of("A"),
                        "permissions",
                        List.of("SPOT")),
                refused(
                        info,
                        "exchangeInfo: 'symbolStatus' cannot be combined with 'symbol', 'symbols'",
                        "symbolStatus",
                        SymbolStatus.HALT,
                        "symbol",
                        "A"),
                refused(
                        info,
                        "exchangeInfo: 'symbolStatus' cannot be combined with 'symbol', 'symbols'",
                        "symbols",
                        List.of("A"),
                        "symbolStatus",
                        "HALT"),
                refused(
                        info,
                        "exchangeInfo: 'symbolStatus' must be one of [BREAK, HALT, TRADING], not 'END_OF_DAY'",
                        "symbolStatus",
                        SymbolStatus.END_OF_DAY),
                refused(info, "exchangeInfo: 'symbol' must not be empty", "symbol", ""),
                refused(info, "exchangeInfo: 'symbol' must not have half of a surrogate pair", "symbol", "A\uD800"),
                refused(info, "exchangeInfo: 'symbol' must be a String, not a Integer", "symbol", 5),
                refused(info, "exchangeInfo: 'symbols' must not be an empty list", "symbols", List.of()),
                refused(info, "exchangeInfo: 'symbols' must not be empty", "symbols", List.of("A", "")),
                refused(
                        info,
                        "exchangeInfo: 'symbols' must not name the same value twice",
                        "symbols",
                        List.of("A", "B", "A")),
                refused(info, "exchangeInfo: 'symbols' must be a collection of texts, not a String", "symbols", "A"),
                refused(info, "exchangeInfo: 'symbols' must be a String, not a Integer", "symbols", List.of(1)),
                refused(
                        info,
                        "exchangeInfo: 'showPermissionSets' must be a Boolean, not a String",
                        "showPermissionSets",
                        "true"),
                refused(
                        info,
                        "exchangeInfo: 'Symbol' is not one of its parameters [symbol, symbols, permissions, showPermissionSets,"
                                + " symbolStatus]",
                        "Symbol",
                        "A"),
                refused(rules, RULE_ONE_OF + "'symbol', 'symbols'", "symbols", List.of("A"), "symbol", "B"),
                refused(
                        rules,
                        RULE_ONE_OF + "'symbols', 'symbolStatus'",
                        "symbols",
                        List.of("A"),
                        "symbolStatus",
                        "HALT"),
                refused(GeneralEndpoints.PING, "ping: 'symbol' is not one of its parameters []", "symbol", "A"));
    }

    private static Arguments refused(Endpoint<?> endpoint, String message, Object... parameters) {
        return Arguments.of(endpoint, Arrays.asList(parameters), message);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void namesTheParameterAndTheRuleItBreaks(Endpoint<?> endpoint, List<Object> parameters, String message) {
        assertThatThrownBy(() -> call(endpoint, parameters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Call<?> call(Endpoint<?> endpoint, List<Object> parameters) {
        Call<?> call = Call.of(endpoint);
        for (int i = 0; i < parameters.size(); i += 2) {
            call = call.with((String) parameters.get(i), parameters.get(i + 1));
        }
        return call;
    }

    @Test
    void keepsTheOrderAndTheFirstCallAsItWas() {
        Call<?> permissions = Call.of(GeneralEndpoints.EXCHANGE_INFO).with("symbolStatus", SymbolStatus.HALT);
        Call<?> both = permissions.with("permissions", List.of("SPOT")).with("showPermissionSets", false);

        assertThat(permissions.parameters()).containsOnlyKeys("symbolStatus");
        assertThat(both.parameters().keySet()).containsExactly("symbolStatus", "permissions", "showPermissionSets");
        assertThatThrownBy(() -> both.parameters().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(both.with("permissions", null)).isSameAs(both);
    }

    @Test
    void holdsValuesInOneForm() {
        Endpoint<Void> endpoint = Endpoint.get("/x")
                .takes(Parameter.number("n").required(), Parameter.decimal("d"))
                .returnsNothing();

        assertThat(Call.of(endpoint).with("n", 5).parameters()).containsEntry("n", 5L);
        assertThat(Call.of(endpoint).with("d", new BigDecimal("1.0")).parameters())
                .containsEntry("d", new BigDecimal("1.0"));
        assertThatThrownBy(() -> Call.of(endpoint).with("d", 1.0))
                .hasMessage("GET /x: 'd' must be a BigDecimal, not a Double");
        assertThatThrownBy(() -> Call.of(endpoint).complete()).hasMessage("GET /x: 'n' is mandatory and missing");
        assertThat(Call.of(endpoint).with("n", 5).complete().parameters()).hasSize(1);
    }

    @Test
    void queriesAreCalls() {
        assertThat(QueryString.of(ExchangeInfoQuery.symbol("BTCUSDT").call())).isEqualTo("symbol=BTCUSDT");
        assertThat(QueryString.of(ExchangeInfoQuery.symbols("A", "B").call()))
                .isEqualTo("symbols=%5B%22A%22%2C%22B%22%5D");
        assertThat(QueryString.of(
                        ExecutionRulesQuery.symbolStatus(SymbolStatus.BREAK).call()))
                .isEqualTo("symbolStatus=BREAK");
        assertThat(QueryString.of(ExecutionRulesQuery.all().call())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,2", "2,4", "19,38", "20,40", "21,40", "100,40"})
    void weighsBySymbolUpToACap(int symbols, int weight) {
        List<String> names = IntStream.range(0, symbols).mapToObj(i -> "S" + i).toList();

        assertThat(ExecutionRulesQuery.symbols(names).call().weight()).isEqualTo(weight);
    }

    @Test
    void neverShowsParameters() {
        assertThat(ExchangeInfoQuery.symbol("BTCUSDT").call()).hasToString("Call[exchangeInfo]");
    }
}
