/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private static final byte[] PAYLOAD = "symbol=１２&timestamp=1".getBytes(UTF_8);

    private static KeyPair rsa;
    private static KeyPair ed25519;

    @BeforeAll
    static void makeKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        rsa = generator.generateKeyPair();
        ed25519 = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static KeyPair keys(SignatureAlgorithm algorithm) {
        return algorithm == SignatureAlgorithm.RSA ? rsa : ed25519;
    }

    private static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static String encryptedPem(PrivateKey key, String passphrase) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(
                    key,
                    new JceOpenSSLPKCS8EncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                            .setProvider(new BouncyCastleProvider())
                            .setPassword(passphrase.toCharArray())
                            .build()));
        }
        return text.toString();
    }

    private static boolean verifies(SignatureAlgorithm algorithm, String signature) throws Exception {
        Signature verifier = Signature.getInstance(algorithm == SignatureAlgorithm.RSA ? "SHA256withRSA" : "Ed25519");
        verifier.initVerify(keys(algorithm).getPublic());
        verifier.update(PAYLOAD);
        return verifier.verify(Base64.getDecoder().decode(signature));
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA", "ED25519"})
    void findsTheKindOfKeyAndSigns(SignatureAlgorithm algorithm) throws Exception {
        Credentials credentials = Credentials.pem("key", pem(keys(algorithm).getPrivate()));

        assertThat(credentials.apiKey()).isEqualTo("key");
        assertThat(credentials.signer().algorithm()).isEqualTo(algorithm);
        assertThat(verifies(algorithm, credentials.signer().sign(PAYLOAD))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA", "ED25519"})
    void decryptsKeys(SignatureAlgorithm algorithm) throws Exception {
        String pem = encryptedPem(keys(algorithm).getPrivate(), "pass");
        char[] passphrase = "pass".toCharArray();

        Credentials credentials = Credentials.pem("key", pem, passphrase);

        assertThat(pem).contains("BEGIN ENCRYPTED PRIVATE KEY");
        assertThat(verifies(algorithm, credentials.signer().sign(PAYLOAD))).isTrue();
        assertThat(passphrase).containsExactly('p', 'a', 's', 's');
        assertThatThrownBy(() -> Credentials.pem("key", pem, "wrong".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the private key can't be decrypted with this passphrase")
                .hasNoCause();
        assertThatThrownBy(() -> Credentials.pem("key", pem))
                .hasMessage("the private key is encrypted and needs a passphrase");
    }

    @Test
    void aPassphraseThatIsNotNeededDoesNoHarm() throws Exception {
        Signer signer =
                Credentials.pem("key", pem(ed25519.getPrivate()), new char[0]).signer();

        assertThat(verifies(SignatureAlgorithm.ED25519, signer.sign(PAYLOAD))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "x,                                                            not the PEM text of a private key in PKCS#8",
        "-----BEGIN PRIVATE KEY-----|c2VjcmV0|-----END PRIVATE KEY-----,   the PEM text is damaged",
        "-----BEGIN PRIVATE KEY-----|c2VjcmV0,                             the PEM text is damaged",
    })
    void refusesWhatIsNoKeyWithoutQuotingIt(String pem, String message) {
        assertThatThrownBy(() -> Credentials.pem("key", pem.replace('|', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasNoCause();
    }

    @Test
    void refusesOtherKindsOfKey() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();

        assertThatThrownBy(() -> Credentials.pem("key", pem(pair.getPrivate())))
                .hasMessage("the private key is neither Ed25519 nor RSA");
        assertThatThrownBy(() -> Credentials.pem(
                        "key",
                        "-----BEGIN PUBLIC KEY-----\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(rsa.getPublic().getEncoded())
                                + "\n-----END PUBLIC KEY-----\n"))
                .hasMessageStartingWith("not the PEM text of a private key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesEmptyKeys(String empty) {
        assertThatThrownBy(() -> Credentials.hmac(empty, "s")).hasMessage("apiKey must not be empty");
        assertThatThrownBy(() -> Credentials.hmac("k", empty)).hasMessage("secretKey must not be empty");
        assertThatThrownBy(() -> Credentials.pem("k", empty)).hasMessage("privateKey must not be empty");
    }

    @Test
    void signsTheSameFromManyThreads() throws Exception {
        List<Signer> signers = List.of(
                Credentials.hmac("k", "s").signer(),
                Credentials.pem("k", pem(rsa.getPrivate())).signer(),
                Credentials.pem("k", pem(ed25519.getPrivate())).signer());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Signer signer : signers) { // all three kinds of signature are deterministic
                String expected = signer.sign(PAYLOAD);
                Callable<Boolean> task = () ->
                        Stream.generate(() -> signer.sign(PAYLOAD)).limit(50).allMatch(expected::equals);
                for (var future : threads.invokeAll(List.of(task, task, task, task))) {
                    assertThat(future.get()).isTrue();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
