/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static io.github.binancereactive.core.book.BookAssertions.assertShows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.book.BookOptions;
import io.github.binancereactive.core.book.BookStatus.Reason;
import io.github.binancereactive.core.book.BookSync;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings recorded updates to a book, and loses, repeats, swaps and interrupts them at random; snapshots come late. */
final class FaultyWay {

    private static final int SHOWN = 50;

    private final List<DepthUpdate> sequence;
    private final List<Depth> truth;
    private final Map<Long, Depth> byId;
    private final Random random;
    private final BookSync sync;
    private final int limit;
    private final Deque<Depth> answers = new ArrayDeque<>();
    private int wasLive;

    FaultyWay(RecordedBook recorded, List<Depth> truth, int seed) {
        this(recorded, truth, seed, BookOptions.defaults(), Integer.MAX_VALUE);
    }

    FaultyWay(RecordedBook recorded, List<Depth> truth, int seed, BookOptions options, int limit) {
        this.sequence = recorded.sequence();
        this.truth = truth;
        this.byId = truth.stream().collect(Collectors.toMap(Depth::lastUpdateId, Function.identity()));
        this.random = new Random(seed);
        this.sync = BookSync.of(recorded.symbol(), options);
        this.limit = limit;
    }

    BookSync sync() {
        return sync;
    }

    Depth end() {
        return truth.get(truth.size() - 1);
    }

    void run() {
        List<DepthUpdate> held = new ArrayList<>();
        for (int i = 0; i < sequence.size(); i++) {
            snapshots(i);
            switch (random.nextInt(25)) {
                case 0 -> {} // lost
                case 1 -> bring(sequence.get(i), sequence.get(i));
                case 2 -> held.add(sequence.get(i));
                case 3 -> {
                    i += random.nextInt(5); // the connection is lost, and some updates with it
                    sync.suspend(Reason.CONNECTION_LOST);
                }
                default -> {
                    bring(sequence.get(i));
                    held.forEach(this::bring);
                    held.clear();
                }
            }
        }
        finish();
    }

    private void bring(DepthUpdate... updates) {
        for (DepthUpdate update : updates) {
            sync.onUpdate(update);
            check();
        }
    }

    /** The answer may be of some moments ago, and takes some time. */
    private void snapshots(int position) {
        if (!sync.wantsSnapshot()) {
            answers.clear();
        } else if (answers.isEmpty()) {
            answers.add(cut(truth.get(Math.max(0, position - random.nextInt(3)))));
        } else if (random.nextInt(3) == 0) {
            sync.onSnapshot(answers.remove(), limit);
            check();
        }
    }

    private Depth cut(Depth depth) {
        return new Depth(
                depth.lastUpdateId(),
                depth.bids().stream().limit(limit).toList(),
                depth.asks().stream().limit(limit).toList());
    }

    private void finish() {
        sync.refresh();
        sync.onSnapshot(cut(end()), limit);
        check();
        assertThat(sync.status().isLive()).isTrue();
        assertThat(sync.book().view(1).orElseThrow().lastUpdateId()).isEqualTo(end().lastUpdateId());
        assertThat(wasLive).isPositive();
    }

    private void check() {
        assertThat(sync.book().view(1).isPresent()).isEqualTo(sync.status().isLive());
        sync.book().view(SHOWN).ifPresent(view -> {
            wasLive++;
            assertShows(view, byId.get(view.lastUpdateId()));
        });
    }
}
