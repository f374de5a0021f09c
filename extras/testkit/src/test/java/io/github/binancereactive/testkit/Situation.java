/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.account.SimulatedKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An exchange on which one account has done a bit of everything: orders that rest, orders that were filled, amended and
 * kept from trading with each other, and order lists; each once for either wire.
 */
final class Situation implements AutoCloseable {

    private static final Set<String> PUBLIC = Set.of(
            "ping",
            "time",
            "exchangeInfo",
            "executionRules",
            "depth",
            "trades",
            "historicalTrades",
            "historicalBlockTrades",
            "aggTrades",
            "klines",
            "uiKlines",
            "avgPrice",
            "ticker",
            "referencePrice",
            "blockTrades",
            "session",
            "userDataStream");

    private final SimulatedKey key;
    private final RawTrader trader;
    private final RestClient visitor;
    private final RawSession session;
    private String amended = "";

    Situation(ExchangeSimulator simulator, SimulatedKey key) {
        this.key = key;
        trader = new RawTrader(simulator, key);
        visitor = new RestClient(simulator);
        try {
            session = new RawSession(simulator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void arrange() throws Exception {
        String limit = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.02&price=50000.00";
        for (String wire : Set.of("rest", "ws")) {
            post("order", limit + "&newClientOrderId=open-" + wire);
            post(
                    "orderList/oco",
                    "symbol=BTCUSDT&side=SELL&quantity=0.02&listClientOrderId=list-" + wire
                            + "&aboveClientOrderId=limit-" + wire + "&aboveType=LIMIT_MAKER&abovePrice=70000.00"
                            + "&belowType=STOP_LOSS&belowStopPrice=50000.00");
        }
        post("order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001");
        post("sor/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001");
        // Between the market makers' best prices, so that the second meets the first.
        post("order", limit.replace("50000.00", "60000.00") + "&newClientOrderId=mine");
        post("order", "symbol=BTCUSDT&side=SELL&type=LIMIT&timeInForce=IOC&quantity=0.001&price=60000.00");
        amended = post("order", limit).json().path("orderId").toString();
        trader.call("PUT", "/api/v3/order/amend/keepPriority", "symbol=BTCUSDT&orderId=" + amended + "&newQty=0.01");
    }

    private RawTrader.Reply post(String path, String form) throws Exception {
        RawTrader.Reply reply = trader.post("/api/v3/" + path, form);
        if (reply.status() != 200) {
            throw new AssertionError(form + " " + reply.http().body());
        }
        return reply;
    }

    private String filled(String form, String wire) {
        return form.replace("{wire}", wire).replace("{amended}", amended);
    }

    RawTrader.Reply rest(String endpoint, String form) throws Exception {
        String[] verbAndPath = endpoint.split(" ");
        StringBuilder query = new StringBuilder();
        for (String parameter : filled(form, "rest").split("&")) {
            String[] parts = parameter.split("=", 2);
            if (parts.length == 2) {
                query.append(query.length() == 0 ? "" : "&").append(parts[0]).append('=');
                query.append(URLEncoder.encode(parts[1], StandardCharsets.UTF_8));
            }
        }
        if (PUBLIC.contains(verbAndPath[1].split("/")[3])) {
            var answer = visitor.get(verbAndPath[1] + "?" + query);
            return new RawTrader.Reply(answer, RawSession.JSON.readTree(answer.body()));
        }
        return trader.call(verbAndPath[0], verbAndPath[1], query.toString());
    }

    JsonNode webSocket(String method, String form) throws Exception {
        ObjectNode params = RawSession.JSON.createObjectNode();
        for (String parameter : filled(form, "ws").split("&")) {
            String[] parts = parameter.split("=", 2);
            if (parts.length == 2 && parts[1].startsWith("[")) {
                params.set(parts[0], RawSession.JSON.readTree(parts[1]));
            } else if (parts.length == 2) {
                params.put(parts[0], parts[1]);
            }
        }
        if (method.equals("session.logon") || method.endsWith(".signature")) {
            return session.askSigned(key, method, params.toString());
        }
        boolean open = PUBLIC.contains(method.split("\\.")[0]);
        if (method.startsWith("userDataStream") || method.startsWith("session")) {
            session.logOn(key);
        }
        if (method.equals("session.subscriptions") || method.equals("session.status")) {
            session.ask("userDataStream.subscribe", "{}");
        }
        return open ? session.ask(method, params.toString()) : session.askSigned(key, method, params.toString());
    }

    @Override
    public void close() throws IOException {
        session.close();
    }
}
