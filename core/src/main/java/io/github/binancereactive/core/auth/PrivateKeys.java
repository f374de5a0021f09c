/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.auth;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/**
 * Private keys out of PEM texts, plain or encrypted. What goes wrong is said without the parser's words, which quote parts of
 * the text.
 */
final class PrivateKeys {

    private PrivateKeys() {}

    static Signer signer(String pem, char @Nullable [] passphrase) {
        PrivateKeyInfo key = keyInfo(parse(pem), passphrase);
        ASN1ObjectIdentifier algorithm = key.getPrivateKeyAlgorithm().getAlgorithm();
        try {
            if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
                return new Ed25519Signer((Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(key));
            }
            if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
                return new RsaSigner(
                        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded())));
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("the private key is damaged");
        }
        throw new IllegalArgumentException("the private key is neither Ed25519 nor RSA");
    }

    private static @Nullable Object parse(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            return parser.readObject();
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("the PEM text is damaged");
        }
    }

    private static PrivateKeyInfo keyInfo(@Nullable Object parsed, char @Nullable [] passphrase) {
        if (parsed instanceof PrivateKeyInfo key) {
            return key;
        }
        if (parsed instanceof PEMKeyPair pair) { // "BEGIN RSA PRIVATE KEY", what OpenSSL wrote before version 3
            return pair.getPrivateKeyInfo();
        }
        if (!(parsed instanceof PKCS8EncryptedPrivateKeyInfo encrypted)) {
            throw new IllegalArgumentException("not the PEM text of a private key in PKCS#8");
        }
        if (passphrase == null) {
            throw new IllegalArgumentException("the private key is encrypted and needs a passphrase");
        }
        return decrypt(encrypted, passphrase);
    }

    private static PrivateKeyInfo decrypt(PKCS8EncryptedPrivateKeyInfo encrypted, char[] passphrase) {
        try {
            return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(
                            new BouncyCastleProvider()) // this one object, without registering it for the whole JVM
                    .build(passphrase));
        } catch (PKCSException | OperatorCreationException | RuntimeException e) {
            throw new IllegalArgumentException("the private key can't be decrypted with this passphrase");
        }
    }
}
