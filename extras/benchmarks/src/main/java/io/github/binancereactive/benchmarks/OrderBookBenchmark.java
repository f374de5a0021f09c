/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.book.BookOptions;
import io.github.binancereactive.core.book.BookStep;
import io.github.binancereactive.core.book.BookSync;
import io.github.binancereactive.core.book.BookView;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Depth updates applied to a book, beside a plain one of two trees. Figures are for one update; {@code -prof gc} tells its bytes.
 * Recorded updates are those of the busiest symbol, again and again, with new numbers; synthetic ones have 20 levels a side near the
 * best of 5,000.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class OrderBookBenchmark {

    private DepthFeed feed = DepthFeed.synthetic();
    private BookSync sync = BookSync.of("", BookOptions.defaults());
    private final NavigableMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();

    /** Recorded ones need the folder {@code -Dconformance.dir}. */
    @Param("synthetic") // or recorded, which needs the folder of recordings
    public String updates = "";

    /** For the JMH runner. */
    public OrderBookBenchmark() {}

    /** Starts both books from the same snapshot. */
    @Setup
    public void start() {
        feed = updates.equals("recorded") ? DepthFeed.recorded() : DepthFeed.synthetic();
        sync = BookSync.of(feed.symbol(), BookOptions.defaults());
        sync.onSnapshot(feed.snapshot(), Integer.MAX_VALUE);
        set(bids, feed.snapshot().bids());
        set(asks, feed.snapshot().asks());
    }

    /**
     * Ours.
     *
     * @return what became of the update
     */
    @Benchmark
    public BookStep update() {
        BookStep step = sync.onUpdate(feed.next());
        if (step != BookStep.APPLIED) {
            throw new IllegalStateException("the feed has a gap, or crosses the book: " + step);
        }
        return step;
    }

    /**
     * Ours, with a reader who wants to see 20 levels after each update.
     *
     * @return what that reader sees
     */
    @Benchmark
    public Optional<BookView> updateAndView() {
        update();
        return sync.book().view(20);
    }

    /**
     * Two trees, as most do it.
     *
     * @return the number of levels
     */
    @Benchmark
    public int updateOfTrees() {
        DepthUpdate update = feed.next();
        set(bids, update.bids());
        set(asks, update.asks());
        return bids.size() + asks.size();
    }

    private static void set(NavigableMap<BigDecimal, BigDecimal> side, List<PriceLevel> levels) {
        for (PriceLevel level : levels) {
            if (level.quantity().signum() == 0) {
                side.remove(level.price());
            } else {
                side.put(level.price(), level.quantity());
            }
        }
    }
}
