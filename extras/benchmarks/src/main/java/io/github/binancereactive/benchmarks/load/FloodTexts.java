/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the frames of a flood say, by the name of the stream, in the documented shapes and in the combined form. */
final class FloodTexts {

    private static final int LEVELS = 20;
    private static final int BEST_BID = 6_431_200; // in ticks of 0.01
    private static final int TICKS_DEEP = 200;
    private static final double SHARE_REMOVED = 0.2;

    /** An event of diff depth has so many updates, the first one's number ending with 0. */
    private static final int UPDATES = 10;

    /** Of its own number it shows the last digits: so many. */
    private static final long NUMBERS = 10_000_000_000L;

    private FloodTexts() {}

    /** A text with places for digits, see {@link FloodFrame}. */
    static String text(String stream, Random random) {
        String symbol = stream.substring(0, stream.indexOf('@')).toUpperCase(Locale.ROOT);
        String data = switch (stream.substring(stream.indexOf('@') + 1)) {
            case "bookTicker" -> bookTicker(symbol);
            case "trade" -> trade(symbol);
            case "aggTrade" -> aggTrade(symbol);
            case "depth@100ms" -> diffDepth(symbol, random);
            case "depth20@100ms" -> partialDepth(random);
            default -> throw new IllegalArgumentException("no flood of " + stream);
        };
        return "{\"stream\":\"" + stream + "\",\"data\":" + data + "}";
    }

    /** Its events have no time; their number may have steps, and is one where they are paced. */
    static boolean numberedByTime(String stream) {
        return stream.endsWith("@bookTicker");
    }

    private static String bookTicker(String symbol) {
        return "{\"u\":################,\"s\":\"" + symbol + "\",\"b\":\"6%%%%.%%000000\",\"B\":\"%.%%%%%000\","
                + "\"a\":\"7%%%%.%%000000\",\"A\":\"1%.%%%%%000\"}";
    }

    private static String trade(String symbol) {
        return "{\"e\":\"trade\",\"E\":~~~~~~~~~~~~~~~~,\"s\":\"" + symbol + "\",\"t\":##########,"
                + "\"p\":\"6%%%%.%%000000\",\"q\":\"%.%%%%%000\",\"T\":~~~~~~~~~~~~~~~~,\"m\":true,\"M\":true}";
    }

    private static String aggTrade(String symbol) {
        return "{\"e\":\"aggTrade\",\"E\":~~~~~~~~~~~~~~~~,\"s\":\"" + symbol + "\",\"a\":##########,"
                + "\"p\":\"6%%%%.%%000000\",\"q\":\"%.%%%%%000\",\"f\":##########0,\"l\":##########9,"
                + "\"T\":~~~~~~~~~~~~~~~~,\"m\":true,\"M\":true}";
    }

    /** Ten updates of the book each, so that one begins where the one before has ended. */
    private static String diffDepth(String symbol, Random random) {
        return "{\"e\":\"depthUpdate\",\"E\":~~~~~~~~~~~~~~~~,\"s\":\"" + symbol + "\","
                + "\"U\":##########0,\"u\":##########9,"
                + "\"b\":" + changes(BEST_BID, -1, random) + ",\"a\":" + changes(BEST_BID + 1, 1, random) + "}";
    }

    /** How many events of a diff depth stream there have been until this update of its book. */
    static long eventsUntil(long updateId) {
        return (updateId + 1) / UPDATES - FloodFrames.FIRST % NUMBERS;
    }

    private static String changes(int best, int direction, Random random) {
        return random.ints(0, TICKS_DEEP)
                .distinct()
                .limit(LEVELS)
                .sorted()
                .mapToObj(ticks -> level(best + direction * ticks, random.nextDouble() < SHARE_REMOVED, random))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String partialDepth(Random random) {
        return "{\"lastUpdateId\":###########,\"bids\":" + book(BEST_BID, -1, LEVELS, random) + ",\"asks\":"
                + book(BEST_BID + 1, 1, LEVELS, random) + "}";
    }

    /**
     * A book, the answer to {@code depth}: its last update is in the middle of the event behind this one, so that it bridges, however
     * late the answer is.
     */
    static String snapshot(long number, Random random) {
        long lastUpdateId = (number + 1) % NUMBERS * UPDATES + UPDATES / 2;
        return "{\"lastUpdateId\":" + lastUpdateId + ",\"bids\":" + book(BEST_BID, -1, TICKS_DEEP, random)
                + ",\"asks\":" + book(BEST_BID + 1, 1, TICKS_DEEP, random) + "}";
    }

    private static String book(int best, int direction, int levels, Random random) {
        return IntStream.range(0, levels)
                .mapToObj(ticks -> level(best + direction * ticks, false, random))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String level(int price, boolean removed, Random random) {
        int quantity = removed ? 0 : 1 + random.nextInt(999_999);
        return String.format(
                Locale.ROOT,
                "[\"%d.%02d000000\",\"%d.%05d000\"]",
                price / 100,
                price % 100,
                quantity / 100_000,
                quantity % 100_000);
    }
}
