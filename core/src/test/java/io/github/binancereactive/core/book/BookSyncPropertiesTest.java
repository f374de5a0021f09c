/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import static io.github.binancereactive.core.book.BookAssertions.assertSame;
import static io.github.binancereactive.core.book.BookAssertions.assertShows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.book.BookStatus.Reason;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever the exchange's book does, and whatever happens to the updates on their way: a live book is right. */
class BookSyncPropertiesTest {

    enum Kind {
        CHANGE,
        CHANGE_UNHEARD,
        HEARD_TWICE,
        HEARD_LATE,
        SNAPSHOT,
        OLD_SNAPSHOT,
        SUSPEND,
        REFRESH
    }

    record Step(Kind kind, List<Integer> changes, int scale) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(40, Kind.CHANGE),
                Tuple.of(1, Kind.CHANGE_UNHEARD),
                Tuple.of(2, Kind.HEARD_TWICE),
                Tuple.of(2, Kind.HEARD_LATE),
                Tuple.of(8, Kind.SNAPSHOT),
                Tuple.of(2, Kind.OLD_SNAPSHOT),
                Tuple.of(1, Kind.SUSPEND),
                Tuple.of(1, Kind.REFRESH));
        Arbitrary<List<Integer>> changes =
                Arbitraries.integers().between(0, 9_999).list().ofMaxSize(6);
        return Combinators.combine(kinds, changes, Arbitraries.integers().between(0, 3))
                .as(Step::new)
                .list()
                .ofMaxSize(200);
    }

    @Property
    void aLiveBookIsRight(@ForAll("steps") List<Step> steps) {
        Run run = new Run(BookOptions.defaults().withMinLevels(1).withBufferSize(5), Integer.MAX_VALUE);
        steps.forEach(run::take);
        run.finish();
        Depth held = run.sync.book().held().orElseThrow();
        Depth truth = run.exchange.depth(Integer.MAX_VALUE);
        assertSame(held.bids(), truth.bids());
        assertSame(held.asks(), truth.asks());
    }

    @Property
    void aLiveBookFromSnapshotsThatAreCutOffIsRight(@ForAll("steps") List<Step> steps) {
        Run run = new Run(BookOptions.defaults().withMinLevels(2), 5);
        steps.forEach(run::take);
        run.finish();
    }

    @Property
    void aLiveBookThatIsBoundedIsRight(@ForAll("steps") List<Step> steps) {
        Run run = new Run(BookOptions.defaults().withMinLevels(3).withMaxLevels(6), 1000);
        steps.forEach(run::take);
        run.finish();
        assertThat(run.sync.book().held().orElseThrow().bids()).hasSizeLessThanOrEqualTo(6 + 16);
    }

    private static final class Run {

        final ReferenceBook exchange = new ReferenceBook();
        final BookSync sync;
        private final int limit;
        private final Map<Long, Depth> history = new HashMap<>();
        private final List<DepthUpdate> late = new ArrayList<>();
        private Depth oldSnapshot;

        Run(BookOptions options, int limit) {
            this.sync = BookSync.of(Books.SYMBOL, options);
            this.limit = limit;
            this.oldSnapshot = exchange.depth(limit);
            history.put(0L, exchange.depth(Integer.MAX_VALUE));
        }

        void take(Step step) {
            switch (step.kind()) {
                case CHANGE -> hear(change(step));
                case CHANGE_UNHEARD -> change(step);
                case HEARD_TWICE -> {
                    DepthUpdate update = change(step);
                    hear(update);
                    hear(update);
                }
                case HEARD_LATE -> late.add(change(step));
                case SNAPSHOT -> {
                    oldSnapshot = exchange.depth(limit);
                    snapshot(oldSnapshot);
                }
                case OLD_SNAPSHOT -> snapshot(oldSnapshot);
                case SUSPEND -> sync.suspend(Reason.CONNECTION_LOST);
                case REFRESH -> sync.refresh();
            }
            check();
        }

        private void hear(DepthUpdate update) {
            sync.onUpdate(update);
            check();
            late.forEach(sync::onUpdate);
            late.clear();
        }

        private void snapshot(Depth snapshot) {
            if (sync.wantsSnapshot()) {
                sync.onSnapshot(snapshot, limit);
            }
        }

        void finish() {
            for (int i = 0; i < 3 && !upToDate(); i++) {
                sync.refresh();
                snapshot(exchange.depth(limit));
                check();
            }
            assertThat(upToDate()).isTrue();
        }

        private boolean upToDate() {
            return sync.book()
                    .view(1)
                    .filter(view -> view.lastUpdateId() == exchange.lastUpdateId())
                    .isPresent();
        }

        private void check() {
            sync.book().view(1000).ifPresent(view -> {
                assertShows(view, history.get(view.lastUpdateId()));
                assertThat(view.isCrossed()).isFalse();
                assertThat(sync.status().isLive()).isTrue();
            });
        }

        /** Prices from 0 to 99: those below the best ask, or above the best bid, can be set; a small number deletes. */
        private DepthUpdate change(Step step) {
            List<PriceLevel> bids = new ArrayList<>();
            List<PriceLevel> asks = new ArrayList<>();
            int middle =
                    30 + step.changes().stream().mapToInt(Integer::intValue).sum() % 40;
            clear(exchange.depth(1000).bids(), middle, 1, bids);
            clear(exchange.depth(1000).asks(), middle, -1, asks);
            for (int change : step.changes()) {
                int price = change / 100;
                int quantity = change % 100 < 40 ? 0 : change % 100;
                (price < middle ? bids : asks).add(level(price, quantity, step.scale()));
            }
            long first = exchange.lastUpdateId() + 1;
            DepthUpdate update = Books.update(first, first + bids.size() + asks.size(), bids, asks);
            exchange.apply(update);
            history.put(exchange.lastUpdateId(), exchange.depth(Integer.MAX_VALUE));
            return update;
        }

        private static void clear(List<PriceLevel> side, int middle, int sign, List<PriceLevel> changes) {
            side.stream()
                    .filter(level -> level.price().compareTo(BigDecimal.valueOf(middle)) * sign >= 0)
                    .forEach(level -> changes.add(new PriceLevel(level.price(), BigDecimal.ZERO)));
        }

        private static PriceLevel level(int price, int quantity, int scale) {
            return new PriceLevel(
                    BigDecimal.valueOf(price).setScale(scale),
                    BigDecimal.valueOf(quantity).setScale(3 - scale));
        }
    }
}
