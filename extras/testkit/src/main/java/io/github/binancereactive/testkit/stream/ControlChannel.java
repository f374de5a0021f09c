/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Carries out what a connection asks for: subscriptions and properties.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams">Live subscribing and
 *     unsubscribing to streams</a>
 */
public final class ControlChannel {

    private static final String DONE = "null";
    private static final String COMBINED = "combined";

    private ControlChannel() {}

    /**
     * How many streams a connection would have after a request.
     *
     * @param session the connection
     * @param request the request
     * @return the number that it has now for all but a request to subscribe
     */
    public static int streamsAfter(StreamSession session, ControlRequest request) {
        boolean subscribes = request.error() == null
                && request.method().equals("SUBSCRIBE")
                && request.params().isArray();
        List<String> more = new ArrayList<>();
        if (subscribes) {
            request.params().forEach(name -> more.add(name.asString("")));
        }
        return session.with(more);
    }

    /**
     * Carries out a request.
     *
     * @param session the connection that it came from
     * @param request the request
     * @return the result as JSON
     * @throws ExchangeError when it is refused; then nothing has changed
     */
    public static String handle(StreamSession session, ControlRequest request) {
        if (request.error() != null) {
            throw request.error();
        }
        switch (request.method()) {
            case "SUBSCRIBE" -> session.subscribe(names(request));
            case "UNSUBSCRIBE" -> session.unsubscribe(names(request));
            case "SET_PROPERTY" -> setProperty(session, request.params());
            case "GET_PROPERTY" -> {
                return getProperty(session, request.params());
            }
            default -> {
                return list(session, request.params());
            }
        }
        return DONE;
    }

    private static List<String> names(ControlRequest request) {
        if (!request.params().isArray()) {
            throw ControlErrors.missing(
                    "params", request.end().line(), request.end().column());
        }
        List<String> names = new ArrayList<>();
        for (JsonNode name : request.params()) {
            if (!name.isString() || !StreamNames.isWellFormed(name.stringValue())) {
                throw ControlErrors.invalidStream();
            }
            names.add(name.stringValue());
        }
        return names;
    }

    private static String list(StreamSession session, JsonNode params) {
        if (!params.isEmpty()) {
            throw ControlErrors.tooManyParameters();
        }
        return Json.MAPPER.writeValueAsString(session.streams());
    }

    private static void setProperty(StreamSession session, JsonNode params) {
        checkName(params, 2);
        if (!params.path(1).isBoolean()) {
            throw ControlErrors.notBoolean();
        }
        session.combined(params.path(1).booleanValue());
    }

    private static String getProperty(StreamSession session, JsonNode params) {
        checkName(params, 1);
        return Boolean.toString(session.combined());
    }

    private static void checkName(JsonNode params, int most) {
        if (!params.path(0).isString()) {
            throw ControlErrors.propertyName();
        }
        if (params.size() > most) {
            throw ControlErrors.tooManyParameters();
        }
        if (!params.path(0).stringValue().equals(COMBINED)) {
            throw ControlErrors.unknownProperty();
        }
    }
}
