/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.api.SpotApi;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A steady stream of {@code time} requests over one wire, a handful at once, each of them counted until its end. When too many
 * wait for their answers it skips a beat: a client refuses what goes beyond its bound, and to stay below is up to the caller.
 */
final class Traffic {

    private static final int MOST_IN_FLIGHT = 800;

    private final String wire;
    private final SpotApi api;
    private final int perTick;
    private final Duration tick;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Queue<Duration> answers = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Traffic(String wire, SpotApi api, int perSecond) {
        this.wire = wire;
        this.api = api;
        this.perTick = Math.max(1, perSecond / 25);
        this.tick = Duration.ofSeconds(1).multipliedBy(perTick).dividedBy(perSecond);
    }

    /**
     * What has happened so far.
     *
     * @param firstFailure the first error; null when there was none
     */
    record Report(
            String wire,
            long sent,
            long answered,
            long failed,
            Duration median,
            Duration slowest,
            @Nullable Throwable firstFailure) {

        long inFlight() {
            return sent - answered - failed;
        }
    }

    /** Sends until the other publisher ends, then waits for the requests that are still under way. */
    Mono<Void> until(Publisher<?> end) {
        return Flux.interval(tick)
                .takeUntilOther(end)
                .onBackpressureDrop()
                .flatMap(now -> handful(), MOST_IN_FLIGHT / perTick)
                .then();
    }

    private Flux<Duration> handful() {
        return Flux.range(0, perTick).flatMap(i -> one(), perTick);
    }

    private Mono<Duration> one() {
        return api.time()
                .doFirst(sent::incrementAndGet)
                .timed()
                .map(answer -> answer.elapsed())
                .doOnNext(answers::add)
                .onErrorResume(this::failed);
    }

    private Mono<Duration> failed(Throwable error) {
        failed.incrementAndGet();
        failure.compareAndSet(null, error);
        return Mono.empty();
    }

    Report report() {
        List<Duration> sorted = answers.stream().sorted().toList();
        Duration median = sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
        Duration slowest = sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() - 1);
        return new Report(wire, sent.get(), sorted.size(), failed.get(), median, slowest, failure.get());
    }
}
