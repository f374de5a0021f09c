/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import reactor.netty.resources.LoopResources;

/**
 * Market data streams for one side of a comparison, at full speed or at a rate, while they are on. Plain Netty, frames rendered before:
 * it has to be faster than whoever receives them and decodes nothing.
 */
final class FloodServer implements AutoCloseable {

    private static final int LARGEST_REQUEST = 64 * 1024;

    private final int perSecond;
    private final Channel listening;
    private final Set<FloodConnection> connections = new LinkedHashSet<>(); // event loop only
    private long sent; // event loop only

    /**
     * Opens it.
     *
     * @param loops has one event loop
     * @param perSecond messages a second on each connection; 0 for as fast as possible
     */
    FloodServer(LoopResources loops, int perSecond) {
        this.perSecond = perSecond;
        EventLoopGroup group = loops.onServer(LoopResources.DEFAULT_NATIVE);
        listening = new ServerBootstrap()
                .group(group)
                .channel(loops.onChannelClass(ServerSocketChannel.class, group))
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        initialise(channel);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    private void initialise(SocketChannel channel) {
        channel.pipeline()
                .addLast(new HttpServerCodec())
                .addLast(new HttpObjectAggregator(LARGEST_REQUEST))
                .addLast(new SnapshotAnswer(this))
                .addLast(new WebSocketServerProtocolHandler(WebSocketServerProtocolConfig.newBuilder()
                        .websocketPath("/stream")
                        .checkStartsWith(true)
                        .build()))
                .addLast(new FloodConnection(this, perSecond));
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    void opened(FloodConnection connection) {
        connections.add(connection);
    }

    void closed(FloodConnection connection) {
        connections.remove(connection);
    }

    void sent(int count) {
        sent += count;
    }

    /** The number of the latest event of a stream that somebody is subscribed to. Event loop only. */
    OptionalLong lastNumber(String stream) {
        return connections.stream()
                .filter(connection -> connection.brings(stream))
                .map(connection -> connection.frames().lastNumber(stream))
                .findAny()
                .orElse(OptionalLong.empty());
    }

    /** How many streams are subscribed to. */
    long subscribed() {
        return onLoop(() ->
                connections.stream().mapToLong(FloodConnection::subscribed).sum());
    }

    /** Opens the sluice. Returns how many messages have been sent so far. */
    long start() {
        return onLoop(() -> {
            long before = sent;
            connections.forEach(FloodConnection::start);
            return before;
        });
    }

    /** Closes it. Returns how many messages have been sent so far. */
    long stop() {
        return onLoop(() -> {
            connections.forEach(FloodConnection::stop);
            return sent;
        });
    }

    private long onLoop(Callable<Long> question) {
        return listening.eventLoop().submit(question).syncUninterruptibly().getNow();
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
    }
}
