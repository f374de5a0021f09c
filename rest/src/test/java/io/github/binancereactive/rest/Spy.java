/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.auth.SignatureAlgorithm;
import io.github.binancereactive.core.auth.Signer;

/** Signs with another signer and notes thread and signature. */
final class Spy implements Signer {

    private final Signer signer;
    private final StringBuilder seen;

    Spy(Signer signer, StringBuilder seen) {
        this.signer = signer;
        this.seen = seen;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return signer.algorithm();
    }

    @Override
    public String sign(byte[] payload) {
        String signature = signer.sign(payload);
        synchronized (seen) {
            seen.append(Thread.currentThread().getName()).append(' ').append(signature);
        }
        return signature;
    }
}
