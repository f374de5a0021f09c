/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One connection in memory, seen from both ends: the client writes to it as a {@link SocketChannel}, the test plays the
 * server. Whatever happens runs as a task of its "event loop", one after the other on the thread that brings it.
 */
public final class InMemoryConnection implements SocketChannel {

    private final URI uri;
    private final SocketListener listener;

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Object loop = new Object();
    private Thread runner; // guarded by loop

    private final List<String> wire = new ArrayList<>(); // guarded by itself: all that the client sent, in order
    private final Queue<String> unflushed = new ArrayDeque<>(); // event loop only
    private Consumer<String> onText = text -> {};
    private volatile boolean writable = true;
    private volatile boolean answersClose = true;
    private volatile boolean open;
    private volatile boolean ended;
    private volatile Error writeError;
    private volatile boolean reads = true; // set by the event loop
    private final Queue<Runnable> unread = new ArrayDeque<>(); // event loop only: what the client doesn't read yet
    private final AtomicInteger flushes = new AtomicInteger();

    InMemoryConnection(URI uri, SocketListener listener) {
        this.uri = uri;
        this.listener = listener;
    }

    // --- the server's side ---

    public URI uri() {
        return uri;
    }

    /** Answers the upgrade. */
    public void accept() {
        execute(() -> {
            if (!ended) {
                open = true;
                listener.onOpen(this);
            }
        });
    }

    /** Ends the connection, or the attempt, for a reason. */
    public void fail(SocketClose close) {
        execute(() -> end(close));
    }

    /** Does this whenever the client sends a text. */
    public void onText(Consumer<String> behaviour) {
        onText = behaviour;
    }

    /** Whether the client reads. */
    public boolean isRead() {
        return reads;
    }

    /** Something that the client notices as soon as it reads. */
    private void arrive(Runnable something) {
        execute(() -> {
            if (reads) {
                something.run();
            } else {
                unread.add(something);
            }
        });
    }

    /** Sends texts that the client reads at one go. */
    public void send(String... texts) {
        arrive(() -> {
            for (String text : texts) {
                if (open) {
                    withBuffer(text, listener::onText);
                }
            }
            listener.onReadComplete();
        });
    }

    /** Sends one text in a buffer of the caller's choice, and releases it. */
    public void send(ByteBuf text) {
        arrive(() -> {
            try {
                listener.onText(text);
            } finally {
                text.release();
            }
            listener.onReadComplete();
        });
    }

    public void sendBinary(byte[] bytes) {
        arrive(() -> {
            listener.onBinary(Unpooled.wrappedBuffer(bytes));
            listener.onReadComplete();
        });
    }

    /** Sends a ping and texts that the client reads at one go, the ping last. */
    public void sendThenPing(String payload, String... texts) {
        arrive(() -> {
            for (String text : texts) {
                withBuffer(text, listener::onText);
            }
            withBuffer(payload, listener::onPing);
            listener.onReadComplete();
        });
    }

    public void ping(String payload) {
        sendThenPing(payload);
    }

    public void pong(byte[] payload) {
        execute(() -> {
            listener.onPong(Unpooled.wrappedBuffer(payload));
            listener.onReadComplete();
        });
    }

    /** Bytes arrive that make no whole message yet. */
    public void trickle() {
        execute(listener::onReadComplete);
    }

    /** The network stops taking bytes. */
    public void congest() {
        writable = false;
    }

    /** Writing fails from now on, as when there is no memory left for it. */
    public void failWrites(Error error) {
        writeError = error;
    }

    /** The network takes bytes again. */
    public void relieve() {
        execute(() -> {
            writable = true;
            listener.onWritable();
        });
    }

    /** The server doesn't take part in the closing handshake. */
    public void ignoreClose() {
        answersClose = false;
    }

    public boolean isOpen() {
        return open && !ended;
    }

    /** What the client sent: texts as they are, control frames as {@code PING}, {@code PONG payload}, {@code CLOSE code}. */
    public List<String> wire() {
        synchronized (wire) {
            return List.copyOf(wire);
        }
    }

    /** How many times the client flushed. */
    public int flushes() {
        return flushes.get();
    }

    /** The texts that the client sent. */
    public List<String> texts() {
        return wire().stream().filter(frame -> frame.startsWith("{")).toList();
    }

    // --- the client's side ---

    @Override
    public boolean inEventLoop() {
        synchronized (loop) {
            return runner == Thread.currentThread();
        }
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        synchronized (loop) {
            if (runner != null) {
                return;
            }
            runner = Thread.currentThread();
        }
        runTasks();
    }

    private void runTasks() {
        while (true) {
            Runnable next = tasks.poll();
            if (next != null) {
                next.run();
                continue;
            }
            synchronized (loop) {
                if (tasks.isEmpty()) {
                    runner = null;
                    return;
                }
            }
        }
    }

    @Override
    public boolean isWritable() {
        return writable;
    }

    @Override
    public void writeText(byte[] source, int length) {
        requireLoop();
        Error refusal = writeError;
        if (refusal != null) {
            throw refusal;
        }
        unflushed.add(new String(source, 0, length, StandardCharsets.UTF_8));
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes it.
    public void flush() {
        requireLoop();
        flushes.incrementAndGet();
        String text;
        while ((text = unflushed.poll()) != null) {
            record(text);
            String sent = text;
            // A server answers later, never within the client's write.
            tasks.add(() -> onText.accept(sent));
        }
    }

    @Override
    public void ping(byte[] payload) {
        requireLoop();
        record("PING");
        tasks.add(() -> onPing.accept(payload));
    }

    private Consumer<byte[]> onPing = payload -> {};

    /** Answers the client's pings. */
    public void answerPings() {
        onPing = this::pong;
    }

    @Override
    public void pong(ByteBuf payload) {
        requireLoop();
        record("PONG " + payload.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void read(boolean wanted) {
        requireLoop();
        reads = wanted;
        while (reads && !unread.isEmpty()) {
            Runnable next = unread.remove();
            tasks.add(next);
        }
    }

    @Override
    public void close(int code, String reason) {
        execute(() -> {
            record("CLOSE " + code);
            if (answersClose) {
                end(SocketClose.byServer(code));
            }
        });
    }

    @Override
    public void abort() {
        execute(() -> end(SocketClose.lost(null)));
    }

    private void end(SocketClose close) {
        if (!ended) {
            ended = true;
            listener.onClose(close);
        }
    }

    private void record(String frame) {
        synchronized (wire) {
            wire.add(frame);
        }
    }

    private void withBuffer(String text, Consumer<ByteBuf> action) {
        ByteBuf buffer = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
        try {
            action.accept(buffer);
        } finally {
            buffer.release();
        }
    }

    private void requireLoop() {
        if (!inEventLoop()) {
            throw new IllegalStateException("written outside the event loop");
        }
    }
}
