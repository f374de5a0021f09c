/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static io.github.binancereactive.ws.stream.Events.trade;
import static io.github.binancereactive.ws.stream.Events.tradesBetween;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.stream.TradeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

/** The rules of Reactive Streams, for each publisher here and under each policy. */
class StreamRulesTest extends StreamTestCase {

    private enum Kind {
        EVENTS,
        SIGNALS
    }

    record Form(Kind kind, Overflow policy) {}

    private static Stream<Form> forms() {
        Overflow.Buffer buffer = new Overflow.Buffer(64, Overflow.WhenFull.ERROR);
        return Stream.of(Overflow.latest(), buffer, Overflow.pause(java.time.Duration.ofSeconds(1), buffer))
                .flatMap(policy -> Stream.of(new Form(Kind.EVENTS, policy), new Form(Kind.SIGNALS, policy)));
    }

    /** The numbers of the trades in it. */
    private Flux<Long> numbers(Form form) {
        return form.kind() == Kind.EVENTS
                ? trades().withOverflow(form.policy()).map(TradeEvent::id)
                : trades().withOverflow(form.policy())
                        .signals()
                        .ofType(StreamSignal.Event.class)
                        .map(event -> ((TradeEvent) event.value()).id());
    }

    private Publisher<?> publisher(Form form) {
        StreamFlux<TradeEvent> flux = trades().withOverflow(form.policy());
        return form.kind() == Kind.EVENTS ? flux : flux.signals();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nothingComesWithoutDemand(Form form) {
        Taker<Object> taker = asking(0, form);
        line().subscribe(1).onEvent(trade(1));
        assertThat(taker.values()).isEmpty();
        taker.request(Long.MAX_VALUE);
        assertThat(taker.values()).isNotEmpty();
    }

    @SuppressWarnings("unchecked") // whatever it is, it is an object
    private Taker<Object> asking(long demand, Form form) {
        return Taker.asking(demand, (Publisher<Object>) publisher(form));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void noMoreComesThanWasAskedFor(Form form) {
        Taker<Object> taker = asking(1, form);
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 5);
        assertThat(taker.count()).isEqualTo(1);
        taker.request(1);
        assertThat(taker.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aDemandThatIsNoneIsAnError(Form form) {
        for (long demand : new long[] {0, -1, Long.MIN_VALUE}) {
            Taker<Object> taker = asking(0, form);
            line().subscribe(1).onEvent(trade(1));
            taker.request(demand);
            assertThat(taker.error())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("3.9");
            taker.request(1);
            line().sink.onEnd(null);
            assertThat(taker.values()).isEmpty();
            passSeconds(2);
        }
        assertThat(hubs.shared()).isZero();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void demandAddsUpAndHasNoEnd(Form form) {
        Taker<Object> taker = asking(Long.MAX_VALUE - 1, form);
        taker.request(Long.MAX_VALUE);
        taker.request(5);
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 100);
        assertThat(taker.count()).isEqualTo(form.kind() == Kind.EVENTS ? 100 : 101);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nothingComesAfterACancel(Form form) {
        Taker<Object> taker = asking(Long.MAX_VALUE, form);
        Feed<TradeEvent> feed = line().subscribe(1);
        taker.forget();
        taker.cancel();
        taker.request(1);
        taker.request(-1);
        bring(feed, 1, 5);
        line().sink.onEnd(null);
        assertThat(taker.values()).isEmpty();
        assertThat(taker.error()).isNull();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void oneMayAskFromWithinASignal(Form form) {
        Taker<Object> taker = asking(0, form);
        taker.doing(value -> taker.request(1));
        taker.request(1);
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 20);
        assertThat(taker.count()).isEqualTo(form.kind() == Kind.EVENTS ? 20 : 21);
    }

    /** Asking from within a signal must not go deeper into the stack with each one. */
    @Test
    void whatWaitsIsHandedOverWithoutRecursion() {
        int many = 100_000;
        Taker<TradeEvent> taker =
                Taker.asking(0, trades().withOverflow(Overflow.buffer(many, Overflow.WhenFull.ERROR)));
        taker.doing(value -> taker.request(1));
        bring(line().subscribe(1), 1, many);
        taker.request(1);
        assertThat(taker.count()).isEqualTo(many);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void oneMayCancelFromWithinASignal(Form form) {
        Taker<Object> taker = asking(0, form);
        taker.doing(value -> taker.cancel());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 5);
        taker.request(Long.MAX_VALUE);
        assertThat(taker.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void twoSubscribersHaveTheirOwnDemand(Form form) {
        List<Long> one = new ArrayList<>();
        List<Long> two = new ArrayList<>();
        numbers(form).subscribe(one::add);
        Feed<TradeEvent> first = line().subscribe(1);
        numbers(form).take(2).subscribe(two::add);
        boolean shared = supply.opened() == 1;
        Feed<TradeEvent> second = shared ? first : line().subscribe(1);
        bring(first, 1, 3);
        if (!shared) {
            bring(second, 1, 3);
        }
        assertThat(one).containsExactly(1L, 2L, 3L);
        assertThat(two).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void oneMaySubscribeAgainAfterAnError(Form form) {
        Flux<Long> flux = numbers(form);
        StepVerifier.create(flux)
                .then(() -> line().sink.onEnd(null))
                .verifyErrorMatches(error -> String.valueOf(error.getMessage()).contains("closed"));
        StepVerifier.create(flux)
                .then(() -> line().subscribe(1).onEvent(trade(7)))
                .expectNext(7L)
                .thenCancel()
                .verify();
        assertThat(supply.opened()).isEqualTo(2);
    }

    @Test
    void theSubscribersContextIsVisibleAboveTheStream() {
        List<String> seen = new ArrayList<>();
        trades().doOnEach(signal -> seen.add(signal.getContextView().getOrDefault("trace", "none")))
                .contextWrite(Context.of("trace", "t-1"))
                .subscribe();
        line().subscribe(1).onEvent(trade(1));
        assertThat(seen).containsExactly("t-1");
    }

    @Test
    void aLaterDemandTakesWhatWaitsFirst() {
        Taker<TradeEvent> taker = Taker.asking(1, trades());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 3);
        taker.request(1);
        bring(feed, 4, 4);
        taker.request(10);
        bring(feed, 5, 5);
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 5));
    }
}
