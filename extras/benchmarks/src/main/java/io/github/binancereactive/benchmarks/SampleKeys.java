/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.auth.Credentials;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Keys that nobody has a use for. */
public final class SampleKeys {

    /** As long as the exchange's. */
    private static final String API_KEY = "benchmarkbenchmarkbenchmarkbenchmarkbenchmarkbenchmarkbenchmark0";

    private static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    private SampleKeys() {}

    /**
     * A key of two texts.
     *
     * @return the same each time
     */
    public static Credentials hmac() {
        return Credentials.hmac(API_KEY, SECRET);
    }

    /**
     * A key that may log on.
     *
     * @return a new one each time
     */
    public static Credentials ed25519() {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return Credentials.pem(
                    API_KEY,
                    "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
