/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeReply;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** The turn of a request that came by HTTP: the many shapes an HTTP answer can have. */
abstract class HttpTurn extends Turn {

    private static final int WORTH_COMPRESSING = 256;

    private final HttpSender sender;
    private final HttpMessage message;

    HttpTurn(Simulation simulation, SocketGate socket, HttpSender sender, HttpMessage message) {
        super(simulation, socket);
        this.sender = sender;
        this.message = message;
    }

    HttpMessage message() {
        return message;
    }

    HttpSender sender() {
        return sender;
    }

    @Override
    void answer(ExchangeReply instead) {
        send(HttpAnswer.of(instead));
    }

    void send(HttpAnswer answer) {
        HttpAnswer encoded = encode(answer);
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), sender.buffer(encoded.body()));
        response.headers().set(encoded.headers());
        if (message.keepAlive()) {
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, encoded.body().length);
            sender.send(response);
        } else {
            sender.sendAndClose(response);
        }
    }

    private HttpAnswer encode(HttpAnswer answer) {
        if (answer.body().length < WORTH_COMPRESSING || !message.acceptsGzip()) {
            return answer;
        }
        answer.headers().set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        return answer.body(gzip(answer.body()));
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    @Override
    void answerText(String text) {
        send(HttpAnswer.of(reply()).body(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    void breakOff() {
        HttpAnswer answer = HttpAnswer.of(reply());
        DefaultHttpResponse head = head(answer);
        head.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length + 1);
        sender.send(head);
        byte[] half = Arrays.copyOf(answer.body(), answer.body().length / 2);
        sender.sendAndClose(new DefaultHttpContent(Unpooled.wrappedBuffer(half)));
    }

    @Override
    void cutText() {
        breakOff();
    }

    @Override
    void inPieces(int pieces) {
        HttpAnswer answer = HttpAnswer.of(reply());
        DefaultHttpResponse head = head(answer);
        head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        sender.send(head);
        int size = Math.max(1, (answer.body().length + pieces - 1) / pieces);
        for (int at = 0; at < answer.body().length; at += size) {
            int length = Math.min(size, answer.body().length - at);
            sender.send(new DefaultHttpContent(Unpooled.copiedBuffer(answer.body(), at, length)));
        }
        sender.send(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    @Override
    void padded(int bytes) {
        HttpAnswer answer = HttpAnswer.of(reply());
        byte[] body = Arrays.copyOf(answer.body(), Math.max(bytes, answer.body().length));
        Arrays.fill(body, answer.body().length, body.length, (byte) ' ');
        send(answer.body(body));
    }

    @Override
    void mislabelled(String contentType) {
        send(HttpAnswer.of(reply()).contentType(contentType));
    }

    @Override
    void withStatus(ContentFault.Status status) {
        HttpAnswer answer = HttpAnswer.of(status.status(), status.body().getBytes(StandardCharsets.UTF_8));
        String contentType = status.contentType();
        send(contentType == null ? answer : answer.contentType(contentType));
    }

    @Override
    void redirected(String location) {
        send(HttpAnswer.of(302, new byte[0]).location(location));
    }

    @Override
    void closed(int code, String reason) {
        socket().close();
    }

    private DefaultHttpResponse head(HttpAnswer answer) {
        DefaultHttpResponse head =
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()));
        head.headers().set(answer.headers());
        return head;
    }
}
