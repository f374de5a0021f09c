/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.stream.MarketStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * Connections that come, lag, are replaced and die at random bring one truth: whatever happens, it is delivered once and in order, and
 * what is missing is told.
 */
class HandoverPropertyTest {

    private static final int STEPS = 400;

    @Property
    void tradesHaveNoRepetitionAndNoGapThatIsNotTold(@ForAll long seed, @ForAll boolean withLosses) {
        Run<?> run = new Run<>(MarketStream.trades("BTCUSDT"), Events::trade, event -> event.id(), 1, seed, withLosses);
        run.go();
        run.assertIncreasing();
        run.assertGapsTold();
        if (!withLosses) {
            run.assertComplete();
        }
    }

    @Property
    void bookTickersHaveNoRepetitionAndNoneIsMissingWithoutALoss(@ForAll long seed, @ForAll boolean withLosses) {
        Run<?> run = new Run<>(
                MarketStream.bookTicker("BTCUSDT"), Events::bookTicker, event -> event.updateId(), 7, seed, withLosses);
        run.go();
        run.assertIncreasing();
        if (withLosses) {
            run.assertLossesTold();
        } else {
            run.assertComplete();
        }
    }

    /** One connection: it was subscribed to when the truth had come so far, and has brought it so far. */
    private static final class Wire<T> {

        final Source<T> source;
        int at;
        boolean released;

        Wire(Source<T> source, int at) {
            this.source = source;
            this.at = at;
        }
    }

    private static final class Run<T> implements Handover.Target<T> {

        private final Random random;
        private final boolean withLosses;
        private final LongFunction<T> make;
        private final ToLongFunction<T> number;
        private final int step;
        private final Handover<T> handover;
        private final List<Long> truth = new ArrayList<>();
        private final List<Wire<T>> wires = new ArrayList<>();
        private final List<Object> told = new ArrayList<>(); // numbers and gaps
        private long connections;

        private record Bounds(
                @Nullable Long lastId, @Nullable Long nextId) {}

        Run(
                MarketStream<T> stream,
                LongFunction<T> make,
                ToLongFunction<T> number,
                int step,
                long seed,
                boolean withLosses) {
            this.random = new Random(seed);
            this.withLosses = withLosses;
            this.make = make;
            this.number = number;
            this.step = step;
            this.handover = new Handover<>(stream, 1000, () -> 0, this);
        }

        void go() {
            connect();
            for (int i = 0; i < STEPS; i++) {
                switch (random.nextInt(withLosses ? 7 : 6)) {
                    case 0, 1 -> grow();
                    case 2, 3 -> bring(any(), 1 + random.nextInt(5));
                    case 4 -> rotate();
                    case 5 -> retireOldest();
                    default -> lose();
                }
            }
            settle();
        }

        private Wire<T> any() {
            return wires.get(random.nextInt(wires.size()));
        }

        private void connect() {
            Wire<T> wire = new Wire<>(handover.open(++connections), truth.size());
            wires.add(wire);
            handover.subscribed(wire.source);
        }

        private void grow() {
            for (int i = random.nextInt(6); i > 0; i--) {
                truth.add((truth.isEmpty() ? 0 : truth.get(truth.size() - 1)) + 1 + random.nextInt(step));
            }
        }

        private void bring(Wire<T> wire, int most) {
            for (int i = 0; i < most && wire.at < truth.size(); i++) {
                handover.event(wire.source, make.apply(truth.get(wire.at++)));
            }
        }

        private void rotate() {
            if (wires.size() == 1) {
                connect();
            }
        }

        /** As a supply does it: the one that was replaced is closed once it is released, or has brought all. */
        private void retireOldest() {
            if (wires.size() > 1) {
                Wire<T> oldest = wires.get(0);
                if (!oldest.released) {
                    bring(oldest, Integer.MAX_VALUE);
                }
                wires.remove(oldest);
                handover.closed(oldest.source, true, "rotated");
            }
        }

        private void lose() {
            Wire<T> lost = any();
            wires.remove(lost);
            handover.closed(lost.source, lost.released, "reset");
            if (wires.isEmpty()) {
                grow();
                connect();
            }
        }

        private void settle() {
            grow();
            wires.forEach(wire -> bring(wire, Integer.MAX_VALUE));
            while (wires.size() > 1) {
                retireOldest();
            }
        }

        private List<Long> numbers() {
            return told.stream()
                    .filter(Long.class::isInstance)
                    .map(Long.class::cast)
                    .toList();
        }

        void assertIncreasing() {
            List<Long> numbers = numbers();
            for (int i = 1; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).isGreaterThan(numbers.get(i - 1));
            }
        }

        void assertComplete() {
            assertThat(told).isEqualTo(List.copyOf(truth));
        }

        /** Between neighbours that don't follow one another there is a gap with just these bounds, and nowhere else. */
        void assertGapsTold() {
            Long before = null;
            Bounds gap = null;
            for (Object item : told) {
                if (item instanceof Bounds bounds) {
                    assertThat(gap).isNull();
                    gap = bounds;
                    continue;
                }
                Long id = (Long) item;
                Bounds expected = before == null || id == before + 1 ? null : new Bounds(before, id);
                assertThat(before == null ? null : gap).isEqualTo(expected);
                before = id;
                gap = null;
            }
        }

        /** What is missing lies where a gap was told. */
        void assertLossesTold() {
            int next = 0;
            boolean gap = true; // the first connection begins wherever the truth is
            for (Object item : told) {
                if (item instanceof Bounds) {
                    gap = true;
                    continue;
                }
                int place = truth.indexOf(item);
                assertThat(place == next || gap).isTrue();
                next = place + 1;
                gap = false;
            }
        }

        @Override
        public void deliver(T event) {
            told.add(number.applyAsLong(event));
        }

        @Override
        public void gap(long from, @Nullable Long lastId, @Nullable Long nextId, String reason) {
            told.add(new Bounds(lastId, nextId));
        }

        @Override
        public void lost(String reason) {}

        @Override
        public void subscribed(boolean again) {}

        @Override
        public void released(long connection) {
            wires.stream()
                    .filter(wire -> wire.source.connection() == connection)
                    .forEach(wire -> wire.released = true);
        }

        @Override
        public void repeated() {}
    }
}
