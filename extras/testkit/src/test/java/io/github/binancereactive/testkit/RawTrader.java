/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.account.SimulatedKey;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signed REST by the JDK's own client, which shares no code with the simulator. */
final class RawTrader {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExchangeSimulator simulator;
    private final SimulatedKey key;

    RawTrader(ExchangeSimulator simulator, SimulatedKey key) {
        this.simulator = simulator;
        this.key = key;
    }

    RawTrader(ExchangeSimulator simulator) {
        this(simulator, simulator.account().keys().get(0));
    }

    record Reply(HttpResponse<String> http, JsonNode json) {

        int status() {
            return http.statusCode();
        }

        int code() {
            return json.path("code").asInt(0);
        }

        String text(String field) {
            return json.path(field).asString();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    /** Signs with the simulator's present time. */
    Reply call(String verb, String path, String parameters) throws IOException, InterruptedException {
        String timestamp = "timestamp=" + simulator.now().toEpochMilli();
        return signed(verb, path, parameters.isEmpty() ? timestamp : parameters + "&" + timestamp);
    }

    Reply get(String path, String parameters) throws IOException, InterruptedException {
        return call("GET", path, parameters);
    }

    Reply post(String path, String parameters) throws IOException, InterruptedException {
        return call("POST", path, parameters);
    }

    Reply delete(String path, String parameters) throws IOException, InterruptedException {
        return call("DELETE", path, parameters);
    }

    /** Signs exactly this. */
    Reply signed(String verb, String path, String query) throws IOException, InterruptedException {
        String signature = URLEncoder.encode(Signatures.sign(key, query), StandardCharsets.UTF_8);
        return send(verb, path + "?" + query + "&signature=" + signature, "", key.apiKey());
    }

    /** Sends exactly this. */
    Reply send(String verb, String target, String body, String apiKey) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        simulator.uri("http").resolve(target))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(verb, HttpRequest.BodyPublishers.ofString(body));
        if (!apiKey.isEmpty()) {
            request.header("X-MBX-APIKEY", apiKey);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(answer, JsonMapper.shared().readTree(answer.body()));
    }
}
