/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SimulatedExchangeTest {

    private static final long NOW = 1_700_000_000_123_456L;

    private final SimulatedExchange exchange = new SimulatedExchange(
            new ExchangeSettings(Listing.generated(50), SimulatedLimits.documented(), List.of(), 0, 0), NOW);

    private ExchangeReply ask(String method, String params, TimestampUnit unit) {
        JsonParameters parameters = new JsonParameters(Json.MAPPER.readTree(params.replace('\'', '"')));
        return exchange.handle(call(method, parameters, unit), null, NOW);
    }

    private static ExchangeCall call(String method, JsonParameters parameters, TimestampUnit unit) {
        return new ExchangeCall(method, parameters, unit, "127.0.0.1", new JsonClaim(parameters), null);
    }

    private JsonNode result(String method, String params) {
        ExchangeReply reply = ask(method, params, TimestampUnit.MILLISECOND);
        assertThat(reply.error()).isNull();
        return Json.MAPPER.readTree(reply.result());
    }

    private Set<String> symbols(String params) {
        Set<String> names = new HashSet<>();
        result("exchangeInfo", params)
                .path("symbols")
                .forEach(symbol -> names.add(symbol.path("symbol").asString()));
        return names;
    }

    @Test
    void answersPingAndTime() {
        assertThat(result("ping", "{}").isEmpty()).isTrue();
        assertThat(result("GET /api/v3/time", "{}").path("serverTime").longValue())
                .isEqualTo(1_700_000_000_123L);
        assertThat(new String(ask("time", "{}", TimestampUnit.MICROSECOND).result(), StandardCharsets.UTF_8))
                .isEqualTo("{\"serverTime\":1700000000123456}");
    }

    @Test
    void knowsWhatItCosts() {
        assertThat(ask("ping", "{}", TimestampUnit.MILLISECOND).usedWeight()).isEqualTo(1);
        assertThat(ask("exchangeInfo", "{}", TimestampUnit.MILLISECOND).usedWeight())
                .isEqualTo(21);
        assertThat(ask("executionRules", "{'symbol':'BTCUSDT'}", TimestampUnit.MILLISECOND)
                        .usedWeight())
                .isEqualTo(23);
        assertThat(ask("executionRules", "{'symbols':['BTCUSDT','ETHUSDT']}", TimestampUnit.MILLISECOND)
                        .usedWeight())
                .isEqualTo(27);
        assertThat(ask("executionRules", "{}", TimestampUnit.MILLISECOND).usedWeight())
                .isEqualTo(67);
    }

    @Test
    void showsSpotMarginAndLeveragedUnlessAskedOtherwise() {
        assertThat(symbols("{}")).contains("BTCUSDT", "OLDUSDT").doesNotContain("GRPUSDT");
        assertThat(symbols("{'permissions':'TRD_GRP_025'}")).contains("GRPUSDT");
        assertThat(symbols("{'permissions':['SPOT','TRD_GRP_025']}")).contains("BTCUSDT", "GRPUSDT");
        assertThat(symbols("{'permissions':['LEVERAGED']}")).isEmpty();
    }

    @Test
    void choosesSymbols() {
        assertThat(symbols("{'symbol':'BNBBTC'}")).containsExactly("BNBBTC");
        assertThat(symbols("{'symbols':['BNBBTC','１２３４５６']}")).containsExactlyInAnyOrder("BNBBTC", "１２３４５６");
        assertThat(symbols("{'symbol':'GRPUSDT'}")).as("asked for by name").containsExactly("GRPUSDT");
        assertThat(symbols("{'symbolStatus':'HALT'}")).containsExactly("NEWUSDT");
        assertThat(symbols("{'symbolStatus':'BREAK','permissions':'SPOT'}")).contains("OLDUSDT", "T0040TRY");
    }

    @Test
    void hidesPermissionSets() {
        JsonNode shown = result("exchangeInfo", "{'symbol':'BTCUSDT'}");
        JsonNode hidden = result("exchangeInfo", "{'symbol':'BTCUSDT','showPermissionSets':false}");

        assertThat(shown.at("/symbols/0/permissionSets/0/0").asString()).isEqualTo("SPOT");
        assertThat(hidden.at("/symbols/0/permissionSets").isEmpty()).isTrue();
    }

    @Test
    void listsTheRateLimitsThatItHas() {
        JsonNode limits = result("exchangeInfo", "{'symbol':'BTCUSDT'}").path("rateLimits");

        assertThat(limits.get(0).toString())
                .isEqualTo("{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,"
                        + "\"limit\":6000}");
        assertThat(limits.get(3).path("limit").intValue()).isEqualTo(300_000);
    }

    @Test
    void everyFilterTypeOfSymbolsAndExchangeIsInUse() {
        Set<String> types = new TreeSet<>();
        JsonNode info = result("exchangeInfo", "{}");
        info.path("exchangeFilters")
                .forEach(filter -> types.add(filter.path("filterType").asString()));
        info.path("symbols")
                .forEach(symbol -> symbol.path("filters")
                        .forEach(filter -> types.add(filter.path("filterType").asString())));

        assertThat(types).hasSize(19);
    }

    @Test
    void theSameSymbolsEveryTime() {
        assertThat(Listing.generated(60).all())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(Listing.generated(60).all());
        assertThat(Listing.generated(2276).all()).hasSize(2276);
    }

    @Test
    void listsWhatWasRecorded() {
        Listing listing = Listing.parse("{\"serverTime\":1,\"symbols\":[{\"symbol\":\"AB\",\"status\":\"TRADING\","
                + "\"permissions\":[\"SPOT\"]}]}");

        assertThat(listing.all()).extracting(ListedSymbol::name).containsExactly("AB");
        assertThat(listing.all().get(0).hasAnyOf(Set.of("SPOT"))).isTrue();
    }

    @Test
    void executionRulesOfSymbols() {
        JsonNode rules =
                result("executionRules", "{'symbols':['BTCUSDT','ETHUSDT']}").path("symbolRules");

        assertThat(rules).hasSize(2);
        assertThat(rules.at("/1/symbol").asString()).isEqualTo("ETHUSDT");
        assertThat(rules.at("/0/rules/0/ruleType").asString()).isEqualTo("PRICE_RANGE");
        assertThat(result("executionRules", "{'symbolStatus':'HALT'}").path("symbolRules"))
                .hasSize(1);
        assertThat(result("executionRules", "{}").path("symbolRules")).hasSize(50);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "time | {'symbol':'BTCUSDT'} | -1101 | Too many parameters; expected '0' and received '1'.",
                "exchangeInfo | {'symbl':'BTCUSDT'} | -1104 | Not all sent parameters were read; read '0' parameter(s) but was sent '1'.",
                "exchangeInfo | {'symbol':'BTCUSDT','limit':5} | -1104 | Not all sent parameters were read; read '1' parameter(s) but was sent '2'.",
                "exchangeInfo | {'a':1,'b':1,'c':1,'d':1,'e':1,'f':1} | -1101 | Too many parameters; expected '5' and received '6'.",
                "exchangeInfo | {'symbol':'BTCUSD'} | -1121 | Invalid symbol.",
                "exchangeInfo | {'symbol':'btcusdt'} | -1100 | Illegal characters found in parameter 'symbol'; legal range is '^[\\w\\-._&&[^a-z]]{1,50}$'.",
                "exchangeInfo | {'symbol':'BTC USDT'} | -1100 | Illegal characters found in parameter 'symbol'; legal range is '^[\\w\\-._&&[^a-z]]{1,50}$'.",
                "exchangeInfo | {'symbol':''} | -1105 | Parameter 'symbol' was empty.",
                "exchangeInfo | {'symbols':[]} | -1105 | Parameter 'symbols' was empty.",
                "exchangeInfo | {'symbols':['BTCUSDT','X']} | -1121 | Invalid symbol.",
                "exchangeInfo | {'symbols':['BTCUSDT','BTCUSDT']} | -1151 | Symbol is present multiple times in the list.",
                "exchangeInfo | {'symbols':'BTCUSDT'} | -1100 | Illegal characters found in parameter 'symbols'; legal range is '^\\[(\"[\\w\\-._&&[^a-z]]{1,50}\"(,\"[\\w\\-._&&[^a-z]]{1,50}\"){0,}){0,1}\\]$'.",
                "exchangeInfo | {'symbol':'BTCUSDT','symbols':['BTCUSDT']} | -1128 | Combination of optional parameters invalid.",
                "exchangeInfo | {'symbol':'BTCUSDT','permissions':'SPOT'} | -1128 | Combination of optional parameters invalid.",
                "exchangeInfo | {'symbol':'BTCUSDT','symbolStatus':'TRADING'} | -1128 | Combination of optional parameters invalid.",
                "exchangeInfo | {'symbols':['BTCUSDT'],'symbolStatus':'TRADING'} | -1128 | Combination of optional parameters invalid.",
                "exchangeInfo | {'symbolStatus':'END_OF_DAY'} | -1122 | Invalid symbolStatus.",
                "exchangeInfo | {'permissions':'FUTURES'} | -1130 | Data sent for parameter 'permissions' is not valid.",
                "exchangeInfo | {'permissions':'[nonsense'} | -1135 | JSON sent for parameter 'permissions' is not valid",
                "exchangeInfo | {'permissions':[]} | -1105 | Parameter 'permissions' was empty.",
                "exchangeInfo | {'showPermissionSets':'yes'} | -1130 | Data sent for parameter 'showPermissionSets' is not valid.",
                "executionRules | {'symbol':'BTCUSDT','symbolStatus':'TRADING'} | -1128 | Combination of optional parameters invalid.",
                "executionRules | {'symbol':'NONE'} | -1121 | Invalid symbol.",
                "order.place | {} | -1102 | Mandatory parameter 'apiKey' was not sent, was empty/null, or malformed.",
                "order.plaice | {} | -1135 | Invalid 'method' in JSON request.",
            })
    void refusesInTheExchangesWords(String method, String params, int code, String message) {
        ExchangeError error = ask(method, params, TimestampUnit.MILLISECOND).error();

        assertThat(error).isNotNull();
        assertThat(error.status()).isEqualTo(400);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Microsecond", "SECOND", "", "ms"})
    void refusesTimeUnits(String unit) {
        assertThatThrownBy(() -> TimestampUnit.of(unit))
                .isInstanceOfSatisfying(
                        ExchangeError.class, error -> assertThat(error.code()).isEqualTo(-1194));
    }

    @Test
    void scriptedAnswersCostAndCheckWhatTheScriptSays() {
        Script script = new Script(() -> "{\"orderId\":1}", 4, List.of("symbol"));
        JsonParameters right = new JsonParameters(Json.MAPPER.readTree("{\"symbol\":\"BTCUSDT\"}"));
        JsonParameters wrong = new JsonParameters(Json.MAPPER.readTree("{\"symbl\":\"BTCUSDT\"}"));

        ExchangeReply answered = exchange.handle(call("order.place", right, TimestampUnit.MILLISECOND), script, NOW);
        ExchangeReply refused = exchange.handle(call("order.place", wrong, TimestampUnit.MILLISECOND), script, NOW);

        assertThat(new String(answered.result(), StandardCharsets.UTF_8)).isEqualTo("{\"orderId\":1}");
        assertThat(answered.usedWeight()).isEqualTo(4);
        assertThat(refused.error()).isNotNull();
        assertThat(refused.error().code()).isEqualTo(-1104);
    }
}
