/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.Json;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/**
 * A request of the control channel, read strictly.
 *
 * @param id the JSON text of the id; {@code null}'s when there is none that can be used
 * @param method the method; empty when there is none
 * @param params the parameters; a missing node when there are none
 * @param end where the frame ends
 * @param error what is wrong with the frame itself; null when nothing is
 */
public record ControlRequest(
        String id,
        String method,
        JsonNode params,
        TextPosition end,
        @Nullable ExchangeError error) {

    private static final String NO_ID = "null";
    private static final Set<String> METHODS =
            Set.of("SUBSCRIBE", "UNSUBSCRIBE", "LIST_SUBSCRIPTIONS", "SET_PROPERTY", "GET_PROPERTY");
    // Ids as the WebSocket API takes them: a UUID has 36 characters, some of which are no letters.
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9-_]{1,36}");

    /**
     * Reads a frame.
     *
     * @param text its text
     * @return a request, with an error when it can't be carried out
     */
    public static ControlRequest parse(String text) {
        TextPosition end = TextPosition.endOf(text);
        try {
            JsonNode root = Json.MAPPER.readTree(text);
            return root.isMissingNode() ? invalid(end, end) : of(root, text, end);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            return invalid(at == null ? end : new TextPosition(at.getLineNr(), at.getColumnNr()), end);
        }
    }

    private static ControlRequest invalid(TextPosition at, TextPosition end) {
        return new ControlRequest(
                NO_ID, "", Json.MAPPER.missingNode(), end, ControlErrors.invalidJson(at.line(), at.column()));
    }

    private static ControlRequest of(JsonNode root, String text, TextPosition end) {
        JsonNode id = root.path("id");
        JsonNode method = root.path("method");
        ExchangeError error = null;
        if (!method.isString()) {
            error = ControlErrors.missing("method", end.line(), end.column());
        } else if (!METHODS.contains(method.stringValue())) {
            TextPosition after = TextPosition.after(text, method.toString());
            error = ControlErrors.unknownMethod(method.stringValue(), after.line(), after.column());
        } else if (!isLegal(id)) {
            error = ControlErrors.id();
        }
        return new ControlRequest(
                isLegal(id) ? id.toString() : NO_ID,
                method.isString() ? method.stringValue() : "",
                root.path("params"),
                end,
                error);
    }

    private static boolean isLegal(JsonNode id) {
        return id.isNull()
                || (id.isIntegralNumber() && id.canConvertToLong())
                || (id.isString() && ID.matcher(id.stringValue()).matches());
    }

    /**
     * The parameters for the record.
     *
     * @return their JSON text under {@code params}; empty when there are none
     */
    public Map<String, String> recorded() {
        return params.isMissingNode() ? Map.of() : Map.of("params", params.toString());
    }
}
