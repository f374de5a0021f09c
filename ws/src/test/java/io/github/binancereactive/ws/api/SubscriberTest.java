/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static io.github.binancereactive.ws.api.FakeRequest.RESULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.codec.EnvelopeCodec;
import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.codec.RequestStamp;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.ws.session.SocketClose;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** What a request is to its subscriber: demand, cancel, context, and subscribers that misbehave. */
class SubscriberTest extends WebSocketApiTestCase {

    @Test
    void nothingHappensWithoutSubscriber() {
        time();
        assertThat(exchange.transport().connections()).isEmpty();
    }

    @Test
    void nothingIsSentWithoutDemand() {
        Recorder<ServerTime> asked = Recorder.withoutDemand(time());
        assertThat(exchange.transport().connections()).isEmpty();
        pass(DEADLINE.multipliedBy(3));
        asked.assertNothing();
        assertThat(statistics().inFlight()).isZero();
        // The deadline runs from the demand, not from the subscription.
        asked.request(1);
        exchange.expectRequest("time").thenRespond(RESULT);
        assertThat(asked.value()).isEqualTo(SERVER_TIME);
    }

    @Test
    void moreDemandIsNoSecondRequest() {
        Recorder<ServerTime> asked = Recorder.withoutDemand(time());
        asked.request(1);
        asked.request(1);
        asked.request(Long.MAX_VALUE);
        exchange.expectRequests(1).get(0).thenRespond(RESULT);
        asked.request(1);
        exchange.expectNoRequest();
        asked.value();
    }

    @Test
    void aDemandThatIsNoneSendsNothing() {
        Recorder<ServerTime> asked = Recorder.withoutDemand(time());
        asked.request(0);
        asked.request(-1);
        assertThat(exchange.transport().connections()).isEmpty();
        asked.request(1);
        exchange.expectRequest("time").thenRespond(RESULT);
        asked.value();
    }

    @Test
    void cancelBeforeDemandSendsNothing() {
        Recorder<ServerTime> asked = Recorder.withoutDemand(time());
        asked.cancel();
        asked.request(1);
        assertThat(exchange.transport().connections()).isEmpty();
        asked.assertNothing();
        assertThat(statistics().cancelled()).isZero();
    }

    @Test
    void cancelBeforeTheWriteKeepsTheRequestOffTheWire() {
        exchange.keepWaiting();
        Recorder<ServerTime> given = askTime();
        Recorder<ServerTime> kept = askTime();
        given.cancel();
        assertThat(statistics().inFlight()).isEqualTo(1);
        exchange.open();
        assertThat(exchange.expectRequest("time").id()).isEqualTo(2);
        exchange.expectNoRequest();
        given.assertNothing();
        kept.assertNothing();
        assertThat(statistics().cancelled()).isEqualTo(1);
    }

    @Test
    void cancelInACongestedSocketKeepsTheRequestOffTheWire() {
        connected();
        exchange.connection().congest();
        Recorder<ServerTime> asked = askTime();
        asked.cancel();
        exchange.connection().relieve();
        exchange.expectNoRequest();
        assertThat(exchange.connection().texts()).isEmpty();
        assertThat(statistics().written()).isZero();
        asked.assertNothing();
    }

    @Test
    void cancelWhileItIsEncodedKeepsTheRequestOffTheWire() {
        connected();
        List<Recorder<ServerTime>> asked = new ArrayList<>();
        EnvelopeCodec codec = options.codec();
        options = options.withCodec(new EnvelopeCodec() {
            @Override
            public void encode(long id, Call<?> call, FrameBuffer target) {
                codec.encode(id, call, target);
                asked.get(0).cancel();
            }

            @Override
            public void encode(long id, Call<?> call, RequestStamp stamp, FrameBuffer target) {
                codec.encode(id, call, stamp, target);
                asked.get(0).cancel();
            }

            @Override
            public void decode(byte[] source, int offset, int length, Expectations expected, InboundFrame target) {
                codec.decode(source, offset, length, expected, target);
            }
        });
        BinanceWebSocketApiClient other = BinanceWebSocketApiClient.create(options);
        asked.add(Recorder.withoutDemand(other.exchange(Call.of(GeneralEndpoints.TIME))));
        asked.get(0).request(1);
        exchange.expectNoRequest();
        assertThat(other.statistics().written()).isZero();
        assertThat(other.statistics().cancelled()).isEqualTo(1);
        other.dispose();
    }

    @Test
    void cancelAfterTheWriteDropsTheAnswer() {
        Recorder<ServerTime> asked = askTime();
        FakeRequest request = exchange.expectRequest("time");
        asked.cancel();
        assertThat(statistics().inFlight()).isZero();
        request.thenRespond(RESULT);
        asked.assertNothing();
        assertThat(statistics().lateOrDuplicate()).isEqualTo(1);
    }

    @Test
    void cancellingAgainOrAfterTheEndDoesNothing() {
        Recorder<ServerTime> twice = askTime();
        twice.cancel();
        twice.cancel();
        Recorder<ServerTime> late = askTime();
        exchange.expectRequests(2).get(1).thenRespond(RESULT);
        late.cancel();
        late.value();
        twice.assertNothing();
        assertThat(statistics().cancelled()).isEqualTo(1);
        assertThat(statistics().inFlight()).isZero();
    }

