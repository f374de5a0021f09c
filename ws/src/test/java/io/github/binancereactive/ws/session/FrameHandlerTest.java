/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a channel's events become for a listener. */
class FrameHandlerTest {

    private final List<String> heard = new ArrayList<>();
    private final FrameHandler handler = new FrameHandler(new Notes());
    private final EmbeddedChannel channel = new EmbeddedChannel(handler);

    @AfterEach
    void releaseWhatWasWritten() {
        channel.finishAndReleaseAll();
        assertThat(heard.stream().filter(each -> each.startsWith("close"))).hasSize(1);
    }

    @Test
    void framesAreHeardAndReleased() {
        TextWebSocketFrame text = new TextWebSocketFrame("hello");
        channel.writeInbound(text);
        assertThat(heard).containsExactly("open", "text hello", "read");
        assertThat(text.refCnt()).isZero();
    }

    @Test
    void whatAListenerThrowsDoesNotStopTheFramesBehind() {
        channel.writeInbound(new TextWebSocketFrame("throw"), new TextWebSocketFrame("next"));
        assertThat(heard).containsExactly("open", "text throw", "text next", "read");
    }

    @Test
    void readingStopsAndGoesOn() {
        handler.read(false);
        assertThat(channel.config().isAutoRead()).isFalse();
        handler.read(true);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void aCloseFrameIsEchoedAndHeard() {
        channel.writeInbound(new CloseWebSocketFrame(1001, "bye"));
        CloseWebSocketFrame echo = channel.readOutbound();
        assertThat(echo.statusCode()).isEqualTo(1001);
        echo.release();
        assertThat(channel.isOpen()).isFalse();
        assertThat(heard).contains("close CLOSED_BY_SERVER (close code 1001)");
    }

    /** Whatever is written behind the echo is never read, an order too. */
    @Test
    void aCloseFrameIsHeardBeforeItsEchoIsOnTheWire() {
        channel.pipeline().addFirst(new CongestedNetwork());
        channel.writeInbound(new CloseWebSocketFrame(1001, "bye"));
        assertThat(heard).contains("close CLOSED_BY_SERVER (close code 1001)");
    }

    @Test
    void nothingIsHeardBehindTheClose() {
        TextWebSocketFrame late = new TextWebSocketFrame("late");
        channel.writeInbound(new CloseWebSocketFrame(1001, "bye"), late, new PingWebSocketFrame());
        assertThat(heard).last().asString().startsWith("close");
        assertThat(late.refCnt()).isZero();
    }

    @Test
    void theAnswerToOurCloseIsNotAnswered() {
        handler.close(1000, "");
        channel.writeInbound(new CloseWebSocketFrame(1000, ""));
        CloseWebSocketFrame ours = channel.readOutbound();
        ours.release();
        assertThat(channel.outboundMessages()).isEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aCloseFrameWithoutCode() {
        channel.writeInbound(new CloseWebSocketFrame());
        assertThat(heard).contains("close CLOSED_BY_SERVER (close code 1005)");
    }

    @Test
    void bytesThatAreNoFrames() {
        channel.pipeline().fireExceptionCaught(new TooLongFrameException("too long"));
        assertThat(channel.isOpen()).isFalse();
        assertThat(heard).contains("close GARBLED (TooLongFrameException)");
    }

    @Test
    void aBrokenConnection() {
        channel.pipeline().fireExceptionCaught(new IOException("reset"));
        assertThat(heard).contains("close LOST (IOException)");
        handler.failed(SocketClose.lost(null));
    }

    @Test
    void anEndOfStream() {
        channel.close();
        assertThat(heard).containsExactly("open", "close LOST (end of stream)");
    }

    /** Takes everything and sends nothing. */
    private static final class CongestedNetwork extends ChannelOutboundHandlerAdapter {

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            ReferenceCountUtil.release(message);
        }
    }

    private final class Notes implements SocketListener {

        @Override
        public void onOpen(SocketChannel opened) {
            heard.add("open");
        }

        @Override
        public void onText(ByteBuf payload) {
            String text = payload.toString(StandardCharsets.UTF_8);
            heard.add("text " + text);
            if (text.equals("throw")) {
                throw new IllegalStateException("thrown by the listener");
            }
        }

        @Override
        public void onBinary(ByteBuf payload) {
            heard.add("binary");
        }

        @Override
        public void onPing(ByteBuf payload) {
            heard.add("ping");
        }

        @Override
        public void onPong(ByteBuf payload) {
            heard.add("pong");
        }

        @Override
        public void onReadComplete() {
            heard.add("read");
        }

        @Override
        public void onWritable() {
            heard.add("writable");
        }

        @Override
        public void onClose(SocketClose close) {
            heard.add("close " + close);
        }
    }
}
