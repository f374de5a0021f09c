/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that does nothing by itself: no pong, no close, so that a test sees each byte and decides. */
final class RawWebSocket implements AutoCloseable {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final String statusLine;

    RawWebSocket(ExchangeSimulator simulator) throws IOException {
        this(simulator, "");
    }

    RawWebSocket(ExchangeSimulator simulator, String query) throws IOException {
        this(simulator, "/ws-api/v3" + query, "Upgrade: websocket\r\nConnection: Upgrade\r\n");
    }

    RawWebSocket(ExchangeSimulator simulator, String target, String upgrade) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port());
        socket.setSoTimeout(10_000);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        out.write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + upgrade
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        statusLine = line();
        while (!line().isEmpty()) {
            // The other headers of the answer.
        }
    }

    /** A connection to the streams, at {@code /ws} or {@code /stream} and what follows. */
    static RawWebSocket streams(ExchangeSimulator simulator, String target) throws IOException {
        return new RawWebSocket(simulator, target, "Upgrade: websocket\r\nConnection: Upgrade\r\n");
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(int opcode, boolean last, byte[] payload) {

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return ByteBuffer.wrap(payload).getShort();
        }

        String closeReason() {
            return new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        }
    }

    int status() {
        return Integer.parseInt(statusLine.substring(9, 12));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    RawWebSocket send(String text) throws IOException {
        return send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    RawWebSocket send(int opcode, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length <= 0xFFFF) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        // A mask of zeros is a mask.
        frame.putInt(0).put(payload);
        out.write(frame.array(), 0, frame.position());
        return this;
    }

    Frame frame() throws IOException {
        int first = in.readUnsignedByte();
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        return new Frame(first & 0x0F, (first & 0x80) != 0, in.readNBytes((int) length));
    }

    /** The next frame's text. */
    String text() throws IOException {
        return frame().text();
    }

    /** Sends a request with this id and returns the text of the frame that comes next. */
    String ask(String id, String method) throws IOException {
        return send("{\"id\":" + id + ",\"method\":\"" + method + "\"}").text();
    }

    /** Reads until the end: true when it is a plain end, false when it is a reset. */
    boolean endsCleanly() throws IOException {
        try {
            while (in.read() >= 0) {
                // What was still on its way.
            }
            return true;
        } catch (java.net.SocketException reset) {
            return false;
        }
    }

    void readTimeout(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
