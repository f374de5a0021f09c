/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.auth;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/**
 * Signs with RSA. A signature takes about a millisecond: too long for an event loop that has much else to do, so Ed25519 is
 * the better choice.
 */
final class RsaSigner implements Signer {

    private final PrivateKey key;

    RsaSigner(PrivateKey key) {
        this.key = key;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.RSA;
    }

    @Override
    public String sign(byte[] payload) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(payload);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the RSA key can't sign", e);
        }
    }

    @Override
    public String toString() {
        return "Signer[" + algorithm() + "]";
    }
}
