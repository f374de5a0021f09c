/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.auth.SignatureAlgorithm;
import io.github.binancereactive.core.auth.Signer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Signatures of an order's parameters per second, by our signers and by either library that could do it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SignatureBenchmark {

    private static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    private static final byte[] PAYLOAD = ("symbol=BTCUSDT&side=SELL&type=LIMIT&timeInForce=GTC&quantity=0.01000000"
                    + "&price=52000.00&newClientOrderId=b-1f0c9a7e5d3b&recvWindow=100&timestamp=1645423376532")
            .getBytes(StandardCharsets.US_ASCII);

    /** The kind of key. */
    @Param({"HMAC_SHA256", "RSA", "ED25519"})
    public SignatureAlgorithm algorithm = SignatureAlgorithm.HMAC_SHA256;

    private Signer ours = Credentials.hmac("key", SECRET).signer();
    private LibrarySigner jdk = payload -> payload;
    private LibrarySigner bouncyCastle = payload -> payload;

    /** For the JMH runner. */
    public SignatureBenchmark() {}

    /**
     * Makes a key.
     *
     * @throws GeneralSecurityException when this Java runtime can't
     */
    @Setup
    public void makeKey() throws GeneralSecurityException {
        byte[] key = algorithm == SignatureAlgorithm.HMAC_SHA256
                ? SECRET.getBytes(StandardCharsets.US_ASCII)
                : privateKey().getEncoded();
        ours = credentials(key).signer();
        jdk = LibrarySigner.jdk(algorithm, key);
        bouncyCastle = LibrarySigner.bouncyCastle(algorithm, key);
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        boolean rsa = algorithm == SignatureAlgorithm.RSA;
        KeyPairGenerator generator = KeyPairGenerator.getInstance(rsa ? "RSA" : "Ed25519");
        if (rsa) {
            generator.initialize(2048);
        }
        return generator.generateKeyPair().getPrivate();
    }

    private Credentials credentials(byte[] key) {
        return algorithm == SignatureAlgorithm.HMAC_SHA256
                ? Credentials.hmac("key", SECRET)
                : Credentials.pem(
                        "key",
                        "-----BEGIN PRIVATE KEY-----\n"
                                + Base64.getMimeEncoder().encodeToString(key) + "\n-----END PRIVATE KEY-----\n");
    }

    /**
     * Ours, as text.
     *
     * @return the signature
     */
    @Benchmark
    public String ours() {
        return ours.sign(PAYLOAD);
    }

    /**
     * The JDK's, as bytes.
     *
     * @return the signature
     * @throws Exception never
     */
    @Benchmark
    public byte[] jdk() throws Exception {
        return jdk.sign(PAYLOAD);
    }

    /**
     * BouncyCastle's, as bytes.
     *
     * @return the signature
     * @throws Exception never
     */
    @Benchmark
    public byte[] bouncyCastle() throws Exception {
        return bouncyCastle.sign(PAYLOAD);
    }
}
