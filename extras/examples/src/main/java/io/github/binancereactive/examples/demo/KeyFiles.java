/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.auth.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a key is kept. A key on the command line could be read by every user of the machine.
 *
 * @param apiKey holds the API key
 * @param privateKey holds an Ed25519 or RSA key as PEM; null for an HMAC key
 * @param secretKey holds the secret key of an HMAC key; null for the others
 */
record KeyFiles(
        Path apiKey, @Nullable Path privateKey, @Nullable Path secretKey) {

    /** Wants the API key and one of the others, or none of them. */
    static @Nullable KeyFiles of(@Nullable String apiKey, @Nullable String privateKey, @Nullable String secretKey) {
        if (apiKey == null && privateKey == null && secretKey == null) {
            return null;
        }
        if (apiKey == null || (privateKey == null) == (secretKey == null)) {
            throw new IllegalArgumentException(
                    "--api-key-file goes with one of --private-key-file and --secret-key-file");
        }
        return new KeyFiles(Path.of(apiKey), path(privateKey), path(secretKey));
    }

    private static @Nullable Path path(@Nullable String name) {
        return name == null ? null : Path.of(name);
    }

    /** Blocks while it reads. */
    Credentials read() {
        String key = text(apiKey);
        if (privateKey != null) {
            return Credentials.pem(key, text(privateKey));
        }
        if (secretKey != null) {
            return Credentials.hmac(key, text(secretKey));
        }
        throw new IllegalStateException("there is neither a private nor a secret key");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("can't read " + file);
        }
    }
}
