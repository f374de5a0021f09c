/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.stream.MarketStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Frames of one stream as the exchange sends them, hardly two the same.
 *
 * @param stream the stream
 * @param json its frames
 */
record StreamFrameSample(MarketStream<?> stream, List<byte[]> json) {

    static final int COUNT = 512;

    private static final int LEVELS = 20;
    private static final long TIME = 1_700_000_000_000L;
    private static final DrawnNumbers NUMBERS = new DrawnNumbers(7);

    static StreamFrameSample of(String family) {
        return switch (family) {
            case "bookTicker" -> sample(MarketStream.bookTicker("BTCUSDT"), StreamFrameSample::bookTicker);
            case "trade" -> sample(MarketStream.trades("BTCUSDT"), StreamFrameSample::trade);
            case "aggTrade" -> sample(MarketStream.aggTrades("BTCUSDT"), StreamFrameSample::aggTrade);
            case "partialDepth" ->
                sample(
                        MarketStream.partialDepth("BTCUSDT", LEVELS, DepthSpeed.EVERY_100_MS),
                        StreamFrameSample::partialDepth);
            case "depth" ->
                sample(MarketStream.diffDepth("BTCUSDT", DepthSpeed.EVERY_100_MS), StreamFrameSample::depth);
            default -> throw new IllegalArgumentException(family);
        };
    }

    private static StreamFrameSample sample(MarketStream<?> stream, IntFunction<String> data) {
        return new StreamFrameSample(
                stream,
                IntStream.range(0, COUNT)
                        .mapToObj(i -> "{\"stream\":\"" + stream.name() + "\",\"data\":{" + data.apply(i) + "}}")
                        .map(frame -> frame.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private static String bookTicker(int i) {
        return "\"u\":" + (40_090_021_700L + i) + ",\"s\":\"BTCUSDT\",\"b\":" + NUMBERS.price() + ",\"B\":"
                + NUMBERS.quantity() + ",\"a\":" + NUMBERS.price() + ",\"A\":" + NUMBERS.quantity();
    }

    private static String trade(int i) {
        return "\"e\":\"trade\",\"E\":" + (TIME + i) + ",\"s\":\"BTCUSDT\",\"t\":" + (3_123_456_789L + i) + traded(i);
    }

    private static String aggTrade(int i) {
        return "\"e\":\"aggTrade\",\"E\":" + (TIME + i) + ",\"s\":\"BTCUSDT\",\"a\":" + (2_123_456_789L + i) + ",\"f\":"
                + (3_123_456_789L + i) + ",\"l\":" + (3_123_456_790L + i) + traded(i);
    }

    private static String traded(int i) {
        return ",\"p\":" + NUMBERS.price() + ",\"q\":" + NUMBERS.quantity() + ",\"T\":" + (TIME + i - 1) + ",\"m\":"
                + (i % 3 == 0) + ",\"M\":true";
    }

    private static String partialDepth(int i) {
        return "\"lastUpdateId\":" + (40_090_021_700L + i) + ",\"bids\":" + levels() + ",\"asks\":" + levels();
    }

    private static String depth(int i) {
        return "\"e\":\"depthUpdate\",\"E\":" + (TIME + i) + ",\"s\":\"BTCUSDT\",\"U\":" + (40_090_021_700L + 50L * i)
                + ",\"u\":" + (40_090_021_749L + 50L * i) + ",\"b\":" + levels() + ",\"a\":" + levels();
    }

    private static String levels() {
        return Stream.generate(() -> "[" + NUMBERS.price() + "," + NUMBERS.quantity() + "]")
                .limit(LEVELS)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
