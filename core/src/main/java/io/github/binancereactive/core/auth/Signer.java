/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.auth;

import java.nio.charset.StandardCharsets;

/**
 * Signs payloads with one key. Implementations are safe for any number of threads, take no lock, and don't show their key in
 * {@code toString}. An application may bring its own, which asks a security module for example; it must not block, then.
 */
public interface Signer {

    /**
     * What it signs with.
     *
     * @return the kind of its key
     */
    SignatureAlgorithm algorithm();

    /**
     * Signs a payload.
     *
     * @param payload the {@link CanonicalForm} of a request
     * @return the signature as text, not percent-encoded
     */
    String sign(byte[] payload);

    /**
     * Signs a payload.
     *
     * @param payload the canonical form of a request, signed as UTF-8
     * @return the signature as text, not percent-encoded
     */
    default String sign(String payload) {
        return sign(payload.getBytes(StandardCharsets.UTF_8));
    }
}
