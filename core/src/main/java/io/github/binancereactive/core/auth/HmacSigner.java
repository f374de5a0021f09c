/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Copies a keyed {@code Mac} for every signature: cheaper than a lock, and than asking the providers for a new one. */
final class HmacSigner implements Signer {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed; // never used to sign, only copied

    HmacSigner(String secretKey) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + ALGORITHM, e);
        }
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.HMAC_SHA256;
    }

    @Override
    public String sign(byte[] payload) {
        try {
            return HexFormat.of().formatHex(((Mac) keyed.clone()).doFinal(payload));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java runtime has no " + ALGORITHM + " that can be copied", e);
        }
    }

    @Override
    public String toString() {
        return "Signer[" + algorithm() + "]";
    }
}
