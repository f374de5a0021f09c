/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;

/** Carries frames between a Netty channel and a listener. Everything here runs on the channel's event loop. */
final class FrameHandler extends ChannelDuplexHandler implements SocketChannel {

    static final String NAME = "binance-reactive.frames";
    static final String AGGREGATOR = "binance-reactive.aggregator";

    private static final Logger LOG = LoggerFactory.getLogger(FrameHandler.class);

    private final SocketListener listener;
    private final AtomicBoolean reported = new AtomicBoolean();
    private volatile @Nullable ChannelHandlerContext context; // set once by the event loop
    private final FrameBatch batch = new FrameBatch(); // event loop only
    private volatile boolean closeSent; // set by any thread
    private @Nullable SocketClose seen; // why the channel is about to become inactive; event loop only

    FrameHandler(SocketListener listener) {
        this.listener = listener;
    }

    /** Puts fragmented messages together, and refuses those that grow larger than allowed. */
    static ChannelHandler aggregator(int maxMessageBytes) {
        return new WebSocketFrameAggregator(maxMessageBytes) {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
                // Nearly all messages are in one piece. Within a fragmented one Netty's decoder of frames lets none of
                // these through.
                if (message instanceof TextWebSocketFrame frame && frame.isFinalFragment()) {
                    context.fireChannelRead(message);
                } else {
                    super.channelRead(context, message);
                }
            }
        };
    }

    /** The connection failed or ended outside the pipeline: before the upgrade, as a rule. */
    void failed(SocketClose close) {
        if (context == null) {
            report(close);
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        listener.onOpen(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        try {
            if (reported.get()) {
                return;
            }
            if (message instanceof TextWebSocketFrame frame) {
                listener.onText(frame.content());
            } else if (message instanceof BinaryWebSocketFrame frame) {
                listener.onBinary(frame.content());
            } else if (message instanceof WebSocketFrame frame) {
                control(from, frame);
            }
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            // A message that can't be handled must not stop those behind it.
            LOG.error("Handling a WebSocket message failed", e);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void control(ChannelHandlerContext from, WebSocketFrame frame) {
        if (frame instanceof PingWebSocketFrame) {
            listener.onPing(frame.content());
        } else if (frame instanceof PongWebSocketFrame) {
            listener.onPong(frame.content());
        } else if (frame instanceof CloseWebSocketFrame close) {
            closing(from, close);
        }
    }

    private void closing(ChannelHandlerContext from, CloseWebSocketFrame close) {
        SocketClose why = SocketClose.byServer(close.statusCode() == -1 ? 1005 : close.statusCode());
        seen = why;
        if (closeSent) {
            from.close();
        } else {
            from.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
        }
        // Not only when the channel is inactive: what is written until then stands behind our echo, and nobody reads
        // it.
        report(why);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext from) {
        if (!reported.get()) {
            listener.onReadComplete();
        }
        from.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext from) {
        if (from.channel().isWritable() && !reported.get()) {
            listener.onWritable();
        }
        from.fireChannelWritabilityChanged();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
        if (seen == null) {
            boolean garbled = cause instanceof DecoderException
                    || cause instanceof TooLongFrameException
                    || cause instanceof CorruptedWebSocketFrameException;
            seen = garbled ? SocketClose.garbled(cause) : SocketClose.lost(cause);
        }
        from.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext from) {
        report(seen != null ? seen : SocketClose.lost(null));
        from.fireChannelInactive();
    }

    private void report(SocketClose close) {
        if (reported.compareAndSet(false, true)) {
            listener.onClose(close);
        }
    }

    // --- SocketChannel ---

    @Override
    public boolean inEventLoop() {
        return channel().eventLoop().inEventLoop();
    }

    @Override
    public void execute(Runnable task) {
        channel().eventLoop().execute(task);
    }

    @Override
    public boolean isWritable() {
        return channel().isWritable();
    }

    @Override
    public void writeText(byte[] source, int length) {
        ChannelHandlerContext to = context();
        if (batch.add(source, length, to.alloc())) {
            // Only what Netty has counts for whether it is writable.
            writeBatch(to);
        }
    }

    @Override
    public void flush() {
        ChannelHandlerContext to = context();
        writeBatch(to);
        to.flush();
    }

    /** Already encoded, so it passes Netty's encoder of frames untouched. */
    private void writeBatch(ChannelHandlerContext to) {
        ByteBuf frames = batch.take();
        if (frames != null) {
            to.write(frames, to.voidPromise());
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext from) {
        ReferenceCountUtil.release(batch.take());
    }

    @Override
    public void ping(byte[] payload) {
        ChannelHandlerContext to = context();
        to.writeAndFlush(new PingWebSocketFrame(Unpooled.copiedBuffer(payload)), to.voidPromise());
    }

    @Override
    public void pong(ByteBuf payload) {
        ChannelHandlerContext to = context();
        to.writeAndFlush(new PongWebSocketFrame(payload.retain()), to.voidPromise());
    }

    @Override
    public void read(boolean wanted) {
        channel().config().setAutoRead(wanted);
    }

    @Override
    public void close(int code, String reason) {
        closeSent = true;
        ChannelHandlerContext to = context();
        to.writeAndFlush(new CloseWebSocketFrame(code, reason));
    }

    @Override
    public void abort() {
        channel().close();
    }

    private Channel channel() {
        return context().channel();
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context, "the channel is open");
    }
}
