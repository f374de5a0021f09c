/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeErrors;
import io.github.binancereactive.testkit.exchange.TimestampUnit;
import io.github.binancereactive.testkit.stream.StreamNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upgrade to a connection of the market data streams: {@code /ws}, {@code /ws/a/b}, {@code /stream} or
 * {@code /stream?streams=a/b}.
 *
 * @param message the request
 * @param unit the unit of times
 * @param combined whether events name their stream
 * @param streams the streams that it begins with
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams">WebSocket Streams</a>
 */
record StreamUpgrade(HttpMessage message, TimestampUnit unit, boolean combined, List<String> streams)
        implements Upgrade {

    private static final String RAW = "/ws";
    private static final String COMBINED = "/stream";

    static boolean serves(HttpMessage message) {
        return isRaw(message) || isCombined(message);
    }

    private static boolean isRaw(HttpMessage message) {
        return message.path().equals(RAW) || message.path().startsWith(RAW + "/");
    }

    private static boolean isCombined(HttpMessage message) {
        return message.path().equals(COMBINED) || message.path().equals(COMBINED + "/");
    }

    static String method(HttpMessage message) {
        return message.head().method().name() + " " + (isRaw(message) ? RAW : COMBINED);
    }

    /**
     * Reads the URL.
     *
     * @throws io.github.binancereactive.testkit.exchange.ExchangeError when a stream's name can be none, or there are more
     *     than one connection may have
     */
    static StreamUpgrade of(HttpMessage message, int mostStreams) {
        boolean raw = isRaw(message);
        List<String> streams =
                raw ? names(message.path().substring(RAW.length())) : names(parameter(message, "streams"));
        if (!streams.stream().allMatch(StreamNames::isWellFormed)) {
            throw ExchangeErrors.invalidRequest("Invalid stream name.");
        }
        if (streams.stream().distinct().count() > mostStreams) {
            throw ExchangeErrors.invalidRequest("Too many streams.");
        }
        return new StreamUpgrade(message, TimestampUnit.of(parameter(message, "timeUnit")), !raw, streams);
    }

    private static List<String> names(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split("/"))
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /** A parameter of the query, in which a plus is a plus, as in {@code btcusdt@kline_1d@+08:00}. */
    private static @Nullable String parameter(HttpMessage message, String name) {
        String plusKept = "?" + message.rawQuery().replace("+", "%2B");
        List<String> values = new QueryStringDecoder(plusKept).parameters().get(name);
        return values == null ? null : values.get(0);
    }

    @Override
    public ConnectionHandler handler(Simulation simulation, SocketGate socket) {
        return new StreamHandler(simulation, socket, this);
    }
}
