/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/**
 * The listening socket and the one event loop of a simulator. With a single loop everything the exchange knows is
 * confined to one thread, and requests of all connections have one order.
 */
final class SimulatorServer {

    // Many streams in one URL make it long.
    private static final int LONGEST_URL = 1 << 16;
    private static final int LARGEST_HEADERS = 8192;
    private static final int LARGEST_CHUNK = 8192;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("exchange-simulator", true), NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private @Nullable Channel listening;
    // Event loop only.
    private int accepted;

    EventLoop loop() {
        return loop;
    }

    /**
     * Starts to listen; the port that was free when it was asked for 0.
     *
     * @throws IllegalStateException when the address can't be had
     */
    int bind(Simulation simulation, @Nullable SslContext tls) {
        InetSocketAddress address = address(simulation.settings());
        ChannelFuture bound = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new Accepting(simulation, tls))
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IllegalStateException("can't listen to " + address, bound.cause());
        }
        listening = bound.channel();
        return ((InetSocketAddress) bound.channel().localAddress()).getPort();
    }

    private static InetSocketAddress address(SimulatorSettings settings) {
        String host = settings.host();
        return host == null
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port())
                : new InetSocketAddress(host, settings.port());
    }

    /** Closes every socket and ends the thread; waits for that unless the caller must not block. */
    @SuppressWarnings("FutureReturnValueIgnored") // the loop ends only after the sockets have
    void close(Simulation simulation) {
        if (loop.isShuttingDown()) {
            return;
        }
        loop.execute(() -> {
            if (listening != null) {
                listening.close();
            }
            simulation.allSockets().forEach(SocketGate::close);
        });
        var terminated = group.shutdownGracefully(0, 2, TimeUnit.SECONDS);
        if (!Schedulers.isInNonBlockingThread() && !loop.inEventLoop()) {
            terminated.awaitUninterruptibly(5, TimeUnit.SECONDS);
        }
    }

    /** Builds the pipeline of a new connection, or resets it while connections are refused. */
    private final class Accepting extends ChannelInitializer<SocketChannel> {

        private final Simulation simulation;
        private final @Nullable SslContext tls;

        Accepting(Simulation simulation, @Nullable SslContext tls) {
            this.simulation = simulation;
            this.tls = tls;
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection that was refused
        protected void initChannel(SocketChannel channel) {
            if (simulation.refusing()) {
                channel.config().setSoLinger(0);
                channel.close();
                return;
            }
            SocketGate gate = new SocketGate(simulation, ++accepted);
            channel.pipeline().addLast(gate);
            if (tls != null) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc()));
            }
            channel.pipeline()
                    .addLast(
                            new HttpServerCodec(LONGEST_URL, LARGEST_HEADERS, LARGEST_CHUNK),
                            new HttpHandler(simulation, gate));
        }
    }
}
