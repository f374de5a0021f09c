/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.model.stream.RawStreamEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.core.time.TimestampUnit;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.RecordedRequest;
import io.github.binancereactive.testkit.SimulatedConnection;
import io.github.binancereactive.testkit.stream.ControlAnswers;
import io.github.binancereactive.testkit.stream.StreamEvent;
import io.github.binancereactive.ws.session.SessionEvent;
import io.github.binancereactive.ws.session.SessionOptions;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Market data streams and the simulator on real loopback connections. */
@Timeout(120)
class MarketStreamsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @RegisterExtension
    final ExchangeSimulatorExtension exchange =
            ExchangeSimulatorExtension.fresh(builder -> builder.pingInterval(Duration.ofSeconds(3)));

    private BinanceMarketStreams streams;
    private final Queue<MarketStreamEvent> events = new ConcurrentLinkedQueue<>();

    private BinanceMarketStreams streams() {
        return streams(UnaryOperator.identity());
    }

    private BinanceMarketStreams streams(UnaryOperator<MarketStreamOptions> change) {
        if (streams == null) {
            streams = BinanceMarketStreams.create(
                    change.apply(MarketStreamOptions.of(simulator().environment())
                            .withSession(SessionOptions.defaults()
                                    .withPrepareTimeout(Duration.ofMinutes(1))
                                    .withBackoff(Backoff.fixed(Duration.ofMillis(20))))));
            streams.events().subscribe(events::add);
        }
        return streams;
    }

    private ExchangeSimulator simulator() {
        return exchange.simulator();
    }

    @AfterEach
    void nobodyWasDisconnectedForTooManyMessages() throws Exception {
        if (streams != null) {
            streams.dispose();
            await(simulator -> simulator.openConnections() == 0);
        }
        assertThat(simulator().connections())
                .allSatisfy(each -> assertThat(each.mostMessagesInASecond())
                        .as("messages and pongs in a second on %s", each)
                        .isLessThanOrEqualTo(5));
    }

    private void await(Predicate<ExchangeSimulator> condition) throws TimeoutException, InterruptedException {
        simulator().await(condition, PATIENCE);
    }

    private static List<SimulatedConnection> open(ExchangeSimulator simulator) {
        return simulator.connections().stream()
                .filter(each -> each.state() == SimulatedConnection.State.OPEN)
                .toList();
    }

    private static int subscriptions(ExchangeSimulator simulator) {
        return open(simulator).stream()
                .mapToInt(each -> each.subscriptions().size())
                .sum();
    }

    private void publish(String stream, int n) {
        simulator().streams().publish(stream, StreamEvent.fixed("{\"n\":" + n + "}"));
    }

    @Test
    void eightAtOnceLeaveAsOneFrame() throws Exception {
        // A machine under load may take longer than the few milliseconds of the default to subscribe to them.
        BinanceMarketStreams patient = streams(options -> options.withBatchWindow(Duration.ofSeconds(2)));
        Flux.range(0, 8).flatMap(i -> patient.raw("s" + i + "@x")).subscribe(event -> {}, failure -> {});
        await(simulator -> subscriptions(simulator) == 8);
        assertThat(simulator().requests("SUBSCRIBE")).hasSize(1);
    }

    @Test
    void threeThousandAreOnThreeConnectionsAndComeBackAfterAResetOfAll() throws Exception {
        int count = 3000;
        Queue<String> received = new ConcurrentLinkedQueue<>();
        List<String> names =
                IntStream.range(0, count).mapToObj(i -> "symbol" + i + "@trade").toList();
        names.forEach(name -> streams().raw(name).subscribe(event -> received.add(event.stream()), failure -> {}));
        await(simulator -> subscriptions(simulator) == count);
        assertThat(simulator().connections()).hasSize(3);
        assertThat(open(simulator()))
                .allSatisfy(each -> assertThat(each.subscriptions()).hasSizeLessThanOrEqualTo(1024));

        simulator().resetConnections();
        await(simulator -> simulator.connections().size() == 6 && subscriptions(simulator) == count);
        assertThat(open(simulator())).hasSize(3);
        simulator()
                .requests("SUBSCRIBE")
                .forEach(request -> assertThat(request.raw().getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThan(4_000));

        names.forEach(name -> publish(name, 1));
        Flux.interval(Duration.ofMillis(20))
                .takeUntil(tick -> received.size() >= count)
                .blockLast(PATIENCE);
        assertThat(received).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void theRefusalOfABadNameReachesItsSubscriberAlone() throws Exception {
        Queue<RawStreamEvent> received = new ConcurrentLinkedQueue<>();
        BinanceMarketStreams patient = streams(options -> options.withBatchWindow(Duration.ofSeconds(1)));
        for (int i = 0; i < 10; i++) {
            patient.raw("good" + i + "@x").subscribe(received::add, failure -> {});
        }
        StepVerifier.create(patient.raw("#bad@x"))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                RejectedException.class,
                                refusal -> assertThat(refusal.code()).isEqualTo(2)))
                .verify(PATIENCE);
        await(simulator -> subscriptions(simulator) == 10);
        publish("good7@x", 1);
        Flux.interval(Duration.ofMillis(20))
                .takeUntil(tick -> !received.isEmpty())
                .blockLast(PATIENCE);
        assertThat(received).extracting(RawStreamEvent::stream).containsExactly("good7@x");
        assertThat(simulator().connections()).hasSize(1);
    }

    @Test
    void aServerThatShutsDownIsLeftWithoutALoss() throws Exception {
        Queue<Object> signals = new ConcurrentLinkedQueue<>();
        streams().raw("a@x").signals().subscribe(signals::add, failure -> {});
        await(simulator -> subscriptions(simulator) == 1);
        simulator().announceShutdown(Duration.ofSeconds(10));
        await(simulator ->
                open(simulator).size() == 1 && simulator.connections().size() == 2);
        publish("a@x", 1);
        Flux.interval(Duration.ofMillis(20))
                .takeUntil(tick -> signals.stream().anyMatch(StreamSignal.Event.class::isInstance))
                .blockLast(PATIENCE);
        assertThat(signals)
                .noneMatch(StreamSignal.Lost.class::isInstance)
                .noneMatch(StreamSignal.Gap.class::isInstance);
        assertThat(events).extracting(each -> each.event().type()).contains(SessionEvent.Type.ROTATED);
    }

    @Test
    void framesOfThreeThousandSymbolsAreDecodedElsewhereAndInTheirOrder() throws Exception {
        int count = 3000;
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        Queue<String> threads = new ConcurrentLinkedQueue<>();
        streams()
                .miniTickers()
                .withOverflow(Overflow.buffer(count, Overflow.WhenFull.ERROR))
                .filter(ticker -> ticker.symbol().startsWith("SYMBOL"))
                .subscribe(
                        ticker -> {
                            heard.add(ticker.symbol() + "/" + ticker.eventTime().toEpochMilli());
                            threads.add(Thread.currentThread().getName());
                        },
                        failure -> heard.add(failure.toString()));
        streams().raw("a@trade").subscribe(event -> heard.add("trade"), failure -> heard.add(failure.toString()));
        await(simulator -> subscriptions(simulator) == 2);
        assertThat(simulator().connections()).hasSize(1);
        List<String> expected = new ArrayList<>(List.of("trade"));
        publish("a@trade", 0);
        for (int frame = 1; frame <= 3; frame++) {
            String json = miniTickers(count, frame);
            assertThat(json.length()).isGreaterThan(64 * 1024);
            simulator().streams().publish("!miniTicker@arr", StreamEvent.fixed(json));
            publish("a@trade", frame);
            for (int i = 0; i < count; i++) {
                expected.add("SYMBOL" + i + "/" + frame);
            }
            expected.add("trade");
        }
        Flux.interval(Duration.ofMillis(20))
                .takeUntil(tick -> heard.size() >= expected.size())
                .blockLast(PATIENCE);
        assertThat(heard).containsExactlyElementsOf(expected);
        assertThat(threads).allMatch(thread -> thread.startsWith("parallel"));
    }

    @Test
    void namesThatAreNotAsciiAndTimesInMicroseconds() throws Exception {
        Queue<TradeEvent> received = new ConcurrentLinkedQueue<>();
        streams(options -> options.withTimeUnit(TimestampUnit.MICROSECOND))
                .trades("币安人生USDT")
                .subscribe(received::add, failure -> {});
        await(simulator -> subscriptions(simulator) == 1);
        assertThat(open(simulator()).get(0).subscriptions()).containsExactly("币安人生usdt@trade");
        simulator()
                .streams()
                .publish(
                        "币安人生usdt@trade",
                        StreamEvent.rendered(in -> "{\"e\":\"trade\",\"E\":" + in.of(1_770_123_456_789_012L)
                                + ",\"s\":\"币安人生USDT\",\"t\":7,\"p\":\"0.001\",\"q\":\"100\",\"T\":"
                                + in.of(1_770_123_456_789_001L)
                                + ",\"m\":true,\"M\":true}"));
        Flux.interval(Duration.ofMillis(20))
                .takeUntil(tick -> !received.isEmpty())
                .blockLast(PATIENCE);
        assertThat(received)
                .containsExactly(new TradeEvent(
                        Instant.parse("2026-02-03T12:57:36.789012Z"),
                        "币安人生USDT",
                        7,
                        new BigDecimal("0.001"),
                        new BigDecimal("100"),
                        Instant.parse("2026-02-03T12:57:36.789001Z"),
                        true));
    }

    private static String miniTickers(int count, int time) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> "{\"e\":\"24hrMiniTicker\",\"E\":" + time + ",\"s\":\"SYMBOL" + i
                                + "\",\"c\":\"0.0025\",\"o\":\"0.0010\",\"h\":\"0.0025\",\"l\":\"0.0010\",\"v\":\"10000\",\"q\":\"18\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @EnumSource(ControlAnswers.class)
    void refusalsInEitherFormReachAllWhoCausedThem(ControlAnswers form) {
        try (ExchangeSimulator other =
                ExchangeSimulator.builder().controlAnswers(form).start()) {
            BinanceMarketStreams patient = BinanceMarketStreams.create(
                    MarketStreamOptions.of(other.environment()).withBatchWindow(Duration.ofSeconds(1)));
            Queue<String> refused = new ConcurrentLinkedQueue<>();
            Queue<Object> received = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < 12; i++) {
                String name = i % 5 == 0 ? "#bad" + i + "@x" : "good" + i + "@x";
                patient.raw(name).subscribe(received::add, failure -> refused.add(name));
            }
            Flux.interval(Duration.ofMillis(20))
                    .takeUntil(tick -> refused.size() == 3 && subscriptions(other) == 9)
                    .blockLast(PATIENCE);
            assertThat(refused).containsExactlyInAnyOrder("#bad0@x", "#bad5@x", "#bad10@x");
            assertThat(other.connections()).hasSize(1);
            assertThat(other.requests("LIST_SUBSCRIPTIONS")).isEmpty();
            patient.dispose();
        }
    }

    @Test
    void theLastSubscriberEndsTheSubscriptionAndThenTheConnection() throws Exception {
        Flux<RawStreamEvent> flux = streams().raw("a@x");
        Disposable first = flux.subscribe();
        Disposable second = flux.subscribe();
        await(simulator -> subscriptions(simulator) == 1);
        assertThat(simulator().requests("SUBSCRIBE")).hasSize(1);
        first.dispose();
        second.dispose();
        await(simulator -> simulator.openConnections() == 0);
        assertThat(simulator().requests("UNSUBSCRIBE")).hasSize(1);
        assertThat(simulator().requests()).extracting(RecordedRequest::method).doesNotContain("LIST_SUBSCRIPTIONS");
    }
}
