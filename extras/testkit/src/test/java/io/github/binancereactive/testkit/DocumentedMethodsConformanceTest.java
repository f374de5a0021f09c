/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every documented method answers in the shape of its documented samples, over REST and over the WebSocket API. */
class DocumentedMethodsConformanceTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path FOLDER = Path.of(System.getProperty("conformance.dir", "../shared/conformance"));
    private static final SimulatedAccount ACCOUNT =
            SimulatedAccount.ed25519("trader").maxAsset("JPY", "1000000");
    private static final SimulatedKey KEY = ACCOUNT.key(KeyType.ED25519);

    private final ExchangeSimulator simulator =
            ExchangeSimulator.builder().account(ACCOUNT).start();

    @BeforeAll
    static void folder() {
        assumeTrue(Files.isDirectory(FOLDER), () -> "skipped: there is no folder " + FOLDER.toAbsolutePath());
    }

    /**
     * A call and the samples of its answer. One sample is left out: {@code orderList.cancel} of the WebSocket API forgets
     * {@code origClientOrderId}, which REST and {@code order.cancel} show for the same canceled list.
     *
     * @param rest verb and path; empty for a method of the WebSocket API only
     * @param webSocket the method
     * @param form the parameters, with {@code {wire}} for the name of the wire
     * @param restSample which of the REST samples
     * @param webSocketSample which of the WebSocket API's; -1 for none
     */
    record Row(String rest, String webSocket, String form, int restSample, int webSocketSample) {

        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(
                    cells[0].strip(),
                    cells[1].strip(),
                    cells[2].strip(),
                    Integer.parseInt(cells[3].strip()),
                    Integer.parseInt(cells[4].strip()));
        }
    }

    static Stream<Row> rows() {
        return """
                GET /api/v3/ping | ping | | 0 | 0
                GET /api/v3/time | time | | 0 | 0
                GET /api/v3/exchangeInfo | exchangeInfo | symbol=BTCUSDT | 0 | 0
                GET /api/v3/executionRules | executionRules | symbol=BTCUSDT | 0 | 0
                GET /api/v3/depth | depth | symbol=BTCUSDT&limit=5 | 0 | 0
                GET /api/v3/trades | trades.recent | symbol=BTCUSDT&limit=1 | 0 | 0
                GET /api/v3/historicalTrades | trades.historical | symbol=BTCUSDT&fromId=0&limit=1 | 0 | 0
                GET /api/v3/historicalBlockTrades | blockTrades.historical | symbol=BTCUSDT&fromId=582&limit=1 | 0 | 0
                GET /api/v3/aggTrades | trades.aggregate | symbol=BTCUSDT&fromId=0&limit=1 | 0 | 0
                GET /api/v3/klines | klines | symbol=BTCUSDT&interval=1h&limit=1 | 0 | 0
                GET /api/v3/uiKlines | uiKlines | symbol=BTCUSDT&interval=1d&timeZone=-1:00 | 0 | 0
                GET /api/v3/avgPrice | avgPrice | symbol=BTCUSDT | 0 | 0
                GET /api/v3/ticker/24hr | ticker.24hr | symbol=BTCUSDT | 0 | 0
                GET /api/v3/ticker/24hr | ticker.24hr | symbols=["BTCUSDT"] | 1 | 2
                GET /api/v3/ticker/24hr | ticker.24hr | symbol=BTCUSDT&type=MINI | 2 | 1
                GET /api/v3/ticker/24hr | ticker.24hr | type=MINI | 3 | -1
                GET /api/v3/ticker/tradingDay | ticker.tradingDay | symbol=BTCUSDT&timeZone=8 | 0 | 0
                GET /api/v3/ticker/tradingDay | ticker.tradingDay | symbols=["BTCUSDT","ETHUSDT"] | 1 | 1
                GET /api/v3/ticker/tradingDay | ticker.tradingDay | symbol=BTCUSDT&type=MINI | 2 | 2
                GET /api/v3/ticker/tradingDay | ticker.tradingDay | symbols=["BTCUSDT"]&type=MINI | 3 | 3
                GET /api/v3/ticker/price | ticker.price | symbol=BTCUSDT | 0 | 0
                GET /api/v3/ticker/price | ticker.price | | 1 | 1
                GET /api/v3/ticker/bookTicker | ticker.book | symbol=BTCUSDT | 0 | 0
                GET /api/v3/ticker/bookTicker | ticker.book | symbols=["BTCUSDT"] | 1 | 1
                GET /api/v3/ticker | ticker | symbol=BTCUSDT&windowSize=7d | 0 | 0
                GET /api/v3/ticker | ticker | symbols=["BTCUSDT","ETHUSDT"]&windowSize=1h | 1 | 2
                GET /api/v3/ticker | ticker | symbol=BTCUSDT&type=MINI | 2 | 1
                GET /api/v3/ticker | ticker | symbols=["BTCUSDT"]&type=MINI | 3 | -1
                GET /api/v3/referencePrice | referencePrice | symbol=BTCUSDT | 0 | 0
                GET /api/v3/referencePrice | referencePrice | symbol=ETHUSDT | 1 | 1
                GET /api/v3/referencePrice/calculation | referencePrice.calculation | symbol=BTCUSDT | 2 | 2
                POST /api/v3/order | order.place | symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.01&price=40000.00 | 0 | 0
                POST /api/v3/order | order.place | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001&newOrderRespType=RESULT | 1 | 1
                POST /api/v3/order | order.place | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001 | 2 | -1
                POST /api/v3/order/test | order.test | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001 | 0 | 0
                POST /api/v3/order/test | order.test | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001&computeCommissionRates=true | 1 | 1
                DELETE /api/v3/order | order.cancel | symbol=BTCUSDT&origClientOrderId=open-{wire} | 0 | 0
                DELETE /api/v3/orderList | orderList.cancel | symbol=BTCUSDT&listClientOrderId=list-{wire} | 0 | -1
                 | order.cancel | symbol=BTCUSDT&origClientOrderId=limit-{wire} | -1 | 1
                POST /api/v3/order/cancelReplace | order.cancelReplace | symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=40000.00&cancelReplaceMode=STOP_ON_FAILURE&cancelOrigClientOrderId=open-{wire}&newOrderRespType=RESULT | 0 | 0
                PUT /api/v3/order/amend/keepPriority | order.amend.keepPriority | symbol=BTCUSDT&origClientOrderId=open-{wire}&newQty=0.01 | 0 | 0
                PUT /api/v3/order/amend/keepPriority | order.amend.keepPriority | symbol=BTCUSDT&origClientOrderId=limit-{wire}&newQty=0.01 | 1 | 1
                POST /api/v3/order/oco | orderList.place | symbol=BTCUSDT&side=SELL&quantity=0.01&price=70000.00&stopPrice=50000.00 | 0 | 0
                POST /api/v3/orderList/oco | orderList.place.oco | symbol=BTCUSDT&side=BUY&quantity=0.01&aboveType=STOP_LOSS_LIMIT&abovePrice=71000.00&aboveStopPrice=70000.00&aboveTimeInForce=GTC&belowType=LIMIT_MAKER&belowPrice=50000.00 | 0 | 0
                POST /api/v3/orderList/oto | orderList.place.oto | symbol=BTCUSDT&workingType=LIMIT&workingSide=BUY&workingTimeInForce=GTC&workingPrice=50000.00&workingQuantity=0.01&pendingType=MARKET&pendingSide=SELL&pendingQuantity=0.005 | 0 | 0
                POST /api/v3/orderList/otoco | orderList.place.otoco | symbol=BTCUSDT&workingType=LIMIT&workingSide=SELL&workingTimeInForce=GTC&workingPrice=70000.00&workingQuantity=0.01&pendingSide=BUY&pendingQuantity=0.01&pendingAboveType=STOP_LOSS&pendingAboveStopPrice=80000.00&pendingBelowType=LIMIT_MAKER&pendingBelowPrice=50000.00 | 0 | 0
                POST /api/v3/orderList/opo | orderList.place.opo | symbol=ETHUSDT&workingType=LIMIT&workingSide=BUY&workingTimeInForce=GTC&workingPrice=2000.00&workingQuantity=0.1&pendingType=MARKET&pendingSide=SELL | 0 | 0
                POST /api/v3/orderList/opoco | orderList.place.opoco | symbol=ETHUSDT&workingType=LIMIT&workingSide=BUY&workingTimeInForce=GTC&workingPrice=2000.00&workingQuantity=0.1&pendingSide=SELL&pendingAboveType=LIMIT_MAKER&pendingAbovePrice=4000.00&pendingBelowType=STOP_LOSS&pendingBelowStopPrice=1500.00 | 0 | 0
                POST /api/v3/sor/order | sor.order.place | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001 | 0 | 0
                POST /api/v3/sor/order/test | sor.order.test | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001 | 0 | 0
                POST /api/v3/sor/order/test | sor.order.test | symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001&computeCommissionRates=true | 1 | 1
                GET /api/v3/account | account.status | | 0 | 0
                GET /api/v3/order | order.status | symbol=BTCUSDT&origClientOrderId=open-{wire} | 0 | 0
                GET /api/v3/openOrders | openOrders.status | symbol=BTCUSDT | 0 | 0
                GET /api/v3/allOrders | allOrders | symbol=BTCUSDT&limit=1000 | 0 | 0
                GET /api/v3/orderList | orderList.status | origClientOrderId=list-{wire} | 0 | 0
                GET /api/v3/allOrderList | allOrderLists | fromId=0 | 0 | 0
                GET /api/v3/openOrderList | openOrderLists.status | | 0 | 0
                GET /api/v3/myTrades | myTrades | symbol=BTCUSDT | 0 | 0
                GET /api/v3/rateLimit/order | account.rateLimits.orders | | 0 | 0
                GET /api/v3/myPreventedMatches | myPreventedMatches | symbol=BTCUSDT&preventedMatchId=0 | 0 | 0
                GET /api/v3/myAllocations | myAllocations | symbol=BTCUSDT | 0 | 0
                GET /api/v3/account/commission | account.commission | symbol=BTCUSDT | 0 | 0
                GET /api/v3/order/amendments | order.amendments | symbol=BTCUSDT&orderId={amended} | 0 | 0
                GET /api/v3/myFilters | myFilters | symbol=BTCUSDT | 0 | 0
                DELETE /api/v3/openOrders | openOrders.cancelAll | symbol=BTCUSDT | 0 | -1
                 | openOrders.cancelAll | symbol=BTCUSDT | -1 | 0
                 | session.logon | | -1 | 0
                 | session.status | | -1 | 0
                 | session.logout | | -1 | 0
                 | userDataStream.subscribe | | -1 | 0
                 | userDataStream.subscribe.signature | | -1 | 0
                 | session.subscriptions | | -1 | 0
                 | userDataStream.unsubscribe | | -1 | 0
                """.lines().map(Row::of);
    }

    private final Situation situation = new Situation(simulator, KEY);

    @BeforeEach
    void arrange() throws Exception {
        situation.arrange();
        simulator.floor().referencePrice("BTCUSDT", new BigDecimal("60000"));
        simulator.floor().referencePrice("ETHUSDT", null);
    }

    @AfterEach
    void close() throws Exception {
        situation.close();
        simulator.close();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void answersInTheDocumentedShape(Row row) throws Exception {
        if (row.restSample() >= 0) {
            RawTrader.Reply reply = situation.rest(row.rest(), row.form());
            assertThat(reply.status()).as(reply.http().body()).isEqualTo(200);
            Shapes.assertSame(reply.json(), restSamples(row.rest()).get(row.restSample()));
        }
        if (row.webSocketSample() >= 0) {
            JsonNode answer = situation.webSocket(row.webSocket(), row.form());
            assertThat(answer.path("status").intValue()).as(answer.toString()).isEqualTo(200);
            JsonNode sample = webSocketSamples(row.webSocket()).get(row.webSocketSample());
            Shapes.assertSame(answer.path("result"), sample.path("result"));
        }
    }

    @Test
    void everyMethodHasARow() {
        Set<String> inventory = new TreeSet<>();
        JsonNode all = JSON.readTree(FOLDER.resolve("inventory.json"));
        all.path("rest")
                .forEach(each -> inventory.add(
                        each.path("method").asString() + " " + each.path("path").asString()));
        all.path("webSocketApi")
                .forEach(each -> inventory.add(each.path("method").asString()));
        Set<String> tested = new TreeSet<>();
        rows().forEach(row -> tested.addAll(List.of(row.rest(), row.webSocket())));
        tested.remove("");

        assertThat(tested).isEqualTo(inventory);
    }

    @Test
    void failedReplacementsAnswerInTheDocumentedShape() throws Exception {
        String crossing = "symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.01&price=70000.00";
        String resting = "symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.01&price=40000.00";
        String stop = "&cancelReplaceMode=STOP_ON_FAILURE";
        String go = "&cancelReplaceMode=ALLOW_FAILURE";

        assertReplacement(resting + stop + "&cancelOrderId=99999", 1);
        assertReplacement(crossing + stop + "&cancelOrigClientOrderId=open-{wire}", 2);
        assertReplacement(resting + go + "&cancelOrderId=99999", 3);
        assertReplacement(crossing + go + "&cancelOrderId=99999", 4);
    }

    private void assertReplacement(String form, int sample) throws Exception {
        JsonNode overRest =
                situation.rest("POST /api/v3/order/cancelReplace", form).json();
        Shapes.assertSame(
                overRest, restSamples("POST /api/v3/order/cancelReplace").get(sample));
        JsonNode documented = webSocketSamples("order.cancelReplace").get(sample == 2 ? 3 : sample == 3 ? 2 : sample);
        JsonNode overWebSocket = situation.webSocket("order.cancelReplace", form);
        assertThat(overWebSocket.path("status")).isEqualTo(documented.path("status"));
        assertThat(overWebSocket.at("/error/code")).isEqualTo(overRest.path("code"));
        assertThat(new ArrayList<>(overWebSocket.at("/error/data").propertyNames()))
                .isEqualTo(new ArrayList<>(documented.at("/error/data").propertyNames()));
    }

    @Test
    void errorsAreTheDocumentedOnes() throws Exception {
        assertThat(situation.rest("GET /api/v3/referencePrice", "symbol=BNBBTC").json())
                .isEqualTo(restSamples("GET /api/v3/referencePrice").get(2));
        assertThat(situation
                        .rest("GET /api/v3/referencePrice/calculation", "symbol=BNBBTC")
                        .json())
                .isEqualTo(restSamples("GET /api/v3/referencePrice/calculation").get(0));
        assertThat(situation
                        .rest("DELETE /api/v3/order", "symbol=BTCUSDT&orderId=1&cancelRestrictions=NEVER")
                        .json())
                .isEqualTo(restSamples("DELETE /api/v3/order").get(1));
        assertThat(situation
                        .rest(
                                "DELETE /api/v3/order",
                                "symbol=BTCUSDT&origClientOrderId=open-rest&cancelRestrictions=ONLY_PARTIALLY_FILLED")
                        .json())
                .isEqualTo(restSamples("DELETE /api/v3/order").get(2));
    }

    @Test
    void placementsShowTheLimitsOfOrders() throws Exception {
        ObjectNode answer = (ObjectNode) situation.webSocket(
                "order.place", "symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.01&price=40000.00");

        Shapes.assertSame(
                answer.path("rateLimits"),
                webSocketSamples("order.place").get(0).path("rateLimits"));
        assertThat(answer.path("rateLimits")).hasSize(3);
    }

    private static List<JsonNode> restSamples(String endpoint) {
        List<JsonNode> samples = new ArrayList<>();
        for (JsonNode sample : JSON.readTree(FOLDER.resolve("docs/rest-api.json"))) {
            if (sample.path("endpoint").asString("").equals(endpoint)) {
                samples.add(sample.path("json"));
            }
        }
        return samples;
    }

    /** The answers that follow a request for the method in the same section. */
    private static List<JsonNode> webSocketSamples(String method) {
        List<JsonNode> samples = new ArrayList<>();
        String section = "";
        for (JsonNode sample : JSON.readTree(FOLDER.resolve("docs/web-socket-api.json"))) {
            JsonNode json = sample.path("json");
            if (json.has("method")) {
                boolean asked = json.path("method").asString().equals(method);
                boolean described = sample.path("section").asString().contains(" requests > ");
                section = asked && described ? sample.path("section").asString() : "";
            } else if (json.has("status") && sample.path("section").asString().equals(section)) {
                samples.add(json);
            }
        }
        return samples;
    }
}
