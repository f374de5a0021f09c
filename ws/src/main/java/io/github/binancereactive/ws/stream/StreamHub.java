/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.codec.EventDecoder;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.ws.session.SerialSteps;
import io.github.binancereactive.ws.stream.StreamHubs.Settings;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import io.github.binancereactive.ws.stream.StreamSignal.Lost;
import io.github.binancereactive.ws.stream.StreamSignal.Stale;
import io.github.binancereactive.ws.stream.StreamSignal.Subscribed;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * One stream and those who share it. All that happens is a step, one at a time ({@link SerialSteps}), and all fields belong to steps.
 * From its first subscriber to its end it has one line; then it is forgotten, and who comes later gets another hub.
 */
final class StreamHub<T> implements StreamSink<T>, Handover.Target<T> {
    private final StreamHubs hubs;
    private final MarketStream<T> stream;
    private final boolean exclusive;
    private final SerialSteps steps = new SerialSteps("a stream");
    private final Handover<T> handover;
    private final Branches<T> branches;
    private final Silence silence;

    private @Nullable StreamLine line;
    private @Nullable Disposable grace;
    private long received; // events, repetitions included
    private boolean paused;
    private boolean ended;

    StreamHub(StreamHubs hubs, MarketStream<T> stream, boolean exclusive) {
        this.hubs = hubs;
        this.stream = stream;
        this.exclusive = exclusive;
        this.handover = new Handover<>(stream, hubs.settings().heldAtHandover(), hubs::millis, this);
        this.branches = new Branches<>(this);
        this.silence = new Silence(hubs.millis());
    }

    StreamHubs hubs() {
        return hubs;
    }

    /** Runs this in a step, now or after the one that is running. */
    void run(Runnable step) {
        steps.run(step);
    }

    // --- subscribers; any thread ---

    void join(StreamSubscription<T> subscription) {
        run(() -> joinNow(subscription));
    }

    void leave(StreamSubscription<T> subscription) {
        run(() -> leaveNow(subscription));
    }

    private void joinNow(StreamSubscription<T> subscription) {
        if (ended) {
            hubs.join(subscription);
            return;
        }
        if (!subscription.isOver()) {
            admit(subscription);
        }
        closeIfUnused();
    }

    private void admit(StreamSubscription<T> subscription) {
        stopGrace();
        branches.add(subscription);
        watchSilence();
        if (line == null) {
            open();
        } else if (handover.isSubscribed()) {
            subscription.signal(new Subscribed<>(hubs.now(), false));
        }
    }

    private void leaveNow(StreamSubscription<T> subscription) {
        if (branches.remove(subscription)) {
            subscription.left();
            watchSilence();
            closeIfUnused();
        }
    }

    private void open() {
        try {
            line = hubs.supply().open(this, exclusive);
        } catch (RuntimeException e) {
            end(subscription -> subscription.closed(e));
        }
    }

    /** The last one has left: another may come at once, and shouldn't cost the exchange anything. */
    private void closeIfUnused() {
        if (ended || !branches.isEmpty() || grace != null) {
            return;
        }
        long patience = Settings.millis(hubs.settings().unsubscribeGrace());
        if (line == null || exclusive || patience == 0) {
            close();
            return;
        }
        try {
            grace = hubs.supply().scheduler().schedule(() -> run(this::graceOver), patience, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            close();
        }
    }

    private void graceOver() {
        if (grace != null) {
            grace = null;
            close();
        }
    }

    private void stopGrace() {
        if (grace != null) {
            grace.dispose();
            grace = null;
        }
    }

    private void close() {
        StreamLine open = line;
        if (open != null) {
            // Before this hub is forgotten: who comes then opens a line of the same name, which would need another
            // connection.
            open.close();
        }
        end(subscription -> {});
    }

    private void end(Consumer<StreamSubscription<T>> how) {
        if (ended) {
            return;
        }
        ended = true;
        stopGrace();
        hubs.forget(stream, this);
        branches.end(how);
    }

    // --- the supply; any thread ---

    @Override
    public MarketStream<T> stream() {
        return stream;
    }

    @Override
    public Feed<T> feed(long connection, EventDecoder<T> decoder) {
        return HubFeed.open(this, connection, decoder);
    }

    @Override
    public void onRefused(Throwable refusal) {
        run(() -> end(subscription -> subscription.fail(own(refusal))));
    }

    @Override
    public void onEnd(@Nullable Throwable cause) {
        run(() -> end(subscription -> subscription.closed(cause)));
    }

    /** Each subscriber gets an exception of its own, so that what Reactor notes in one is no other's. */
    private static Throwable own(Throwable refusal) {
        return refusal instanceof RejectedException known
                ? new RejectedException(known.endpoint(), known.status(), known.code(), known.reason())
                : refusal;
    }

    // --- feeds; in steps, but for the beginning of onEvent ---

    void onEvent(HubFeed<T> feed, T event) {
        if (steps.begin()) {
            try {
                eventNow(feed, event);
            } finally {
                steps.done();
            }
        } else {
            steps.run(() -> eventNow(feed, event));
        }
    }

    private void eventNow(HubFeed<T> feed, T event) {
        if (!ended) {
            received++;
            handover.event(feed.source(), event);
        }
    }

    /** What a feed says of itself. */
    void happened(Consumer<Handover<T>> what) {
        run(() -> {
            if (!ended) {
                what.accept(handover);
            }
        });
    }

    // --- what the hand-over makes of it; in steps ---

    @Override
    public void deliver(T event) {
        branches.event(event);
    }

    @Override
    public void gap(long fromMillis, @Nullable Long lastId, @Nullable Long nextId, String reason) {
        Instant now = hubs.now();
        Instant from = now.minusMillis(hubs.millis() - fromMillis);
        branches.signal(new Gap<>(stream.name(), from, now, lastId, nextId, reason));
    }

    @Override
    public void lost(String reason) {
        branches.signal(new Lost<>(hubs.now(), reason));
    }

    @Override
    public void subscribed(boolean again) {
        silence.broken(hubs.millis());
        branches.signal(new Subscribed<>(hubs.now(), again));
    }

    @Override
    public void released(long connection) {
        withLine(open -> open.released(connection));
    }

    @Override
    public void repeated() {
        hubs.countDuplicate();
    }

    // --- reading; in steps ---

    void pauseReading() {
        paused = true;
        withLine(StreamLine::pauseReading);
    }

    void resumeReading() {
        paused = false;
        silence.broken(hubs.millis());
        withLine(StreamLine::resumeReading);
    }

    private void withLine(Consumer<StreamLine> what) {
        StreamLine open = line;
        if (open != null && !ended) {
            what.accept(open);
        }
    }

    // --- silence ---

    private void watchSilence() {
        long limit = branches.shortest(delivery -> Settings.millis(delivery.staleAfter()));
        silence.limit(limit, hubs.millis(), received);
        hubs.watch(this, silence.isLimited());
    }

    /** Now and then, while silence is limited. */
    void look() {
        run(this::lookNow);
    }

    private void lookNow() {
        if (ended || paused || !handover.isSubscribed()) {
            silence.broken(hubs.millis());
            return;
        }
        long lasted = silence.lasts(hubs.millis(), received);
        if (lasted > 0) {
            branches.signal(new Stale<>(hubs.now(), Duration.ofMillis(lasted)));
            handover.silent(silence.earliest());
            withLine(StreamLine::renew);
        }
    }
}
