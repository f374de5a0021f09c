/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the exchange's documentation tells clients to, with what a {@link SimulatedKey} gives them. */
final class Signatures {

    private Signatures() {}

    static String sign(SimulatedKey key, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        try {
            return key.type() == KeyType.HMAC ? hmac(key.secret(), bytes) : asymmetric(key, bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(String secret, byte[] payload) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(payload));
    }

    private static String asymmetric(SimulatedKey key, byte[] payload) throws GeneralSecurityException {
        boolean rsa = key.type() == KeyType.RSA;
        Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
        signature.initSign(privateKey(rsa ? "RSA" : "Ed25519", key.secret()));
        signature.update(payload);
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static PrivateKey privateKey(String algorithm, String pem) throws GeneralSecurityException {
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }
}
