/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The handler next to the socket, below TLS: it makes the network fail. All fields belong to the event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends its connection; nobody waits for it
final class SocketGate extends ChannelDuplexHandler {

    private static final Duration DRIP_EVERY = Duration.ofMillis(100);
    private static final int DRIPS_PER_SECOND = 10;

    private final Simulation simulation;
    private final int number;
    private final Queue<Drop> dripping = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext context;
    private String ip = "";
    private int bytesPerDrip;
    private boolean halfOpen;

    SocketGate(Simulation simulation, int number) {
        this.simulation = simulation;
        this.number = number;
    }

    /** What the handlers above learn from this one. */
    enum Event {
        HALF_OPEN,
        RESET
    }

    private record Drop(ByteBuf bytes, ChannelPromise promise) {}

    int number() {
        return number;
    }

    String ip() {
        return ip;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        if (ctx.channel().remoteAddress() instanceof InetSocketAddress remote) {
            ip = remote.getAddress().getHostAddress();
        }
        simulation.sockets().add(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        simulation.sockets().remove(this);
        releaseDrips();
        ctx.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        if (halfOpen) {
            ReferenceCountUtil.release(bytes);
        } else {
            ctx.fireChannelRead(bytes);
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object bytes, ChannelPromise promise) {
        if (halfOpen) {
            ReferenceCountUtil.release(bytes);
            promise.trySuccess();
        } else if (bytesPerDrip > 0 && bytes instanceof ByteBuf buffer) {
            dripping.add(new Drop(buffer, promise));
        } else {
            ctx.write(bytes, promise);
        }
    }

    /** A connection whose peer resets it is nothing to report: clients do that, and so do tests. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }

    /** Accepts bytes from now on and sends none. */
    void halfOpen() {
        halfOpen = true;
        tell(Event.HALF_OPEN);
    }

    /** Closes with RST: below TLS, so that not even a goodbye goes out. */
    void reset() {
        tell(Event.RESET);
        // One that has closed itself in this turn of the loop is forgotten in the next.
        if (context != null && context.channel().isOpen()) {
            context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            context.close();
        }
    }

    private void tell(Event event) {
        if (context != null) {
            context.fireUserEventTriggered(event);
        }
    }

    void close() {
        if (context != null) {
            context.channel().close();
        }
    }

    /** What is written from now on goes out slowly, until all of it is out. */
    void drip(int bytesPerSecond) {
        if (bytesPerDrip == 0) {
            bytesPerDrip = Math.max(1, bytesPerSecond / DRIPS_PER_SECOND);
            simulation.clock().after(DRIP_EVERY, this::dripOnce);
        }
    }

    private void dripOnce() {
        Drop drop = dripping.peek();
        if (drop == null || context == null) {
            bytesPerDrip = 0;
            return;
        }
        int size = Math.min(bytesPerDrip, drop.bytes().readableBytes());
        if (size == drop.bytes().readableBytes()) {
            dripping.remove();
            context.writeAndFlush(drop.bytes(), drop.promise());
        } else {
            context.writeAndFlush(drop.bytes().readRetainedSlice(size));
        }
        simulation.clock().after(DRIP_EVERY, this::dripOnce);
    }

    private void releaseDrips() {
        dripping.forEach(drop -> drop.bytes().release());
        dripping.clear();
        bytesPerDrip = 0;
    }
}
