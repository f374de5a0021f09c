/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.account;

/**
 * How a key signs.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types">API key types</a>
 */
public enum KeyType {
    /** HMAC-SHA-256 with a secret that both sides know; the signature is hexadecimal. */
    HMAC,
    /** RSASSA-PKCS1-v1_5 with SHA-256; the signature is Base64. */
    RSA,
    /** Ed25519; the signature is Base64. The only type that can log on. */
    ED25519
}
