/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TlsTest {

    @RegisterExtension
    static final ExchangeSimulatorExtension EXCHANGE = ExchangeSimulatorExtension.shared(builder -> builder.tls(true));

    private final ExchangeSimulator simulator = EXCHANGE.simulator();

    private HttpClient client() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("simulator", simulator.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).build();
    }

    @Test
    void servesRest() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        simulator.environment().restHosts().get(0).resolve("/api/v3/ping"))
                .build();

        assertThat(request.uri().getScheme()).isEqualTo("https");
        assertThat(client().send(request, HttpResponse.BodyHandlers.ofString()).body())
                .isEqualTo("{}");
    }

    @Test
    void servesWebSocketAndLetsItFail() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        WebSocket.Listener listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                answer.complete(text.toString());
                socket.request(1);
                return CompletableFuture.completedStage(null);
            }

            @Override
            public void onError(WebSocket socket, Throwable error) {
                failure.complete(error);
            }
        };
        WebSocket socket = client().newWebSocketBuilder()
                .buildAsync(simulator.environment().webSocketApiUris().get(0), listener)
                .get(5, TimeUnit.SECONDS);
        socket.sendText("{\"id\":1,\"method\":\"ping\"}", true).get(5, TimeUnit.SECONDS);
        assertThat(answer.get(5, TimeUnit.SECONDS)).contains("200");

        simulator.resetConnections();

        assertThat(failure.get(5, TimeUnit.SECONDS)).isInstanceOf(java.io.IOException.class);
    }
}
