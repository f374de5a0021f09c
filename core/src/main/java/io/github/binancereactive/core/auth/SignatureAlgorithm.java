/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.auth;

/**
 * The kinds of key that the exchange takes.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types">API key types</a>
 */
public enum SignatureAlgorithm {
    /** HMAC-SHA256 with a shared secret; signatures in hexadecimal. */
    HMAC_SHA256,
    /** RSASSA-PKCS1-v1_5 with SHA-256; signatures in Base64. */
    RSA,
    /** Ed25519, which the exchange recommends and {@code session.logon} demands; signatures in Base64. */
    ED25519
}
