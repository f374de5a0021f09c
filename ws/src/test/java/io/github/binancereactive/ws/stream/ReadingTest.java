/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.ws.session.SessionEvent;
import io.github.binancereactive.ws.session.SocketClose;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingTest extends SupplyTestCase {

    private final LaterScheduler elsewhere = new LaterScheduler();

    @BeforeEach
    void decodeLater() {
        options = options.withDecodeScheduler(elsewhere);
    }

    private static String large(String stream, int bytes) {
        return "{\"stream\":\"" + stream + "\",\"data\":{\"x\":\"" + "y".repeat(bytes) + "\"}}";
    }

    @Test
    void largeFramesAreDecodedElsewhereAndInOrder() {
        Opened a = opened("a");
        Opened b = opened("b");
        connection(1).send(FakeStreamExchange.event("a", 1), large("a", 70_000), FakeStreamExchange.event("a", 2));
        connection(1).send(FakeStreamExchange.event("b", 3));
        assertThat(a.heard()).containsExactly("subscribed", "1");
        assertThat(b.heard()).containsExactly("subscribed");
        elsewhere.runAll();
        assertThat(a.heard()).containsExactly("subscribed", "1", "large", "2");
        assertThat(b.heard()).containsExactly("subscribed", "3");
        connection(1).send(FakeStreamExchange.event("a", 4));
        assertThat(a.heard()).as("at once again").endsWith("4");
    }

    @Test
    void pingsAreAnsweredMeanwhile() {
        opened("a");
        connection(1).send(large("a", 70_000));
        connection(1).ping("now");
        assertThat(connection(1).wire()).endsWith("PONG now");
        elsewhere.runAll();
    }

    @Test
    void answersBehindLargeFramesKeepTheirPlace() {
        Opened a = opened("a");
        exchange.dontAnswer("SUBSCRIBE");
        Opened b = open("b");
        pass(GATHERED);
        connection(1).send(large("a", 70_000), "{\"result\":null,\"id\":2}", FakeStreamExchange.event("b", 1));
        assertThat(b.heard()).isEmpty();
        elsewhere.runAll();
        assertThat(a.heard()).containsExactly("subscribed", "large");
        assertThat(b.heard()).containsExactlyInAnyOrder("subscribed", "1");
    }

    @Test
    void theEndOfAConnectionComesAfterItsEvents() {
        Opened a = opened("a");
        connection(1).send(large("a", 70_000), FakeStreamExchange.event("a", 2));
        connection(1).fail(SocketClose.lost(null));
        assertThat(a.heard()).containsExactly("subscribed");
        elsewhere.runAll();
        assertThat(a.heard()).containsExactly("subscribed", "large", "2", "lost");
    }

    @Test
    void nothingIsDeliveredFromElsewhereAfterClose() {
        Opened a = opened("a");
        opened("b");
        connection(1).send(large("a", 70_000));
        a.line().close();
        elsewhere.runAll();
        assertThat(a.heard()).containsExactly("subscribed");
    }

    @Test
    void tooMuchThatWaitsStopsReadingUntilHalfIsDone() {
        Opened a = opened("a");
        int frames = 20;
        for (int i = 0; i < frames; i++) {
            connection(1).send(large("a", 1_000_000));
        }
        assertThat(connection(1).isRead()).isFalse();
        assertThat(a.heard()).containsExactly("subscribed");
        elsewhere.runAll();
        assertThat(connection(1).isRead()).isTrue();
        assertThat(a.heard()).hasSize(frames + 1);
    }

    @Test
    void directBuffersAreReadToo() {
        Opened a = opened("a");
        for (String text : List.of(FakeStreamExchange.event("a", 1), large("a", 5_000), large("a", 70_000))) {
            ByteBuf direct = UnpooledByteBufAllocator.DEFAULT.directBuffer();
            direct.writeCharSequence(text, StandardCharsets.UTF_8);
            connection(1).send(direct);
        }
        elsewhere.runAll();
        assertThat(a.heard()).containsExactly("subscribed", "1", "large", "large");
    }

    @Test
    void aFrameThatCanNotBeReadIsToldAndDisturbsNobody() {
        Opened a = opened("a");
        List<SessionEvent> events = new ArrayList<>();
        supply().events().subscribe(event -> events.add(event.event()));
        connection(1).send("{\"stream\":\"a\",", "nonsense", FakeStreamExchange.event("a", 1));
        connection(1).sendBinary(new byte[] {1, 2});
        assertThat(a.heard()).containsExactly("subscribed", "1");
        assertThat(supply().statistics(0, 0).undecodable()).isEqualTo(3);
        assertThat(events.stream().filter(event -> event.type() == SessionEvent.Type.NOTICE))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.cause()).isNotNull().isNotInstanceOf(RejectedException.class));
    }

    @Test
    void whatAFeedThrowsStaysThere() {
        Opened a = opened("a");
        Opened b = opened("b");
        a.sink().onEvent = data -> {
            throw new IllegalStateException("thrown by a feed");
        };
        connection(1).send(FakeStreamExchange.event("a", 1), FakeStreamExchange.event("b", 2));
        connection(1).send(FakeStreamExchange.event("a", 3));
        assertThat(a.heard()).containsExactly("subscribed", "1", "3");
        assertThat(b.heard()).containsExactly("subscribed", "2");
        assertThat(supply().statistics(0, 0).undecodable()).isZero();
        assertThat(connection(1).isOpen()).isTrue();
    }

    @Test
    void aSinkThatThrowsDisturbsNobody() {
        RecordingSink bad = new RecordingSink("bad");
        bad.throwsInFeed = true;
        supply().open(bad, false);
        Opened good = opened("good");
        exchange.publish("good", 1);
        assertThat(good.heard()).containsExactly("subscribed", "1");
    }

    @Test
    void aLineCanBeClosedWithinItsEvent() {
        Opened a = opened("a");
        opened("b");
        a.sink().onEvent = data -> a.line().close();
        connection(1).send(FakeStreamExchange.event("a", 1), FakeStreamExchange.event("a", 2));
        pass(Duration.ofSeconds(1));
        assertThat(a.heard()).containsExactly("subscribed", "1");
        assertThat(exchange.subscribed()).containsOnlyKeys("b");
    }

    @Test
    void anExclusiveLineCanStopReading() {
        options = options.withSession(options.session().withSilenceTimeout(Duration.ofSeconds(12)));
        Opened other = opened("other");
        Opened a = openExclusively("a");
        pass(GATHERED);
        a.line().pauseReading();
        a.line().pauseReading();
        assertThat(connection(2).isRead()).isFalse();
        assertThat(connection(1).isRead()).isTrue();
        connection(2).send(FakeStreamExchange.event("a", 1));
        for (int i = 0; i < 30; i++) {
            pass(Duration.ofSeconds(1));
            connection(1).trickle();
        }
        assertThat(a.heard()).as("not taken for silent").containsExactly("subscribed");
        a.line().resumeReading();
        assertThat(a.heard()).containsExactly("subscribed", "1");
        pass(Duration.ofSeconds(14));
        assertThat(a.heard()).as("silent from now on").containsExactly("subscribed", "1", "lost", "subscribed");
        assertThat(other.heard()).startsWith("subscribed");
    }

    @Test
    void linesThatShareAConnectionCanNot() {
        Opened a = opened("a");
        a.line().pauseReading();
        assertThat(connection(1).isRead()).isTrue();
    }

    @Test
    void whatWasNotReadWhenAConnectionIsReplacedIsReadAfterThePause() {
        Opened a = openExclusively("a");
        pass(GATHERED);
        a.line().pauseReading();
        connection(1).send(FakeStreamExchange.event("a", 1));
        rotate();
        pass(OVERLAP.multipliedBy(5));
        assertThat(connection(1).isOpen()).isTrue();
        assertThat(connection(2).isRead()).isFalse();
        a.line().resumeReading();
        assertThat(a.sink().feeds.get(0).heard).containsExactly("subscribed", "1");
        pass(OVERLAP);
        assertThat(a.sink().feeds.get(0).heard).containsExactly("subscribed", "1", "replaced");
        assertThat(connection(2).isRead()).isTrue();
    }

    @Test
    void whatIsCutOffBeforeItWasReadIsLost() {
        Opened a = openExclusively("a");
        pass(GATHERED);
        a.line().pauseReading();
        connection(1).send(FakeStreamExchange.event("a", 1));
        rotate();
        pass(Duration.ofMinutes(1));
        assertThat(connection(1).isOpen()).isFalse();
        assertThat(a.sink().feeds.get(0).heard).containsExactly("subscribed", "lost");
    }

    @Test
    void anAnswerThatIsNotReadIsNotLate() {
        Opened a = openExclusively("a");
        pass(GATHERED);
        exchange.answerAfter(Duration.ofMillis(100));
        exchange.forget();
        a.line().renew();
        a.line().pauseReading();
        pass(Duration.ofSeconds(25));
        assertThat(exchange.said()).containsExactly("UNSUBSCRIBE [a]", "SUBSCRIBE [a]");
        assertThat(exchange.transport().connections()).hasSize(1);
        a.line().resumeReading();
        assertThat(a.heard()).containsExactly("subscribed", "subscribed");
    }

    @Test
    void anAnswerThatDoesNotComeAfterAPauseIsLate() {
        Opened a = openExclusively("a");
        pass(GATHERED);
        exchange.dontAnswer("SUBSCRIBE");
        a.line().renew();
        a.line().pauseReading();
        pass(Duration.ofSeconds(25));
        exchange.forget();
        a.line().resumeReading();
        pass(ACKNOWLEDGEMENT);
        assertThat(exchange.said()).containsExactly("LIST_SUBSCRIPTIONS []");
        assertThat(a.heard()).containsExactly("subscribed", "subscribed");
    }

    @Test
    void anErrorOfTheMachineWhereLargeFramesAreDecodedStopsNothing() {
        Opened a = opened("a");
        a.sink().onEvent = data -> {
            if (data.length() > 100) {
                throw new LinkageError("thrown by a feed");
            }
        };
        connection(1).send(large("a", 70_000), FakeStreamExchange.event("a", 2));
        assertThatThrownBy(elsewhere::runAll).hasMessage("thrown by a feed");
        connection(1).send(FakeStreamExchange.event("a", 3));
        assertThat(a.heard()).containsExactly("subscribed", "large", "2", "3");
    }
}
