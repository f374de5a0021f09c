/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the simulator received it, before anything was checked; requests that the exchange refuses and requests
 * that meet a fault are recorded too.
 *
 * @param wire how it came
 * @param method {@code order.place} on the WebSocket API, without a version in front; {@code GET /api/v3/time} on REST;
 *     {@code SUBSCRIBE} on the control channel of the streams; empty when the frame could not be understood
 * @param params the parameters by name: on REST percent-decoded, on the WebSocket API the characters of a string and the
 *     JSON text of anything else; on the control channel of the streams that text is under {@code params}
 * @param headers the HTTP headers, names in lower case; on the WebSocket API those of the upgrade
 * @param raw what was received: the frame's text, or request line and body
 * @param connection the number of the connection, counted from 1 over both wires in the order accepted
 * @param receivedAt when, on the simulator's clock
 * @param id the JSON text of a frame's {@code id}, such as {@code 7} or {@code "a"}; null on REST
 */
public record RecordedRequest(
        Wire wire,
        String method,
        Map<String, String> params,
        Map<String, String> headers,
        String raw,
        int connection,
        Instant receivedAt,
        @Nullable String id) {

    /**
     * One parameter.
     *
     * @param name its name
     * @return its value as in {@link #params()}; null when it was not sent
     */
    public @Nullable String param(String name) {
        return params.get(name);
    }

    /** The request without headers and raw text, which may hold what should not be printed. */
    @Override
    public String toString() {
        return receivedAt + " #" + connection + " " + wire + " " + (method.isEmpty() ? "(not understood)" : method)
                + (id == null ? "" : " id=" + id) + " " + params.keySet();
    }
}
