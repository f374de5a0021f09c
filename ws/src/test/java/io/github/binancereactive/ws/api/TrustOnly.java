/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.netty.handler.ssl.SslContextBuilder;
import java.security.cert.X509Certificate;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import reactor.netty.http.client.HttpClient;

/** Makes a client trust one certificate and no other. */
final class TrustOnly {

    private TrustOnly() {}

    static UnaryOperator<HttpClient> certificate(X509Certificate certificate) {
        return client -> client.secure(spec -> {
            try {
                spec.sslContext(
                        SslContextBuilder.forClient().trustManager(certificate).build());
            } catch (SSLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
