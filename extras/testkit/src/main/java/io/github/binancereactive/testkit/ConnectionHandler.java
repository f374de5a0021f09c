/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.TimestampUnit;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket connection, from upgrade to end: what those of the WebSocket API and those of the streams have in common.
 * All fields belong to the event loop; other threads come in by {@link #onLoop}.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends its connection; nobody waits for it
abstract class ConnectionHandler extends ChannelInboundHandlerAdapter {

    private static final int GOING_AWAY = 1001;
    private static final int UNSUPPORTED = 1003;
    static final int POLICY_VIOLATION = 1008;

    private final Simulation simulation;
    private final SocketGate socket;
    private final Upgrade upgrade;
    private final Map<String, String> headers;
    private final SimulatedConnection connection;
    private final FrameWriter frames;
    private final EventOutlet events;
    private final Queue<byte[]> heldBack = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext context;
    private @Nullable KeepAlive keepAlive;
    private @Nullable Backlog backlog;
    private boolean closing;

    @SuppressWarnings("this-escape") // the connection only keeps it
    ConnectionHandler(Simulation simulation, SocketGate socket, Upgrade upgrade) {
        this.simulation = simulation;
        this.socket = socket;
        this.upgrade = upgrade;
        headers = upgrade.message().headers();
        frames = new FrameWriter(simulation.exchange()::weightLimit);
        events = new EventOutlet(simulation.clock(), this::write, this::reset);
        connection = new SimulatedConnection(
                socket.number(),
                upgrade.message().head().uri(),
                simulation.clock().now(),
                this,
                simulation.changes());
    }

    /** The connection is open. */
    abstract void opened();

    /** The connection is gone. */
    abstract void closed();

    /** A message came in, of whichever kind; whether it is to be looked at. */
    abstract boolean admits();

    /** A text frame came in, on a connection that isn't closing. */
    abstract void request(ByteBuf content);

    /** Sends the {@code serverShutdown} event. */
    abstract void announceShutdown();

    Simulation simulation() {
        return simulation;
    }

    SocketGate socket() {
        return socket;
    }

    SimulatedConnection connection() {
        return connection;
    }

    FrameWriter frames() {
        return frames;
    }

    Map<String, String> headers() {
        return headers;
    }

    TimestampUnit unit() {
        return upgrade.unit();
    }

    String ip() {
        return socket.ip();
    }

    EventOutlet events() {
        return events;
    }

    /** Writes an event whose time has come. */
    abstract void writeEvent(byte[] event);

    private void write(byte[] event) {
        if (!closing) {
            writeEvent(event);
            if (backlog != null) {
                backlog.grown();
            }
        }
    }

    private void readsTooSlowly() {
        connection.markReason("slow reader");
        reset();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        simulation.outflow().changed(this, ctx.channel().isWritable());
        simulation.changes().happened();
        ctx.fireChannelWritabilityChanged();
    }

    boolean closing() {
        return closing;
    }

    /** Any thread. */
    long bytesWaiting() {
        ChannelOutboundBuffer waiting = context().channel().unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.totalPendingWriteBytes();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        frames.attach(ctx);
        backlog = new Backlog(ctx.channel(), simulation.settings().backlog(), this::readsTooSlowly);
        keepAlive = new KeepAlive(
                simulation,
                this::ping,
                () -> close(POLICY_VIOLATION, "Pong timeout"),
                () -> close(GOING_AWAY, "lifetime"));
        simulation.connections().add(connection);
        opened();
        simulation.changes().happened();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (keepAlive != null) {
            keepAlive.stop();
        }
        closed();
        events.close();
        simulation.outflow().changed(this, true);
        connection.markClosed();
        ctx.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object frame) {
        frames.reading(true);
        try {
            if (frame instanceof CloseWebSocketFrame close) {
                closedByClient(close);
            } else if (frame instanceof WebSocketFrame message && !closing && admits()) {
                message(ctx, message);
            }
        } finally {
            ReferenceCountUtil.release(frame);
        }
    }

    private void message(ChannelHandlerContext ctx, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            connection.countRequest();
            request(text.content());
        } else if (frame instanceof PingWebSocketFrame) {
            if (!simulation.faults().takeMissingPong()) {
                ctx.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
            }
        } else if (frame instanceof PongWebSocketFrame) {
            if (keepAlive != null && keepAlive.pong(frame.content().toString(StandardCharsets.UTF_8))) {
                connection.countPong();
            }
        } else if (frame instanceof BinaryWebSocketFrame) {
            close(UNSUPPORTED, "Text frames only");
        }
    }

    private void closedByClient(CloseWebSocketFrame close) {
        connection.markReason("client " + close.statusCode());
        closing = true;
        frames.closeAfter(close.retain());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        frames.reading(false);
        ctx.flush();
    }

    private void ping(String payload) {
        if (!closing) {
            frames.now(new PingWebSocketFrame(frames.buffer(payload.getBytes(StandardCharsets.US_ASCII))));
            connection.countPing();
        }
    }

    /** Sends an answer, and after it those that were held back for it. */
    void sendAnswer(byte[] answer) {
        if (closing) {
            return;
        }
        frames.text(answer);
        for (byte[] late = heldBack.poll(); late != null; late = heldBack.poll()) {
            frames.text(late);
        }
    }

    void holdBack(byte[] answer) {
        heldBack.add(answer);
    }

    void sendInPieces(byte[] answer, int pieces) {
        frames.pieces(answer, pieces);
    }

    void sendBinary(byte[] answer) {
        frames.binary(answer);
    }

    void sendBrokenOff(byte[] answer) {
        connection.markReason("truncated frame");
        closing = true;
        frames.brokenOff(answer);
    }

    void sendText(String text) {
        if (!closing) {
            frames.text(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Sends a close frame and waits for the peer's; a peer that sends none is cut off a second later, in real time. */
    void close(int code, String reason) {
        if (closing) {
            return;
        }
        closing = true;
        connection.markReason(code + (reason.isEmpty() ? "" : " " + reason));
        frames.now(new CloseWebSocketFrame(code, reason));
        context().executor().schedule((Runnable) socket::close, 1, TimeUnit.SECONDS);
    }

    void reset() {
        socket.reset();
    }

    void halfOpen() {
        socket.halfOpen();
    }

    /** A half-open connection is forgotten by its server: it neither pings nor notices that no pong comes. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == SocketGate.Event.HALF_OPEN) {
            if (keepAlive != null) {
                keepAlive.stop();
            }
            connection.markHalfOpen();
        } else if (event == SocketGate.Event.RESET) {
            connection.markReason("reset");
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    /** Runs on the event loop; when this returns it has run, unless the caller is a thread that must not block. */
    void onLoop(Runnable action) {
        ControlThread.run(context().channel().eventLoop(), action);
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
