/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request's parameters as text: percent-encoded for REST, plain and sorted for the signature of the WebSocket API.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security">Request security</a>
 */
public final class QueryString {

    private static final String HEX = "0123456789ABCDEF";

    private QueryString() {}

    /**
     * The parameters of a call as REST takes them.
     *
     * @param call a call
     * @return such as {@code symbols=%5B%22BTCUSDT%22%5D}; empty when there are none
     */
    public static String of(Call<?> call) {
        return of(call.parameters());
    }

    /**
     * Parameters as REST takes them, in the map's order: UTF-8, percent-encoded except for letters, digits and {@code
     * -._~}; lists as JSON arrays, decimals without exponent.
     *
     * @param parameters values as a {@link Call} holds them
     * @return {@code name=value} joined by {@code &}
     */
    public static String of(Map<String, ?> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> {
            separate(query);
            encode(name, query);
            query.append('=');
            encode(text(value), query);
        });
        return query.toString();
    }

    /**
     * Parameters as the WebSocket API wants them signed: sorted by name and not encoded.
     *
     * @param parameters values as a {@link Call} holds them
     * @return {@code name=value} joined by {@code &}
     */
    public static String sorted(Map<String, ?> parameters) {
        StringBuilder query = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, value) -> {
            separate(query);
            query.append(name).append('=').append(text(value));
        });
        return query.toString();
    }

    private static void separate(StringBuilder query) {
        if (query.length() > 0) {
            query.append('&');
        }
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value instanceof List<?> elements ? array(elements) : value.toString();
    }

    private static String array(List<?> elements) {
        StringBuilder array = new StringBuilder("[");
        for (Object element : elements) {
            if (array.length() > 1) {
                array.append(',');
            }
            quote(element.toString(), array);
        }
        return array.append(']').toString();
    }

    private static void quote(String text, StringBuilder target) {
        target.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                target.append('\\').append(c);
            } else if (c < ' ') {
                target.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            } else {
                target.append(c);
            }
        }
        target.append('"');
    }

    private static void encode(String text, StringBuilder target) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) b;
            if (isUnreserved(c)) {
                target.append(c);
            } else {
                target.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
            }
        }
    }

    /** RFC 3986, section 2.3. */
    private static boolean isUnreserved(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }
}
