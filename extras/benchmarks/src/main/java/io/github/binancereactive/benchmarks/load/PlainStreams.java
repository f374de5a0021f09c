/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Streams as one receives them with Reactor Netty alone. */
final class PlainStreams {

    private static final int LARGEST_FRAME = 1 << 20;

    /** Where events and answers to requests begin to differ. */
    private static final int DIFFERENCE = "{\"".length();

    private final HttpClient client;
    private final boolean paced;

    /**
     * Streams.
     *
     * @param loops to run on
     * @param paced whether events say when they were sent
     */
    PlainStreams(LoopResources loops, boolean paced) {
        this.client = HttpClient.create(ConnectionProvider.newConnection()).runOn(loops);
        this.paced = paced;
    }

    /** The floor: events are counted and dropped. */
    Disposable drop(FloodKind<?, ?> kind, List<String> streams, Address server, Tally tally) {
        int time = kind.timeOffset(streams.get(0));
        return receive(
                streams,
                server,
                tally,
                in -> in.receive().doOnNext(frame -> {
                    if (frame.getByte(frame.readerIndex() + DIFFERENCE) != 's') {
                        return; // the answer to the subscription
                    }
                    if (paced) {
                        tally.message(number(frame, frame.readerIndex() + time));
                    } else {
                        tally.message();
                    }
                }));
    }

    private static long number(ByteBuf frame, int offset) {
        long number = 0;
        for (int i = offset; i < offset + FloodFrame.DIGITS; i++) {
            number = number * 10 + frame.getByte(i) - '0';
        }
        return number;
    }

    /** Events are made records by Jackson's databind. */
    <P> Disposable databind(FloodKind<?, P> kind, List<String> streams, Address server, Tally tally) {
        JsonMapper mapper = new JsonMapper();
        JavaType type = mapper.getTypeFactory().constructParametricType(PlainEvents.Combined.class, kind.plain());
        ObjectReader reader = mapper.readerFor(type);
        return receive(
                streams,
                server,
                tally,
                in -> in.receive()
                        .asByteArray()
                        .map(frame -> reader.<PlainEvents.Combined<P>>readValue(frame))
                        .doOnNext(frame -> count(kind, frame.data(), tally)));
    }

    private <P> void count(FloodKind<?, P> kind, @Nullable P event, Tally tally) {
        if (event == null) {
            return; // the answer to the subscription
        }
        if (paced) {
            tally.message(kind.plainSentAt().applyAsLong(event));
        } else {
            tally.message();
        }
    }

    private Disposable receive(
            List<String> streams, Address server, Tally tally, Function<WebsocketInbound, Flux<?>> stage) {
        String subscribe = streams.stream()
                .collect(Collectors.joining("\",\"", "{\"method\":\"SUBSCRIBE\",\"params\":[\"", "\"],\"id\":1}"));
        return client.websocket(WebsocketClientSpec.builder()
                        .maxFramePayloadLength(LARGEST_FRAME)
                        .build())
                .uri(server.streams() + "/stream?timeUnit=MICROSECOND")
                .handle((in, out) -> Mono.when(
                        out.sendString(Mono.just(subscribe)).then(),
                        stage.apply(in).then()))
                .subscribe(nothing -> {}, tally::failed);
    }
}
