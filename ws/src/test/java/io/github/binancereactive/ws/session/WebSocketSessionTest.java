/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.ws.session.SessionEvent.Type;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class WebSocketSessionTest {

    private static final List<URI> URIS =
            List.of(URI.create("ws://exchange:443/x"), URI.create("ws://exchange:9443/x"));

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final InMemoryTransport transport = new InMemoryTransport();
    private final RecordingProtocol protocol = new RecordingProtocol();
    private final List<SessionEvent> events = new ArrayList<>();
    private SessionOptions options = SessionOptions.defaults()
            .withRotationJitter(Duration.ZERO)
            .withBackoff(Backoff.exponential(Duration.ofMillis(250), Duration.ofSeconds(30)));
    private WebSocketSession session;

    private WebSocketSession session() {
        session = new WebSocketSession("test", URIS, options, transport, protocol, time);
        session.events().subscribe(events::add);
        return session;
    }

    private WebSocketSession started() {
        session().start();
        return session;
    }

    private void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    /** Lets time pass while the server of every open connection pings every 20 s. */
    private void passWithPings(Duration duration) {
        for (Duration left = duration; left.compareTo(Duration.ZERO) > 0; left = left.minusSeconds(20)) {
            pass(Duration.ofSeconds(20));
            transport.open().forEach(connection -> connection.ping("p"));
        }
    }

    private List<Type> types() {
        return events.stream().map(SessionEvent::type).toList();
    }

    @AfterEach
    void dispose() {
        if (session != null) {
            session.dispose();
            assertThat(transport.open()).isEmpty();
        }
    }

    @Test
    void doesNothingUntilItIsStarted() {
        session();
        assertThat(transport.connections()).isEmpty();
        assertThat(session.state().status()).isEqualTo(SessionStatus.CONNECTING);
    }

    @Test
    void connectsOnceHoweverOftenItIsStarted() {
        started().start();
        session.start();
        assertThat(transport.connections()).hasSize(1);
        assertThat(types()).containsExactly(Type.CONNECTING, Type.OPENED);
        assertThat(session.state().status()).isEqualTo(SessionStatus.OPEN);
        assertThat(session.active()).isNotNull();
        assertThat(protocol.calls).containsExactly("active 1");
    }

    @Test
    void answersPingsWithTheirPayload() {
        started();
        transport.last().ping("1770123456789");
        assertThat(transport.last().wire()).containsExactly("PONG 1770123456789");
    }

    @Test
    void answersPingsAheadOfQueuedMessages() {
        SessionSocket socket = started().active();
        InMemoryConnection connection = transport.last();
        connection.congest();
        socket.send(new TextMessage("{1}"));
        connection.ping("a");
        connection.relieve();
        assertThat(connection.wire()).containsExactly("PONG a", "{1}");
    }

    @Test
    void writesWhatOneReadBringsAboutAfterItsPongs() {
        SessionSocket socket = started().active();
        protocol.onText = text -> socket.send(new TextMessage("{" + text + "}"));
        transport.last().sendThenPing("p", "a", "b");
        assertThat(transport.last().wire()).containsExactly("PONG p", "{a}", "{b}");
    }

    @Test
    void takesSilenceForAHalfOpenConnection() {
        started();
        InMemoryConnection first = transport.last();
        first.ignoreClose();
        pass(Duration.ofSeconds(59));
        assertThat(first.isOpen()).isTrue();
        pass(Duration.ofSeconds(6));
        assertThat(first.isOpen()).isFalse();
        assertThat(events).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo(Type.LOST);
            assertThat(event.reason()).startsWith("SILENT");
        });
        pass(Duration.ofSeconds(1));
        assertThat(session.state().status()).isEqualTo(SessionStatus.OPEN);
    }

    @Test
    void aVeryShortSilenceTimeoutDoesNotSpin() {
        options = options.withSilenceTimeout(Duration.ofMillis(5));
        started();
        pass(Duration.ofMillis(11));
        assertThat(transport.open()).hasSize(1);
        pass(Duration.ofMillis(1));
        assertThat(transport.open()).isEmpty();
    }

    @Test
    void bytesOfAnUnfinishedMessageAreNoSilence() {
        started();
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofSeconds(50));
            transport.last().trickle();
        }
        assertThat(transport.connections()).hasSize(1);
    }

    @Test
    void rotatesByAgeAndClosesThePredecessorOnceNothingIsOwed() {
        SessionSocket first = started().active();
        first.send(new TextMessage("{request}"));
        passWithPings(Duration.ofHours(23));
        assertThat(transport.open()).hasSize(2);
        assertThat(session.active().number()).isEqualTo(2);
        assertThat(session.state().draining()).isEqualTo(1);
        first.settled();
        assertThat(transport.open()).hasSize(1);
        assertThat(types())
                .containsExactly(
                        Type.CONNECTING,
                        Type.OPENED,
                        Type.ROTATION_STARTED,
                        Type.CONNECTING,
                        Type.ROTATED,
                        Type.RETIRED);
        assertThat(transport.connections().get(0).wire()).endsWith("CLOSE 1000");
    }

    @Test
    void rotatesEarlierByUpToTheJitter() {
        options = options.withRotationJitter(Duration.ofMinutes(30)).withRandom(new java.util.Random(7));
        started();
        passWithPings(Duration.ofHours(22).plusMinutes(29));
        assertThat(transport.connections()).hasSize(1);
        passWithPings(Duration.ofMinutes(32));
        assertThat(transport.connections()).hasSize(2);
    }

    @Test
    void closesAPredecessorThatIsOwedAnswersForTooLong() {
        SessionSocket first = started().active();
        first.send(new TextMessage("{request}"));
        session.rotate().subscribe();
        pass(Duration.ofSeconds(14));
        assertThat(transport.open()).hasSize(2);
        pass(Duration.ofSeconds(2));
        assertThat(transport.open()).hasSize(1);
        assertThat(protocol.calls).endsWith("lost 1");
    }

    @Test
    void rotationCompletesWhenTheSuccessorIsInUse() {
        started();
        transport.onConnect(connection -> {});
        StepVerifier.create(session.rotate())
                .expectSubscription()
                .then(() -> assertThat(session.state().status()).isEqualTo(SessionStatus.ROTATING))
                .then(() -> transport.last().accept())
                .verifyComplete();
        assertThat(session.active().number()).isEqualTo(2);
    }

    @Test
    void rotationsAskedForTogetherAreOne() {
        started();
        transport.onConnect(connection -> {});
        session.rotate().subscribe();
        session.rotate().subscribe();
        session.rotate(session.active(), "serverShutdown");
        transport.last().accept();
        assertThat(transport.connections()).hasSize(2);
    }

    @Test
    void aFailedRotationKeepsTheSocketAndTriesAgain() {
        started();
        transport.refuseAll();
        session.rotate().subscribe();
        assertThat(session.state().status()).isEqualTo(SessionStatus.ROTATING);
        assertThat(session.active().number()).isEqualTo(1);
        assertThat(types()).contains(Type.ROTATION_FAILED);
        transport.acceptAll();
        pass(Duration.ofSeconds(1));
        assertThat(types()).endsWith(Type.ROTATED, Type.RETIRED);
        assertThat(session.state().status()).isEqualTo(SessionStatus.OPEN);
    }

    @Test
    void aSocketLostWhileItsSuccessorIsMadeIsReplacedByThat() {
        started();
        transport.onConnect(connection -> {});
        session.rotate().subscribe();
        transport.connections().get(0).fail(SocketClose.lost(null));
        assertThat(session.state().status()).isEqualTo(SessionStatus.RECONNECTING);
        transport.last().accept();
        assertThat(session.state().status()).isEqualTo(SessionStatus.OPEN);
        assertThat(transport.connections()).hasSize(2);
        assertThat(types()).endsWith(Type.LOST, Type.OPENED);
    }

    @Test
    void aServerAwayForThirtySecondsIsReconnectedTo() {
        started();
        pass(Duration.ofSeconds(31));
        transport.refuseAll();
        transport.last().fail(SocketClose.lost(null));
        pass(Duration.ofSeconds(30));
        assertThat(session.state().status()).isEqualTo(SessionStatus.RECONNECTING);
        transport.acceptAll();
        pass(Duration.ofSeconds(30));
        assertThat(session.state().status()).isEqualTo(SessionStatus.OPEN);
    }

    @Test
    void backsOffFurtherWithEachFailureAndChangesTheAddress() {
        transport.refuseAll();
        started();
        pass(Duration.ofMillis(250 + 500 + 1000));
        assertThat(transport.connections()).hasSize(4);
        assertThat(transport.connections())
                .extracting(connection -> connection.uri().getPort())
                .containsExactly(443, 9443, 443, 9443);
        pass(Duration.ofMillis(1999));
        assertThat(transport.connections()).hasSize(4);
        pass(Duration.ofMillis(1));
        assertThat(transport.connections()).hasSize(5);
        assertThat(session.state().attempt()).isEqualTo(6);
    }

    @Test
    void aConnectionThatDoesNotLastDoesNotResetTheBackOff() {
        transport.onConnect(connection -> {
            connection.accept();
            connection.fail(SocketClose.byServer(1011));
        });
        started();
        pass(Duration.ofMillis(250 + 500 + 1000 + 1999));
        assertThat(transport.connections()).hasSize(4);
    }

    @Test
    void anAttemptThatTakesTooLongIsGivenUp() {
        transport.onConnect(connection -> {});
        started();
        pass(Duration.ofSeconds(10));
        assertThat(transport.connections()).hasSize(1);
        pass(Duration.ofMillis(250));
        assertThat(transport.connections()).hasSize(2);
        // The first answers after all: too late, and it is not kept open behind our back.
        transport.connections().get(0).accept();
        assertThat(transport.open()).isEmpty();
    }

    @Test
    void aRefusalForGoodEndsTheSession() {
        transport.onConnect(connection -> connection.fail(SocketClose.refused(401, null)));
        started();
        assertThat(session.isDisposed()).isTrue();
        assertThat(protocol.end).isInstanceOf(RejectedException.class);
        assertThat(types()).endsWith(Type.CLOSED);
        pass(Duration.ofHours(1));
        assertThat(transport.connections()).hasSize(1);
    }

    @Test
    void aRefusalForGoodDuringRotationLeavesTheSocketInUse() {
        started();
        transport.onConnect(connection -> connection.fail(SocketClose.refused(401, null)));
        session.rotate(session.active(), "serverShutdown");
        assertThat(session.isDisposed()).isFalse();
        assertThat(session.active()).isNotNull();
        transport.acceptAll();
        pass(Duration.ofSeconds(1));
        assertThat(session.active().number()).isEqualTo(3);
    }

    @Test
    void staysAwayForAsLongAsTheServerAsks() {
        transport.onConnect(connection -> connection.fail(SocketClose.refused(429, Duration.ofSeconds(77))));
        started();
        pass(Duration.ofSeconds(76));
        assertThat(transport.connections()).hasSize(1);
        pass(Duration.ofSeconds(1));
        assertThat(transport.connections()).hasSize(2);
    }

    @Test
    void keepsWithinTheLimitOnConnectionAttempts() {
        options = options.withBackoff(Backoff.fixed(Duration.ZERO))
                .withConnectionLimit(new ConnectionLimit(5, Duration.ofMinutes(5)));
        transport.refuseAll();
        started();
        assertThat(transport.connections()).hasSize(5);
        pass(Duration.ofSeconds(299));
        assertThat(transport.connections()).hasSize(5);
        pass(Duration.ofSeconds(1));
        assertThat(transport.connections()).hasSize(10);
    }

    @Test
    void usesASocketOnlyOnceItIsPrepared() {
        Mono<Void> never = Mono.never();
        protocol.preparation = never;
        started();
        assertThat(session.active()).isNull();
        pass(Duration.ofSeconds(10));
        assertThat(transport.last().isOpen()).isFalse();
        protocol.preparation = Mono.error(new IllegalStateException("log-on refused"));
        pass(Duration.ofMillis(250));
        assertThat(transport.connections()).hasSize(2);
        protocol.preparation = Mono.empty();
        pass(Duration.ofMillis(500));
        assertThat(session.active()).isNotNull();
        assertThat(session.active().number()).isEqualTo(3);
    }

    @Test
    void theProtocolHearsOfASocketLostWhileItWasPrepared() {
        protocol.preparation = Mono.never();
        started();
        transport.last().fail(SocketClose.lost(null));
        assertThat(protocol.calls).containsExactly("lost 1");
    }

    @Test
    void aSocketWhoseServerShutsDownWhileItIsPreparedIsReplacedOnceInUse() {
        Sinks.Empty<Void> prepared = Sinks.empty();
        protocol.preparation = prepared.asMono();
        started();
        session.rotate(protocol.opened, "serverShutdown");
        assertThat(transport.connections()).hasSize(1);
        prepared.tryEmitEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(session.active().number()).isEqualTo(2);
    }

    @Test
    void aServerThatIsRidOfEverySocketAtOnceIsMetWithBackOff() {
        started();
        session.rotate(session.active(), "serverShutdown");
        assertThat(transport.connections()).as("the first time at once").hasSize(2);
        session.rotate(session.active(), "serverShutdown");
        assertThat(transport.connections()).hasSize(2);
        pass(Duration.ofMillis(250));
        assertThat(transport.connections()).hasSize(3);
        session.rotate(session.active(), "serverShutdown");
        pass(Duration.ofMillis(499));
        assertThat(transport.connections()).hasSize(3);
        pass(Duration.ofMillis(1));
        assertThat(transport.connections()).hasSize(4);
    }

    @Test
    void measuresARoundTripWithAPingOfItsOwn() {
        started();
        transport.last().answerPings();
        StepVerifier.create(session.ping()).expectNextCount(1).verifyComplete();
    }

    @Test
    void aPingWithoutPongEndsWhenTheSocketDoes() {
        started();
        StepVerifier.create(session.ping())
                .expectSubscription()
                .then(() -> transport.last().fail(SocketClose.lost(null)))
                .verifyError(ConnectionLostException.class);
    }

    @Test
    void aPingWithoutPongOrSocketFails() {
        started();
        StepVerifier.create(session.ping())
                .expectSubscription()
                .then(() -> pass(Duration.ofSeconds(10)))
                .verifyError(ConnectionLostException.class);
        transport.refuseAll();
        transport.last().fail(SocketClose.lost(null));
        StepVerifier.create(session.ping()).verifyError(ConnectionLostException.class);
    }

    @Test
    void messagesThatWereNotWrittenAreHandedBack() {
        SessionSocket socket = started().active();
        transport.last().congest();
        TextMessage message = new TextMessage("{1}");
        socket.send(message);
        transport.last().fail(SocketClose.lost(null));
        assertThat(message.notWritten).isEqualTo(1);
        TextMessage late = new TextMessage("{2}");
        socket.send(late);
        assertThat(late.notWritten).isEqualTo(1);
        assertThat(transport.connections().get(0).texts()).isEmpty();
    }

    @Test
    void nothingIsWrittenToASocketThatHasASuccessor() {
        SessionSocket first = started().active();
        InMemoryConnection connection = transport.last();
        connection.ignoreClose();
        connection.congest();
        TextMessage early = new TextMessage("{1}");
        first.send(early);
        session.rotate().subscribe();
        assertThat(early.notWritten).isEqualTo(1);
        connection.relieve();
        TextMessage late = new TextMessage("{2}");
        first.send(late);
        assertThat(late.notWritten).isEqualTo(1);
        assertThat(connection.wire()).containsExactly("CLOSE 1000");
        pass(Duration.ofSeconds(2));
        assertThat(transport.open()).hasSize(1);
    }

    @Test
    void disposingTwiceIsDisposingOnce() {
        started();
        session.dispose();
        session.dispose();
        assertThat(types()).containsOnlyOnce(Type.CLOSED);
        assertThat(protocol.ends).isEqualTo(1);
        StepVerifier.create(session.onEnd()).verifyComplete();
        StepVerifier.create(session.rotate()).verifyError(ClientClosedException.class);
        StepVerifier.create(session.events()).expectNextCount(1).verifyComplete();
    }

    @Test
    void disposingDuringAnAttemptGivesItUp() {
        transport.onConnect(connection -> {});
        started();
        session.dispose();
        transport.last().accept();
        assertThat(transport.open()).isEmpty();
        pass(Duration.ofHours(1));
        assertThat(transport.connections()).hasSize(1);
    }

    @Test
    void disposingClosesAlsoAServerThatDoesNotAnswerTheClose() {
        started();
        transport.last().ignoreClose();
        session.dispose();
        assertThat(transport.last().isOpen()).isTrue();
        pass(Duration.ofSeconds(2));
        assertThat(transport.last().isOpen()).isFalse();
    }

    @Test
    void waitersForARotationHearOfTheEnd() {
        started();
        transport.onConnect(connection -> {});
        StepVerifier.create(session.rotate())
                .expectSubscription()
                .then(session::dispose)
                .verifyError(ClientClosedException.class);
    }

    @Test
    void aDayAndMoreWithoutAGap() {
        started();
        for (int day = 0; day < 3; day++) {
            passWithPings(Duration.ofHours(24));
            // Never more than one predecessor, and always a socket in use that the exchange has not cut off.
            assertThat(transport.open()).hasSize(1);
            assertThat(session.state().status()).isEqualTo(SessionStatus.OPEN);
        }
        assertThat(transport.connections()).hasSize(4);
        assertThat(types()).doesNotContain(Type.LOST);
        assertThat(transport.connections().get(0).wire().stream().filter("PONG p"::equals))
                .hasSizeGreaterThanOrEqualTo(23 * 180 - 1);
        session.dispose();
        pass(Duration.ofSeconds(10));
        long scheduled = time.getScheduledTaskCount();
        pass(Duration.ofDays(2));
        assertThat(time.getScheduledTaskCount()).as("timers left running").isEqualTo(scheduled);
    }
}
