/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;

/** What the exchange doesn't acknowledge, whether it has done it or not, is looked after; and nobody hangs. */
@Timeout(60)
class WithheldAnswersIT extends SocketTestCase {

    private static final String OTHER = "other@trade";

    private final Queue<StreamSignal<TradeEvent>> signals = new ConcurrentLinkedQueue<>();

    @Override
    MarketStreamOptions change(MarketStreamOptions options) {
        return options.withUnsubscribeGrace(Duration.ZERO);
    }

    /** Carried out and not answered, or not even carried out; and what is said until all is well. */
    private static List<Arguments> subscribing() {
        return List.of(
                Arguments.of((Supplier<Fault>) Fault::drop, List.of("SUBSCRIBE", "LIST_SUBSCRIPTIONS")),
                Arguments.of((Supplier<Fault>) Fault::ignore, List.of("SUBSCRIBE", "LIST_SUBSCRIPTIONS", "SUBSCRIBE")));
    }

    private static List<Arguments> unsubscribing() {
        return List.of(
                Arguments.of((Supplier<Fault>) Fault::drop, List.of("UNSUBSCRIBE", "LIST_SUBSCRIPTIONS")),
                Arguments.of(
                        (Supplier<Fault>) Fault::ignore, List.of("UNSUBSCRIBE", "LIST_SUBSCRIPTIONS", "UNSUBSCRIBE")));
    }

    private Disposable subscribe() {
        Disposable subscriber = streams.trades("BTCUSDT").signals().subscribe(signals::add, failure -> {});
        gathered();
        return subscriber;
    }

    private void subscribed() {
        subscribe();
        until(() -> count(StreamSignal.Subscribed.class) == 1);
        publish(0);
        until(() -> count(StreamSignal.Event.class) == 1);
        exchange.clearRequests();
    }

    private void subscribedToAnother() {
        AtomicBoolean subscribed = new AtomicBoolean();
        streams.raw(OTHER).signals().subscribe(signal -> subscribed.set(true), failure -> {});
        gathered();
        until(subscribed::get);
        exchange.clearRequests();
    }

    private long count(Class<?> kind) {
        return signals.stream().filter(kind::isInstance).count();
    }

    private void assertGotAll() {
        assertMissesNothing();
        assertThat(signals).noneMatch(signal -> signal instanceof StreamSignal.Lost);
    }

    private void assertMissesNothing() {
        publish(0);
        until(() -> count(StreamSignal.Event.class) >= published());
        assertThat(signals.stream()
                        .filter(StreamSignal.Event.class::isInstance)
                        .map(signal -> ((StreamSignal.Event<TradeEvent>) signal).value()))
                .containsExactlyElementsOf(trades());
        assertThat(signals).noneMatch(signal -> signal instanceof StreamSignal.Gap);
    }

    @ParameterizedTest
    @MethodSource("subscribing")
    void ofTheFirstSubscription(Supplier<Fault> fault, List<String> said) {
        exchange.inject(fault.get().on("SUBSCRIBE"));
        subscribe();
        until(() -> exchange.requests("SUBSCRIBE").size() == 1);
        assertThat(signals).isEmpty();

        pass(ACKNOWLEDGEMENT);
        until(() -> count(StreamSignal.Subscribed.class) == 1);
        assertThat(said()).isEqualTo(said);
        assertThat(exchange.connections()).hasSize(1);
        assertGotAll();
    }

    @ParameterizedTest
    @MethodSource("subscribing")
    void whileASuccessorIsPrepared(Supplier<Fault> fault, List<String> said) {
        subscribed();
        exchange.inject(fault.get().on("SUBSCRIBE"));
        AtomicBoolean rotated = new AtomicBoolean();
        streams.rotate().subscribe(nothing -> {}, failure -> {}, () -> rotated.set(true));
        until(() -> exchange.requests("SUBSCRIBE").size() == 1);
        publish(0);
        until(() -> count(StreamSignal.Event.class) == 2);
        assertThat(rotated).isFalse();

        pass(ACKNOWLEDGEMENT);
        until(rotated::get);
        assertThat(said()).isEqualTo(said);
        publish(0);
        pass(OVERLAP);
        until(() -> exchange.openConnections() == 1);
        assertThat(isOpen(2)).isTrue();
        assertGotAll();
    }

