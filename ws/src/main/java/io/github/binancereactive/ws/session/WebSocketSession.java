/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ConnectionLostException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * A session that outlives its sockets: it keeps one in use, replaces it before the exchange cuts it off, and makes another
 * when it is lost, for ever, until it is disposed of or the exchange refuses it for good.
 *
 * <p>All changes are steps that run one after the other ({@link SerialSteps}), on whichever thread brings one; the fields
 * below belong to those steps, unless they say otherwise. No step blocks, and time comes from the scheduler alone.
 */
public final class WebSocketSession implements Disposable {

    private final String name;
    private final List<URI> uris;
    private final SessionOptions options;
    private final WebSocketTransport transport;
    private final SessionProtocol protocol;
    private final Scheduler scheduler;

    private final SerialSteps steps = new SerialSteps("a session");
    private final SessionJournal journal; // written by steps, read by any thread
    private final Sinks.Empty<Void> end = Sinks.empty();

    private volatile @Nullable SessionSocket active; // written by steps, read by any thread
    private volatile boolean started; // any thread

    private boolean ended;
    private @Nullable Throwable endCause;
    private long sockets;
    private ConnectionAttempts attempts = ConnectionAttempts.NONE;
    private @Nullable ConnectionAttempt attempt;
    private long activeSinceMillis;
    private final Disposable.Swap rotationTimer = Disposables.swap();
    private final Predecessors predecessors = new Predecessors();
    private final RotationWaiters rotationWaiters = new RotationWaiters();
    private final SessionSocket.Owner owner = new SocketReports();

    /**
     * A session that does nothing yet.
     *
     * @param name what logs call it
     * @param uris where it connects to, in order of preference; at least one
     * @param options how it looks after its sockets
     * @param transport opens sockets
     * @param protocol what it is used for
     * @param scheduler the only source of time
     */
    public WebSocketSession(
            String name,
            List<URI> uris,
            SessionOptions options,
            WebSocketTransport transport,
            SessionProtocol protocol,
            Scheduler scheduler) {
        if (uris.isEmpty()) {
            throw new IllegalArgumentException(name + ": the environment has no address for this");
        }
        this.name = name;
        this.uris = List.copyOf(uris);
        this.options = options;
        this.transport = transport;
        this.protocol = protocol;
        this.scheduler = scheduler;
        this.journal = new SessionJournal(name, scheduler);
    }

    /** Begins to connect, once; harmless when called again. Any thread. */
    public void start() {
        if (started) {
            return;
        }
        started = true;
        steps.run(() -> {
            if (!ended && active == null && attempt == null) {
                connect(Duration.ZERO, "first use");
            }
        });
    }

    /**
     * The socket to send new messages to. Any thread.
     *
     * @return null while there is none; {@link SessionProtocol#onActive} tells when there is
     */
    public @Nullable SessionSocket active() {
        return active;
    }

    /**
     * Where the session stands. Any thread.
     *
     * @return an immutable snapshot
     */
    public SessionState state() {
        return journal.state();
    }

    /**
     * What happens to the session: the latest event first, then all that follow, completed by {@link
     * SessionEvent.Type#CLOSED}. Events come on whatever thread brought them about, an event loop as a rule: don't block
     * there. A subscriber without demand keeps the events it has not taken.
     *
     * @return a hot stream for any number of subscribers
     */
    public Flux<SessionEvent> events() {
        return journal.events();
    }

    /**
     * Replaces the socket in use by a new one, as before the 24-hour cut-off. Joins a rotation that is under way; without a
     * socket in use it waits for the next.
     *
     * @return completes when the successor is in use; fails when the session ends before. Cold: each subscription asks.
     *     Cancelling stops waiting, not the rotation
     */
    public Mono<Void> rotate() {
        return Mono.create(sink -> {
            start();
            steps.run(() -> {
                if (ended) {
                    sink.error(new ClientClosedException("rotate", endCause));
                    return;
                }
                rotationWaiters.add(sink);
                sink.onDispose(() -> steps.run(() -> rotationWaiters.remove(sink)));
                beginRotation("requested", false);
            });
        });
    }

