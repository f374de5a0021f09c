/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.auth.Credentials;

/** How keys are read. */
public final class Keys {

    private Keys() {}

    /**
     * An Ed25519 or RSA key that a passphrase protects.
     *
     * @param apiKey the API key
     * @param pem the text of the key's file
     * @param passphrase wiped by the caller
     * @return credentials, whose {@code toString} shows nothing
     */
    public static Credentials encrypted(String apiKey, String pem, char[] passphrase) {
        // tag::pem[]
        Credentials credentials = Credentials.pem(apiKey, pem, passphrase); // Ed25519 or RSA, the text tells which
        // end::pem[]
        return credentials;
    }
}
