/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.market.PriceLevels;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A snapshot, and updates without end: the same ones again and again, with new numbers. */
final class DepthFeed {

    private static final int SCALE = 8;
    private static final int LEVELS = 5_000;
    private static final int CHANGES = 20;
    private static final int UPDATES = 5_000;
    private static final long MIDDLE = 1_000_000;

    private static final String RECORDED = "recorded/books/2021-04/";
    private static final String BUSIEST = "VETETH";

    private final String symbol;
    private final Depth snapshot;
    private final List<DepthUpdate> updates;
    private long lastId;
    private int next;

    private DepthFeed(String symbol, Depth snapshot, List<DepthUpdate> updates) {
        this.symbol = symbol;
        this.snapshot = snapshot;
        this.updates = updates;
        this.lastId = snapshot.lastUpdateId();
    }

    String symbol() {
        return symbol;
    }

    Depth snapshot() {
        return snapshot;
    }

    /** Allocates the update itself, 48 bytes, and nothing else. */
    DepthUpdate next() {
        DepthUpdate update = updates.get(next);
        next = next + 1 == updates.size() ? 0 : next + 1;
        long first = ++lastId;
        return new DepthUpdate(update.eventTime(), symbol, first, first, update.bids(), update.asks());
    }

    static DepthFeed synthetic() {
        Random random = new Random(1);
        Depth snapshot = new Depth(1, side(-1), side(1));
        List<DepthUpdate> updates = IntStream.range(0, UPDATES)
                .mapToObj(i -> update(changes(random, -1), changes(random, 1)))
                .toList();
        return new DepthFeed("BTCUSDT", snapshot, updates);
    }

    private static PriceLevels side(int sign) {
        long[] numbers = new long[2 * LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            numbers[2 * i] = MIDDLE + sign * (i + 1L);
            numbers[2 * i + 1] = 1_000L + i;
        }
        return PriceLevels.ofUnscaled(numbers, SCALE, SCALE);
    }

    /** Mostly near the best, a third of them deletions. */
    private static PriceLevels changes(Random random, int sign) {
        long[] numbers = new long[2 * CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            long distance = (long) (Math.abs(random.nextGaussian()) * 100) % LEVELS;
            numbers[2 * i] = MIDDLE + sign * (distance + 1);
            numbers[2 * i + 1] = random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_000) + 1;
        }
        return PriceLevels.ofUnscaled(numbers, SCALE, SCALE);
    }

    private static DepthUpdate update(PriceLevels bids, PriceLevels asks) {
        return new DepthUpdate(Instant.EPOCH, "", 0, 0, bids, asks);
    }

    static DepthFeed recorded() {
        JsonNode body = lines("snapshots.jsonl.gz").stream()
                .filter(line -> line.get("url").asString().contains("symbol=" + BUSIEST + "&"))
                .findFirst()
                .orElseThrow()
                .get("body");
        long id = body.get("lastUpdateId").asLong();
        List<DepthUpdate> changes = lines("frames.jsonl.gz").stream()
                .map(line -> line.get("frame").get("data"))
                .filter(data -> data.path("e").asString("").equals("depthUpdate"))
                .filter(data -> data.get("s").asString().equals(BUSIEST)
                        && data.get("u").asLong() > id)
                .map(data -> update(levels(data.get("b")), levels(data.get("a"))))
                .toList();
        Depth snapshot = new Depth(id, levels(body.get("bids")), levels(body.get("asks")));
        List<DepthUpdate> updates = new ArrayList<>(changes);
        updates.add(update(
                back(snapshot.bids(), changes, DepthUpdate::bids), back(snapshot.asks(), changes, DepthUpdate::asks)));
        return new DepthFeed(BUSIEST, snapshot, updates);
    }

    /** What makes a side again what it was in the beginning: without it, the second round would cross the book. */
    private static PriceLevels back(
            List<PriceLevel> start, List<DepthUpdate> changes, Function<DepthUpdate, List<PriceLevel>> side) {
        Map<BigDecimal, BigDecimal> before = new HashMap<>();
        start.forEach(level -> before.put(level.price(), level.quantity()));
        long[] numbers = changes.stream()
                .flatMap(update -> side.apply(update).stream())
                .map(PriceLevel::price)
                .distinct()
                .flatMap(price -> Stream.of(price, before.getOrDefault(price, BigDecimal.ZERO)))
                .mapToLong(DepthFeed::unscaled)
                .toArray();
        return PriceLevels.ofUnscaled(numbers, SCALE, SCALE);
    }

    private static long unscaled(BigDecimal number) {
        return number.setScale(SCALE).unscaledValue().longValueExact();
    }

    private static PriceLevels levels(JsonNode side) {
        long[] numbers = side.valueStream()
                .flatMap(level -> level.valueStream().limit(2))
                .mapToLong(number -> unscaled(new BigDecimal(number.asString())))
                .toArray();
        return PriceLevels.ofUnscaled(numbers, SCALE, SCALE);
    }

    private static List<JsonNode> lines(String name) {
        JsonMapper mapper = new JsonMapper();
        Path file = Path.of(System.getProperty("conformance.dir", ""), RECORDED + name);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(mapper::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
