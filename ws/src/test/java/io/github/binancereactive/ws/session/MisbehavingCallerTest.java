/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Whatever those throw that a session tells something, the session goes on. */
class MisbehavingCallerTest {

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final InMemoryTransport transport = new InMemoryTransport();
    private final RecordingProtocol protocol = new RecordingProtocol();
    private final WebSocketSession session = new WebSocketSession(
            "test", List.of(URI.create("ws://exchange/x")), SessionOptions.defaults(), transport, protocol, time);

    @AfterEach
    void theSessionStillEnds() {
        session.dispose();
        assertThat(session.isDisposed()).isTrue();
        assertThat(transport.open()).isEmpty();
    }

    private void passAWhile() {
        time.advanceTimeBy(Duration.ofSeconds(31));
    }

    @Test
    void aPingWhoseSubscriberThrows() {
        session.start();
        session.ping().subscribe(new Throwing<>());
        List<Throwable> others = new ArrayList<>();
        session.ping().subscribe(pong -> {}, others::add);
        transport.last().fail(SocketClose.lost(null));
        assertThat(others).hasSize(1);
        assertThat(protocol.calls).contains("lost 1");
        passAWhile();
        assertThat(transport.open()).hasSize(1);
    }

    @Test
    void aRotationWhoseSubscriberThrows() {
        session.start();
        transport.onConnect(connection -> {});
        List<String> others = new ArrayList<>();
        session.rotate().subscribe(new Throwing<>());
        session.rotate().subscribe(nothing -> {}, error -> {}, () -> others.add("rotated"));
        transport.last().accept();
        assertThat(others).containsExactly("rotated");
    }

    @Test
    void aRotationWhoseSubscriberThrowsAtTheEnd() {
        session.start();
        transport.onConnect(connection -> {});
        List<Throwable> others = new ArrayList<>();
        session.rotate().subscribe(new Throwing<>());
        session.rotate().subscribe(nothing -> {}, others::add);
        session.dispose();
        assertThat(others).hasSize(1);
        assertThat(session.isDisposed()).isTrue();
    }

    @Test
    void aSubscriberOfTheEventsThatThrows() {
        session.events().subscribe(new Throwing<>());
        session.start();
        assertThat(protocol.calls).containsExactly("active 1");
        transport.last().fail(SocketClose.lost(null));
        passAWhile();
        assertThat(protocol.calls).containsExactly("active 1", "lost 1", "active 2");
    }

    @Test
    void aProtocolThatThrowsInsteadOfPreparing() {
        protocol.throwInPrepare = true;
        session.start();
        assertThat(session.active()).isNull();
        protocol.throwInPrepare = false;
        passAWhile();
        assertThat(session.active()).isNotNull();
    }

    @Test
    void aProtocolThatThrowsWhenItIsTold() {
        protocol.throwWhenTold = true;
        session.start();
        transport.last().fail(SocketClose.lost(null));
        passAWhile();
        assertThat(session.state().status()).isEqualTo(SessionStatus.OPEN);
        session.dispose();
        assertThat(protocol.ends).isEqualTo(1);
        assertThat(session.isDisposed()).isTrue();
    }

    private static final class Throwing<T> implements CoreSubscriber<T> {

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(T value) {
            throw new IllegalStateException("thrown by onNext");
        }

        @Override
        public void onError(Throwable error) {
            throw new IllegalStateException("thrown by onError");
        }

        @Override
        public void onComplete() {
            throw new IllegalStateException("thrown by onComplete");
        }
    }
}
