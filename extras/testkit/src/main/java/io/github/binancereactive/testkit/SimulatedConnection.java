/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket connection that the simulator has accepted: what became of it, and the means to harm it. Thread-safe; what
 * it says may be a moment old.
 */
public final class SimulatedConnection {

    /** How a connection stands. */
    public enum State {
        /** It answers. */
        OPEN,
        /** It accepts bytes and sends none. */
        HALF_OPEN,
        /** It is gone. */
        CLOSED
    }

    private final int number;
    private final String uri;
    private final Instant openedAt;
    private final ConnectionHandler handler;
    private final Changes changes;
    // The event loop writes, tests read.
    private volatile State state = State.OPEN;
    private volatile @Nullable String closeReason;
    private volatile int pingsSent;
    private volatile int pongsReceived;
    private volatile int requests;
    private volatile long messages;
    private volatile int mostMessagesInASecond;
    private volatile List<String> subscriptions = List.of();

    SimulatedConnection(int number, String uri, Instant openedAt, ConnectionHandler handler, Changes changes) {
        this.number = number;
        this.uri = uri;
        this.openedAt = openedAt;
        this.handler = handler;
        this.changes = changes;
    }

    /**
     * The connection's number, the same as in {@link RecordedRequest#connection()}.
     *
     * @return counted from 1 over both wires
     */
    public int number() {
        return number;
    }

    /**
     * What the upgrade asked for.
     *
     * @return path and query
     */
    public String uri() {
        return uri;
    }

    /**
     * When the upgrade was accepted.
     *
     * @return on the simulator's clock
     */
    public Instant openedAt() {
        return openedAt;
    }

    /**
     * How it stands.
     *
     * @return the state
     */
    public State state() {
        return state;
    }

    /**
     * Why it was closed.
     *
     * @return null while it isn't; {@code "1001 lifetime"} and the like for a close frame sent, {@code "client 1000"} for
     *     one received, {@code "reset"}, or {@code "lost"} when the socket ended without a word
     */
    public @Nullable String closeReason() {
        return closeReason;
    }

    /**
     * Ping frames sent.
     *
     * @return how many
     */
    public int pingsSent() {
        return pingsSent;
    }

    /**
     * Pong frames received that had the payload of a ping sent.
     *
     * @return how many
     */
    public int pongsReceived() {
        return pongsReceived;
    }

    /**
     * Request frames received.
     *
     * @return how many, well-formed or not
     */
    public int requests() {
        return requests;
    }

    /**
     * Messages received, as the exchange counts them for its limit: text frames, pings and pongs.
     *
     * @return how many
     */
    public long messagesReceived() {
        return messages;
    }

    /**
     * The most messages that came within one second, whenever that second began: on a connection of the streams, where 5
     * are allowed, pongs included.
     *
     * @return how many; 0 on the WebSocket API, which has no such limit
     */
    public int mostMessagesInASecond() {
        return mostMessagesInASecond;
    }

    /**
     * The market data streams that it is subscribed to now.
     *
     * @return their names in the order subscribed to; empty on the WebSocket API and once the connection is closed
     */
    public List<String> subscriptions() {
        return subscriptions;
    }

    /**
     * What was sent to it and waits, because its client reads too slowly and the network holds no more: never much, and
     * never for long, on a connection whose client reads.
     *
     * @return bytes, with a little for each frame; 0 when nothing waits
     * @see ExchangeSimulatorBuilder#slowReaderLimit(long)
     */
    public long bytesWaiting() {
        return handler.bytesWaiting();
    }

    /** Resets it (TCP RST). */
    public void reset() {
        handler.onLoop(handler::reset);
    }

    /** Makes it accept bytes and send none from now on: no answers, no pings, no pongs. */
    public void halfOpen() {
        handler.onLoop(handler::halfOpen);
    }

    /**
     * Makes events come later than they happen, on this connection only: those of market data streams and those of
     * accounts. Answers come as ever.
     *
     * @param delay how much later on the simulator's clock, for events from now on; events never overtake each other
     */
    public void delayEvents(Duration delay) {
        handler.onLoop(() -> handler.events().delay(delay));
    }

    /**
     * Resets it (TCP RST) after some more events, of market data streams or of accounts.
     *
     * @param events how many from now on; what of them is still on its way is lost
     */
    public void resetAfterEvents(int events) {
        handler.onLoop(() -> handler.events().resetAfter(events));
    }

    /**
     * Closes it with a close frame.
     *
     * @param code the close code
     * @param reason the close reason
     */
    public void close(int code, String reason) {
        handler.onLoop(() -> handler.close(code, reason));
    }

    /**
     * Sends it a text frame that it didn't ask for.
     *
     * @param text the frame's text
     */
    public void send(String text) {
        handler.onLoop(() -> handler.sendText(text));
    }

    String ip() {
        return handler.ip();
    }

    /** Sends the {@code serverShutdown} event. */
    void announceShutdown() {
        handler.onLoop(handler::announceShutdown);
    }

    void markHalfOpen() {
        state = State.HALF_OPEN;
        changes.happened();
    }

    /** The first reason counts: what follows is its consequence. */
    void markReason(String reason) {
        if (closeReason == null) {
            closeReason = reason;
        }
    }

    void markClosed() {
        markReason("lost");
        state = State.CLOSED;
        changes.happened();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the event loop writes
    void countPing() {
        pingsSent++;
        changes.happened();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the event loop writes
    void countPong() {
        pongsReceived++;
        changes.happened();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the event loop writes
    void countRequest() {
        requests++;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the event loop writes
    void countMessage() {
        messages++;
    }

    void countMessage(int most) {
        mostMessagesInASecond = most;
        countMessage();
        changes.happened();
    }

    void subscribed(List<String> streams) {
        subscriptions = List.copyOf(streams);
    }

    @Override
    public String toString() {
        String reason = closeReason;
        return "#" + number + " " + uri + " " + state + (reason == null ? "" : " (" + reason + ")");
    }
}
