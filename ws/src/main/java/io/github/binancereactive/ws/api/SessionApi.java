/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.api.Exchange;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.SessionEndpoints;
import io.github.binancereactive.core.model.session.SessionStatus;
import io.github.binancereactive.core.model.session.UserDataSubscription;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What only the WebSocket API has: a connection can be logged on, and requests then need no signature. All of it is safe to
 * repeat. What was decided last holds for all connections to come, whatever becomes of this one. See {@link Exchange#exchange}
 * for what each returned {@code Mono} promises.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/authentication-requests">Authentication
 *     requests</a>
 */
public interface SessionApi extends Exchange {

    /**
     * Logs on, or on as somebody else: from then on requests that need a key are made on behalf of this one, on this connection
     * and on those to come. If it is refused, nothing has been decided, and requests are signed. Weight 2.
     *
     * @param credentials an Ed25519 key
     * @return the connection as the exchange sees it
     * @throws IllegalArgumentException at once, for a key of another kind
     */
    Mono<SessionStatus> logon(Credentials credentials);

    /**
     * Asks who is logged on to the connection in use. Weight 2.
     *
     * @return the connection as the exchange sees it
     */
    default Mono<SessionStatus> status() {
        return exchange(Call.of(SessionEndpoints.STATUS));
    }

    /**
     * Logs off: from then on requests are signed by the client's own key, if it has one, and connections to come are not logged
     * on. Weight 2.
     *
     * @return the connection as the exchange sees it
     */
    default Mono<SessionStatus> logout() {
        return exchange(Call.of(SessionEndpoints.LOGOUT));
    }

    /**
     * Asks for the subscriptions to user data of the connection in use. Weight 2.
     *
     * @return their numbers
     */
    default Mono<List<UserDataSubscription>> subscriptions() {
        return exchange(Call.of(SessionEndpoints.SUBSCRIPTIONS));
    }
}
