/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the batch encodes, Netty's strict server side decodes: masked, in order, whatever the length. */
class FrameBatchTest {

    private static final int[] LENGTHS = {0, 1, 2, 3, 4, 5, 7, 8, 29, 124, 125, 126, 127, 128, 65_535, 65_536, 100_001};

    private final FrameBatch batch = new FrameBatch();

    @Test
    void severalFramesInOneBatch() {
        List<String> texts =
                IntStream.of(LENGTHS).mapToObj(FrameBatchTest::text).toList();
        texts.forEach(this::add);
        assertThat(decode(batch.take())).isEqualTo(texts);
    }

    @Test
    void oneBatchAfterTheOther() {
        for (int length : LENGTHS) {
            add(text(length));
            assertThat(decode(batch.take())).containsExactly(text(length));
        }
        assertThat(batch.take()).isNull();
    }

    @Test
    void asksToLeaveWhenItIsFull() {
        assertThat(add(text(1000))).isFalse();
        assertThat(add(text(20_000))).isTrue();
        assertThat(decode(batch.take())).hasSize(2);
    }

    private boolean add(String text) {
        // The array of a frame buffer is longer than what it holds.
        byte[] bytes = (text + "beyond").getBytes(StandardCharsets.US_ASCII);
        return batch.add(bytes, text.length(), UnpooledByteBufAllocator.DEFAULT);
    }

    private static List<String> decode(ByteBuf frames) {
        EmbeddedChannel server = new EmbeddedChannel(new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(true)
                .maxFramePayloadLength(1 << 20)
                .build()));
        server.writeInbound(frames);
        List<String> texts = new ArrayList<>();
        TextWebSocketFrame frame;
        while ((frame = server.readInbound()) != null) {
            texts.add(frame.text());
            frame.release();
        }
        server.finishAndReleaseAll();
        return texts;
    }

    private static String text(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf((char) ('a' + i % 23)))
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
