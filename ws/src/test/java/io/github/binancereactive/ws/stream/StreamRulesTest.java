/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static io.github.binancereactive.ws.stream.Events.trade;
import static io.github.binancereactive.ws.stream.Events.tradesBetween;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.testsupport.Incidents;
import io.github.binancereactive.testsupport.Incidents.Kind;
import io.github.binancereactive.ws.stream.Overflow.WhenFull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

/**
 * The rules of Reactive Streams, by their numbers in its specification, for every family of streams, its events and its signals, and
 * under each policy. {@link Taker} watches 1.1, 1.3 and 1.7 in each of them.
 */
class StreamRulesTest extends StreamTestCase {

    private static final Overflow.Buffer BUFFER = new Overflow.Buffer(64, WhenFull.ERROR);

    /** A publisher. */
    record Form<T>(Samples<T> samples, boolean ofSignals, Overflow policy) {

        @SuppressWarnings("unchecked") // whatever it brings, it is an object
        Flux<Object> of(StreamHubs hubs) {
            StreamFlux<T> flux = hubs.flux(samples.stream()).withOverflow(policy);
            Flux<?> publisher = ofSignals ? flux.signals() : flux;
            return (Flux<Object>) publisher;
        }

        /** What comes when the stream is subscribed to and brings events. */
        List<Object> expected(long first, long last) {
            List<Object> all = new ArrayList<>();
            for (T event : samples.between(first, last)) {
                all.add(ofSignals ? new StreamSignal.Event<>(event) : event);
            }
            return all;
        }

        @Override
        public String toString() {
            return samples + (ofSignals ? ", signals" : "") + ", " + policy;
        }
    }

    private static Stream<Form<?>> forms() {
        Stream<Form<?>> others = Stream.of(Overflow.latest(), Overflow.pause(Duration.ofSeconds(1), BUFFER))
                .flatMap(policy -> forms(Samples.TRADES, policy));
        return Stream.concat(others, Samples.ofAllFamilies().stream().flatMap(each -> forms(each, BUFFER)));
    }

    /** What logs a lot need not do so for each family. */
    private static Stream<Form<?>> policies() {
        return forms().filter(form -> form.samples().equals(Samples.TRADES));
    }

    private static Stream<Form<?>> forms(Samples<?> samples, Overflow policy) {
        return Stream.of(new Form<>(samples, false, policy), new Form<>(samples, true, policy));
    }

    private Taker<Object> asking(long demand, Form<?> form) {
        return Taker.asking(demand, form.of(hubs));
    }

    /** A feed of the line opened last. */
    private <T> Feed<T> subscribed(Form<T> form) {
        FakeSupply.Line<T> line = supply.line();
        assertThat(line.sink.stream()).isEqualTo(form.samples().stream());
        return line.subscribe(1);
    }

    private <T> void bring(Form<T> form, long first, long last) {
        form.samples().bring(subscribed(form), first, last);
    }

    /** But for the signal that the stream is subscribed to. */
    private static List<Object> events(Taker<Object> taker) {
        return taker.values().stream()
                .filter(value -> !(value instanceof StreamSignal.Subscribed))
                .toList();
    }

    private void endClient() {
        supply.line().sink.onEnd(null);
    }

    // --- 1: publishers ---