    /**
     * Replaces a socket if it is the one in use, as when its server says that it shuts down. Any thread.
     *
     * @param socket the socket that asks for it
     * @param reason why
     */
    public void rotate(SessionSocket socket, String reason) {
        steps.run(() -> {
            ConnectionAttempt underWay = attempt;
            if (!ended && socket == active) {
                beginRotation(reason, !lasted());
            } else if (underWay != null && underWay.socket == socket) {
                underWay.rotateOnceInUse = reason;
            }
        });
    }

    /**
     * Publishes something that the protocol wants known. Any thread.
     *
     * @param socket where it came from
     * @param reason what it is, without parameters or keys
     * @param cause what was thrown; null when nothing was
     */
    public void notice(SessionSocket socket, String reason, @Nullable Throwable cause) {
        steps.run(() -> {
            if (!ended) {
                publish(SessionEvent.Type.NOTICE, journal.status(), socket.number(), 0, reason, cause);
            }
        });
    }

    /**
     * Measures a round trip with a WebSocket ping frame of ours on the socket in use.
     *
     * @return the time until the pong; fails with a {@link ConnectionLostException} when there is no socket, when it is
     *     lost, or when no pong comes within the time to open a socket
     */
    public Mono<Duration> ping() {
        return Mono.defer(() -> {
            SessionSocket socket = active;
            if (socket == null) {
                return Mono.error(new ConnectionLostException("ping frame", "there is no connection", null));
            }
            Mono<Duration> late = Mono.error(() -> new ConnectionLostException("ping frame", "no pong in time", null));
            return socket.ping().timeout(options.openTimeout(), late, scheduler);
        });
    }

    /**
     * When the session has ended.
     *
     * @return completes after {@link #dispose()}, or when the exchange refused the session for good
     */
    public Mono<Void> onEnd() {
        return end.asMono();
    }

    /** Ends the session: closes its sockets and tells the protocol. Any thread; harmless when called again. */
    @Override
    public void dispose() {
        steps.run(() -> end(null));
    }

    @Override
    public boolean isDisposed() {
        return journal.status() == SessionStatus.CLOSED;
    }

    @Override
    public String toString() {
        return "WebSocketSession[" + name + ", " + journal.status() + "]";
    }

    // --- making a socket ---

    private void connect(Duration delay, String reason) {
        ConnectionAttempt begun = new ConnectionAttempt(attempts.next());
        attempt = begun;
        String wait = delay.isZero() ? "" : ", after " + delay.toMillis() + " ms";
        publish(SessionEvent.Type.CONNECTING, statusWithoutResult(), 0, begun.number, reason + wait, null);
        if (delay.isZero()) {
            open(begun);
        } else {
            begun.timer.update(after(delay, () -> open(begun)));
        }
    }

    private SessionStatus statusWithoutResult() {
        if (active != null) {
            return SessionStatus.ROTATING;
        }
        return sockets == 0 || journal.status() == SessionStatus.CONNECTING
                ? SessionStatus.CONNECTING
                : SessionStatus.RECONNECTING;
    }

    private void open(ConnectionAttempt begun) {
        if (begun != attempt) {
            return;
        }
        Duration wait = options.connectionLimit().acquire(journal.now());
        if (!wait.isZero()) {
            String reason = "waiting " + wait.toMillis() + " ms for the limit on connection attempts";
            publish(SessionEvent.Type.NOTICE, journal.status(), 0, begun.number, reason, null);
            begun.timer.update(after(wait, () -> open(begun)));
            return;
        }
        SessionSocket socket = new SessionSocket(++sockets, owner, scheduler, options.silenceTimeout());
        begun.socket = socket;
        begun.timer.update(after(
                options.openTimeout(),
                () -> socket.terminate(SocketClose.unreachable(new TimeoutException("not open in time")))));
        begun.work.update(transport.connect(uris.get(attempts.address() % uris.size()), socket));
    }

