/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.jspecify.annotations.Nullable;

/**
 * A key of an account: what the client signs with and what the exchange verifies by. Immutable.
 *
 * <p>Keys made from a name are the same every time. {@code toString} shows neither key nor secret.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types">API key types</a>
 */
public final class SimulatedKey {

    private final KeyType type;
    private final String apiKey;
    private final @Nullable String secret;
    private final Verifier verifier;
    private final boolean mayTrade;

    private SimulatedKey(KeyType type, String apiKey, @Nullable String secret, Verifier verifier, boolean mayTrade) {
        this.type = type;
        this.apiKey = apiKey;
        this.secret = secret;
        this.verifier = verifier;
        this.mayTrade = mayTrade;
        // Loads the algorithm now, on the thread that makes the key, and not on the event loop.
        verifies("", "AA==");
    }

    /**
     * An HMAC key made from a name.
     *
     * @param name any name
     * @return a key that may trade
     */
    public static SimulatedKey hmac(String name) {
        return hmac(KeyPairs.text("api key hmac", name), KeyPairs.text("secret key", name));
    }

    /**
     * An HMAC key.
     *
     * @param apiKey the API key
     * @param secretKey the secret key
     * @return a key that may trade
     */
    public static SimulatedKey hmac(String apiKey, String secretKey) {
        return new SimulatedKey(KeyType.HMAC, apiKey, secretKey, Verifier.hmac(secretKey), true);
    }

    /**
     * An RSA key of 2,048 bits made from a name, which takes a moment.
     *
     * @param name any name
     * @return a key that may trade
     */
    public static SimulatedKey rsa(String name) {
        return of(KeyType.RSA, KeyPairs.text("api key rsa", name), KeyPairs.rsa(name));
    }

    /**
     * An RSA key whose private half the simulator doesn't know.
     *
     * @param apiKey the API key
     * @param publicKeyPem the public key as PEM
     * @return a key that may trade
     * @throws IllegalArgumentException when it isn't such a key
     */
    public static SimulatedKey rsa(String apiKey, String publicKeyPem) {
        return of(KeyType.RSA, apiKey, publicKeyPem);
    }

    /**
     * An Ed25519 key made from a name.
     *
     * @param name any name
     * @return a key that may trade
     */
    public static SimulatedKey ed25519(String name) {
        return of(KeyType.ED25519, KeyPairs.text("api key ed25519", name), KeyPairs.ed25519(name));
    }

    /**
     * An Ed25519 key whose private half the simulator doesn't know.
     *
     * @param apiKey the API key
     * @param publicKeyPem the public key as PEM
     * @return a key that may trade
     * @throws IllegalArgumentException when it isn't such a key
     */
    public static SimulatedKey ed25519(String apiKey, String publicKeyPem) {
        return of(KeyType.ED25519, apiKey, publicKeyPem);
    }

    private static SimulatedKey of(KeyType type, String apiKey, KeyPair pair) {
        return new SimulatedKey(
                type, apiKey, KeyPairs.pem(pair.getPrivate()), Verifier.publicKey(type, pair.getPublic()), true);
    }

    private static SimulatedKey of(KeyType type, String apiKey, String publicKeyPem) {
        return new SimulatedKey(
                type, apiKey, null, Verifier.publicKey(type, KeyPairs.publicKey(type, publicKeyPem)), true);
    }

    /**
     * This key without the permission to trade.
     *
     * @return a new key, with which orders are refused
     */
    public SimulatedKey readOnly() {
        return new SimulatedKey(type, apiKey, secret, verifier, false);
    }

    /**
     * How it signs.
     *
     * @return the type
     */
    public KeyType type() {
        return type;
    }

    /**
     * The API key, which every signed request names.
     *
     * @return the key
     */
    public String apiKey() {
        return apiKey;
    }

    /**
     * What the client signs with.
     *
     * @return the secret key of an HMAC key; the private key of the others in PKCS#8 as PEM
     * @throws IllegalStateException when only the public key is known
     */
    public String secret() {
        if (secret == null) {
            throw new IllegalStateException("only the public half of this key is known");
        }
        return secret;
    }

    /**
     * Whether it may place and cancel orders.
     *
     * @return false for a read-only key
     */
    public boolean mayTrade() {
        return mayTrade;
    }

    /**
     * Whether a signature was made with this key.
     *
     * @param payload what was signed
     * @param signature hexadecimal for HMAC, Base64 for the others
     * @return true when it fits
     */
    public boolean verifies(String payload, String signature) {
        try {
            return verifier.fits(payload.getBytes(StandardCharsets.UTF_8), signature);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Shows the type and whether it may trade. */
    @Override
    public String toString() {
        return "SimulatedKey[" + type + (mayTrade ? "" : ", read only") + ", redacted]";
    }
}
