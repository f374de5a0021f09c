/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.codec.RequestStamp;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.SessionEndpoints;
import io.github.binancereactive.core.error.ErrorCode;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.ws.session.SessionSocket;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * On whose behalf requests are made, and which sockets are logged on as whom. Any thread.
 *
 * <p>A socket counts as logged on from the answer to its log-on until anything about it changes: another log-on or a log-out is
 * written, the key is revoked, the socket is lost. Whenever it doesn't count, requests are signed, which is never wrong: so a
 * request is made on behalf of whom it was meant, whatever happens to the log-on meanwhile.
 */
final class SessionLogon {

    private final RequestCorrelator correlator;
    private final RequestStamps stamps;
    private final @Nullable Identity own;
    private final Map<SessionSocket, Identity> loggedOn = new ConcurrentHashMap<>();

    private volatile @Nullable Identity desired; // as whom sockets are to be logged on

    SessionLogon(WebSocketApiOptions options, RequestCorrelator correlator) {
        this.correlator = correlator;
        this.stamps = new RequestStamps(options.serverClock(), options.timeUnit(), options.recvWindow());
        Identity given = Identity.of(options.credentials());
        this.own = given;
        this.desired = given != null && given.canLogOn() && options.logon() ? given : null;
    }

    /** The terms of a request that names no key; null when it needs one and there is none. */
    @Nullable Terms terms(Endpoint<?> endpoint) {
        Identity used = present();
        return Terms.orElse(endpoint, used == null ? null : used.terms(endpoint));
    }

    /** On whose behalf requests are made that name no key. */
    @Nullable Identity present() {
        Identity loggingOn = desired;
        return loggingOn != null ? loggingOn : own;
    }

    /** What a request carries if it is written now; null for nothing. */
    @Nullable RequestStamp stamp(PendingRequest<?> request, SessionSocket writer) {
        Terms terms = request.terms();
        return switch (terms.proof()) {
            case NONE -> {
                requireLoggedOn(request, writer);
                yield null;
            }
            case SIGNATURE -> stamps.now(request.endpoint(), terms.identity());
            case LOGON_OR_SIGNATURE ->
                stamps.now(request.endpoint(), isLoggedOn(writer, terms.identity()) ? null : terms.identity());
        };
    }

    Instant latestAcceptance(Call<?> call, RequestStamp stamp) {
        return stamps.latestAcceptance(call, stamp);
    }

    /** What the client asks for itself by the log-on is meant for that key's account, whoever is logged on by now. */
    private void requireLoggedOn(PendingRequest<?> request, SessionSocket writer) {
        Terms terms = request.terms();
        if (terms.ours() && request.endpoint().needsLogon() && !isLoggedOn(writer, terms.identity())) {
            throw new IllegalStateException("the connection isn't logged on with this key");
        }
    }

    boolean isLoggedOn(SessionSocket socket, @Nullable Identity identity) {
        Identity present = loggedOn.get(socket);
        return present != null && present.isSame(identity);
    }

    // --- what happens to a socket ---

    /** Logs a new socket on, if that is wanted. */
    Mono<Void> prepare(SessionSocket socket) {
        return Mono.defer(() -> {
            Identity wanted = desired;
            return wanted == null ? Mono.empty() : logOn(socket, wanted);
        });
    }

    private Mono<Void> logOn(SessionSocket socket, Identity wanted) {
        return correlator
                .send(Call.of(SessionEndpoints.LOGON), wanted.logon().over(socket))
                .onErrorMap(RejectedException.class, SessionLogon::fatalUnlessForTheTime)
                .then();
    }

    /** A refusal means that the key is no good, and ends the session; but not one for the clock, which will be right some time. */
    private static Throwable fatalUnlessForTheTime(RejectedException refusal) {
        return refusal.code() == ErrorCode.INVALID_TIMESTAMP.code()
                ? new TransientException(refusal.endpoint(), "refused for its timestamp twice", null, refusal)
                : refusal;
    }

    /** Makes up for a change of mind that came while the socket was on its way. */
    void align(SessionSocket socket) {
        Identity wanted = desired;
        Identity present = loggedOn.get(socket);
        if (wanted == null ? present == null : wanted.isSame(present)) {
            return;
        }
        Mono<?> change = wanted == null
                ? correlator.send(Call.of(SessionEndpoints.LOGOUT), Terms.LOGOUT.over(socket))
                : logOn(socket, wanted);
        change.subscribe(
                done -> {},
                failure -> correlator.session().notice(socket, "the log-on is not what it should be", failure));
    }

    /** From when a change is written until it is answered nobody knows which it is. */
    void written(Terms terms, SessionSocket socket) {
        if (terms.effect() != Terms.Effect.NONE) {
            loggedOn.remove(socket);
        }
    }

    void succeeded(Terms terms, SessionSocket socket) {
        Identity identity = terms.identity();
        switch (terms.effect()) {
            case NONE -> {}
            case LOGS_ON -> {
                if (identity != null) {
                    loggedOn.put(socket, identity);
                    decided(terms, identity, socket);
                }
            }
            case LOGS_OUT -> decided(terms, null, socket);
        }
    }

    private void decided(Terms terms, @Nullable Identity wanted, SessionSocket socket) {
        if (terms.ours()) {
            return; // that followed a decision
        }
        desired = wanted;
        SessionSocket active = correlator.session().active();
        if (active != null && active != socket) {
            align(active);
        }
    }

    /** The exchange has cancelled the log-on. False when there was none. */
    boolean revoked(SessionSocket socket) {
        return loggedOn.remove(socket) != null;
    }

    void forget(SessionSocket socket) {
        loggedOn.remove(socket);
    }

    static IllegalStateException withoutKey(Endpoint<?> endpoint) {
        return new IllegalStateException(endpoint.name() + " needs a key, and this client has no credentials");
    }

    /** Refuses a key that the exchange would refuse. */
    static Identity requireCanLogOn(Credentials credentials) {
        Identity identity = new Identity(credentials);
        if (!identity.canLogOn()) {
            throw new IllegalArgumentException("the exchange lets Ed25519 keys log on, not "
                    + credentials.signer().algorithm());
        }
        return identity;
    }
}
