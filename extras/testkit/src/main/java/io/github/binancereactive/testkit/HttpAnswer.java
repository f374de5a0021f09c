/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.ExchangeReply;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer before it is put on the wire.
 *
 * @param status the status
 * @param headers every header but those of the transfer
 * @param body the body, not compressed
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record HttpAnswer(int status, HttpHeaders headers, byte[] body) {

    static HttpAnswer of(int status, byte[] body) {
        return new HttpAnswer(status, new DefaultHttpHeaders(), body).contentType(HttpSender.JSON);
    }

    static HttpAnswer of(ExchangeReply reply) {
        HttpAnswer answer = of(reply.status(), reply.restBody());
        HttpSender.usedWeight(answer.headers, reply.usedWeight());
        reply.orders().forEach(orders -> HttpSender.orderCount(answer.headers, orders));
        ExchangeError error = reply.error();
        return answer.retryAfter(error == null ? null : error.retryAfterSeconds());
    }

    private HttpAnswer retryAfter(@Nullable Long seconds) {
        if (seconds != null) {
            headers.set(HttpHeaderNames.RETRY_AFTER, seconds);
        }
        return this;
    }

    HttpAnswer contentType(CharSequence type) {
        headers.set(HttpHeaderNames.CONTENT_TYPE, type);
        return this;
    }

    HttpAnswer location(String location) {
        headers.set(HttpHeaderNames.LOCATION, location);
        return this;
    }

    HttpAnswer body(byte[] other) {
        return new HttpAnswer(status, headers, other);
    }
}