    @Test
    void theSubscribersContextIsVisibleAboveTheRequest() {
        List<String> seen = new ArrayList<>();
        Mono<ServerTime> mono =
                time().doOnEach(signal -> seen.add(signal.getContextView().getOrDefault("trace", "none")));
        Recorder<ServerTime> asked = Recorder.of(mono.contextWrite(Context.of("trace", "t-1")));
        exchange.expectRequest("time").thenRespond(RESULT);
        asked.value();
        assertThat(seen).containsOnly("t-1");
    }

    @Test
    void anErrorTellsWhereTheCallWasMadeWhenAskedTo() {
        Hooks.onOperatorDebug();
        try {
            Recorder<ServerTime> asked = Recorder.of(time().map(answer -> answer));
            pass(DEADLINE);
            asked.assertError(DeadlineExceededException.class);
            assertThat(asked.error().getSuppressed()).hasSize(1);
            assertThat(asked.error().getSuppressed()[0]).hasMessageContaining("RequestMono", "SubscriberTest");
        } finally {
            Hooks.resetOnOperatorDebug();
        }
    }

    @Test
    void requestsFromWithinAnswersOfOneReadShareAFlush() {
        connected();
        List<Recorder<ServerTime>> following = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            time().subscribe(answer -> following.add(askTime()));
        }
        String[] answers =
                exchange.expectRequests(20).stream().map(FakeRequest::answer).toArray(String[]::new);
        int flushes = exchange.connection().flushes();
        exchange.send(answers);
        assertThat(exchange.connection().flushes() - flushes).isEqualTo(1);
        assertThat(exchange.expectRequests(20))
                .extracting(FakeRequest::id)
                .first()
                .isEqualTo(21L);
        following.forEach(Recorder::assertNothing);
    }

    @Test
    void aRequestFromWithinAnErrorIsSent() {
        Recorder<ServerTime> again = Recorder.of(time().onErrorResume(error -> time()));
        exchange.expectRequest("time").thenFail(503, "{\"code\":-1008,\"msg\":\"busy\"}");
        exchange.expectRequest("time").thenRespond(RESULT);
        again.value();
    }

    @Test
    void aRequestFromWithinTheLastAnswerFindsItsPlaceFree() {
        options = options.withMaxInFlight(1);
        Recorder<ServerTime> second = Recorder.of(time().then(time()));
        exchange.expectRequest("time").thenRespond(RESULT);
        exchange.expectRequest("time").thenRespond(RESULT);
        second.value();
    }

    @Test
    void aSubscriberThatThrowsDoesNotHarmTheOthersOfTheSameRead() {
        Throwing.subscribedTo(time());
        Recorder<ServerTime> other = askTime();
        List<FakeRequest> requests = exchange.expectRequests(2);
        exchange.send(requests.get(0).answer(), requests.get(1).answer());
        other.value();
        assertThat(statistics().answered()).isEqualTo(2);
        assertThat(statistics().inFlight()).isZero();
    }

    @Test
    void aSubscriberThatThrowsDoesNotStopTheDeadlines() {
        Throwing.subscribedTo(time());
        Recorder<ServerTime> other = askTime();
        pass(DEADLINE);
        other.assertError(DeadlineExceededException.class);
        Recorder<ServerTime> later = askTime();
        pass(DEADLINE);
        later.assertError(DeadlineExceededException.class);
    }

    @Test
    void aSubscriberThatThrowsDoesNotKeepTheOthersFromHearingOfALostSocket() {
        Throwing.subscribedTo(order("mine-1"));
        Recorder<TestOrder> other = placeOrder("mine-2");
        exchange.connection().fail(SocketClose.lost(null));
        assertThat(other.isTerminated()).isTrue();
        pass(BACKOFF);
        assertThat(exchange.transport().open()).hasSize(1);
    }

    @Test
    void aSubscriberThatThrowsDoesNotKeepTheOthersFromHearingOfTheEnd() {
        exchange.keepWaiting();
        Throwing.subscribedTo(time());
        Recorder<ServerTime> other = askTime();
        client().dispose();
        assertThat(other.isTerminated()).isTrue();
        assertThat(client().isDisposed()).isTrue();
    }

    @Test
    void aSubscriberThatThrowsOnARequestTooManyDoesNotHarmItsCaller() {
        options = options.withMaxInFlight(1);
        Recorder<ServerTime> first = askTime();
        Throwing.subscribedTo(time());
        exchange.expectRequest("time").thenRespond(RESULT);
        first.value();
    }

    @Test
    void requestsThatWaitedForTheConnectionShareAFlush() {
        exchange.keepWaiting();
        askTime(200);
        exchange.open();
        exchange.expectRequests(200);
        assertThat(exchange.connection().flushes()).isEqualTo(1);
    }

    /** A subscriber that breaks the rule that none may throw. */
    private static final class Throwing<T> extends Recorder<T> {

        static <T> void subscribedTo(Mono<T> mono) {
            Throwing<T> subscriber = new Throwing<>();
            mono.subscribe(subscriber);
            subscriber.request(1);
        }

        @Override
        public synchronized void onNext(T value) {
            throw new IllegalStateException("thrown by onNext");
        }

        @Override
        public synchronized void onError(Throwable error) {
            throw new IllegalStateException("thrown by onError");
        }
    }
}
