/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole HTTP request.
 *
 * @param head request line and headers
 * @param body the body's text
 * @param path the path, percent-decoded
 * @param query the parameters of the query string
 */
record HttpMessage(HttpRequest head, String body, String path, Map<String, List<String>> query) {

    static final String TIME_UNIT = "x-mbx-time-unit";
    static final String API_KEY = "x-mbx-apikey";

    static HttpMessage of(HttpRequest head, String body) {
        QueryStringDecoder uri = new QueryStringDecoder(head.uri());
        return new HttpMessage(head, body, uri.path(), uri.parameters());
    }

    static boolean keepAlive(HttpRequest head) {
        return HttpUtil.isKeepAlive(head);
    }

    /** How requests are named on REST, such as {@code GET /api/v3/time}. */
    String method() {
        return head.method().name() + " " + path;
    }

    /** The query string as it was sent. */
    String rawQuery() {
        int start = head.uri().indexOf('?');
        return start < 0 ? "" : head.uri().substring(start + 1);
    }

    @Nullable String header(String name) {
        return head.headers().get(name);
    }

    /** The parameters of a form in the body; a GET has none, whatever it brings along. */
    Map<String, List<String>> form() {
        return body.isEmpty() || head.method().equals(HttpMethod.GET)
                ? Map.of()
                : new QueryStringDecoder(body, false).parameters();
    }

    boolean keepAlive() {
        return keepAlive(head);
    }

    boolean acceptsGzip() {
        String accepted = head.headers().get(HttpHeaderNames.ACCEPT_ENCODING);
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        head.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return headers;
    }

    String raw() {
        return head.method().name() + " " + head.uri() + (body.isEmpty() ? "" : "\n\n" + body);
    }
}
