/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.SecurityType;
import io.github.binancereactive.ws.session.SessionSocket;
import org.jspecify.annotations.Nullable;

/**
 * How a request goes out: on whose behalf, over which socket, and what its answer changes. Immutable, and the same object for
 * many requests.
 *
 * @param proof how the exchange knows on whose behalf
 * @param identity on whose behalf; null for public requests
 * @param effect what a success does to the log-on of its socket
 * @param only the one socket that it is for, with which it ends; null for whichever is in use
 * @param ours whether the client makes it for itself: then it has room even when there is none for more requests
 */
record Terms(
        Proof proof,
        @Nullable Identity identity,
        Effect effect,
        @Nullable SessionSocket only,
        boolean ours) {

    /** How the exchange knows on whose behalf a request is made. */
    enum Proof {
        /** It needn't, or it goes by the log-on alone. */
        NONE,
        /** A signature, whoever is logged on. */
        SIGNATURE,
        /** The log-on where it is that of the same key, else a signature. */
        LOGON_OR_SIGNATURE
    }

    /** What a success does to the log-on of its socket. */
    enum Effect {
        NONE,
        LOGS_ON,
        LOGS_OUT
    }

    private static final String LOGS_OUT = "session.logout";

    static final Terms PUBLIC = new Terms(Proof.NONE, null, Effect.NONE, null, false);

    static final Terms OURS = new Terms(Proof.NONE, null, Effect.NONE, null, true);

    static final Terms LOGOUT = new Terms(Proof.NONE, null, Effect.LOGS_OUT, null, false);

    /** The terms of an endpoint that everybody may call, or else these. */
    static @Nullable Terms orElse(Endpoint<?> endpoint, @Nullable Terms withKey) {
        if (endpoint.security() != SecurityType.NONE) {
            return withKey;
        }
        return LOGS_OUT.equals(endpoint.method()) ? LOGOUT : PUBLIC;
    }

    /** These terms for a request that the client makes for itself. */
    Terms over(SessionSocket socket) {
        return new Terms(proof, identity, effect, socket, true);
    }

    /** Whether it carries a timestamp, and can be refused for that. */
    boolean isStamped() {
        return proof != Proof.NONE;
    }

    boolean isSignedSlowly() {
        return isStamped() && identity != null && identity.signsSlowly();
    }
}
