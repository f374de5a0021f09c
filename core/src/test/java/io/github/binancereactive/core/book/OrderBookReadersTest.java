/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.market.PriceLevels;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Readers on other threads while a book changes, grows, changes its scale, and is discarded. */
class OrderBookReadersTest {

    private static final int UPDATES = 60_000;
    private static final int LEVELS = 40;

    private final BookSync sync = BookSync.of(Books.SYMBOL, BookOptions.defaults());
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void whatTheySeeIsTheBookBetweenTwoUpdates() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Long>> readers = List.of(() -> read(5), () -> read(LEVELS), this::readAll);
            List<Future<Long>> running = readers.stream().map(threads::submit).toList();
            write();
            over.set(true);
            for (Future<Long> reader : running) {
                assertThat(reader.get(10, TimeUnit.SECONDS)).isNotNegative();
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    /** After update {@code n}, all quantities are {@code n}, and there is one level in common with the update's number. */
    private void write() {
        for (int id = 1; id <= UPDATES; id++) {
            if (id % 1000 == 1) {
                sync.restart(BookStatus.Reason.GAP);
                sync.onSnapshot(Books.snapshot(id - 1, side(100, -1, id - 1, 0), side(101, 1, id - 1, 0)), 5000);
            }
            int scale = id % 1000 < 500 ? 0 : 2;
            sync.onUpdate(Books.update(id, id, side(100, -1, id, scale), side(101, 1, id, scale)));
        }
    }

    private static PriceLevels side(int start, int step, int id, int scale) {
        long[] numbers = new long[2 * LEVELS];
        long factor = scale == 0 ? 1 : 100;
        for (int i = 0; i < LEVELS; i++) {
            numbers[2 * i] = (start + (long) step * i) * factor;
            numbers[2 * i + 1] = i < 3 || (id + i) % 3 != 0 ? (id + 1) * factor : 0; // levels come and go
        }
        return PriceLevels.ofUnscaled(numbers, scale, scale);
    }

    private long read(int levels) {
        long seen = 0;
        while (!over.get()) {
            Optional<BookView> view = sync.book().view(levels);
            if (view.isPresent()) {
                check(view.get().lastUpdateId(), view.get().bids().levels());
                check(view.get().lastUpdateId(), view.get().asks().levels());
                assertThat(view.get().isCrossed()).isFalse();
                assertThat(view.get().lastUpdateId()).isGreaterThanOrEqualTo(seen);
                seen = view.get().lastUpdateId();
            }
        }
        return seen;
    }

    private long readAll() {
        while (!over.get()) {
            sync.book().held().ifPresent(depth -> check(depth.lastUpdateId(), (PriceLevels) depth.bids()));
        }
        return 0;
    }

    private static void check(long id, PriceLevels levels) {
        assertThat(levels.size()).isBetween(3, LEVELS);
        for (int i = 0; i < levels.size(); i++) {
            BigDecimal quantity = levels.get(i).quantity();
            assertThat(quantity).isEqualByComparingTo(BigDecimal.valueOf(id + 1));
        }
    }
}
