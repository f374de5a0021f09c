/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** REST by the JDK's own client, which shares no code with the simulator. */
final class RestClient {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExchangeSimulator simulator;

    RestClient(ExchangeSimulator simulator) {
        this.simulator = simulator;
    }

    HttpResponse<String> get(String target, String... headers) throws IOException, InterruptedException {
        return http.send(request(target, headers), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String target, String... headers) throws IOException, InterruptedException {
        return http.send(request(target, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String target, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(simulator.uri("http").resolve(target)).timeout(Duration.ofSeconds(10));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    HttpResponse<String> post(String target, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(simulator.uri("http").resolve(target))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