    private void prepare(SessionSocket socket) {
        ConnectionAttempt begun = attempt;
        if (begun == null || begun.socket != socket) {
            socket.terminate(SocketClose.byUs("given up"));
            return;
        }
        begun.opened = true;
        begun.timer.update(Disposables.disposed());
        begun.work.replace(Mono.defer(() -> protocol.prepare(socket))
                .timeout(options.prepareTimeout(), scheduler)
                .subscribe(
                        nothing -> {},
                        failure -> socket.terminate(SocketClose.unprepared(failure, journal.now())),
                        () -> steps.run(() -> use(socket))));
    }

    private void use(SessionSocket socket) {
        ConnectionAttempt begun = attempt;
        if (begun == null || begun.socket != socket) {
            return;
        }
        attempt = null;
        SessionSocket previous = active;
        active = socket;
        activeSinceMillis = scheduler.now(TimeUnit.MILLISECONDS);
        rotationTimer.update(after(rotationDelay(), () -> rotate(socket, "age")));
        SessionEvent.Type type = previous == null ? SessionEvent.Type.OPENED : SessionEvent.Type.ROTATED;
        if (previous != null) {
            drain(previous);
        }
        publish(type, SessionStatus.OPEN, socket.number(), begun.number, "in use", null);
        Callout.run("onActive", () -> protocol.onActive(socket));
        rotationWaiters.complete();
        if (begun.rotateOnceInUse != null) {
            rotate(socket, begun.rotateOnceInUse);
        }
    }

    private Duration rotationDelay() {
        long jitter = options.rotationJitter().toMillis();
        return options.rotationAge()
                .minusMillis(jitter == 0 ? 0 : options.random().nextLong(jitter + 1));
    }

    // --- replacing it ---

    /**
     * Makes a successor for the socket in use.
     *
     * @param premature whether the socket has to go although it was hardly used. Once that is bad luck; in a row it counts as
     *     failing to connect, or a server that is rid of every socket at once would cost us all attempts there are
     */
    private void beginRotation(String reason, boolean premature) {
        start();
        SessionSocket socket = active;
        if (socket == null || attempt != null) {
            return; // a new socket is being made anyway
        }
        Duration wait =
                premature && attempts.failures() > 0 ? options.backoff().before(attempts.failures()) : Duration.ZERO;
        if (premature) {
            attempts = attempts.failedLater();
        } else if (lasted()) {
            attempts = attempts.stable();
        }
        publish(SessionEvent.Type.ROTATION_STARTED, SessionStatus.ROTATING, socket.number(), 0, reason, null);
        connect(wait, "rotation");
    }

    private void drain(SessionSocket previous) {
        predecessors.add(previous, after(options.drainTimeout(), () -> {
            if (predecessors.contains(previous)) {
                previous.shutdown("still owed " + previous.owed() + " answers after " + options.drainTimeout());
            }
        }));
        previous.retire();
    }

    // --- losing one ---

    private void closed(SessionSocket socket, SocketClose close) {
        if (ended) {
            return;
        }
        ConnectionAttempt begun = attempt;
        if (begun != null && begun.socket == socket) {
            attemptFailed(begun, close);
        } else if (socket == active) {
            lost(socket, close);
        } else if (predecessors.remove(socket)) {
            publish(SessionEvent.Type.RETIRED, journal.status(), socket.number(), 0, close.toString(), close.cause());
            Callout.run("onLost", () -> protocol.onLost(socket, close));
        }
    }

