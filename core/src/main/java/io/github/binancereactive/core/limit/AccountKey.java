/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Stands for an account in the budget: the exchange counts unfilled orders by account, not by address. A hash, which is
 * never shown. All that use one account are to use equal keys; who has several API keys for one account, makes the key
 * from one of them for all.
 */
public final class AccountKey {

    private final String digest;

    private AccountKey(String digest) {
        this.digest = digest;
    }

    /**
     * A key for an account.
     *
     * @param name whatever is the same for all that use the account and for nobody else, such as its API key; not kept
     * @return a key that equals all that are made from the same text
     */
    public static AccountKey of(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an account needs a name");
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return new AccountKey(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountKey key && digest.equals(key.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    /** Shows nothing: what was hashed may be an API key. */
    @Override
    public String toString() {
        return "AccountKey[***]";
    }
}
