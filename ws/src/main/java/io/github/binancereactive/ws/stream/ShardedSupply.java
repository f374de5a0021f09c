/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.ws.session.SerialSteps;
import io.github.binancereactive.ws.session.SessionStatus;
import io.github.binancereactive.ws.session.WebSocketTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Brings streams over as many sessions as they need, each with as many streams as the exchange allows.
 *
 * <p>All changes are steps, one after the other, of whatever session. What is asked for is done together a moment later: so what
 * is asked for at once leaves as one message, and what is taken back at once doesn't leave at all.
 */
final class ShardedSupply implements StreamSupply, Disposable {

    private final MarketStreamOptions options;
    private final WebSocketTransport transport;
    private final SupplyCounters counters = new SupplyCounters();
    private final SerialSteps steps = new SerialSteps("stream connections");
    private final AtomicLong numbers = new AtomicLong(); // any thread
    private final Sinks.Many<MarketStreamEvent> events = Sinks.many().replay().limit(1); // written by steps

    private volatile List<Shard> shards = List.of(); // written by steps, read by any thread
    private volatile boolean disposed; // any thread

    private final Queue<Runnable> changes = new ArrayDeque<>(); // steps only
    private boolean changing; // whether they are about to be made; steps only
    private int sessions; // so far; steps only

    ShardedSupply(MarketStreamOptions options) {
        if (options.addresses().isEmpty()) {
            throw new IllegalArgumentException("the environment has no address for market data streams");
        }
        this.options = options;
        this.transport = options.openTransport();
    }

    // --- for all that belongs to it ---

    MarketStreamOptions options() {
        return options;
    }

    WebSocketTransport transport() {
        return transport;
    }

    SupplyCounters counters() {
        return counters;
    }

    SerialSteps steps() {
        return steps;
    }

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    long millis() {
        return options.scheduler().now(TimeUnit.MILLISECONDS);
    }

    /** A step after some time; a millisecond at least. */
    Disposable after(Duration delay, Runnable step) {
        try {
            return options.scheduler()
                    .schedule(() -> steps.run(step), Math.max(1, delay.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) { // whoever owns the scheduler has shut it down
            return Disposables.disposed();
        }
    }

    /** Makes a change together with others that come at about the same time, in their order. Any thread. */
    void change(Runnable change) {
        steps.run(() -> {
            changes.add(change);
            if (!changing) {
                changing = true;
                Disposable timer = after(options.batchWindow(), this::makeChanges);
                if (timer.isDisposed()) {
                    makeChanges();
                }
            }
        });
    }

    private void makeChanges() {
        changing = false;
        Runnable next;
        while ((next = changes.poll()) != null) {
            next.run();
        }
        shards.forEach(Shard::pump);
    }

    void publish(MarketStreamEvent event) {
        steps.run(() -> events.tryEmitNext(event));
    }

    // --- the supply; any thread ---

    @Override
    public <T> StreamLine open(StreamSink<T> sink, boolean exclusive) {
        SupplyLine<T> line = new SupplyLine<>(this, sink, options.codec().decoder(sink.stream()), exclusive);
        change(() -> place(line));
        return line;
    }

    private void place(SupplyLine<?> line) {
        if (disposed) {
            line.end(null);
        } else if (!line.isClosed()) {
            shardFor(line).add(line);
        }
    }

    private Shard shardFor(SupplyLine<?> line) {
        if (line.isExclusive()) {
            return newShard(true);
        }
        List<Shard> possible =
                shards.stream().filter(shard -> shard.takes(line)).toList();
        Optional<Shard> knowing =
                possible.stream().filter(shard -> shard.knows(line.name())).findFirst();
        return knowing.or(() -> possible.stream().min(Comparator.comparingInt(Shard::load)))
                .orElseGet(() -> newShard(false));
    }

    private Shard newShard(boolean exclusive) {
        Shard made = new Shard(this, ++sessions, exclusive);
        List<Shard> more = new ArrayList<>(shards);
        more.add(made);
        shards = List.copyOf(more);
        return made;
    }

    /** Steps only. */
    void close(Shard shard) {
        forget(shard);
        shard.session().dispose();
    }

    /** Steps only. */
    void forget(Shard shard) {
        shards = shards.stream().filter(each -> each != shard).toList();
    }

    @Override
    public Scheduler scheduler() {
        return options.scheduler();
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(millis());
    }

    // --- for the application; any thread ---

    Flux<MarketStreamEvent> events() {
        return events.asFlux();
    }

    List<MarketStreamConnection> connections() {
        return shards.stream().map(Shard::snapshot).toList();
    }

    MarketStreamStatistics statistics(long duplicates, long dropped) {
        List<MarketStreamConnection> all = connections();
        return counters.snapshot(
                (int) all.stream().filter(ShardedSupply::isInUse).count(),
                all.stream().mapToInt(MarketStreamConnection::streams).sum(),
                duplicates,
                dropped);
    }

    private static boolean isInUse(MarketStreamConnection connection) {
        SessionStatus status = connection.state().status();
        return status == SessionStatus.OPEN || status == SessionStatus.ROTATING;
    }

    Mono<Void> rotate() {
        return Flux.defer(() -> disposed
                        ? Flux.<Shard>error(new ClientClosedException("rotate", null))
                        : Flux.fromIterable(shards))
                .flatMap(this::rotate, Integer.MAX_VALUE)
                .then();
    }

    /** A session that is closed for want of streams needs no rotation. */
    private Mono<Void> rotate(Shard shard) {
        return shard.session()
                .rotate()
                .onErrorResume(
                        ClientClosedException.class,
                        closed -> disposed || closed.getCause() != null ? Mono.error(closed) : Mono.empty());
    }

    @Override
    public void dispose() {
        steps.run(() -> {
            if (disposed) {
                return;
            }
            disposed = true;
            makeChanges();
            shards.forEach(this::close);
            steps.run(events::tryEmitComplete);
        });
    }

    @Override
    public boolean isDisposed() {
        return disposed;
    }
}
