/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.ws.session.SessionSocket;
import io.github.binancereactive.ws.session.SocketClose;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.MonoSink;

/**
 * One connection and the lines that it brings. For steps only, unless said otherwise.
 *
 * <p>Its life: <em>in preparation</em>, until all lines that the shard had when it opened are acknowledged; <em>in use</em>; and
 * <em>replaced</em>, when it still brings what it brings and is asked for nothing more, until nobody needs it.
 */
final class StreamConnection implements ControlChannel.Owner, StreamReader.Control {

    private static final String SUBSCRIBE = "SUBSCRIBE";
    private static final int REFUSED = 400; // errors on streams come without a status

    private final Shard shard;
    private final ShardedSupply supply;
    private final SessionSocket socket;
    private final long number;
    private final FeedDirectory directory = new FeedDirectory();
    private final StreamReader reader;
    private final ControlChannel control;

    private final Map<String, Subscription<?>> subscriptions = new LinkedHashMap<>();
    private final Set<String> awaited = new HashSet<>(); // before it can be used
    private @Nullable MonoSink<Void> preparation; // until it can
    private boolean replaced;
    private boolean paused;
    private final Disposable.Swap overlap = Disposables.swap();

    /** A new connection, kept open beyond its replacement. On the socket's event loop. */
    StreamConnection(Shard shard, ShardedSupply supply, SessionSocket socket) {
        this.shard = shard;
        this.supply = supply;
        this.socket = socket;
        this.number = supply.nextNumber();
        this.reader = new StreamReader(this, socket, directory, supply);
        this.control = new ControlChannel(this, socket, supply);
        socket.hold();
    }

    SessionSocket socket() {
        return socket;
    }

    StreamReader reader() {
        return reader;
    }

    // --- what is wanted ---

    void prepare(Iterable<SupplyLine<?>> lines, MonoSink<Void> sink) {
        preparation = sink;
        lines.forEach(line -> {
            add(line);
            awaited.add(line.name());
        });
        awaited.retainAll(subscriptions.keySet());
        control.pump();
        readyIfNothingIsAwaited();
    }

    void add(SupplyLine<?> line) {
        if (replaced) {
            return;
        }
        if (subscribe(line, number)) {
            control.want(line.name());
        }
    }

    private boolean subscribe(SupplyLine<?> line, long as) {
        Subscription<?> subscription = line.subscription(as);
        if (subscription == null) {
            return false;
        }
        subscriptions.put(line.name(), subscription);
        directory.put(subscription);
        return true;
    }

    void remove(SupplyLine<?> line) {
        Subscription<?> subscription = subscriptions.remove(line.name());
        if (subscription == null) {
            return;
        }
        subscription.mute();
        if (replaced) {
            finishIfNobodyNeedsIt();
            return;
        }
        control.unwant(line.name());
        notAwaited(line.name());
    }

    void renew(SupplyLine<?> line) {
        control.renew(line.name());
    }

    void pump() {
        control.pump();
    }

    /** Whether the exchange may still count this stream here, although nobody wants it. */
    boolean knows(String name) {
        return !replaced && control.knows(name);
    }

    boolean brings(SupplyLine<?> line) {
        Subscription<?> subscription = subscriptions.get(line.name());
        return subscription != null && subscription.isConfirmed();
    }

    void pause(boolean wanted) {
        if (wanted == paused || preparation != null) {
            return; // what is in preparation has to hear of it
        }
        paused = wanted;
        if (wanted) {
            socket.pauseReading();
        } else {
            socket.resumeReading();
        }
    }

    // --- being ready ---

    private void notAwaited(String name) {
        if (awaited.remove(name)) {
            readyIfNothingIsAwaited();
        }
    }

    private void readyIfNothingIsAwaited() {
        MonoSink<Void> ready = preparation;
        if (ready != null && awaited.isEmpty()) {
            preparation = null;
            ready.success();
        }
    }

    @Override
    public void confirmed(String name) {
        Subscription<?> subscription = subscriptions.get(name);
        if (subscription == null) {
            return;
        }
        subscription.confirm();
        reader.run(subscription::onSubscribed);
        notAwaited(name);
    }

