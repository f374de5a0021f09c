/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static io.github.binancereactive.core.endpoint.Parameter.number;
import static io.github.binancereactive.core.endpoint.SharedParameters.RECV_WINDOW;

import io.github.binancereactive.core.model.session.SessionStatus;
import io.github.binancereactive.core.model.session.UserDataSubscription;
import java.util.List;

/**
 * What only the WebSocket API has: log-on, and subscriptions to user data. All of it is about the connection that it is sent on.
 * What sets the connection to a state, or asks for it, does the same when it is sent again; what makes or ends a subscription
 * doesn't, because the numbers of subscriptions are of one connection only.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/authentication-requests">Authentication
 *     requests</a>
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/user-data-stream-requests">User data
 *     stream requests</a>
 */
public final class SessionEndpoints {

    /** Logs a key on to the connection, or another key. Ed25519 only. */
    public static final Endpoint<SessionStatus> LOGON = Endpoint.webSocketOnly("session.logon")
            .security(SecurityType.SIGNED)
            .weight(2)
            .source(DataSource.MEMORY)
            .repeatableWhenLost()
            .takes(RECV_WINDOW)
            .returns(SessionStatus.class);

    /** Asks who is logged on to the connection. */
    public static final Endpoint<SessionStatus> STATUS = Endpoint.webSocketOnly("session.status")
            .weight(2)
            .source(DataSource.MEMORY)
            .repeatableWhenLost()
            .returns(SessionStatus.class);

    /** Logs whoever is logged on off. Ends the subscription of that account, but none that was made by signature. */
    public static final Endpoint<SessionStatus> LOGOUT = Endpoint.webSocketOnly("session.logout")
            .weight(2)
            .source(DataSource.MEMORY)
            .repeatableWhenLost()
            .returns(SessionStatus.class);

    /** Subscribes to the user data of the account that is logged on. */
    public static final Endpoint<UserDataSubscription> SUBSCRIBE = Endpoint.webSocketOnly("userDataStream.subscribe")
            .security(SecurityType.USER_STREAM)
            .needsLogon()
            .weight(2)
            .returns(UserDataSubscription.class);

    /** Ends one subscription to user data; without a number all of the connection, however they were made. */
    public static final Endpoint<Void> UNSUBSCRIBE = Endpoint.webSocketOnly("userDataStream.unsubscribe")
            .weight(2)
            .takes(number("subscriptionId").between(0, 65_535))
            .returnsNothing();

    /** Asks for the subscriptions of the connection. */
    public static final Endpoint<List<UserDataSubscription>> SUBSCRIPTIONS = Endpoint.webSocketOnly(
                    "session.subscriptions")
            .weight(2)
            .source(DataSource.MEMORY)
            .repeatableWhenLost()
            .returns(ResultType.listOf(UserDataSubscription.class));

    /** Subscribes to the user data of the account whose key signs the request, whoever is logged on. */
    public static final Endpoint<UserDataSubscription> SUBSCRIBE_SIGNATURE = Endpoint.webSocketOnly(
                    "userDataStream.subscribe.signature")
            .security(SecurityType.USER_STREAM)
            .weight(2)
            .source(DataSource.MEMORY)
            .takes(RECV_WINDOW)
            .returns(UserDataSubscription.class);

    static final List<Endpoint<?>> ALL =
            List.of(LOGON, STATUS, LOGOUT, SUBSCRIBE, UNSUBSCRIBE, SUBSCRIPTIONS, SUBSCRIBE_SIGNATURE);

    private SessionEndpoints() {}
}
