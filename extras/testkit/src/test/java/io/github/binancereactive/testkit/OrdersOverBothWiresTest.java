/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every kind of order, placed by hand over REST and over the WebSocket API, with the same answer. */
class OrdersOverBothWiresTest {

    private final ExchangeSimulator simulator = ExchangeSimulator.start();
    private final SimulatedKey key = simulator.account().key(KeyType.ED25519);
    private final RawTrader rest = new RawTrader(simulator, key);
    private RawSession session;

    @BeforeEach
    void connect() throws Exception {
        session = new RawSession(simulator);
        session.logOn(key);
    }

    @AfterEach
    void close() throws Exception {
        session.close();
        simulator.close();
    }

    /** The same parameters for the other wire. */
    private static String json(String form) {
        ObjectNode json = RawSession.JSON.createObjectNode();
        for (String parameter : form.split("&")) {
            String[] parts = parameter.split("=", 2);
            json.put(parts[0], parts[1]);
        }
        return json.toString();
    }

    private JsonNode ask(String method, String form) throws Exception {
        return session.askTimed(method, json(form));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "type=LIMIT&side=BUY&timeInForce=GTC&quantity=0.01&price=50000.00, NEW",
        "type=LIMIT&side=BUY&timeInForce=IOC&quantity=0.01&price=50000.00, EXPIRED",
        "type=LIMIT&side=SELL&timeInForce=FOK&quantity=0.0001&price=50000.00, FILLED",
        "type=LIMIT&side=BUY&timeInForce=GTC&quantity=0.1&price=50000.00&icebergQty=0.02, NEW",
        "type=LIMIT_MAKER&side=SELL&quantity=0.01&price=70000.00, NEW",
        "type=MARKET&side=BUY&quantity=0.0001, FILLED",
        "type=MARKET&side=SELL&quoteOrderQty=50, FILLED",
        "type=STOP_LOSS&side=SELL&quantity=0.01&stopPrice=50000.00, NEW",
        "type=STOP_LOSS_LIMIT&side=SELL&timeInForce=GTC&quantity=0.01&price=49000.00&stopPrice=50000.00, NEW",
        "type=TAKE_PROFIT&side=SELL&quantity=0.01&stopPrice=70000.00, NEW",
        "type=TAKE_PROFIT_LIMIT&side=BUY&timeInForce=GTC&quantity=0.01&price=51000.00&stopPrice=50000.00, NEW",
        "type=STOP_LOSS&side=SELL&quantity=0.01&trailingDelta=100, NEW",
        "type=LIMIT&side=BUY&timeInForce=GTC&quantity=0.01&pegPriceType=PRIMARY_PEG, NEW",
    })
    void placesIt(String parameters, String status) throws Exception {
        String form = "symbol=BTCUSDT&newOrderRespType=FULL&strategyId=7&strategyType=1000001&" + parameters;

        RawTrader.Reply overRest = rest.post("/api/v3/order", form + "&newClientOrderId=over-rest");
        JsonNode overWebSocket = ask("order.place", form + "&newClientOrderId=over-ws");

        assertThat(overRest.status()).as(overRest.http().body()).isEqualTo(200);
        assertThat(overRest.text("status")).isEqualTo(status);
        assertThat(overRest.text("clientOrderId")).isEqualTo("over-rest");
        assertThat(overWebSocket.path("status").intValue())
                .as(overWebSocket.toString())
                .isEqualTo(200);
        assertThat(overWebSocket.at("/result/status").asString()).isEqualTo(status);
        assertThat(names(overWebSocket.path("result"))).isEqualTo(names(overRest.json()));
        assertThat(overRest.json().path("strategyType").intValue()).isEqualTo(1_000_001);
        assertThat(simulator.orders(simulator.account())).hasSize(2);
    }

    private static List<String> names(JsonNode object) {
        return new ArrayList<>(object.propertyNames());
    }

    @Test
    void answersAsMuchAsIsWanted() throws Exception {
        String limit = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=50000.00";
        String maker = "symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.01&price=50000.00";

        assertThat(names(rest.post("/api/v3/order", limit).json())).contains("fills", "status");
        assertThat(names(rest.post("/api/v3/order", maker).json()))
                .containsExactly("symbol", "orderId", "orderListId", "clientOrderId", "transactTime");
        assertThat(names(rest.post("/api/v3/order", maker + "&newOrderRespType=RESULT")
                        .json()))
                .contains("status")
                .doesNotContain("fills");
        assertThat(rest.post("/api/v3/order", maker + "&newOrderRespType=SHORT").code())
                .isEqualTo(-1130);
    }

    @Test
    void testsWithoutPlacing() throws Exception {
        String limit = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=50000.00";

        assertThat(rest.post("/api/v3/order/test", limit).json().toString()).isEqualTo("{}");
        JsonNode rates =
                ask("order.test", limit + "&computeCommissionRates=true").path("result");
        assertThat(rates.at("/standardCommissionForOrder/taker").asString()).isEqualTo("0.00100000");
        assertThat(rest.post("/api/v3/order/test", limit.replace("=0.01", "=0.000001"))
                        .code())
                .isEqualTo(-1013);
        assertThat(simulator.orders(simulator.account())).isEmpty();
    }

    @Test
    void cancelsAndAmends() throws Exception {
        String limit = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.02&price=50000.00";
        long first = rest.post("/api/v3/order", limit).json().path("orderId").longValue();
        ask("order.place", limit + "&newClientOrderId=second");

        RawTrader.Reply amended = rest.call(
                "PUT", "/api/v3/order/amend/keepPriority", "symbol=BTCUSDT&orderId=" + first + "&newQty=0.01");
        RawTrader.Reply canceled = rest.delete("/api/v3/order", "symbol=BTCUSDT&orderId=" + first);
        JsonNode again = ask("order.cancel", "symbol=BTCUSDT&orderId=" + first);
        JsonNode second =
                ask("order.cancel", "symbol=BTCUSDT&origClientOrderId=second&cancelRestrictions=ONLY_PARTIALLY_FILLED");
        JsonNode all = ask("openOrders.cancelAll", "symbol=BTCUSDT");

        assertThat(amended.json().at("/amendedOrder/qty").asString())
                .as(amended.http().body())
                .isEqualTo("0.01000000");
        assertThat(canceled.text("status")).isEqualTo("CANCELED");
        assertThat(again.at("/error/code").intValue()).isEqualTo(-2011);
        assertThat(second.at("/error/msg").asString()).isEqualTo("Order was not canceled due to cancel restrictions.");
        assertThat(all.at("/result/0/origClientOrderId").asString()).isEqualTo("second");
        assertThat(rest.get("/api/v3/openOrders", "symbol=BTCUSDT").json()).isEmpty();
        assertThat(rest.get("/api/v3/order/amendments", "symbol=BTCUSDT&orderId=" + first)
                        .json())
                .hasSize(1);
    }

    @Test
    void replaces() throws Exception {
        String limit = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=50000.00";
        String crossing = "symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.01&price=70000.00";
        rest.post("/api/v3/order", limit + "&newClientOrderId=a");

        String replace = "&cancelReplaceMode=STOP_ON_FAILURE&cancelOrigClientOrderId=";
        String anyway = "&cancelReplaceMode=ALLOW_FAILURE&cancelOrigClientOrderId=";
        RawTrader.Reply both = rest.post("/api/v3/order/cancelReplace", limit + "&newClientOrderId=b" + replace + "a");
        RawTrader.Reply neither = rest.post("/api/v3/order/cancelReplace", limit + replace + "a");
        JsonNode newOnly = ask("order.cancelReplace", limit + "&newClientOrderId=c" + anyway + "a");
        JsonNode cancelOnly = ask("order.cancelReplace", crossing + replace + "b");
        RawTrader.Reply bothFailed = rest.post("/api/v3/order/cancelReplace", crossing + anyway + "b");

        assertThat(both.status()).as(both.http().body()).isEqualTo(200);
        assertThat(both.json().at("/newOrderResponse/clientOrderId").asString()).isEqualTo("b");
        assertThat(neither.status()).isEqualTo(400);
        assertThat(neither.code()).isEqualTo(-2022);
        assertThat(neither.json().at("/data/newOrderResult").asString()).isEqualTo("NOT_ATTEMPTED");
        assertThat(neither.json().at("/data/newOrderResponse").isNull()).isTrue();
        assertThat(newOnly.path("status").intValue()).isEqualTo(409);
        assertThat(newOnly.at("/error/code").intValue()).isEqualTo(-2021);
        assertThat(newOnly.at("/error/data/newOrderResponse/clientOrderId").asString())
                .isEqualTo("c");
        assertThat(cancelOnly.path("status").intValue()).isEqualTo(409);
        assertThat(cancelOnly.at("/error/data/newOrderResponse/msg").asString())
                .isEqualTo("Order would immediately match and take.");
        assertThat(bothFailed.status()).isEqualTo(400);
        assertThat(bothFailed.json().at("/data/cancelResponse/code").intValue()).isEqualTo(-2011);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "POST /api/v3/orderList/oco, orderList.place.oco, 2, side=SELL&quantity=0.01&aboveType=LIMIT_MAKER&abovePrice=70000.00&belowType=STOP_LOSS&belowStopPrice=50000.00",
        "POST /api/v3/order/oco, orderList.place, 2, side=SELL&quantity=0.01&price=70000.00&stopPrice=50000.00&stopLimitPrice=49000.00&stopLimitTimeInForce=GTC",
        "POST /api/v3/orderList/oto, orderList.place.oto, 2, workingType=LIMIT&workingSide=BUY&workingTimeInForce=GTC&workingPrice=50000.00&workingQuantity=0.01&pendingType=MARKET&pendingSide=SELL&pendingQuantity=0.005",
        "POST /api/v3/orderList/otoco, orderList.place.otoco, 3, workingType=LIMIT&workingSide=BUY&workingTimeInForce=GTC&workingPrice=50000.00&workingQuantity=0.01&pendingSide=SELL&pendingQuantity=0.005&pendingAboveType=LIMIT_MAKER&pendingAbovePrice=70000.00&pendingBelowType=STOP_LOSS&pendingBelowStopPrice=45000.00",
        "POST /api/v3/orderList/opo, orderList.place.opo, 2, workingType=LIMIT&workingSide=BUY&workingTimeInForce=GTC&workingPrice=2500.00&workingQuantity=0.1&pendingType=LIMIT_MAKER&pendingSide=SELL&pendingPrice=3500.00",
        "POST /api/v3/orderList/opoco, orderList.place.opoco, 3, workingType=LIMIT&workingSide=BUY&workingTimeInForce=GTC&workingPrice=2500.00&workingQuantity=0.1&pendingSide=SELL&pendingAboveType=LIMIT_MAKER&pendingAbovePrice=3500.00&pendingBelowType=STOP_LOSS&pendingBelowStopPrice=2000.00",
    })
    void placesLists(String restName, String webSocketName, int orders, String parameters) throws Exception {
        // BTCUSDT doesn't take OPO lists.
        String symbol = restName.contains("opo") ? "ETHUSDT" : "BTCUSDT";
        String form = "symbol=" + symbol + "&" + parameters;

        RawTrader.Reply overRest = rest.post(restName.substring(5), form);
        JsonNode overWebSocket = ask(webSocketName, form);

        assertThat(overRest.status()).as(overRest.http().body()).isEqualTo(200);
        assertThat(overRest.json().path("orderReports")).hasSize(orders);
        assertThat(overWebSocket.path("status").intValue())
                .as(overWebSocket.toString())
                .isEqualTo(200);
        assertThat(names(overWebSocket.path("result"))).isEqualTo(names(overRest.json()));

        long list = overRest.json().path("orderListId").longValue();
        JsonNode canceled = ask("orderList.cancel", "symbol=" + symbol + "&orderListId=" + list);
        assertThat(canceled.at("/result/listOrderStatus").asString()).isEqualTo("ALL_DONE");
        assertThat(rest.get("/api/v3/orderList", "orderListId=" + list).text("listOrderStatus"))
                .isEqualTo("ALL_DONE");
        assertThat(rest.get("/api/v3/openOrderList", "").json()).hasSize(1);
        assertThat(ask("allOrderLists", "limit=10").path("result")).hasSize(2);
    }

    @Test
    void routesOrdersNowhereButSaysSo() throws Exception {
        String order = "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.0001";

        JsonNode overRest = rest.post("/api/v3/sor/order", order).json();
        JsonNode overWebSocket = ask("sor.order.place", order).path("result");

        assertThat(overRest.path("usedSor").booleanValue())
                .as(overRest.toString())
                .isTrue();
        assertThat(overRest.at("/fills/0/matchType").asString()).isEqualTo("ONE_PARTY_TRADE_REPORT");
        assertThat(overWebSocket.isArray()).isTrue();
        assertThat(overWebSocket.get(0).path("workingFloor").asString()).isEqualTo("SOR");
        assertThat(rest.get("/api/v3/myAllocations", "symbol=BTCUSDT").json()).hasSize(2);
        assertThat(rest.post("/api/v3/sor/order", order.replace("BTCUSDT", "ETHUSDT"))
                        .code())
                .isEqualTo(-1020);
    }

    @Test
    void queriesShowWhatBecameOfOrders() throws Exception {
        JsonNode bought = rest.post("/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.0002")
                .json();
        long id = bought.path("orderId").longValue();

        RawTrader.Reply order = rest.get("/api/v3/order", "symbol=BTCUSDT&orderId=" + id);
        assertThat(order.text("status")).isEqualTo("FILLED");
        assertThat(order.text("cummulativeQuoteQty"))
                .isEqualTo(bought.path("cummulativeQuoteQty").asString());
        JsonNode trades = ask("myTrades", "symbol=BTCUSDT&orderId=" + id).path("result");
        assertThat(trades.get(0).path("price")).isEqualTo(bought.at("/fills/0/price"));
        assertThat(trades.get(0).path("isMaker").booleanValue()).isFalse();
        assertThat(ask("allOrders", "symbol=BTCUSDT").path("result")).hasSize(1);
        assertThat(rest.get("/api/v3/order", "symbol=BTCUSDT&orderId=99999").code())
                .isEqualTo(-2013);
        TreeSet<String> assets = new TreeSet<>();
        rest.get("/api/v3/account", "omitZeroBalances=true")
                .json()
                .path("balances")
                .forEach(balance -> assets.add(balance.path("asset").asString()));
        assertThat(assets).contains("BTC", "USDT", "１２３");
    }
}
