/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.auth.SignatureAlgorithm;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.SecurityType;
import io.github.binancereactive.core.limit.AccountKey;
import io.github.binancereactive.ws.api.Terms.Effect;
import io.github.binancereactive.ws.api.Terms.Proof;
import org.jspecify.annotations.Nullable;

/** A key, and what is made from it once because all requests with that key need it. Immutable. */
final class Identity {

    private final Credentials credentials;
    private final AccountKey account;

    private final Terms byLogon = new Terms(Proof.LOGON_OR_SIGNATURE, this, Effect.NONE, null, false);
    private final Terms bySignature = new Terms(Proof.SIGNATURE, this, Effect.NONE, null, false);
    private final Terms logon = new Terms(Proof.SIGNATURE, this, Effect.LOGS_ON, null, false);
    private final Terms bySession = new Terms(Proof.NONE, this, Effect.NONE, null, false);

    Identity(Credentials credentials) {
        this.credentials = credentials;
        this.account = AccountKey.of(credentials.apiKey());
    }

    static @Nullable Identity of(@Nullable Credentials credentials) {
        return credentials == null ? null : new Identity(credentials);
    }

    /** Whether it is the same key, so that a log-on by either is one by both. */
    boolean isSame(@Nullable Identity other) {
        return other != null && credentials.apiKey().equals(other.credentials.apiKey());
    }

    Credentials credentials() {
        return credentials;
    }

    /** Whose orders the budget counts. */
    AccountKey account() {
        return account;
    }

    /** An RSA signature takes a millisecond: too long for the event loop that writes. */
    boolean signsSlowly() {
        return credentials.signer().algorithm() == SignatureAlgorithm.RSA;
    }

    /** Whether the exchange lets this key log on. */
    boolean canLogOn() {
        return credentials.signer().algorithm() == SignatureAlgorithm.ED25519;
    }

    /** The terms of an endpoint that needs a key: by the log-on, if it is this key's. */
    Terms terms(Endpoint<?> endpoint) {
        Terms always = alwaysSigned(endpoint);
        return always == null ? byLogon : always;
    }

    /** The terms of an endpoint that needs a key, whoever is logged on. */
    Terms termsOfItsOwn(Endpoint<?> endpoint) {
        Terms always = alwaysSigned(endpoint);
        return always == null ? bySignature : always;
    }

    Terms logon() {
        return logon;
    }

    private @Nullable Terms alwaysSigned(Endpoint<?> endpoint) {
        if (endpoint.security() == SecurityType.SIGNED) {
            return logon;
        }
        if (endpoint.security() == SecurityType.USER_STREAM) {
            return endpoint.needsLogon() ? bySession : bySignature;
        }
        return null;
    }

    @Override
    public String toString() {
        return "Identity[" + credentials + "]";
    }
}
