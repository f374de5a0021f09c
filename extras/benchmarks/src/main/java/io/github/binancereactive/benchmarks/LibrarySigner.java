/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.auth.SignatureAlgorithm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** A signature straight from a library: an object for each, as many threads would need it. */
@FunctionalInterface
interface LibrarySigner {

    byte[] sign(byte[] payload) throws Exception;

    static LibrarySigner jdk(SignatureAlgorithm algorithm, byte[] key) throws GeneralSecurityException {
        if (algorithm == SignatureAlgorithm.HMAC_SHA256) {
            SecretKeySpec secret = new SecretKeySpec(key, "HmacSHA256");
            return payload -> {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(secret);
                return mac.doFinal(payload);
            };
        }
        boolean rsa = algorithm == SignatureAlgorithm.RSA;
        PrivateKey secret =
                KeyFactory.getInstance(rsa ? "RSA" : "Ed25519").generatePrivate(new PKCS8EncodedKeySpec(key));
        return payload -> {
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
            signature.initSign(secret);
            signature.update(payload);
            return signature.sign();
        };
    }

    static LibrarySigner bouncyCastle(SignatureAlgorithm algorithm, byte[] key) {
        if (algorithm == SignatureAlgorithm.HMAC_SHA256) {
            return payload -> {
                HMac mac = new HMac(new SHA256Digest());
                mac.init(new KeyParameter(key));
                mac.update(payload, 0, payload.length);
                byte[] result = new byte[mac.getMacSize()];
                mac.doFinal(result, 0);
                return result;
            };
        }
        CipherParameters secret = parameters(key);
        return payload -> {
            Signer signer =
                    algorithm == SignatureAlgorithm.RSA ? new RSADigestSigner(new SHA256Digest()) : new Ed25519Signer();
            signer.init(true, secret);
            signer.update(payload, 0, payload.length);
            return signer.generateSignature();
        };
    }

    private static CipherParameters parameters(byte[] key) {
        try {
            return PrivateKeyFactory.createKey(key);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
