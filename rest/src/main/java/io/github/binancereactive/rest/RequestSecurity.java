/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.auth.CanonicalForm;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.auth.SignatureAlgorithm;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.QueryString;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.core.time.TimestampUnit;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stamps and signs requests. Immutable.
 *
 * @param credentials whose requests they are
 * @param clock the exchange's time
 * @param unit of the timestamp: the exchange takes either
 * @param recvWindow what is sent with calls that don't name their own; null for the exchange's default
 */
record RequestSecurity(
        Credentials credentials,
        ServerClock clock,
        TimestampUnit unit,
        @Nullable Duration recvWindow) {

    private static final String RECV_WINDOW = "recvWindow";

    /** What the exchange takes when nothing is said. */
    private static final BigDecimal DEFAULT_RECV_WINDOW = BigDecimal.valueOf(5_000);

    static @Nullable RequestSecurity of(RestConfig config) {
        Credentials credentials = config.credentials();
        return credentials == null
                ? null
                : new RequestSecurity(credentials, config.serverClock(), config.timeUnit(), config.recvWindow());
    }

    /** Whether a signature takes so long (about a millisecond) that it must not be made on an event loop. */
    boolean slow() {
        return credentials.signer().algorithm() == SignatureAlgorithm.RSA;
    }

    /**
     * The call as it is sent at this moment. What is signed is the query string to the letter as it is sent, which ends with
     * the timestamp; the signature comes behind it.
     *
     * @param address scheme, host and path
     */
    Target sign(String address, Call<?> call) {
        Instant now = clock.now();
        Map<String, Object> parameters = new LinkedHashMap<>(call.parameters());
        if (recvWindow != null) {
            parameters.putIfAbsent(RECV_WINDOW, millis(recvWindow));
        }
        parameters.put("timestamp", timestamp(now));
        String query = QueryString.of(parameters);
        String signature = credentials.signer().sign(CanonicalForm.rest(query, ""));
        return new Target(
                URI.create(address + '?' + query),
                new Secrets(credentials.apiKey(), QueryString.of(Map.of("signature", signature))),
                new Validity(now, window(parameters.get(RECV_WINDOW))));
    }

    private long timestamp(Instant now) {
        return unit == TimestampUnit.MICROSECOND ? ChronoUnit.MICROS.between(Instant.EPOCH, now) : now.toEpochMilli();
    }

    /** Milliseconds with up to three decimals, as the exchange takes them. */
    private static BigDecimal millis(Duration window) {
        BigDecimal micros = BigDecimal.valueOf(window.toNanos() / 1_000, 3).stripTrailingZeros();
        return micros.scale() < 0 ? micros.setScale(0) : micros;
    }

    private static Duration window(@Nullable Object millis) {
        BigDecimal value = millis == null ? DEFAULT_RECV_WINDOW : new BigDecimal(millis.toString());
        return Duration.ofNanos(value.movePointRight(6).longValue());
    }
}
