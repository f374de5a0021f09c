/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.RateLimitedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.request.ExchangeInfoQuery;
import io.github.binancereactive.core.request.ExecutionRulesQuery;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.core.time.TimestampUnit;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.testkit.SimulatedConnection;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.ws.session.SessionEvent;
import io.github.binancereactive.ws.session.SessionEvent.Type;
import io.github.binancereactive.ws.session.SessionOptions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

/** The client and the simulator on a real loopback connection. */
class WebSocketApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    final ExchangeSimulatorExtension exchange =
            ExchangeSimulatorExtension.fresh(builder -> builder.answer("order.place", request -> TestOrder.RESULT));

    private final Queue<SessionEvent> events = new ConcurrentLinkedQueue<>();
    private BinanceWebSocketApiClient client;

    private BinanceWebSocketApiClient client() {
        return client(UnaryOperator.identity());
    }

    private BinanceWebSocketApiClient client(UnaryOperator<WebSocketApiOptions> change) {
        WebSocketApiOptions options = WebSocketApiOptions.of(simulator().environment())
                .withBudget(RequestBudget.unlimited()) // some tests ask for more than the exchange would like
                .withSession(session(UnaryOperator.identity()));
        client = BinanceWebSocketApiClient.create(change.apply(options));
        client.events().subscribe(events::add);
        return client;
    }

    private static SessionOptions session(UnaryOperator<SessionOptions> change) {
        return change.apply(SessionOptions.defaults().withBackoff(Backoff.fixed(Duration.ofMillis(20))));
    }

    private ExchangeSimulator simulator() {
        return exchange.simulator();
    }

    private void awaitEvent(Type type) {
        client.events().filter(event -> event.type() == type).blockFirst(PATIENCE);
    }

    @AfterEach
    void everyRequestHasEnded() {
        if (client != null) {
            client.dispose();
            assertThat(client.statistics().inFlight()).isZero();
        }
    }

    @Test
    void answersTheGeneralCalls() {
        client();
        StepVerifier.create(client.ping()).verifyComplete();
        StepVerifier.create(client.time()).expectNextCount(1).verifyComplete();
        StepVerifier.create(client.exchangeInfo(ExchangeInfoQuery.symbols("BTCUSDT", "ETHUSDT")))
                .assertNext(info -> assertThat(info.symbols()).hasSize(2))
                .verifyComplete();
        StepVerifier.create(client.executionRules(ExecutionRulesQuery.symbol("BTCUSDT")))
                .assertNext(rules -> assertThat(rules.symbolRules()).hasSize(1))
                .verifyComplete();
        assertThat(simulator().openConnections()).isEqualTo(1);
    }

    @Test
    void namesAreNotOnlyAscii() {
        StepVerifier.create(client().exchangeInfo(ExchangeInfoQuery.symbol("１２３４５６")))
                .assertNext(info -> assertThat(info.symbols().get(0).symbol()).isEqualTo("１２３４５６"))
                .verifyComplete();
    }

    @Test
    void aRefusalCarriesTheExchangesCode() {
        StepVerifier.create(client().exchangeInfo(ExchangeInfoQuery.symbol("NOSUCH")))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                RejectedException.class,
                                e -> assertThat(e.code()).isEqualTo(-1121)));
    }

    @Test
    void asksForMicrosecondsAndForNoRateLimits() {
        client(options -> options.withTimeUnit(TimestampUnit.MICROSECOND).withReturnRateLimits(false));
        StepVerifier.create(client.time()).expectNextCount(1).verifyComplete();
        assertThat(simulator().connections().get(0).uri())
                .contains("timeUnit=MICROSECOND")
                .contains("returnRateLimits=false");
    }

    @Test
    void speaksTls() {
        try (ExchangeSimulator secure = ExchangeSimulator.builder().tls(true).start()) {
            client = BinanceWebSocketApiClient.create(WebSocketApiOptions.of(secure.environment())
                    .withHttpClient(TrustOnly.certificate(secure.certificate())));
            StepVerifier.create(client.time()).expectNextCount(1).verifyComplete();
            client.dispose();
        }
    }

    @Test
    void answersLargerThanALoopShouldDecodeComeWhole() {
        try (ExchangeSimulator large = ExchangeSimulator.builder().symbols(500).start()) {
            client = BinanceWebSocketApiClient.create(large.environment());
            int size = client.exchangeInfo().map(info -> info.symbols().size()).block(PATIENCE);
            assertThat(size).isGreaterThan(400);
            large.inject(Fault.fragmentedFrame(7));
            assertThat(client.exchangeInfo().map(info -> info.symbols().size()).block(PATIENCE))
                    .isEqualTo(size);
            client.dispose();
        }
    }

    @Test
    void anAnswerLargerThanAllowedIsAnErrorAndNotTheEnd() {
        client(options -> options.withMaxMessageBytes(4096));
        StepVerifier.create(client.exchangeInfo()).verifyError(ConnectionLostException.class);
        StepVerifier.create(client.time()).expectNextCount(1).verifyComplete();
        assertThat(events).anySatisfy(event -> assertThat(event.reason()).startsWith("GARBLED"));
    }

    @Test
    void aQueryUnansweredWhenTheSocketIsResetIsRepeatedAndRotationStillHappens() {
        client();
        simulator().inject(Fault.resetBeforeAnswer());
        StepVerifier.create(client.time()).expectNextCount(1).expectComplete().verify(PATIENCE);
        assertThat(client.statistics().repeated()).isEqualTo(1);
        StepVerifier.create(client.session().rotate()).expectComplete().verify(PATIENCE);
        StepVerifier.create(client.time()).expectNextCount(1).expectComplete().verify(PATIENCE);
    }

    @Test
    void aQueryThatIsNeverAnsweredEndsAtItsDeadlineAndRotationStillHappens() {
        client(options -> options.withRequestTimeout(Duration.ofMillis(300)));
        simulator().inject(Fault.drop());
        StepVerifier.create(client.time())
                .expectError(DeadlineExceededException.class)
                .verify(PATIENCE);
        StepVerifier.create(client.session().rotate()).expectComplete().verify(PATIENCE);
        awaitEvent(Type.RETIRED);
    }

    @Test
    void anOrderUnansweredWhenTheSocketIsResetIsNeverSentAgain() {
        client();
        simulator().inject(Fault.resetBeforeAnswer());
        StepVerifier.create(client.exchange(TestOrder.place("mine")))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                OutcomeUnknownException.class,
                                e -> assertThat(e.clientOrderId()).contains("mine")))
                .verify(PATIENCE);
        StepVerifier.create(client.time()).expectNextCount(1).expectComplete().verify(PATIENCE);
        assertThat(simulator().requests("order.place")).hasSize(1);
    }

    @Test
    void anOrderWhoseOutcomeTheExchangeDoesNotKnowIsUnknown() {
        client();
        simulator().inject(Fault.timeout());
        StepVerifier.create(client.exchange(TestOrder.place("mine"))).verifyError(OutcomeUnknownException.class);
        simulator().inject(Fault.timeout());
        StepVerifier.create(client.time()).verifyError(TransientException.class);
    }

    @Test
    void aServerThatWasAwayIsReconnectedTo() {
        client();
        StepVerifier.create(client.time()).expectNextCount(1).expectComplete().verify(PATIENCE);
        simulator().refuseConnections(true);
        simulator().resetConnections();
        client.events().filter(event -> event.attempt() == 4).blockFirst(PATIENCE);
        simulator().refuseConnections(false);
        StepVerifier.create(client.time()).expectNextCount(1).expectComplete().verify(PATIENCE);
    }

    @Test
    void requestsMadeWhileTheServerIsAwayWaitForIt() {
        client();
        simulator().refuseConnections(true);
        StepVerifier.create(Flux.range(0, 50).flatMap(i -> client.time()))
                .expectSubscription()
                .then(() ->
                        client.events().filter(event -> event.attempt() == 3).blockFirst(PATIENCE))
                .then(() -> simulator().refuseConnections(false))
                .expectNextCount(50)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(simulator().requests("time")).hasSize(50);
    }

    @Test
    void rotationWithTwoHundredInFlightLosesNoneAndRepeatsNone() {
        losesNoneAndRepeatsNone(() -> client.session().rotate().block(PATIENCE));
    }

    @Test
    void serverShutdownWithTwoHundredInFlightLosesNoneAndRepeatsNone() {
        losesNoneAndRepeatsNone(() -> {
            simulator().announceShutdown();
            awaitEvent(Type.ROTATED);
        });
    }

    /** Until then they are not in flight: what isn't written yet would go to the successor. */
    private void awaitRequests(int count) {
        try {
            simulator().await(exchange -> exchange.requests().size() >= count, PATIENCE);
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void losesNoneAndRepeatsNone(Runnable rotation) {
        client();
        client.connect().block(PATIENCE);
        simulator().inject(Fault.delay(Duration.ofSeconds(2)), 200);
        Mono<List<Object>> inFlight = Flux.range(0, 200)
                .<Object>flatMap(i -> i % 2 == 0 ? client.time() : client.exchange(TestOrder.place("o" + i)), 200)
                .collectList();
        StepVerifier.create(inFlight)
                .expectSubscription()
                .then(() -> awaitRequests(200))
                .then(rotation)
                .then(() -> client.time().block(PATIENCE))
                .assertNext(answers -> assertThat(answers).hasSize(200))
                .expectComplete()
                .verify(PATIENCE);
        assertThat(simulator().requests()).hasSize(201);
        assertThat(client.statistics().repeated()).isZero();
        assertThat(events).extracting(SessionEvent::type).contains(Type.ROTATED).doesNotContain(Type.LOST);
        // What was asked after the rotation went over the new connection, all else over the old one.
        assertThat(simulator().requests().stream()
                        .collect(Collectors.groupingBy(request -> request.connection(), Collectors.counting()))
                        .values())
                .containsExactlyInAnyOrder(200L, 1L);
    }

    @Test
    void aHalfOpenConnectionIsFoundAndItsQueriesAreRepeated() {
        client(options -> options.withSession(session(session -> session.withSilenceTimeout(Duration.ofMillis(600)))));
        client.connect().block(PATIENCE);
        simulator().halfOpen();
        StepVerifier.create(client.time()).expectNextCount(1).expectComplete().verify(PATIENCE);
        assertThat(events).anySatisfy(event -> assertThat(event.reason()).startsWith("SILENT"));
    }

    @Test
    void aCloseByTheServerIsSurvived() {
        client();
        client.connect().block(PATIENCE);
        simulator().closeConnections(1008, "too many requests");
        StepVerifier.create(client.time()).expectNextCount(1).expectComplete().verify(PATIENCE);
        assertThat(events)
                .anySatisfy(event -> assertThat(event.reason()).isEqualTo("CLOSED_BY_SERVER (close code 1008)"));
    }

    @Test
    void duplicatesAndUnknownIdsAreCountedAndIgnored() {
        client();
        simulator().inject(Fault.duplicate());
        StepVerifier.create(client.time()).expectNextCount(1).verifyComplete();
        simulator().inject(Fault.unknownId());
        StepVerifier.create(client.time()).expectNextCount(1).verifyComplete();
        StepVerifier.create(client.time()).expectNextCount(1).verifyComplete();
        assertThat(client.statistics().lateOrDuplicate()).isEqualTo(1);
        assertThat(client.statistics().unknownIds()).isEqualTo(1);
    }

    @Test
    void aRateLimitNamesWhenToComeBack() {
        client();
        simulator().inject(Fault.rateLimited(Duration.ofSeconds(30)));
        StepVerifier.create(client.time())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                RateLimitedException.class,
                                e -> assertThat(e.retryAfter()).isPresent()));
    }

    @Test
    void measuresARoundTripByPingFrame() {
        client();
        client.connect().block(PATIENCE);
        StepVerifier.create(client.session().ping())
                .assertNext(time -> assertThat(time).isPositive())
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void pingsOfTheServerAreAnsweredWhileAnswersPourIn() throws Exception {
        try (ExchangeSimulator pinging = ExchangeSimulator.builder()
                .pingInterval(Duration.ofMillis(50))
                .pongTimeout(Duration.ofMillis(500))
                .limits(SimulatedLimits.unlimited())
                .start()) {
            client = BinanceWebSocketApiClient.create(pinging.environment());
            client.connect().block(PATIENCE);
            Disposable load = Flux.range(0, Integer.MAX_VALUE)
                    .flatMap(i -> client.ping(), 64)
                    .onErrorComplete()
                    .subscribe();
            pinging.await(sim -> sim.connections().get(0).pongsReceived() >= 20, PATIENCE);
            load.dispose();
            assertThat(pinging.connections()).hasSize(1);
            assertThat(pinging.connections().get(0).state()).isEqualTo(SimulatedConnection.State.OPEN);
            client.dispose();
        }
    }

    @Test
    void tenClientsAddNoThreads() {
        client().time().block(PATIENCE);
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        List<BinanceWebSocketApiClient> ten = Stream.generate(() -> simulator().environment())
                .limit(10)
                .map(BinanceWebSocketApiClient::create)
                .toList();
        Flux.fromIterable(ten).flatMap(each -> each.time().repeat(20)).blockLast(PATIENCE);

        // The shared pools may start those of their threads that nobody has needed so far, and no others may start.
        Set<Thread> added = new HashSet<>(Thread.getAllStackTraces().keySet());
        added.removeAll(before);
        assertThat(added).extracting(Thread::getName).allMatch(name -> name.matches("(reactor-http-|parallel-).*"));
        assertThat(threads("reactor-http-")).isLessThanOrEqualTo(LoopResources.DEFAULT_IO_WORKER_COUNT);
        assertThat(threads("parallel-")).isLessThanOrEqualTo(Schedulers.DEFAULT_POOL_SIZE);
        ten.forEach(BinanceWebSocketApiClient::dispose);
    }

    private static long threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }
}