    @Override
    public void refused(String name, ErrorBody error) {
        Subscription<?> subscription = subscriptions.remove(name);
        if (subscription == null) {
            return;
        }
        supply.counters().refused.increment();
        subscription.mute();
        shard.refused(subscription.line(), new RejectedException(SUBSCRIBE, REFUSED, error.code(), error.message()));
        notAwaited(name);
    }

    @Override
    public void notice(ErrorBody error) {
        shard.session()
                .notice(
                        socket,
                        "an error that answers nothing",
                        new RejectedException("stream", REFUSED, error.code(), error.message()));
    }

    @Override
    public boolean isRead() {
        return !paused;
    }

    @Override
    public void failed(String reason) {
        MonoSink<Void> ready = preparation;
        if (ready != null) {
            preparation = null;
            ready.error(new ConnectionLostException(SUBSCRIBE, reason, null));
        } else {
            shard.session().rotate(socket, reason);
        }
    }

    // --- being replaced, and lost ---

    /** A successor is in use. */
    void replace() {
        if (!replaced) {
            replaced = true;
            control.close();
            overlap();
        }
    }

    boolean isReplaced() {
        return replaced;
    }

    /** The overlap begins anew when reading goes on: what wasn't read was not overlapped. */
    void overlap() {
        if (replaced && !paused) {
            overlap.update(supply.after(supply.options().overlap(), this::finish));
            finishIfNobodyNeedsIt();
        }
    }

    void suspendOverlap() {
        if (replaced) {
            overlap.update(Disposables.disposed());
        }
    }

    void released(SupplyLine<?> line, long feed) {
        Subscription<?> subscription = subscriptions.get(line.name());
        if (subscription != null && subscription.number() == feed) {
            subscription.release();
            finishIfNobodyNeedsIt();
        }
    }

    private void finishIfNobodyNeedsIt() {
        if (replaced && subscriptions.values().stream().allMatch(Subscription::isReleased)) {
            finish();
        }
    }

    private void finish() {
        if (overlap.isDisposed()) {
            return;
        }
        overlap.dispose();
        close(line -> shard.bringsElsewhere(line, this), "replaced by another connection");
        socket.settled();
    }

    /** The socket is gone. */
    void lost(SocketClose why) {
        overlap.dispose();
        control.close();
        preparation = null;
        boolean missesNothing = isReadToItsEnd(why);
        close(line -> missesNothing && shard.bringsElsewhere(line, this), why.toString());
    }

    /**
     * A connection that was silent has not brought what came while its successor wasn't there yet; nor has one that wasn't read for
     * so long, now and then at least, that we have cut it off.
     */
    private boolean isReadToItsEnd(SocketClose why) {
        return !paused && why.kind() != SocketClose.Kind.SILENT && why.kind() != SocketClose.Kind.CLOSED_BY_US;
    }

    private void close(Predicate<SupplyLine<?>> planned, String reason) {
        List<Subscription<?>> closing = new ArrayList<>(subscriptions.values());
        subscriptions.clear();
        for (Subscription<?> each : closing) {
            boolean missesNothing = planned.test(each.line());
            reader.run(() -> each.onClosed(missesNothing, reason));
        }
    }

    /** Whoever had been content with a successor that didn't come to be in use needs this one again. */
    void restoreReleased() {
        for (Subscription<?> each : List.copyOf(subscriptions.values())) {
            if (each.isReleased() && each.isConfirmed()) {
                each.mute();
                if (subscribe(each.line(), supply.nextNumber())) {
                    confirmed(each.line().name());
                }
            }
        }
    }

    /** The lines have ended; nobody is told anything more. */
    void end() {
        overlap.dispose();
        control.close();
        subscriptions.values().forEach(Subscription::mute);
        subscriptions.clear();
    }

    // --- what frames say; where frames are decoded ---

    @Override
    public void answered(long id, @Nullable List<String> listed) {
        supply.steps().run(() -> control.answered(id, listed));
    }

    @Override
    public void refused(long id, ErrorBody error) {
        supply.steps().run(() -> control.refused(id, error));
    }

    @Override
    public void serverShutdown() {
        shard.session().rotate(socket, "serverShutdown");
    }

    @Override
    public void undecodable(Throwable failure) {
        shard.session().notice(socket, "a frame that could not be read", failure);
    }

    @Override
    public void pongLeft() {
        supply.steps().run(control::pongLeft);
    }
}
