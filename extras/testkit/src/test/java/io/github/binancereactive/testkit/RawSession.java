/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.account.SimulatedKey;
import java.io.IOException;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The WebSocket API by hand: signs, sends, and reads one frame at a time. */
final class RawSession implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.shared();

    private final ExchangeSimulator simulator;
    private final RawWebSocket socket;
    private int lastId;

    RawSession(ExchangeSimulator simulator) throws IOException {
        this(simulator, "");
    }

    RawSession(ExchangeSimulator simulator, String query) throws IOException {
        this.simulator = simulator;
        socket = new RawWebSocket(simulator, query);
    }

    /** A request without key, signature and time. */
    JsonNode ask(String method, String params) throws IOException {
        return exchange(method, params(params));
    }

    /** A request with the time, as a session that has logged on sends it. */
    JsonNode askTimed(String method, String params) throws IOException {
        return exchange(method, params(params).put("timestamp", now()));
    }

    /** A request signed by a key. */
    JsonNode askSigned(SimulatedKey key, String method, String params) throws IOException {
        return exchange(method, signed(key, params(params).put("timestamp", now())));
    }

    /** A request signed by a key, with the time that its parameters name. */
    JsonNode askSignedAt(SimulatedKey key, String method, String params) throws IOException {
        return exchange(method, signed(key, params(params)));
    }

    JsonNode logOn(SimulatedKey key) throws IOException {
        return askSigned(key, "session.logon", "{}");
    }

    private long now() {
        return simulator.now().toEpochMilli();
    }

    private static ObjectNode params(String json) {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }

    private static ObjectNode signed(SimulatedKey key, ObjectNode params) {
        params.put("apiKey", key.apiKey());
        TreeMap<String, String> sorted = new TreeMap<>();
        params.properties()
                .forEach(each -> sorted.put(
                        each.getKey(),
                        each.getValue().isString()
                                ? each.getValue().stringValue()
                                : each.getValue().toString()));
        String payload = sorted.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
        return params.put("signature", Signatures.sign(key, payload));
    }

    JsonNode exchange(String method, ObjectNode params) throws IOException {
        ObjectNode request = JSON.createObjectNode().put("id", ++lastId).put("method", method);
        request.set("params", params);
        socket.send(request.toString());
        return next();
    }

    RawSession send(String text) throws IOException {
        socket.send(text);
        return this;
    }

    JsonNode next() throws IOException {
        return JSON.readTree(socket.text());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
