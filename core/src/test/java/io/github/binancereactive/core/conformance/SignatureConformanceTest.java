/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.auth.CanonicalForm;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.auth.SignatureAlgorithm;
import io.github.binancereactive.core.auth.Signer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The signature vectors of the documentation and of the official connector. */
class SignatureConformanceTest {

    private static List<JsonNode> vectors(String algorithm) {
        return Conformance.json("signatures/vectors.json")
                .valueStream()
                .filter(vector -> vector.get("alg").asString().equals(algorithm))
                .toList();
    }

    private static Stream<DynamicTest> signed(List<JsonNode> vectors, Signers signers) {
        return vectors.stream()
                .map(vector -> dynamicTest(vector.get("payload").asString(), () -> {
                    assertThat(signers.of(vector).sign(vector.get("payload").asString()))
                            .isEqualTo(vector.get("signature").asString());
                }));
    }

    private interface Signers {
        Signer of(JsonNode vector);
    }

    @TestFactory
    Stream<DynamicTest> hmac() {
        return signed(
                vectors("HMAC-SHA256"),
                vector -> Credentials.hmac("key", vector.get("secretKey").asString())
                        .signer());
    }

    @TestFactory
    Stream<DynamicTest> ed25519() {
        return signed(vectors("Ed25519"), vector -> {
            String pem = new String(
                    Conformance.bytes("signatures/" + vector.get("key").asString()), UTF_8);
            Signer signer = Credentials.pem("key", pem).signer();
            assertThat(signer.algorithm()).isEqualTo(SignatureAlgorithm.ED25519);
            return signer;
        });
    }

    /** They come without a private key, so only their form can be told: Base64 of 256 bytes, as ours. */
    @Test
    void rsa() {
        assertThat(vectors("RSA"))
                .hasSize(3)
                .allSatisfy(
                        vector -> assertThat(vector.get("signature").asString()).matches("[A-Za-z0-9+/]{342}={1,2}"));
    }

    /** The payloads of WebSocket API vectors are what our canonical form makes of their parameters, in whatever order. */
    @TestFactory
    Stream<DynamicTest> webSocketPayloads() {
        return Conformance.json("signatures/vectors.json")
                .valueStream()
                .map(vector -> vector.get("payload").asString())
                .filter(payload -> payload.startsWith("apiKey="))
                .map(payload -> dynamicTest(payload, () -> {
                    Map<String, Object> parameters = new LinkedHashMap<>();
                    String[] pairs = payload.split("&", -1);
                    for (int i = pairs.length - 1; i >= 0; i--) {
                        String[] pair = pairs[i].split("=", 2);
                        parameters.put(pair[0], pair[1]);
                    }
                    assertThat(new String(CanonicalForm.webSocket(parameters), UTF_8))
                            .isEqualTo(payload);
                }));
    }
}
