/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Whether a signature fits a payload. */
interface Verifier {

    boolean fits(byte[] payload, String signature) throws GeneralSecurityException;

    /** Hexadecimal digits in either case. */
    static Verifier hmac(String secretKey) {
        SecretKeySpec key = new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        return (payload, signature) -> {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            String expected = HexFormat.of().formatHex(mac.doFinal(payload));
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.US_ASCII),
                    signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Base64, in exactly the case that came out of the signing. */
    static Verifier publicKey(KeyType type, PublicKey key) {
        return type == KeyType.RSA ? rsa(key) : ed25519(key);
    }

    private static Verifier rsa(PublicKey key) {
        return (payload, signature) -> {
            Signature verification = Signature.getInstance("SHA256withRSA");
            verification.initVerify(key);
            verification.update(payload);
            return verification.verify(Base64.getDecoder().decode(signature));
        };
    }

    /** By BouncyCastle, which needs an eighth of the time that the JDK does: every order is verified on one thread. */
    private static Verifier ed25519(PublicKey key) {
        byte[] encoded = key.getEncoded();
        Ed25519PublicKeyParameters parameters =
                new Ed25519PublicKeyParameters(encoded, encoded.length - Ed25519PublicKeyParameters.KEY_SIZE);
        return (payload, signature) -> {
            Ed25519Signer verification = new Ed25519Signer();
            verification.init(false, parameters);
            verification.update(payload, 0, payload.length);
            return verification.verifySignature(Base64.getDecoder().decode(signature));
        };
    }
}
