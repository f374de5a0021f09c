/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What we sign, OpenSSL verifies; what OpenSSL makes, we read. Skipped where that program is absent or too old to
 * verify Ed25519.
 */
class OpenSslTest {

    /** As the exchange's documentation has it, with a symbol that is not ASCII. */
    private static final String PAYLOAD = "symbol=１２３４５６&side=SELL&type=LIMIT&timestamp=1668481559918";

    private static final String PASSPHRASE = "correct horse";

    private static final int PATIENCE = 10;

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsTheProgram() throws InterruptedException {
        assumeTrue(version().matches("(?s)OpenSSL ([3-9]|\\d\\d+)\\..*"), "no OpenSSL of version 3 or newer");
    }

    private static String version() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("openssl", "version").start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor(PATIENCE, TimeUnit.SECONDS) ? said : "";
        } catch (IOException e) {
            return "";
        }
    }

    private String openssl(String... arguments) throws Exception {
        List<String> command =
                Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** Makes a key and keeps its public half in {@code public.pem}. */
    private String makeKey(SignatureAlgorithm algorithm) throws Exception {
        if (algorithm == SignatureAlgorithm.RSA) {
            openssl("genpkey", "-algorithm", "rsa", "-pkeyopt", "rsa_keygen_bits:2048", "-out", "private.pem");
        } else {
            openssl("genpkey", "-algorithm", "ed25519", "-out", "private.pem");
        }
        openssl("pkey", "-in", "private.pem", "-pubout", "-out", "public.pem");
        return Files.readString(folder.resolve("private.pem"));
    }

    private String encrypt(String cipher) throws Exception {
        openssl(
                "pkcs8",
                "-topk8",
                "-in",
                "private.pem",
                "-v2",
                cipher,
                "-passout",
                "pass:" + PASSPHRASE,
                "-out",
                "secret.pem");
        return Files.readString(folder.resolve("secret.pem"));
    }

    private void assertVerifies(SignatureAlgorithm algorithm, Signer signer) throws Exception {
        assertThat(signer.algorithm()).isEqualTo(algorithm);
        Files.write(folder.resolve("signature"), Base64.getDecoder().decode(signer.sign(PAYLOAD)));
        Files.writeString(folder.resolve("payload"), PAYLOAD);

        if (algorithm == SignatureAlgorithm.RSA) {
            assertThat(openssl("dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", "payload"))
                    .contains("Verified OK");
        } else {
            assertThat(openssl(
                            "pkeyutl",
                            "-verify",
                            "-pubin",
                            "-inkey",
                            "public.pem",
                            "-rawin",
                            "-in",
                            "payload",
                            "-sigfile",
                            "signature"))
                    .contains("Signature Verified Successfully");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA", "ED25519"})
    void verifiesOurSignatures(SignatureAlgorithm algorithm) throws Exception {
        String key = makeKey(algorithm);

        assertVerifies(algorithm, Credentials.pem("key", key).signer());
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA", "ED25519"})
    void encryptsKeysThatWeDecrypt(SignatureAlgorithm algorithm) throws Exception {
        makeKey(algorithm);
        String encrypted = encrypt("aes-256-cbc");

        assertThat(encrypted).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertVerifies(
                algorithm,
                Credentials.pem("key", encrypted, PASSPHRASE.toCharArray()).signer());
        assertThatThrownBy(() -> Credentials.pem("key", encrypted, "wrong".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the private key can't be decrypted with this passphrase");
        assertThatThrownBy(() -> Credentials.pem("key", encrypted))
                .hasMessage("the private key is encrypted and needs a passphrase");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes128", "aes-192-cbc", "des3"})
    void encryptsWithOtherCiphers(String cipher) throws Exception {
        makeKey(SignatureAlgorithm.ED25519);

        assertVerifies(
                SignatureAlgorithm.ED25519,
                Credentials.pem("key", encrypt(cipher), PASSPHRASE.toCharArray())
                        .signer());
    }

    /** "BEGIN RSA PRIVATE KEY", what OpenSSL wrote before version 3. */
    @Test
    void writesRsaKeysInTheOldForm() throws Exception {
        makeKey(SignatureAlgorithm.RSA);
        openssl("rsa", "-in", "private.pem", "-traditional", "-out", "old.pem");
        String old = Files.readString(folder.resolve("old.pem"));

        assertThat(old).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        assertVerifies(SignatureAlgorithm.RSA, Credentials.pem("key", old).signer());
    }

    @Test
    void agreesAboutHmac() throws Exception {
        Files.writeString(folder.resolve("payload"), PAYLOAD);

        assertThat(openssl("dgst", "-sha256", "-hmac", "secret", "payload").strip())
                .endsWith("= " + Credentials.hmac("key", "secret").signer().sign(PAYLOAD));
    }
}
