/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.ws.session.InMemoryConnection;

/** A request as the exchange sees it. */
record FakeRequest(InMemoryConnection connection, long id, String method, String text) {

    static final String RESULT = "{\"serverTime\":1700000000000}";

    void thenRespond(String result) {
        connection.send(answer(result));
    }

    void thenFail(int status, String error) {
        connection.send(refusal(status, error));
    }

    /** The answer to a {@code time} request. */
    String answer() {
        return answer(RESULT);
    }

    String answer(String result) {
        return "{\"id\":" + id + ",\"status\":200,\"result\":" + result + ",\"rateLimits\":[]}";
    }

    String refusal(int status, String error) {
        return "{\"id\":" + id + ",\"status\":" + status + ",\"error\":" + error + "}";
    }
}
