/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.auth;

import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** Signs with BouncyCastle's Ed25519, which is faster than that of the JDK and needs no provider. */
final class Ed25519Signer implements Signer {

    private final Ed25519PrivateKeyParameters key;

    Ed25519Signer(Ed25519PrivateKeyParameters key) {
        this.key = key;
        key.generatePublicKey(); // the key remembers it, and needs it for every signature
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.ED25519;
    }

    @Override
    public String sign(byte[] payload) {
        var signer = new org.bouncycastle.crypto.signers.Ed25519Signer();
        signer.init(true, key);
        signer.update(payload, 0, payload.length);
        return Base64.getEncoder().encodeToString(signer.generateSignature());
    }

    @Override
    public String toString() {
        return "Signer[" + algorithm() + "]";
    }
}
