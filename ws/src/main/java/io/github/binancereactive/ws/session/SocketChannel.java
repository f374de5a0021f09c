/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.netty.buffer.ByteBuf;

/**
 * An open connection, to write to. The writing methods are for the event loop only; the others for any thread.
 */
public interface SocketChannel {

    /**
     * Whether the caller is on the connection's event loop.
     *
     * @return true on the loop
     */
    boolean inEventLoop();

    /**
     * Runs a task on the event loop.
     *
     * @param task short, not blocking
     * @throws java.util.concurrent.RejectedExecutionException when the loop has ended
     */
    void execute(Runnable task);

    /**
     * Whether the network keeps up with what is written.
     *
     * @return false when writing should wait for {@link SocketListener#onWritable()}
     */
    boolean isWritable();

    /**
     * Writes a text message without flushing it. Event loop only.
     *
     * @param source holds its UTF-8 bytes; copied
     * @param length how many from the start of {@code source}
     */
    void writeText(byte[] source, int length);

    /** Sends what was written. Event loop only. */
    void flush();

    /**
     * Sends a ping at once. Event loop only.
     *
     * @param payload at most 125 bytes; copied
     */
    void ping(byte[] payload);

    /**
     * Sends a pong at once. Event loop only.
     *
     * @param payload what the ping carried; not released
     */
    void pong(ByteBuf payload);

    /**
     * Whether more is read from the network. While it isn't, the other side has to wait, and its pings aren't seen. What was read
     * before may still be handed over. Event loop only.
     *
     * @param wanted true to read on
     */
    void read(boolean wanted);

    /**
     * Begins the closing handshake. Any thread; the connection ends when the other side answers, or by {@link #abort()}.
     *
     * @param code WebSocket close code
     * @param reason at most 123 bytes
     */
    void close(int code, String reason);

    /** Closes the connection without a handshake. Any thread; harmless when it is closed already. */
    void abort();
}
