/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.limit.Usage;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map.Entry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What status line and headers say of an answer, before any of its body is read.
 *
 * @param status HTTP status
 * @param json false when the content type says that the body is something else
 * @param length of the body in bytes; -1 when only its end will tell
 * @param retryAfter when the exchange wants to hear from us again, by its own clock; null when it didn't say
 * @param usage what is used up of the exchange's limits
 */
record AnswerHead(
        int status, boolean json, long length, @Nullable Instant retryAfter, List<Usage> usage) {

    /** A {@code Retry-After} beyond this is no wait but a mistake: bans last three days at most. */
    private static final int MAX_DIGITS = 8;

    private static final String JSON = "application/json";
    private static final String USAGE = "x-mbx-";

    /**
     * Reads the headers.
     *
     * @param now tells the exchange's time
     */
    static AnswerHead of(int status, HttpHeaders headers, Supplier<Instant> now) {
        return new AnswerHead(
                status,
                isJson(headers.get(HttpHeaderNames.CONTENT_TYPE)),
                length(headers.get(HttpHeaderNames.CONTENT_LENGTH)),
                status < 400 ? null : retryAfter(headers.get(HttpHeaderNames.RETRY_AFTER), now),
                usage(headers));
    }

    private static List<Usage> usage(HttpHeaders headers) {
        List<Usage> found = new ArrayList<>(2);
        for (Iterator<Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence(); all.hasNext(); ) {
            Entry<CharSequence, CharSequence> header = all.next();
            if (isUsage(header.getKey())) {
                Usage usage = Usage.ofHeader(header.getKey(), header.getValue());
                if (usage != null) {
                    found.add(usage);
                }
            }
        }
        return found;
    }

    /** Spares all the other headers a closer look. */
    private static boolean isUsage(CharSequence name) {
        return name.length() > USAGE.length() && AsciiString.regionMatches(name, true, 0, USAGE, 0, USAGE.length());
    }

    /** Whether the exchange wants to hear nothing for a while. */
    boolean isLimit() {
        return status == 429 || status == 418;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /**
     * Why there is no point in reading the body.
     *
     * @return null when there is
     */
    @Nullable String refusal(long maxBodySize) {
        if (status < 200 || (status >= 300 && status < 400)) {
            // Where a redirect leads is not looked at: following one would send the request to a host that nobody
            // chose.
            return "unexpected status " + status;
        }
        if (isSuccess() && !json) {
            return "the answer is not JSON by its content type";
        }
        return isSuccess() && length > maxBodySize ? tooLarge(maxBodySize) : null;
    }

    static String tooLarge(long maxBodySize) {
        return "the answer is larger than " + maxBodySize + " bytes (maxBodySize)";
    }

    /** An answer without a content type gets the benefit of the doubt: its body will tell. */
    private static boolean isJson(@Nullable String contentType) {
        return contentType == null || contentType.regionMatches(true, 0, JSON, 0, JSON.length());
    }

    private static long length(@Nullable String value) {
        return value == null || !isNumber(value, 18) ? -1 : Long.parseLong(value);
    }

    private static @Nullable Instant retryAfter(@Nullable String seconds, Supplier<Instant> now) {
        return seconds == null || !isNumber(seconds, MAX_DIGITS)
                ? null
                : now.get().truncatedTo(ChronoUnit.MILLIS).plusSeconds(Long.parseLong(seconds));
    }

    private static boolean isNumber(String value, int maxDigits) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= maxDigits;
    }
}
