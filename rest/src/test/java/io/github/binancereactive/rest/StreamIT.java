/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.HttpVerb;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class StreamIT extends SimulatedRest {

    private static final int MANY = 50_000;

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final PacedServer server = closing(new PacedServer());
    private final BinanceRestClient client = client(server.uri());

    @Test
    void elementsComeWhileTheAnswerIsUnderWay() throws Exception {
        StepVerifier.create(client.stream(LIST_CALL))
                .then(() -> server.begin(" [ {\"serverTime\":1} , {\"serv"))
                .expectNext(at(1))
                .then(() -> server.send("erTime\":2},{\"serverTime\":3}"))
                .expectNext(at(2))
                .then(() -> server.send("]"))
                .expectNext(at(3))
                .then(this::end)
                .verifyComplete();
    }

    @Test
    void noMoreComeThanAreAskedFor() throws Exception {
        Strict subscriber = new Strict(1, 1);
        client.stream(LIST_CALL).subscribe(subscriber);
        server.begin(body(1_000));
        server.end();

        subscriber.end.asMono().block(PATIENCE);
        assertThat(subscriber.elements).isEqualTo(1_000);
        assertThat(subscriber.broken).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_000, Integer.MAX_VALUE})
    void aLargeAnswerIsTheSameAsInOnePiece(int demand) {
        ExchangeSimulator exchange = large();
        Strict subscriber = new Strict(demand, demand);
        client(exchange).stream(LIST_CALL).subscribe(subscriber);

        subscriber.end.asMono().block(PATIENCE);
        assertThat(subscriber.sum)
                .isEqualTo(client(exchange).exchange(LIST_CALL).block(PATIENCE).stream()
                        .mapToLong(each -> each.serverTime().toEpochMilli())
                        .sum());
        assertThat(subscriber.elements).isEqualTo(MANY);
        assertThat(subscriber.broken).isFalse();
    }

    @Test
    void isTheSameCompressed() {
        BinanceRestClient compressing = client(large()).withCompression(true);

        StepVerifier.create(compressing.stream(LIST_CALL).count())
                .expectNext((long) MANY)
                .verifyComplete();
    }

    @Test
    void theBeginIsDecodedOnTheEventLoopAndTheRestElsewhere() {
        Scheduler decoding = Schedulers.newSingle("decoding", true);
        closing(() -> decoding.disposeGracefully().block(PATIENCE));
        Set<String> threads = ConcurrentHashMap.newKeySet();
        client(large()).withDecodeScheduler(decoding).stream(LIST_CALL)
                .doOnNext(each -> threads.add(Thread.currentThread().getName().replaceAll("-.*", "")))
                .blockLast(PATIENCE);

        assertThat(threads).containsExactlyInAnyOrder("reactor", "decoding");
    }

    @Test
    void eachSubscriptionIsARequestOfItsOwn() {
        ExchangeSimulator exchange = simulator();
        var elements = client(exchange).stream(LIST_CALL);
        assertThat(exchange.requests()).isEmpty();

        assertThat(elements.collectList().block(PATIENCE)).containsExactly(at(1), at(2), at(3));
        assertThat(elements.collectList().block(PATIENCE)).hasSize(3);
        assertThat(exchange.requests(LIST)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aRequestForNothingIsAnError(long n) throws Exception {
        Strict subscriber = new Strict(1, 0);
        client.stream(LIST_CALL).subscribe(subscriber);
        server.begin(body(3));
        subscriber.taken.asMono().block(PATIENCE);
        subscriber.subscription.request(n);

        assertThatThrownBy(() -> subscriber.end.asMono().block(PATIENCE)).isInstanceOf(IllegalArgumentException.class);
        server.awaitLeft();
    }

    @Test
    void cancellingClosesTheConnection() throws Exception {
        StepVerifier.create(client.stream(LIST_CALL), 1)
                .then(() -> server.begin("[{\"serverTime\":1},{\"serverTime\":2},"))
                .expectNext(at(1))
                .thenCancel()
                .verify();
        server.awaitLeft();
    }

    @Test
    void aLostConnectionIsToldAfterWhatCameBefore() {
        StepVerifier.create(client.stream(LIST_CALL))
                .then(() -> server.send(PacedServer.OK + "Content-Length: 1000\r\n\r\n[{\"serverTime\":1},"))
                .expectNext(at(1))
                .then(this::end)
                .verifyError(ConnectionLostException.class);
    }

    @Test
    void aLostConnectionLeavesTheOutcomeOfAChangeOpen() {
        Endpoint<List<ServerTime>> cancelAll =
                Endpoint.rest(HttpVerb.DELETE, "/api/v3/openOrders").returns(ResultType.listOf(ServerTime.class));

        StepVerifier.create(client.stream(Call.of(cancelAll)))
                .then(() -> server.send(PacedServer.OK + "Content-Length: 1000\r\n\r\n[{\"serverTime\":1},"))
                .expectNext(at(1))
                .then(this::end)
                .verifyError(OutcomeUnknownException.class);
    }

    @Test
    void damageIsToldAfterWhatCameBefore() throws Exception {
        StepVerifier.create(client.stream(LIST_CALL))
                .then(() -> server.begin("[{\"serverTime\":1},{\"serverTime\":true},{\"serverTime\":3}]"))
                .expectNext(at(1))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ProtocolException.class)
                        .hasMessage("list: the answer could not be decoded"));
        server.awaitLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[{\"serverTime\":1}", "[{\"serverTime\":1}] x", "null", "5"})
    void whatIsNoListIsAProtocolError(String body) {
        StepVerifier.create(client.stream(LIST_CALL).filter(each -> false))
                .then(() -> server.begin(body))
                .then(this::end)
                .verifyError(ProtocolException.class);
    }

    @Test
    void whatIsTooLargeIsRefusedWhileItArrives() {
        BinanceRestClient bounded = client.withMaxBodySize(100);

        StepVerifier.create(bounded.stream(LIST_CALL))
                .then(() -> server.begin("[{\"serverTime\":1},"))
                .expectNext(at(1))
                .then(() -> server.send(" ".repeat(100)))
                .verifyErrorMessage("list: the answer is larger than 100 bytes (maxBodySize)");
    }

    @Test
    void refusalsAreRefusals() {
        ExchangeSimulator exchange = simulator();
        exchange.inject(Fault.error(400, -1121, "Invalid symbol."));
        exchange.inject(Fault.garbage("<html>"));
        exchange.inject(Fault.wrongContentType("text/html"));
        BinanceRestClient asking = client(exchange);

        StepVerifier.create(asking.stream(LIST_CALL))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                RejectedException.class,
                                refused -> assertThat(refused.code()).isEqualTo(-1121)));
        StepVerifier.create(asking.stream(LIST_CALL)).verifyError(ProtocolException.class);
        StepVerifier.create(asking.stream(LIST_CALL)).verifyError(ProtocolException.class);
        assertThatThrownBy(() -> asking.stream(
                        Call.of(Endpoint.webSocketOnly("list").returns(ResultType.listOf(ServerTime.class)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherHostIsAskedOnlyBeforeTheFirstElement() {
        ExchangeSimulator first = simulator();
        ExchangeSimulator second = simulator();
        first.inject(Fault.resetBeforeAnswer());
        assertThat(client(first, second).stream(LIST_CALL).collectList().block(PATIENCE))
                .hasSize(3);
        assertThat(second.requests(LIST)).hasSize(1);

        BinanceRestClient both = client(server.uri(), second.uri("http"));
        StepVerifier.create(both.stream(LIST_CALL))
                .then(() -> server.send(PacedServer.OK + "Content-Length: 1000\r\n\r\n[{\"serverTime\":1},"))
                .expectNext(at(1))
                .then(this::end)
                .verifyError(ConnectionLostException.class);
        assertThat(second.requests(LIST)).hasSize(1);
    }

    @Test
    void closingTheClientEndsIt() {
        StepVerifier.create(client.stream(LIST_CALL), 1)
                .then(() -> server.begin(body(3)))
                .expectNext(at(0))
                .then(client::dispose)
                .verifyError(ClientClosedException.class);
    }

    @Test
    void noAnswerInTimeIsADeadlineExceeded() {
        StepVerifier.create(client.withTimer(time).stream(LIST_CALL))
                .then(() -> server.send(""))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(10)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DeadlineExceededException.class)
                        .hasMessage("list: no answer within PT10S"));
    }

    @Test
    void anAnswerThatMovesOnHasTime() throws Exception {
        StepVerifier.create(client.withTimer(time).stream(LIST_CALL))
                .then(() -> server.begin("[{\"serverTime\":1},"))
                .expectNext(at(1))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(10)))
                .then(() -> server.send("{\"serverTime\":2},"))
                .expectNext(at(2))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(10)))
                .then(() -> server.send("{\"serverTime\":3},"))
                .expectNext(at(3))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(20)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DeadlineExceededException.class)
                        .hasMessage("list: no answer within PT10S"));
        server.awaitLeft();
    }

    @Test
    void aSubscriberWhoAsksForNothingLosesTheConnection() throws Exception {
        StepVerifier.create(client.withTimer(time).stream(LIST_CALL), 1)
                .then(() -> server.begin("[{\"serverTime\":1},{\"serverTime\":2},"))
                .expectNext(at(1))
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(20)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isExactlyInstanceOf(TransientException.class)
                        .hasMessage("list: no more of the answer was asked for within PT10S"));
        server.awaitLeft();
    }

    @Test
    void aSubscriberMayTakeItsTimeOnceTheWholeAnswerIsThere() {
        ExchangeSimulator exchange = simulator();
        BinanceRestClient patient = client(exchange).withTimer(time).withMaxConnections(1);

        StepVerifier.create(patient.stream(LIST_CALL), 1)
                .expectNext(at(1))
                // The connection is free again only when the answer has been read.
                .then(() -> patient.time().block(PATIENCE))
                .then(() -> time.advanceTimeBy(Duration.ofDays(1)))
                .thenRequest(2)
                .expectNext(at(2), at(3))
                .verifyComplete();
    }

    @Test
    void carriesTheContextOfTheSubscriber() {
        List<Object> seen = new ArrayList<>();
        client(simulator())
                .withHttpClient(http -> http.doOnRequest((request, connection) ->
                        seen.add(request.currentContextView().get("key"))))
                .stream(LIST_CALL)
                .contextWrite(context -> context.put("key", "value"))
                .blockLast(PATIENCE);

        assertThat(seen).containsExactly("value");
    }

    @Test
    void namesTheCallInTheTrace() {
        ExchangeSimulator exchange = simulator();
        exchange.inject(Fault.error(400, -1121, ""));
        Throwable error = client(exchange).stream(LIST_CALL)
                .then(Mono.<Throwable>empty())
                .onErrorResume(BinanceException.class, Mono::just)
                .block(PATIENCE);

        assertThat(error.getSuppressed()).anyMatch(each -> each.toString().contains("list over REST"));
    }

    private void end() {
        try {
            server.end();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private ExchangeSimulator large() {
        String body = body(MANY);
        return closing(ExchangeSimulator.builder().answer(LIST, request -> body).start());
    }

    private static String body(int elements) {
        StringBuilder body = new StringBuilder("[");
        for (int i = 0; i < elements; i++) {
            body.append(i == 0 ? "" : ",").append("{\"serverTime\":").append(i).append('}');
        }
        return body.append(']').toString();
    }

    private static ServerTime at(long millis) {
        return new ServerTime(Instant.ofEpochMilli(millis));
    }

    /** Asks in portions and notes when a rule is broken: more than was asked for, or two signals at a time. */
    private static final class Strict extends BaseSubscriber<ServerTime> {

        private final long first;
        private final long portion;
        private final AtomicBoolean inSignal = new AtomicBoolean();
        private final Sinks.Empty<Void> end = Sinks.empty();
        private final Sinks.One<ServerTime> taken = Sinks.one();
        private Subscription subscription;
        private long open;
        private long elements;
        private long sum;
        private volatile boolean broken;

        Strict(long first, long portion) {
            this.first = first;
            this.portion = portion;
        }

        @Override
        protected void hookOnSubscribe(Subscription s) {
            subscription = s;
            open = first;
            s.request(first);
        }

        @Override
        protected void hookOnNext(ServerTime value) {
            broken |= !inSignal.compareAndSet(false, true) || open-- == 0;
            elements++;
            sum += value.serverTime().toEpochMilli();
            inSignal.set(false);
            taken.tryEmitValue(value);
            if (open == 0 && portion > 0) {
                open = portion;
                subscription.request(portion);
            }
        }

        @Override
        protected void hookOnComplete() {
            end.tryEmitEmpty();
        }

        @Override
        protected void hookOnError(Throwable error) {
            end.tryEmitError(error);
        }
    }
}
