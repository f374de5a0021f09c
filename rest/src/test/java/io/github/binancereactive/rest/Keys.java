/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.auth.SignatureAlgorithm;
import io.github.binancereactive.testkit.RecordedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Credentials, and the other half of them: looks at a request as it came and judges it as the exchange would. */
final class Keys {

    static final String API_KEY = "canary-api-key";
    static final String SECRET_KEY = "canary-secret-key";

    private final SignatureAlgorithm algorithm;
    private final KeyPair pair;
    private final Credentials credentials;

    Keys(SignatureAlgorithm algorithm) {
        this.algorithm = algorithm;
        try {
            pair = KeyPairGenerator.getInstance(algorithm == SignatureAlgorithm.RSA ? "RSA" : "Ed25519")
                    .generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        credentials = algorithm == SignatureAlgorithm.HMAC_SHA256
                ? Credentials.hmac(API_KEY, SECRET_KEY)
                : Credentials.pem(API_KEY, pem());
    }

    static Keys hmac() {
        return new Keys(SignatureAlgorithm.HMAC_SHA256);
    }

    Credentials credentials() {
        return credentials;
    }

    /** The query string that was signed, after its signature and the key have been found right. */
    String verified(RecordedRequest request) {
        String query = request.raw().substring(request.raw().indexOf('?') + 1);
        int end = query.lastIndexOf("&signature=");
        assertThat(end).as("where the signature begins").isPositive();
        String payload = query.substring(0, end);
        String signature = URLDecoder.decode(query.substring(end + "&signature=".length()), StandardCharsets.US_ASCII);
        assertThat(isRight(payload.getBytes(StandardCharsets.US_ASCII), signature))
                .as("signature of " + payload)
                .isTrue();
        assertThat(request.headers()).containsEntry("x-mbx-apikey", API_KEY);
        return payload;
    }

    private boolean isRight(byte[] payload, String signature) {
        try {
            if (algorithm == SignatureAlgorithm.HMAC_SHA256) {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(SECRET_KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(payload)).equals(signature);
            }
            Signature verifier =
                    Signature.getInstance(algorithm == SignatureAlgorithm.RSA ? "SHA256withRSA" : "Ed25519");
            verifier.initVerify(pair.getPublic());
            verifier.update(payload);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
