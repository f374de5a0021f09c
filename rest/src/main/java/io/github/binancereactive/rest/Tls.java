/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.netty.tcp.SslProvider;

/** Whom to trust. Host names are always verified: Reactor Netty sees to that for every TLS set-up it is given. */
final class Tls {

    private Tls() {}

    static SslProvider provider(RestConfig config) {
        SslContext own = config.tls();
        return SslProvider.builder()
                .sslContext(own != null ? own : Platform.CONTEXT)
                .handshakeTimeout(config.connectTimeout())
                .build();
    }

    static SslContext trusting(X509Certificate... certificates) {
        return build(certificates);
    }

    private static SslContext build(X509Certificate @Nullable [] certificates) {
        try {
            return SslContextBuilder.forClient().trustManager(certificates).build();
        } catch (SSLException e) {
            throw new IllegalArgumentException("TLS can't be set up", e);
        }
    }

    /** Loads the platform's trust store when the first client needs it, and once only: it is large. */
    private static final class Platform {
        static final SslContext CONTEXT = build(null);
    }
}
