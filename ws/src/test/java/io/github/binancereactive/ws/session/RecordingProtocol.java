/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A protocol that notes what the session tells it. */
final class RecordingProtocol implements SessionProtocol {

    final List<String> calls = new ArrayList<>();
    Mono<Void> preparation = Mono.empty();
    boolean throwInPrepare;
    boolean throwWhenTold;
    Consumer<String> onText = text -> {};

    @Nullable Throwable end;

    int ends;

    @Nullable SessionSocket opened;

    @Override
    public SocketHandler open(SessionSocket socket) {
        opened = socket;
        return new SocketHandler() {
            @Override
            public void onText(ByteBuf payload) {
                onText.accept(payload.toString(StandardCharsets.UTF_8));
            }

            @Override
            public void onBinary(ByteBuf payload) {}
        };
    }

    @Override
    public Mono<Void> prepare(SessionSocket socket) {
        if (throwInPrepare) {
            throw new IllegalStateException("thrown by prepare");
        }
        return Mono.defer(() -> preparation);
    }

    @Override
    public void onActive(SessionSocket socket) {
        calls.add("active " + socket.number());
        throwIfAsked();
    }

    @Override
    public void onLost(SessionSocket socket, SocketClose close) {
        calls.add("lost " + socket.number());
        throwIfAsked();
    }

    @Override
    public void onEnd(@Nullable Throwable cause) {
        ends++;
        end = cause;
        throwIfAsked();
    }

    private void throwIfAsked() {
        if (throwWhenTold) {
            throw new IllegalStateException("thrown by the protocol");
        }
    }
}
