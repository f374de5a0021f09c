/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.auth.SignatureAlgorithm;
import io.github.binancereactive.core.auth.Signer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A key that signs by saying who signs, and takes down what it was given. */
public final class TestKey implements Signer {

    private final String apiKey;
    private final SignatureAlgorithm algorithm;
    private final List<String> payloads = new CopyOnWriteArrayList<>();

    private TestKey(String apiKey, SignatureAlgorithm algorithm) {
        this.apiKey = apiKey;
        this.algorithm = algorithm;
    }

    public static TestKey ed25519(String apiKey) {
        return new TestKey(apiKey, SignatureAlgorithm.ED25519);
    }

    public static TestKey rsa(String apiKey) {
        return new TestKey(apiKey, SignatureAlgorithm.RSA);
    }

    public static TestKey hmac(String apiKey) {
        return new TestKey(apiKey, SignatureAlgorithm.HMAC_SHA256);
    }

    public Credentials credentials() {
        return Credentials.of(apiKey, this);
    }

    /** What was signed so far. */
    public List<String> payloads() {
        return payloads;
    }

    public String signature() {
        return "signed by " + apiKey;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public String sign(byte[] payload) {
        payloads.add(new String(payload, StandardCharsets.UTF_8));
        return signature();
    }
}
