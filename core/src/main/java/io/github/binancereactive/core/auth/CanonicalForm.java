/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.auth;

import io.github.binancereactive.core.endpoint.QueryString;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What exactly is signed. The wires differ: REST signs what is sent, percent-encoding included; the WebSocket API signs the
 * plain values sorted by name.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security">REST</a>
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/request-security">WebSocket API</a>
 */
public final class CanonicalForm {

    private CanonicalForm() {}

    /**
     * The payload of a REST request: query and body one behind the other, with nothing between them.
     *
     * @param query the query string as it is sent, percent-encoded, without {@code signature}; may be empty
     * @param body the body as it is sent, percent-encoded; may be empty
     * @return the bytes to sign
     */
    public static byte[] rest(String query, String body) {
        return (query + body).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The payload of a WebSocket API request.
     *
     * @param parameters all parameters, {@code apiKey} and {@code timestamp} included and {@code signature} not
     * @return the bytes to sign
     */
    public static byte[] webSocket(Map<String, ?> parameters) {
        return QueryString.sorted(parameters).getBytes(StandardCharsets.UTF_8);
    }
}
