/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.codec.RequestStamp;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.Parameter;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.core.time.TimestampUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes the stamps of requests: when they are sent by the exchange's clock, and for how long they are good. Any thread. */
final class RequestStamps {

    private static final String RECV_WINDOW = "recvWindow";

    /** What the exchange takes where a request doesn't say. */
    private static final Duration USUAL_WINDOW = Duration.ofSeconds(5);

    private final ServerClock clock;
    private final TimestampUnit unit;
    private final @Nullable Object recvWindow;

    RequestStamps(ServerClock clock, TimestampUnit unit, @Nullable Duration recvWindow) {
        this.clock = clock;
        this.unit = unit;
        this.recvWindow = recvWindow == null ? null : wire(recvWindow);
    }

    /** A stamp for a request that is written now, and signed by this key; by none when the log-on stands for it. */
    RequestStamp now(Endpoint<?> endpoint, @Nullable Identity signing) {
        Object window = recvWindow != null && takesWindow(endpoint) ? recvWindow : null;
        return new RequestStamp(timestamp(), window, signing == null ? null : signing.credentials());
    }

    /** The exchange refuses parameters that it doesn't expect. */
    private static boolean takesWindow(Endpoint<?> endpoint) {
        for (Parameter parameter : endpoint.parameters()) {
            if (parameter.name().equals(RECV_WINDOW)) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("JavaInstantGetSecondsGetNano") // Both halves of the time are used.
    private long timestamp() {
        Instant now = clock.now();
        return unit == TimestampUnit.MILLISECOND
                ? now.toEpochMilli()
                : TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(now.getNano());
    }

    /** The last moment at which the exchange takes a request. */
    Instant latestAcceptance(Call<?> call, RequestStamp stamp) {
        Object given = call.parameters().getOrDefault(RECV_WINDOW, stamp.recvWindow());
        Instant written = unit == TimestampUnit.MILLISECOND
                ? Instant.ofEpochMilli(stamp.timestamp())
                : Instant.EPOCH.plus(stamp.timestamp(), ChronoUnit.MICROS);
        return written.plus(given == null ? USUAL_WINDOW : window(given));
    }

    private static Duration window(Object wire) {
        return wire instanceof BigDecimal exact
                ? Duration.ofNanos(exact.movePointRight(6).longValue())
                : Duration.ofMillis((long) wire);
    }

    /** Whole milliseconds as the exchange's examples have them, a number; others exact, as all decimals are. */
    private static Object wire(Duration window) {
        return window.toNanosPart() % 1_000_000 == 0
                ? (Object) window.toMillis()
                : BigDecimal.valueOf(window.toNanos() / 1000, 3);
    }
}
