/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The claim of a REST request: the key in a header, the signature over query string and body as they were sent, without
 * the signature itself.
 *
 * @param apiKey the header {@code X-MBX-APIKEY}
 * @param parametersSent the parameters, decoded
 * @param query the query string as sent
 * @param body the body as sent
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security">Request
 *     security</a>
 */
public record QueryClaim(@Nullable String apiKey, Parameters parametersSent, String query, String body)
        implements Claim {

    private static final String SIGNATURE = "signature";

    @Override
    public @Nullable String signature() {
        return parametersSent.text(SIGNATURE);
    }

    @Override
    public String payload() {
        return unsigned(query) + unsigned(body);
    }

    private static String unsigned(String parameters) {
        return Arrays.stream(parameters.split("&"))
                .filter(parameter -> !parameter.startsWith(SIGNATURE + "="))
                .collect(Collectors.joining("&"));
    }

    @Override
    public List<String> parameters() {
        return List.of("recvWindow", "timestamp", SIGNATURE);
    }

    /** Shows nothing of key and signature. */
    @Override
    public String toString() {
        return "QueryClaim[redacted]";
    }
}
