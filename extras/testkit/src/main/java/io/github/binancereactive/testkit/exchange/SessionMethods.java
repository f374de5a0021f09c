/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The methods of a WebSocket connection itself: log-on, and subscriptions to the events of accounts.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/authentication-requests">
 *     Authentication requests</a>
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/user-data-stream-requests">User
 *     Data Stream requests</a>
 */
final class SessionMethods {

    private static final int WEIGHT = 2;

    void addTo(MethodTable table) {
        table.add(
                "session.logon",
                DefinedMethod.of(this::logOn).secured(Security.USER_DATA).weighing(WEIGHT));
        table.add("session.status", DefinedMethod.of(this::status).weighing(WEIGHT));
        table.add("session.logout", DefinedMethod.of(this::logOut).weighing(WEIGHT));
        table.add("session.subscriptions", DefinedMethod.of(this::subscriptions).weighing(WEIGHT));
        table.add(
                "userDataStream.subscribe",
                DefinedMethod.of(this::subscribe).secured(Security.SESSION).weighing(WEIGHT));
        table.add(
                "userDataStream.subscribe.signature",
                DefinedMethod.of(this::subscribeBySignature)
                        .secured(Security.USER_DATA)
                        .weighing(WEIGHT));
        table.add(
                "userDataStream.unsubscribe",
                DefinedMethod.of(this::unsubscribe, "subscriptionId").weighing(WEIGHT));
    }

    /** A log-on has to be signed even when somebody has logged on before. */
    private JsonNode logOn(Request request) {
        Caller caller = Objects.requireNonNull(request.caller());
        requireOwnSignature(request);
        Gate.refuseLogOn(caller);
        request.session().logOn(caller, request.nowMicros());
        return status(request);
    }

    private static void requireOwnSignature(Request request) {
        for (String name : List.of("apiKey", "signature")) {
            request.arguments().requiredText(name);
        }
    }

    private JsonNode logOut(Request request) {
        Session session = request.session();
        session.logOff().forEach(id -> terminated(request, id));
        return status(request);
    }

    private JsonNode status(Request request) {
        Session session = request.session();
        Caller caller = session.caller();
        ObjectNode json = Json.object();
        if (caller == null) {
            json.putNull("apiKey").putNull("authorizedSince");
        } else {
            json.put("apiKey", caller.key().apiKey())
                    .put("authorizedSince", request.unit().of(session.authorizedSinceMicros()));
        }
        return json.put("connectedSince", request.unit().of(session.connectedSinceMicros()))
                .put("returnRateLimits", session.returnRateLimits())
                .put("serverTime", request.unit().of(request.nowMicros()))
                .put("userDataStream", !session.subscriptions().isEmpty());
    }

    private JsonNode subscribe(Request request) {
        Caller caller = Objects.requireNonNull(request.caller());
        return Json.object().put("subscriptionId", request.session().subscribe(caller.account(), true));
    }

    private JsonNode subscribeBySignature(Request request) {
        Caller caller = Objects.requireNonNull(request.caller());
        requireOwnSignature(request);
        return Json.object().put("subscriptionId", request.session().subscribe(caller.account(), false));
    }

    private JsonNode unsubscribe(Request request) {
        Session session = request.session();
        Integer id = request.arguments().smallInteger("subscriptionId");
        if (id == null) {
            session.unsubscribeAll().forEach(ended -> terminated(request, ended));
        } else {
            session.unsubscribe(id);
            terminated(request, id);
        }
        return Json.object();
    }

    private static void terminated(Request request, int subscription) {
        request.session()
                .send(
                        subscription,
                        Json.object()
                                .put("e", "eventStreamTerminated")
                                .put("E", request.unit().of(request.nowMicros()))
                                .toString());
    }

    private JsonNode subscriptions(Request request) {
        ArrayNode all = Json.array();
        request.session().subscriptions().forEach(id -> all.addObject().put("subscriptionId", id));
        return all;
    }
}
