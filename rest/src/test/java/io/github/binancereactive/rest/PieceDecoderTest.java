/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.codec.ChunkedDecoder;
import io.github.binancereactive.core.codec.DecodingException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.util.RaceTestUtils;

class PieceDecoderTest {

    private final List<ByteBuf> buffers = new ArrayList<>();
    private final Upstream upstream = new Upstream();
    private final Downstream downstream = new Downstream();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Scheduler later = Schedulers.fromExecutor(tasks::add);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void decodesAllPiecesInOrder(boolean direct) {
        PieceDecoder<String> decoder = decoder(new Text(), later);
        for (String piece : List.of("some ", "", "and a longer one ", "and the end")) {
            decoder.offer(buffer(piece, direct));
        }
        runTasks();
        decoder.offer(buffer("!", direct));
        decoder.complete();
        runTasks();

        assertThat(downstream.signals).containsExactly("some and a longer one and the end!", "complete");
        assertThat(upstream.cancelled).hasValue(0);
        assertAllReleased();
    }

    @Test
    void asksForMoreAsItGoesOn() {
        PieceDecoder<String> decoder = decoder(new Text(), later);
        for (int i = 0; i < PieceDecoder.PREFETCH; i++) {
            decoder.offer(buffer("x", false));
        }
        assertThat(upstream.requested).hasValue(0);
        runTasks();

        assertThat(upstream.requested).hasValue(PieceDecoder.PREFETCH);
        assertAllReleased();
    }

    @Test
    void dropsWhatIsQueuedWhenTheConnectionFails() {
        PieceDecoder<String> decoder = decoder(new Text(), later);
        decoder.offer(buffer("queued", true));
        decoder.fail(new IllegalStateException("lost"));
        runTasks();
        decoder.offer(buffer("late", true));
        runTasks();

        assertThat(downstream.signals).containsExactly("lost");
        assertAllReleased();
    }

    @Test
    void stopsAtTheFirstPieceThatIsWrong() {
        PieceDecoder<String> decoder = decoder(new Text(), later);
        decoder.offer(buffer("bad", true));
        decoder.offer(buffer("good", true));
        decoder.complete();
        runTasks();

        assertThat(downstream.signals).containsExactly("the answer could not be decoded");
        assertThat(upstream.cancelled).hasValue(1);
        assertAllReleased();
    }

    @Test
    void dropsEverythingOnceCancelled() {
        PieceDecoder<String> decoder = decoder(new Text(), Schedulers.immediate());
        decoder.cancel();
        decoder.offer(buffer("late", true));
        decoder.complete();

        assertThat(downstream.signals).isEmpty();
        assertAllReleased();
    }

    @Test
    void endsWhenItsSchedulerIsGone() {
        Scheduler gone = Schedulers.newSingle("gone");
        gone.dispose();
        PieceDecoder<String> decoder = decoder(new Text(), gone);
        decoder.offer(buffer("first", true));
        decoder.offer(buffer("second", true));

        assertThat(downstream.signals).hasSize(1);
        assertAllReleased();
    }

    @Test
    void releasesEachPieceOnceWhoeverWins() {
        Scheduler threads = Schedulers.newParallel("decoding", 2);
        List<Downstream> racers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Downstream racing = new Downstream();
            PieceDecoder<String> decoder = new PieceDecoder<>(new Text(), threads, new Upstream(), racing);
            List<ByteBuf> pieces = List.of(buffer("a", true), buffer("b", true), buffer("c", true));
            RaceTestUtils.race(
                    () -> {
                        pieces.forEach(decoder::offer);
                        decoder.complete();
                    },
                    decoder::cancel);
            racers.add(racing);
        }
        // What was still to be done is done when no thread has a task any more.
        threads.disposeGracefully().block();
        assertThat(racers).allMatch(racer -> racer.signals.isEmpty() || racer.signals.size() == 2);
        assertAllReleased();
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private PieceDecoder<String> decoder(ChunkedDecoder<String> text, Scheduler scheduler) {
        return new PieceDecoder<>(text, scheduler, upstream, downstream);
    }

    private ByteBuf buffer(String text, boolean direct) {
        ByteBuf heap = Unpooled.copiedBuffer("#" + text, StandardCharsets.UTF_8);
        ByteBuf buffer = direct ? Unpooled.directBuffer().writeBytes(heap) : heap.copy();
        heap.release();
        buffers.add(buffer);
        return buffer.skipBytes(1);
    }

    private void assertAllReleased() {
        assertThat(buffers).allMatch(buffer -> buffer.refCnt() == 0);
    }

    /** Decodes text that isn't bad. */
    private static final class Text implements ChunkedDecoder<String> {

        private final ByteArrayOutputStream all = new ByteArrayOutputStream();

        @Override
        public void feed(byte[] source, int offset, int length) {
            all.write(source, offset, length);
            if (all.toString(StandardCharsets.UTF_8).contains("bad")) {
                throw new DecodingException("bad", null);
            }
        }

        @Override
        public String finish() {
            return all.toString(StandardCharsets.UTF_8);
        }
    }

    private static final class Upstream implements Subscription {

        private final AtomicLong requested = new AtomicLong();
        private final AtomicInteger cancelled = new AtomicInteger();

        @Override
        public void request(long n) {
            requested.addAndGet(n);
        }

        @Override
        public void cancel() {
            cancelled.incrementAndGet();
        }
    }

    private static final class Downstream extends BaseSubscriber<String> {

        private final List<String> signals = new ArrayList<>();

        @Override
        protected void hookOnNext(String value) {
            signals.add(value);
        }

        @Override
        protected void hookOnComplete() {
            signals.add("complete");
        }

        @Override
        protected void hookOnError(Throwable error) {
            signals.add(String.valueOf(error.getMessage()));
        }
    }
}
