/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One connection of a {@link FloodServer}. What is subscribed to comes as fast as the socket takes it, or evenly at a rate, while
 * it is on. Everything on the event loop.
 */
final class FloodConnection extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    /** So much goes into one system call. */
    private static final int BATCH_BYTES = 128 * 1024;

    /** After so many batches others may do something on the event loop. */
    private static final int BATCHES_PER_TURN = 16;

    private static final JsonMapper JSON = new JsonMapper();

    private final FloodServer server;
    private final int perSecond;
    private final Set<String> streams = new LinkedHashSet<>();
    private @Nullable FloodFrames frames; // null when streams have changed
    private @Nullable ChannelHandlerContext context;
    private boolean on;
    private boolean turnIsDue;
    private long began;
    private long sentSinceBegan;

    FloodConnection(FloodServer server, int perSecond) {
        this.server = server;
        this.perSecond = perSecond;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        server.opened(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext from) throws Exception {
        stop();
        server.closed(this);
        super.channelInactive(from);
    }

    /** A receiver that goes away in the midst of a flood resets the connection: it knows itself what became of it. */
    @Override
    public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
        from.close();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext from, TextWebSocketFrame frame) {
        JsonNode request = JSON.readTree(frame.text());
        List<String> named = new ArrayList<>();
        request.path("params").forEach(name -> named.add(name.asString()));
        String result = answer(request.path("method").asString(), named);
        from.writeAndFlush(new TextWebSocketFrame("{\"result\":" + result + ",\"id\":" + request.path("id") + "}"));
    }

    private String answer(String method, List<String> named) {
        switch (method) {
            case "SUBSCRIBE" -> change(streams.addAll(named));
            case "UNSUBSCRIBE" -> change(named.stream().filter(streams::remove).count() > 0);
            case "LIST_SUBSCRIPTIONS" -> {
                return JSON.writeValueAsString(streams);
            }
            default -> throw new IllegalArgumentException("no method " + method);
        }
        return "null";
    }

    private void change(boolean changed) {
        if (changed) {
            frames = null;
        }
    }

    int subscribed() {
        return streams.size();
    }

    FloodFrames frames() {
        FloodFrames rendered = frames;
        if (rendered == null) {
            rendered = new FloodFrames(List.copyOf(streams));
            frames = rendered;
        }
        return rendered;
    }

    boolean brings(String stream) {
        return streams.contains(stream);
    }

    void start() {
        ChannelHandlerContext to = context;
        if (on || to == null || streams.isEmpty()) {
            return;
        }
        on = true;
        began = System.nanoTime();
        sentSinceBegan = 0;
        frames();
        turn(to);
    }

    void stop() {
        on = false;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext from) throws Exception {
        turn(from);
        super.channelWritabilityChanged(from);
    }

    private void turn(ChannelHandlerContext to) {
        if (!on || turnIsDue) {
            return;
        }
        if (perSecond > 0) {
            paced(to);
        } else {
            flood(to);
        }
    }

    private void flood(ChannelHandlerContext to) {
        FloodFrames from = frames();
        int count = Math.max(1, BATCH_BYTES / from.meanLength());
        turnIsDue = true; // flushing may say that it is writable again, in the midst of this
        for (int i = 0; i < BATCHES_PER_TURN && to.channel().isWritable(); i++) {
            ByteBuf batch = to.alloc().directBuffer(BATCH_BYTES + from.meanLength());
            from.render(count, batch);
            send(to, batch, count);
        }
        if (to.channel().isWritable()) {
            to.channel().eventLoop().execute(() -> nextTurn(to));
        } else {
            turnIsDue = false;
        }
    }

    /** Sends what is due, and comes again when the next one is. */
    private void paced(ChannelHandlerContext to) {
        FloodFrames from = frames();
        long passed = System.nanoTime() - began;
        int due = (int) (passed * perSecond / TimeUnit.SECONDS.toNanos(1) - sentSinceBegan);
        if (due > 0) {
            ByteBuf batch = to.alloc().directBuffer(due * from.meanLength());
            from.renderStamped(due, batch);
            send(to, batch, due);
        }
        turnIsDue = true;
        long next = (sentSinceBegan + 1) * TimeUnit.SECONDS.toNanos(1) / perSecond;
        to.channel().eventLoop().schedule(() -> nextTurn(to), next - passed, TimeUnit.NANOSECONDS);
    }

    private void nextTurn(ChannelHandlerContext to) {
        turnIsDue = false;
        turn(to);
    }

    private void send(ChannelHandlerContext to, ByteBuf batch, int count) {
        sentSinceBegan += count;
        server.sent(count);
        to.writeAndFlush(batch, to.voidPromise());
    }
}