    private void attemptFailed(ConnectionAttempt begun, SocketClose close) {
        begun.cancel();
        attempt = null;
        SessionSocket opened = begun.opened ? begun.socket : null;
        if (opened != null) {
            Callout.run("onLost", () -> protocol.onLost(opened, close));
        } else {
            Callout.run("onRefused", () -> protocol.onRefused(close));
        }
        ReconnectDecision decision = ReconnectDecision.after(close, attempts, false, options.backoff());
        SessionSocket inUse = active;
        if (decision instanceof ReconnectDecision.GiveUp giveUp && inUse == null) {
            end(giveUp.cause());
            return;
        }
        if (inUse != null) {
            publish(
                    SessionEvent.Type.ROTATION_FAILED,
                    SessionStatus.ROTATING,
                    inUse.number(),
                    begun.number,
                    close.toString(),
                    close.cause());
        }
        if (decision instanceof ReconnectDecision.Retry retry) {
            attempts = retry.attempts();
            connect(retry.delay(), close.toString());
        } else {
            // Refused for good, but the socket in use still works: keep it, and ask again now and then.
            attempts = attempts.failedToConnect();
            connect(options.backoff().before(attempts.failures()), close.toString());
        }
    }

    private void lost(SessionSocket socket, SocketClose close) {
        active = null;
        rotationTimer.update(Disposables.disposed());
        publish(
                SessionEvent.Type.LOST,
                SessionStatus.RECONNECTING,
                socket.number(),
                0,
                close.toString(),
                close.cause());
        Callout.run("onLost", () -> protocol.onLost(socket, close));
        // An attempt under way was to be its successor by rotation; now it is the reconnection.
        if (attempt == null
                && ReconnectDecision.after(close, attempts, lasted(), options.backoff())
                        instanceof ReconnectDecision.Retry retry) {
            attempts = retry.attempts();
            connect(retry.delay(), close.toString());
        }
    }

    private boolean lasted() {
        long age = scheduler.now(TimeUnit.MILLISECONDS) - activeSinceMillis;
        return age >= options.stableAfter().toMillis();
    }

    // --- the end ---

    private void end(@Nullable Throwable cause) {
        if (ended) {
            return;
        }
        ended = true;
        endCause = cause;
        SessionSocket last = active;
        active = null;
        rotationTimer.dispose();
        ConnectionAttempt underWay = attempt;
        attempt = null;
        if (underWay != null) {
            underWay.abandon();
        }
        Callout.run("onEnd", () -> protocol.onEnd(cause));
        if (last != null) {
            last.shutdown("session ended");
        }
        predecessors.shutdown("session ended");
        rotationWaiters.sessionEnded(cause);
        String reason = cause == null ? "disposed of" : "refused";
        publish(SessionEvent.Type.CLOSED, SessionStatus.CLOSED, 0, 0, reason, cause);
        journal.close();
        Callout.run("A subscriber of onEnd()", end::tryEmitEmpty);
    }

    // --- the one place where the state changes ---

    private void publish(
            SessionEvent.Type type,
            SessionStatus status,
            long connection,
            int attemptNumber,
            String reason,
            @Nullable Throwable cause) {
        SessionSocket inUse = active;
        ConnectionAttempt underWay = attempt;
        journal.enter(
                new SessionEvent(journal.now(), type, status, connection, attemptNumber, reason, cause),
                inUse == null ? 0 : inUse.number(),
                predecessors.count(),
                underWay == null ? 0 : underWay.number);
    }

    /** A millisecond at least: a shorter wait, cut to none, would spin. */
    private Disposable after(Duration delay, Runnable step) {
        return scheduler.schedule(() -> steps.run(step), Math.max(1, delay.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Brings what sockets report, on their event loops, into the order of the steps. */
    private final class SocketReports implements SessionSocket.Owner {

        @Override
        public SocketHandler opening(SessionSocket socket) {
            return protocol.open(socket);
        }

        @Override
        public void opened(SessionSocket socket) {
            steps.run(() -> prepare(socket));
        }

        @Override
        public void drained(SessionSocket socket) {
            steps.run(() -> {
                if (predecessors.contains(socket)) {
                    socket.shutdown("all answers received");
                }
            });
        }

        @Override
        public void closed(SessionSocket socket, SocketClose close) {
            steps.run(() -> WebSocketSession.this.closed(socket, close));
        }
    }
}
