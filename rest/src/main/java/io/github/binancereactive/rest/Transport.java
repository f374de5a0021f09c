/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.endpoint.HttpVerb;
import io.github.binancereactive.core.time.TimestampUnit;
import io.netty.buffer.ByteBuf;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.util.concurrent.Future;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.NettyOutbound;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClient.RequestSender;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/** Sends attempts through Reactor Netty. Immutable. */
final class Transport {

    /**
     * For compressed answers: what one read brings is inflated at one go and grows twentyfold or more, so it must be little
     * for the event loop to stay responsive. One for all, because connections are shared by those whose options are the same.
     */
    private static final RecvByteBufAllocator SMALL_READS =
            new AdaptiveRecvByteBufAllocator(1_024, 4_096, 8_192).maxMessagesPerRead(1);

    private final RestConfig config;
    private final ConnectionProvider pool;
    private final HttpClient client;
    private final Map<HttpVerb, RequestSender> repeating = new EnumMap<>(HttpVerb.class);
    private final Map<HttpVerb, RequestSender> once = new EnumMap<>(HttpVerb.class);

    Transport(RestConfig config, RestResources resources) {
        this.config = config;
        ConnectionProvider given = config.connectionProvider();
        this.pool = given != null ? given : resources.pool(config.poolLimits());
        this.client = config.customizer().apply(httpClient());
        // Reactor Netty repeats by itself what it believes was never sent. For a request that must not run twice we
        // don't
        // rely on that: here alone is decided what is sent again.
        HttpClient withoutRetry = client.disableRetry(true);
        for (HttpVerb verb : HttpVerb.values()) {
            HttpMethod method = HttpMethod.valueOf(verb.name());
            repeating.put(verb, client.request(method));
            once.put(verb, withoutRetry.request(method));
        }
    }

    /**
     * Sends a request.
     *
     * @param request what to ask
     * @param target whom to ask, and how
     * @param departure hears of the connection, is asked just before the request is written, and reads the answer
     * @return the answer; cancelling closes the connection
     */
    <T> Flux<T> send(RestRequest<?> request, Target target, Departure<T> departure) {
        Map<HttpVerb, RequestSender> senders = request.repeatable() ? repeating : once;
        return Objects.requireNonNull(senders.get(request.verb()))
                .uri(target.uri())
                .send((req, out) -> leave(out, target.secrets(), departure))
                .responseConnection((response, connection) -> answer(response, connection, departure));
    }

    /** How many connections there can be to one host. */
    int maxConnections() {
        return pool.maxConnections();
    }

    /** Runs a task when the time of a request is over: on an event loop, because that costs no hand-over. */
    Disposable atDeadline(Runnable task) {
        long nanos = config.requestTimeout().toNanos();
        if (config.timer() != null) {
            return config.timer().schedule(task, nanos, TimeUnit.NANOSECONDS);
        }
        // Asked for anew each time: an application may dispose Reactor Netty's global resources and go on.
        EventLoopGroup loops = client.configuration()
                .loopResources()
                .onClient(client.configuration().isPreferNative());
        Future<?> scheduled = loops.next().schedule(task, nanos, TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    private static Publisher<Void> leave(NettyOutbound out, @Nullable Secrets secrets, Departure<?> departure) {
        out.withConnection(departure::on);
        if (!departure.leave()) {
            return Mono.error(AbortedException.beforeSend());
        }
        return secrets == null ? out : out.withConnection(connection -> secrets.joinNext(connection.channel()));
    }

    private <T> Publisher<T> answer(HttpClientResponse response, Connection connection, Departure<T> departure) {
        AnswerHead head =
                AnswerHead.of(response.status().code(), response.responseHeaders(), config.serverClock()::now);
        return new Flux<T>() {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                connection.inbound().receive().subscribe(departure.arrive(head, actual));
            }
        };
    }

    private HttpClient httpClient() {
        HttpClient http = HttpClient.create(pool)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(config.connectTimeout().toMillis()))
                .headers(this::headers)
                .followRedirect(false);
        if (config.compression()) {
            http = http.compress(true).option(ChannelOption.RECVBUF_ALLOCATOR, SMALL_READS);
        }
        if (config.environment().restHosts().stream().anyMatch(host -> "https".equals(host.getScheme()))) {
            http = http.secure(Tls.provider(config));
        }
        if (config.loops() != null) {
            http = http.runOn(config.loops());
        }
        return config.proxy() == null ? http : http.proxy(config.proxy());
    }

    private void headers(HttpHeaders headers) {
        headers.set(HttpHeaderNames.ACCEPT, "application/json");
        headers.set(HttpHeaderNames.USER_AGENT, "binance-reactive");
        if (config.timeUnit() != TimestampUnit.MILLISECOND) {
            headers.set("X-MBX-TIME-UNIT", config.timeUnit().name());
        }
    }

    /**
     * Who sends a request; called on the event loop of the connection that it got.
     *
     * @param <T> what comes of the answer
     */
    interface Departure<T> {

        /** Names the connection. */
        void on(Connection connection);

        /** Whether to write the request. */
        boolean leave();

        /**
         * The head of the answer is there.
         *
         * @param head status and headers
         * @param actual gets what is read; its demand is unbounded
         * @return who reads the body
         */
        CoreSubscriber<ByteBuf> arrive(AnswerHead head, CoreSubscriber<? super T> actual);
    }
}
