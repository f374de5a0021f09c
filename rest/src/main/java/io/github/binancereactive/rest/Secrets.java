/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import reactor.netty.NettyPipeline;

/**
 * What must be seen by the exchange alone: the API key and the signature. They join the request behind Reactor Netty's back,
 * between it and the encoder, because it logs addresses and shows them to metrics and to whoever customized the client.
 */
final class Secrets {

    private static final String API_KEY = "X-MBX-APIKEY";

    private final String apiKey;
    private final String signature;

    /**
     * The secrets of one attempt.
     *
     * @param apiKey value of the header
     * @param signature the last parameter, percent-encoded, with its name
     */
    Secrets(String apiKey, String signature) {
        this.apiKey = apiKey;
        this.signature = signature;
    }

    /** Joins the next request that is written to the channel, and that one alone. Event loop only. */
    void joinNext(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        if (pipeline.get(NettyPipeline.HttpCodec) != null) {
            // Right at the encoder: not even other handlers see it.
            pipeline.addAfter(NettyPipeline.HttpCodec, null, new Joining());
        } else {
            pipeline.addBefore(NettyPipeline.ReactiveBridge, null, new Joining());
        }
    }

    @Override
    public String toString() {
        return "Secrets[redacted]";
    }

    private final class Joining extends ChannelOutboundHandlerAdapter {

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof HttpRequest request) {
                String address = request.uri();
                context.pipeline().remove(this);
                request.headers().set(API_KEY, apiKey);
                request.setUri(address + '&' + signature);
                context.write(message, promise); // encodes it before it returns
                request.setUri(address);
                request.headers().remove(API_KEY);
            } else {
                context.write(message, promise);
            }
        }
    }
}
