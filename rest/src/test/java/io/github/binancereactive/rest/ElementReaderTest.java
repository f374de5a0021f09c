/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.general.ServerTime;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
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

class ElementReaderTest {

    private static final ResultType<List<ServerTime>> TIMES = ResultType.listOf(ServerTime.class);

    private final List<ByteBuf> buffers = new ArrayList<>();
    private final Upstream upstream = new Upstream();
    private final Downstream downstream = new Downstream();
    private final Demand demand = new Demand();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Scheduler later = Schedulers.fromExecutor(tasks::add);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40, 1_000, 10_000})
    void handsOverAllElementsHoweverTheyAreCut(int size) {
        demand.add(Long.MAX_VALUE);
        ElementReader<ServerTime> reader = reader(later, downstream);
        String body = body(300);
        for (int at = 0; at < body.length(); at += size) {
            offer(reader, body.substring(at, Math.min(body.length(), at + size)));
        }
        reader.onComplete();

        assertThat(downstream.elements).hasSize(300);
        assertThat(downstream.end).isEqualTo("complete");
        assertThat(tasks).isEmpty();
        assertAllReleased();
    }

    @Test
    void handsOverNoMoreThanWasAskedFor() {
        ElementReader<ServerTime> reader = reader(later, downstream);
        offer(reader, body(5));
        reader.onComplete();
        assertThat(downstream.elements).isEmpty();
        assertThat(reader.isHeld()).isTrue();

        for (int i = 1; i <= 4; i++) {
            ask(reader, 1);
            assertThat(downstream.elements).hasSize(i);
            assertThat(downstream.end).isNull();
        }
        ask(reader, 1);
        assertThat(downstream.end).isEqualTo("complete");
        assertAllReleased();
    }

    @Test
    void needsNoDemandToSayThatThereIsNothing() {
        ElementReader<ServerTime> reader = reader(later, downstream);
        offer(reader, "[ ");
        offer(reader, "]");
        reader.onComplete();

        assertThat(downstream.end).isEqualTo("complete");
    }

    @Test
    void asksForPiecesNoFasterThanElementsAreTaken() {
        ElementReader<ServerTime> reader = reader(later, downstream);
        String element = "{\"serverTime\":1}";
        for (int i = 0; i < ElementReader.PREFETCH; i++) {
            offer(reader, (i == 0 ? "[" : ",") + element);
        }
        assertThat(upstream.requested).hasValue(ElementReader.PREFETCH);

        // An element is known to be one by the comma in the next piece, and one waits ahead of demand.
        ask(reader, ElementReader.PREFETCH / 2 - 3);
        assertThat(upstream.requested).hasValue(ElementReader.PREFETCH);
        ask(reader, 1);
        assertThat(upstream.requested).hasValue(ElementReader.PREFETCH * 3L / 2);
    }

    @Test
    void decodesOnlyALittleAhead() {
        ElementReader<ServerTime> reader = reader(later, downstream);
        // The damage is beyond what is decoded before anything is asked for.
        offer(reader, "[{\"serverTime\":1}," + " ".repeat(ElementReader.SLICE) + "damage,");

        assertThat(downstream.end).isNull();
        ask(reader, 1);
        assertThat(downstream.elements).hasSize(1);
        assertThat(downstream.end).isEqualTo("the answer could not be decoded");
        assertThat(upstream.cancelled).hasPositiveValue();
        assertAllReleased();
    }

    @Test
    void whatCameBeforeAnErrorIsHandedOverAsFarAsItIsAskedFor() {
        demand.add(2);
        ElementReader<ServerTime> reader = reader(later, downstream);
        offer(reader, "[{\"serverTime\":1},{\"serverTime\":2},{\"serverTime\":3},");
        assertThat(downstream.elements).hasSize(2);
        reader.onError(new IllegalStateException("lost"));

        assertThat(downstream.elements).hasSize(2);
        assertThat(downstream.end).isEqualTo("lost");
        assertAllReleased();
    }

    @Test
    void asksInTheMiddleOfAnElementAreServed() {
        Downstream eager = new Downstream();
        demand.add(1);
        ElementReader<ServerTime> reader = reader(later, eager);
        eager.onElement = () -> ask(reader, 1);
        offer(reader, body(3_000));
        reader.onComplete();

        assertThat(eager.elements).hasSize(3_000);
        assertThat(eager.deepest).isEqualTo(1);
        assertThat(eager.end).isEqualTo("complete");
    }

    @Test
    void aLargeAnswerIsDecodedElsewhere() {
        demand.add(Long.MAX_VALUE);
        ElementReader<ServerTime> reader = reader(later, downstream);
        String body = body(5_000);
        offer(reader, body.substring(0, AnswerReader.SMALL));
        int soFar = downstream.elements.size();
        assertThat(soFar).isPositive();
        offer(reader, body.substring(AnswerReader.SMALL));
        reader.onComplete();
        assertThat(downstream.elements).hasSize(soFar);

        runTasks();
        assertThat(downstream.elements).hasSize(5_000);
        assertThat(downstream.end).isEqualTo("complete");
        assertAllReleased();
    }

    @Test
    void endsWhenItsSchedulerIsGone() {
        Scheduler gone = Schedulers.newSingle("gone");
        gone.dispose();
        demand.add(Long.MAX_VALUE);
        ElementReader<ServerTime> reader = reader(gone, downstream);
        offer(reader, body(5_000));

        assertThat(downstream.end).isNotNull().isNotEqualTo("complete");
        assertAllReleased();
    }

    @Test
    void dropsEverythingOnceCancelled() {
        ElementReader<ServerTime> reader = reader(later, downstream);
        offer(reader, body(5));
        reader.cancel();
        offer(reader, body(5));
        ask(reader, 5);
        reader.onComplete();

        assertThat(downstream.elements).isEmpty();
        assertThat(downstream.end).isNull();
        assertAllReleased();
    }

    @Test
    void neitherLosesNorDoublesWhenDemandCancelAndPiecesMeet() {
        Scheduler threads = Schedulers.newParallel("decoding", 2);
        List<Downstream> racers = new ArrayList<>();
        String body = body(6_000);
        for (int i = 0; i < 200; i++) {
            Downstream racing = new Downstream();
            Demand own = new Demand();
            ElementReader<ServerTime> reader = new ElementReader<>(TIMES, config(threads), own, racing);
            reader.onSubscribe(new Upstream());
            boolean cancels = i % 2 == 0;
            RaceTestUtils.race(
                    () -> {
                        for (int at = 0; at < body.length(); at += 20_000) {
                            offer(reader, body.substring(at, Math.min(body.length(), at + 20_000)));
                        }
                        reader.onComplete();
                    },
                    () -> {
                        for (int asked = 0; asked < 6_000; asked += 500) {
                            own.add(500);
                            reader.wake();
                        }
                        if (cancels) {
                            reader.cancel();
                        }
                    });
            if (!cancels) {
                racers.add(racing);
            }
        }
        threads.disposeGracefully().block();
        assertThat(racers)
                .hasSize(100)
                .allMatch(racer -> racer.elements.size() == 6_000 && "complete".equals(racer.end));
        assertAllReleased();
    }

    private ElementReader<ServerTime> reader(Scheduler scheduler, Downstream target) {
        ElementReader<ServerTime> reader = new ElementReader<>(TIMES, config(scheduler), demand, target);
        reader.onSubscribe(upstream);
        return reader;
    }

    private static RestConfig config(Scheduler scheduler) {
        RestConfigDraft draft = RestConfig.of(BinanceEnvironment.LIVE).change();
        draft.decodeScheduler = scheduler;
        return draft.finish();
    }

    private void ask(ElementReader<ServerTime> reader, long n) {
        demand.add(n);
        reader.wake();
    }

    private void offer(ElementReader<ServerTime> reader, String text) {
        ByteBuf piece = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
        buffers.add(piece);
        reader.onNext(piece);
        piece.release();
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private void assertAllReleased() {
        assertThat(buffers).allMatch(buffer -> buffer.refCnt() == 0);
    }

    private static String body(int elements) {
        StringBuilder body = new StringBuilder("[");
        for (int i = 0; i < elements; i++) {
            body.append(i == 0 ? "" : ",").append("{\"serverTime\":").append(i).append('}');
        }
        return body.append(']').toString();
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

    private static final class Downstream extends BaseSubscriber<ServerTime> {

        private final List<ServerTime> elements = new ArrayList<>();
        private Runnable onElement = () -> {};
        private int depth;
        private int deepest;
        private volatile String end;

        @Override
        protected void hookOnNext(ServerTime value) {
            deepest = Math.max(deepest, ++depth);
            elements.add(value);
            onElement.run();
            depth--;
        }

        @Override
        protected void hookOnComplete() {
            end = "complete";
        }

        @Override
        protected void hookOnError(Throwable error) {
            end = String.valueOf(error.getMessage());
        }
    }
}
