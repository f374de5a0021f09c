/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.general.RateLimitUsage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code "rateLimits":[{"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":6000,"count":70}]}. What
 * makes no sense is left out: the answer beside it is still good. Remembers the limits of the last frame, since the next one has
 * the same; for one thread.
 */
final class JsonRateLimits {

    private static final byte[] TYPE = JsonWriter.ascii("rateLimitType");
    private static final byte[] INTERVAL = JsonWriter.ascii("interval");
    private static final byte[] INTERVAL_NUM = JsonWriter.ascii("intervalNum");
    private static final byte[] LIMIT = JsonWriter.ascii("limit");
    private static final byte[] COUNT = JsonWriter.ascii("count");

    private static final RateLimitType[] TYPES = RateLimitType.values();
    private static final byte[][] TYPE_NAMES = names(TYPES);
    private static final RateLimitInterval[] INTERVALS = RateLimitInterval.values();
    private static final byte[][] INTERVAL_NAMES = names(INTERVALS);

    private static final int NONE = -1;
    private static final int USUAL_COUNT = 4;
    private static final int MOST_REMEMBERED = 16;

    private final List<RateLimit> remembered = new ArrayList<>();

    /** Reads the next value, whatever it is. */
    List<RateLimitUsage> read(JsonReader reader) {
        if (reader.peek() != '[') {
            reader.skipValue();
            return List.of();
        }
        List<RateLimitUsage> read = new ArrayList<>(USUAL_COUNT);
        reader.beginArray();
        while (reader.nextElement()) {
            if (reader.peek() == '{') {
                usage(reader, read);
            } else {
                reader.skipValue();
            }
        }
        return Collections.unmodifiableList(read);
    }

    private void usage(JsonReader reader, List<RateLimitUsage> target) {
        RateLimitType type = RateLimitType.UNKNOWN;
        RateLimitInterval interval = RateLimitInterval.UNKNOWN;
        int intervalNum = NONE;
        int limit = NONE;
        int count = NONE;
        reader.beginObject();
        while (reader.nextName()) {
            if (reader.nameIs(TYPE)) {
                type = constant(reader, TYPES, TYPE_NAMES, RateLimitType.UNKNOWN);
            } else if (reader.nameIs(INTERVAL)) {
                interval = constant(reader, INTERVALS, INTERVAL_NAMES, RateLimitInterval.UNKNOWN);
            } else if (reader.nameIs(INTERVAL_NUM)) {
                intervalNum = number(reader);
            } else if (reader.nameIs(LIMIT)) {
                limit = number(reader);
            } else if (reader.nameIs(COUNT)) {
                count = number(reader);
            } else {
                reader.skipValue();
            }
        }
        if (intervalNum > 0 && limit >= 0 && count >= 0) {
            target.add(new RateLimitUsage(limit(target.size(), type, interval, intervalNum, limit), count));
        }
    }

    private RateLimit limit(int at, RateLimitType type, RateLimitInterval interval, int intervalNum, int limit) {
        if (at < remembered.size()) {
            RateLimit last = remembered.get(at);
            if (last.rateLimitType() == type
                    && last.interval() == interval
                    && last.intervalNum() == intervalNum
                    && last.limit() == limit) {
                return last;
            }
        }
        RateLimit fresh = new RateLimit(type, interval, intervalNum, limit);
        if (at < remembered.size()) {
            remembered.set(at, fresh);
        } else if (at < MOST_REMEMBERED) {
            remembered.add(fresh);
        }
        return fresh;
    }

    private static <E> E constant(JsonReader reader, E[] constants, byte[][] names, E otherwise) {
        for (int i = 0; i < names.length; i++) {
            if (reader.stringIs(names[i])) {
                return constants[i];
            }
        }
        reader.skipValue();
        return otherwise;
    }

    private static int number(JsonReader reader) {
        int c = reader.peek();
        if (c < '0' || c > '9') {
            reader.skipValue();
            return NONE;
        }
        return (int) Math.min(Integer.MAX_VALUE, reader.wholeNumberOr(NONE));
    }

    private static byte[][] names(Enum<?>[] constants) {
        return Stream.of(constants).map(each -> JsonWriter.ascii(each.name())).toArray(byte[][]::new);
    }
}
