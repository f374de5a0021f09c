/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Takes one request and answers it bit by bit, when a test says so. */
final class PacedServer implements AutoCloseable {

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ServerSocket server;
    private final CompletableFuture<Socket> asked = new CompletableFuture<>();
    private final CompletableFuture<Void> left = new CompletableFuture<>();

    PacedServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "paced-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Sends text once there was a request. */
    PacedServer send(String text) {
        try {
            asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .getOutputStream()
                    .write(text.getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** Sends a head without a length: the end of the connection is the end of the body. */
    PacedServer begin(String body) {
        return send(OK + "\r\n" + body);
    }

    /** Ends the answer and the connection. */
    void end() throws IOException {
        asked.join().close();
    }

    /** Waits until the client has closed the connection. */
    void awaitLeft() throws Exception {
        left.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void serve() {
        try {
            Socket socket = server.accept();
            InputStream in = socket.getInputStream();
            for (int newlines = 0; newlines < 2; ) {
                int next = in.read();
                newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
            }
            asked.complete(socket);
            while (in.read() >= 0) {
                // Nothing more is to come but the end.
            }
            left.complete(null);
        } catch (IOException e) {
            left.complete(null);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (asked.isDone()) {
            asked.join().close();
        }
    }
}
