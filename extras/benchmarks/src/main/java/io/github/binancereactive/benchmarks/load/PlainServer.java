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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import reactor.netty.resources.LoopResources;

/**
 * Answers {@code time} and orders on both wires with the documented bytes and nothing else. The simulator needs about as much processor
 * time for such an answer as the floor does, and would be what the floor is waiting for; this needs a fraction.
 */
final class PlainServer implements AutoCloseable {

    private final LoopResources loops = LoopResources.create("plain-server", 1, true);
    private final Channel listening;

    PlainServer() {
        EventLoopGroup group = loops.onServer(LoopResources.DEFAULT_NATIVE);
        listening = new ServerBootstrap()
                .group(group)
                .channel(loops.onChannelClass(ServerSocketChannel.class, group))
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new PlainConnection());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        loops.dispose();
    }
}
