/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.auth;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An API key and what to sign with. Immutable; shows neither in {@code toString}, and can't be serialised.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types">API key types</a>
 */
public final class Credentials {

    private final String apiKey;
    private final Signer signer;

    private Credentials(String apiKey, Signer signer) {
        this.apiKey = present("apiKey", apiKey);
        this.signer = signer;
    }

    /**
     * A key of the kind that the exchange makes: two texts, one of them secret.
     *
     * @param apiKey the API key
     * @param secretKey the secret key
     * @return credentials that sign with HMAC-SHA256
     */
    public static Credentials hmac(String apiKey, String secretKey) {
        return new Credentials(apiKey, new HmacSigner(present("secretKey", secretKey)));
    }

    /**
     * An Ed25519 or RSA key; which one, the text tells.
     *
     * @param apiKey the API key that the exchange gave for the public key
     * @param privateKey the private key in PKCS#8, as PEM: {@code -----BEGIN PRIVATE KEY-----} and so on
     * @return credentials that sign with that key
     * @throws IllegalArgumentException when it isn't such a key
     */
    public static Credentials pem(String apiKey, String privateKey) {
        return of(apiKey, PrivateKeys.signer(present("privateKey", privateKey), null));
    }

    /**
     * An Ed25519 or RSA key that a passphrase protects.
     *
     * @param apiKey the API key that the exchange gave for the public key
     * @param privateKey the private key as PEM: {@code -----BEGIN ENCRYPTED PRIVATE KEY-----} and so on
     * @param passphrase its passphrase; not kept, and free to be wiped afterwards
     * @return credentials that sign with that key
     * @throws IllegalArgumentException when it isn't such a key, or the passphrase is wrong
     */
    public static Credentials pem(String apiKey, String privateKey, char[] passphrase) {
        char[] copy = passphrase.clone();
        try {
            return of(apiKey, PrivateKeys.signer(present("privateKey", privateKey), copy));
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    /**
     * A key that somebody else keeps.
     *
     * @param apiKey the API key
     * @param signer signs with the key that belongs to it
     * @return the credentials
     */
    public static Credentials of(String apiKey, Signer signer) {
        return new Credentials(apiKey, Objects.requireNonNull(signer, "signer"));
    }

    /**
     * The API key, for the header {@code X-MBX-APIKEY} or the parameter {@code apiKey}.
     *
     * @return the key, not meant for logs
     */
    public String apiKey() {
        return apiKey;
    }

    /**
     * Signs requests.
     *
     * @return always the same object
     */
    public Signer signer() {
        return signer;
    }

    /** Shows the kind of key and nothing of it. */
    @Override
    public String toString() {
        return "Credentials[" + signer.algorithm() + ", redacted]";
    }

    private static String present(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        return value;
    }
}