    @Test
    void bySomebodyWhoSaysNothingAtAll() {
        subscribed();
        exchange.inject(Fault.drop().on("SUBSCRIBE"));
        exchange.inject(Fault.drop().on("LIST_SUBSCRIPTIONS"));
        AtomicBoolean rotated = new AtomicBoolean();
        streams.rotate().subscribe(nothing -> {}, failure -> {}, () -> rotated.set(true));
        until(() -> exchange.requests("SUBSCRIBE").size() == 1);
        pass(ACKNOWLEDGEMENT);
        until(() -> exchange.requests("LIST_SUBSCRIPTIONS").size() == 1);
        publish(0);
        assertThat(isOpen(2)).isTrue();

        pass(ACKNOWLEDGEMENT);
        until(() -> !isOpen(2));
        assertThat(isOpen(1)).as("the connection in use stays").isTrue();
        publish(0);
        until(() -> {
            boolean another = exchange.connections().size() == 3;
            pass(another ? Duration.ZERO : Duration.ofMillis(10)); // slowly, since to connect takes real time
            return another;
        });
        until(rotated::get);
        pass(OVERLAP);
        until(() -> exchange.openConnections() == 1);
        assertThat(isOpen(3)).isTrue();
        // One of the two that were subscribed to it was lost, and may have been the first to bring an event.
        assertMissesNothing();
    }

    /** Beside another stream, which goes on. */
    @ParameterizedTest
    @MethodSource("subscribing")
    void ofAStreamMore(Supplier<Fault> fault, List<String> said) {
        subscribedToAnother();
        exchange.inject(fault.get().on("SUBSCRIBE"));
        subscribe();
        until(() -> exchange.requests("SUBSCRIBE").size() == 1);

        pass(ACKNOWLEDGEMENT);
        until(() -> count(StreamSignal.Subscribed.class) == 1);
        assertThat(said()).isEqualTo(said);
        assertThat(exchange.connections()).hasSize(1);
        assertThat(connection(1).subscriptions()).containsExactly(OTHER, TRADES);
        assertGotAll();
    }

    @ParameterizedTest
    @MethodSource("unsubscribing")
    void ofAnEnd(Supplier<Fault> fault, List<String> said) {
        subscribedToAnother();
        Disposable subscriber = subscribe();
        until(() -> count(StreamSignal.Subscribed.class) == 1);
        exchange.clearRequests();
        exchange.inject(fault.get().on("UNSUBSCRIBE"));
        subscriber.dispose();
        gathered();
        until(() -> exchange.requests("UNSUBSCRIBE").size() == 1);

        pass(ACKNOWLEDGEMENT);
        until(() -> said().size() == said.size());
        assertThat(said()).isEqualTo(said);
        until(() -> connection(1).subscriptions().equals(List.of(OTHER)));
        assertThat(streams.statistics().streams()).isEqualTo(1);
    }

    /** Whoever wants it again meanwhile needn't wait. */
    @ParameterizedTest
    @MethodSource("unsubscribing")
    void ofAnEndThatIsFollowedByABeginning(Supplier<Fault> fault, List<String> ignored) {
        subscribedToAnother();
        Disposable subscriber = subscribe();
        until(() -> count(StreamSignal.Subscribed.class) == 1);
        exchange.inject(fault.get().on("UNSUBSCRIBE"));
        subscriber.dispose();
        gathered();
        until(() -> exchange.requests("UNSUBSCRIBE").size() == 1);

        subscribe();
        until(() -> count(StreamSignal.Subscribed.class) == 2);
        pass(ACKNOWLEDGEMENT);
        until(() -> exchange.requests("LIST_SUBSCRIPTIONS").size() == 1);
        assertGotAll();
        assertThat(said()).containsExactly("SUBSCRIBE", "UNSUBSCRIBE", "SUBSCRIBE", "LIST_SUBSCRIPTIONS");
        assertThat(connection(1).subscriptions()).containsExactlyInAnyOrder(OTHER, TRADES);
    }
}
