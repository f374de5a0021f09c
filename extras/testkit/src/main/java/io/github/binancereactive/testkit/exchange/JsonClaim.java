/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The claim of a WebSocket request: key and signature among the parameters, the signature over all of the others in the
 * order of their names, as plain text.
 *
 * @param parametersSent the parameters
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/request-security">Request
 *     security</a>
 */
public record JsonClaim(JsonParameters parametersSent) implements Claim {

    private static final String API_KEY = "apiKey";
    private static final String SIGNATURE = "signature";

    @Override
    public @Nullable String apiKey() {
        return parametersSent.text(API_KEY);
    }

    @Override
    public @Nullable String signature() {
        return parametersSent.text(SIGNATURE);
    }

    @Override
    public String payload() {
        return new TreeSet<>(parametersSent.allNames())
                .stream()
                        .filter(name -> !name.equals(SIGNATURE))
                        .map(name -> name + "=" + parametersSent.raw(name))
                        .collect(Collectors.joining("&"));
    }

    @Override
    public List<String> parameters() {
        return List.of(API_KEY, "recvWindow", "timestamp", SIGNATURE);
    }

    /** Shows nothing of key and signature. */
    @Override
    public String toString() {
        return "JsonClaim[redacted]";
    }
}