    @ParameterizedTest
    @MethodSource("forms")
    void rule101NothingComesWithoutDemand(Form<?> form) {
        Taker<Object> taker = asking(0, form);
        bring(form, 1, 1);
        assertThat(taker.values()).isEmpty();
        taker.request(Long.MAX_VALUE);
        assertThat(events(taker)).isEqualTo(form.expected(1, 1));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule101NoMoreComesThanWasAskedFor(Form<?> form) {
        Taker<Object> taker = asking(1, form);
        bring(form, 1, 5);
        assertThat(taker.count()).isEqualTo(1);
        taker.request(1);
        assertThat(taker.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule104AnErrorNeedsNoDemand(Form<?> form) {
        Taker<Object> taker = asking(0, form);
        supply.line().sink.onRefused(new RejectedException("SUBSCRIBE", 400, 2, "Invalid request"));
        assertThat(taker.error()).isInstanceOf(RejectedException.class);
        assertThat(taker.values()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule107NothingComesAfterAnError(Form<?> form) {
        Taker<Object> taker = asking(Long.MAX_VALUE, form);
        Feed<?> feed = subscribed(form);
        endClient();
        assertThat(taker.error()).isInstanceOf(ClientClosedException.class);
        taker.forget();
        endClient();
        feed.onClosed(false, "reset");
        taker.request(1);
        taker.request(0);
        taker.cancel();
        assertThat(taker.values()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule109SomebodyMustBeThere(Form<?> form) {
        Flux<Object> flux = form.of(hubs);
        assertThatNullPointerException().isThrownBy(() -> flux.subscribe((Subscriber<Object>) null));
        assertThatNullPointerException().isThrownBy(() -> flux.subscribe((CoreSubscriber<Object>) null));
        assertThat(supply.opened()).isZero();
        assertThat(hubs.shared()).isZero();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule109TheSubscriptionComesFirst(Form<?> form) {
        Taker<Object> taker = new Taker<>() {
            @Override
            public void onSubscribe(Subscription given) {
                assertThat(supply.opened()).isZero();
                super.onSubscribe(given);
            }
        };
        form.of(hubs).subscribe(taker);
        assertThat(taker.isSubscribed()).isTrue();
        assertThat(supply.opened()).isEqualTo(1);
        assertThat(taker.values()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule111TwoSubscribersHaveTheirOwnDemandAndEnd(Form<?> form) {
        Flux<Object> flux = form.of(hubs);
        Taker<Object> one = Taker.unbounded(flux);
        FakeSupply.Line<?> first = supply.line();
        Taker<Object> two = Taker.asking(1, flux);
        assertThat(supply.opened()).isEqualTo(form.policy() instanceof Overflow.Pause ? 2 : 1);
        if (supply.line() != first) {
            bringTo(form, first, 1, 3);
        }
        bring(form, 1, 3);
        assertThat(events(one)).isEqualTo(form.expected(1, 3));
        assertThat(two.count()).isEqualTo(1);
        two.cancel();
        assertThat(one.error()).isNull();
    }

    @SuppressWarnings("unchecked") // it was opened for this form
    private static <T> void bringTo(Form<T> form, FakeSupply.Line<?> line, long first, long last) {
        form.samples().bring(((FakeSupply.Line<T>) line).subscribe(1), first, last);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule110OneMaySubscribeAgainAfterAnError(Form<?> form) {
        Flux<Object> flux = form.of(hubs);
        StepVerifier.create(flux)
                .then(this::endClient)
                .verifyErrorMatches(error -> String.valueOf(error.getMessage()).contains("closed"));
        Taker<Object> again = Taker.unbounded(flux);
        bring(form, 7, 7);
        assertThat(events(again)).isEqualTo(form.expected(7, 7));
        assertThat(supply.opened()).isEqualTo(2);
    }

    // --- 2: what subscribers may not do, and do ---

    @ParameterizedTest
    @MethodSource("policies")
    void rule213WhoThrowsIsCancelled(Form<?> form) {
        Taker<Object> taker = asking(Long.MAX_VALUE, form).doing(value -> {
            throw new IllegalStateException("thrown by onNext");
        });
        bring(form, 1, 3);
        assertThat(taker.count()).isEqualTo(1);
        assertThat(Incidents.take(Kind.DROPPED_ERROR)).hasSize(1);
        assertThat(taker.error()).isNull();
        passSeconds(2);
        assertThat(supply.open()).isZero();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void rule213WhoThrowsAtTheEndHarmsNobody(Form<?> form) {
        Taker<Object> thrower = new Taker<>() {
            @Override
            public void onError(Throwable thrown) {
                super.onError(thrown);
                throw new IllegalStateException("thrown by onError");
            }
        };
        form.of(hubs).subscribe(thrower);
        FakeSupply.Line<?> first = supply.line();
        Taker<Object> other = asking(Long.MAX_VALUE, form);
        first.sink.onEnd(null);
        endClient();
        assertThat(thrower.error()).isInstanceOf(ClientClosedException.class);
        assertThat(other.error()).isInstanceOf(ClientClosedException.class);
        assertThat(Incidents.take(Kind.DROPPED_ERROR)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule213WhoThrowsAtTheBeginningIsNotSubscribed(Form<?> form) {
        Taker<Object> thrower = new Taker<>() {
            @Override
            public void onSubscribe(Subscription given) {
                throw new IllegalStateException("thrown by onSubscribe");
            }
        };
        assertThatThrownBy(() -> form.of(hubs).subscribe(thrower)).hasMessageContaining("thrown by onSubscribe");
        assertThat(supply.opened()).isZero();
        assertThat(hubs.shared()).isZero();
    }

    // --- 3: subscriptions ---

    @ParameterizedTest
    @MethodSource("forms")
    void rule302OneMayAskFromWithinASignal(Form<?> form) {
        Taker<Object> taker = new Taker<>() {
            @Override
            public void onSubscribe(Subscription given) {
                super.onSubscribe(given);
                given.request(1);
            }
        };
        taker.doing(value -> taker.request(1));
        form.of(hubs).subscribe(taker);
        bring(form, 1, 20);
        assertThat(events(taker)).isEqualTo(form.expected(1, 20));
    }

    /** Asking from within a signal must not go deeper into the stack with each one. */
    @Test
    void rule303WhatWaitsIsHandedOverWithoutRecursion() {
        int many = 100_000;
        Taker<TradeEvent> taker = Taker.asking(0, trades().withOverflow(Overflow.buffer(many, WhenFull.ERROR)));
        taker.doing(value -> taker.request(1));
        bring(line().subscribe(1), 1, many);
        taker.request(1);
        assertThat(taker.count()).isEqualTo(many);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule305OneMayCancelFromWithinASignal(Form<?> form) {
        Taker<Object> taker = asking(0, form);
        taker.doing(value -> taker.cancel());
        bring(form, 1, 5);
        taker.request(Long.MAX_VALUE);
        assertThat(taker.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule305OneMayCancelBeforeAnythingBegins(Form<?> form) {
        form.of(hubs).subscribe(new Taker<>() {
            @Override
            public void onSubscribe(Subscription given) {
                given.request(1);
                given.cancel();
            }
        });
        assertThat(supply.opened()).isZero();
        assertThat(hubs.shared()).isZero();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule306NothingComesAfterACancel(Form<?> form) {
        Taker<Object> taker = asking(Long.MAX_VALUE, form);
        Feed<?> feed = subscribed(form);
        taker.forget();
        taker.cancel();
        taker.cancel();
        taker.request(1);
        taker.request(-1);
        bring(form, 1, 5);
        feed.onClosed(false, "reset");
        endClient();
        assertThat(taker.values()).isEmpty();
        assertThat(taker.error()).isNull();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule309ADemandThatIsNoneIsAnError(Form<?> form) {
        for (long demand : new long[] {0, -1, Long.MIN_VALUE}) {
            Taker<Object> taker = asking(0, form);
            bring(form, 1, 1);
            taker.request(demand);
            assertThat(taker.error())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("3.9");
            taker.request(1);
            endClient();
            assertThat(taker.values()).isEmpty();
            passSeconds(2);
        }
        assertThat(hubs.shared()).isZero();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule313NothingIsKeptOfWhoHasLeft(Form<?> form) {
        Taker<Object> taker = asking(0, form);
        bring(form, 1, 5);
        taker.cancel();
        passSeconds(3);
        assertThat(hubs.shared()).isZero();
        assertThat(supply.open()).isZero();
        long timers = supply.time.getScheduledTaskCount();
        passSeconds(1000);
        assertThat(supply.time.getScheduledTaskCount()).isEqualTo(timers);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rule317DemandAddsUpAndHasNoEnd(Form<?> form) {
        Taker<Object> taker = asking(Long.MAX_VALUE - 1, form);
        taker.request(Long.MAX_VALUE);
        taker.request(5);
        bring(form, 1, 100);
        assertThat(events(taker)).isEqualTo(form.expected(1, 100));
    }

    // --- what the rules leave open ---

    @ParameterizedTest
    @MethodSource("forms")
    void theSubscribersContextIsVisibleAboveTheStream(Form<?> form) {
        List<String> seen = new ArrayList<>();
        form.of(hubs)
                .filter(value -> !(value instanceof StreamSignal.Subscribed))
                .doOnEach(signal -> seen.add(signal.getContextView().getOrDefault("trace", "none")))
                .contextWrite(Context.of("trace", "t-1"))
                .subscribe();
        bring(form, 1, 1);
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
        assertThat(taker.values()).startsWith(trade(1));
    }
}
