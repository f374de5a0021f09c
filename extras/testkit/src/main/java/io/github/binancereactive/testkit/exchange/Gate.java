/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.testkit.account.KeyType;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request pass when it is from whom it says it is, fresh, and permitted.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security">Request
 *     security</a>
 */
final class Gate {

    private static final Pattern API_KEY = Pattern.compile("[a-zA-Z0-9]{1,128}");
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,20}");
    private static final Pattern RECV_WINDOW = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final BigDecimal DEFAULT_WINDOW = BigDecimal.valueOf(5_000);
    private static final BigDecimal WIDEST_WINDOW = BigDecimal.valueOf(60_000);
    private static final long AHEAD_MICROS = 1_000_000;
    // No time of the exchange is this large in milliseconds, and none as small in microseconds.
    private static final long SMALLEST_IN_MICROS = 100_000_000_000_000L;

    private final Keyring keys;

    Gate(Keyring keys) {
        this.keys = keys;
    }

    /** Who it is; null when nobody needs to know. */
    @Nullable Caller admit(ExchangeCall call, Security security, long nowMicros) {
        return switch (security) {
            case NONE -> null;
            case SESSION -> loggedOn(call);
            case USER_DATA -> signed(call, nowMicros);
            case TRADE -> trading(call, nowMicros);
        };
    }

    private Caller trading(ExchangeCall call, long nowMicros) {
        Caller caller = signed(call, nowMicros);
        if (!caller.key().mayTrade()) {
            throw ExchangeErrors.rejectedKey();
        }
        return caller;
    }

    /** The owner of the session's key; when that has been revoked meanwhile, the session ends here. */
    private Caller loggedOn(ExchangeCall call) {
        Session session = call.session();
        Caller before = session == null ? null : session.caller();
        if (session == null || before == null) {
            throw ExchangeErrors.unauthorized();
        }
        Caller now = keys.find(before.key().apiKey());
        if (now == null) {
            session.logOff();
            throw ExchangeErrors.rejectedKey().withoutId();
        }
        return now;
    }

    private Caller signed(ExchangeCall call, long nowMicros) {
        Claim claim = call.claim();
        boolean bySession = claim.apiKey() == null
                && call.session() != null
                && call.session().caller() != null;
        Caller caller = bySession ? loggedOn(call) : claimed(claim);
        BigDecimal window = window(call.parameters());
        long timestamp = timestamp(call.parameters());
        if (!bySession || claim.signature() != null) {
            verify(claim, caller);
        }
        refuseStale(timestamp, window, nowMicros);
        return caller;
    }

    /** The key that the request names, whether or not it proves to have it. */
    private Caller claimed(Claim claim) {
        String apiKey = claim.apiKey();
        if (apiKey == null && claim.keyIsParameter()) {
            throw ExchangeErrors.missing("apiKey");
        }
        if (apiKey == null || !API_KEY.matcher(apiKey).matches()) {
            throw ExchangeErrors.badKeyFormat();
        }
        Caller caller = keys.find(apiKey);
        if (caller == null) {
            throw ExchangeErrors.rejectedKey();
        }
        return caller;
    }

    private static void verify(Claim claim, Caller caller) {
        String signature = claim.signature();
        if (signature == null || signature.isEmpty()) {
            throw ExchangeErrors.missing("signature");
        }
        if (!caller.key().verifies(claim.payload(), signature)) {
            throw ExchangeErrors.invalidSignature();
        }
    }

    private static long timestamp(Parameters parameters) {
        String text = parameters.text("timestamp");
        if (text == null || text.isEmpty()) {
            throw ExchangeErrors.missing("timestamp");
        }
        if (!TIMESTAMP.matcher(text).matches()) {
            throw ExchangeErrors.illegalCharacters("timestamp", "^[0-9]{1,20}$");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw ExchangeErrors.overflow("timestamp");
        }
    }

    private static BigDecimal window(Parameters parameters) {
        String text = parameters.text("recvWindow");
        if (text == null) {
            return DEFAULT_WINDOW;
        }
        if (text.isEmpty()) {
            throw ExchangeErrors.emptyParameter("recvWindow");
        }
        if (!RECV_WINDOW.matcher(text).matches()) {
            throw ExchangeErrors.illegalCharacters("recvWindow", "^" + RECV_WINDOW.pattern() + "$");
        }
        BigDecimal window = new BigDecimal(text);
        if (window.scale() > 3) {
            throw ExchangeErrors.tooPrecise("recvWindow");
        }
        if (window.compareTo(WIDEST_WINDOW) > 0) {
            throw ExchangeErrors.badRecvWindow();
        }
        return window;
    }

    private static void refuseStale(long timestamp, BigDecimal window, long nowMicros) {
        long sent = timestamp < SMALLEST_IN_MICROS ? timestamp * 1000 : timestamp;
        if (sent >= nowMicros + AHEAD_MICROS) {
            throw ExchangeErrors.timestampAhead();
        }
        if (nowMicros - sent > window.movePointRight(3).longValueExact()) {
            throw ExchangeErrors.timestampOutsideWindow();
        }
    }

    /** Whether a key can log on. */
    static void refuseLogOn(Caller caller) {
        if (caller.key().type() != KeyType.ED25519) {
            throw ExchangeErrors.rejectedKey();
        }
    }
}
