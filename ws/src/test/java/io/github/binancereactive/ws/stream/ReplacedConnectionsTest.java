/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.ws.session.SocketClose;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class ReplacedConnectionsTest extends SupplyTestCase {

    @Test
    void theSuccessorIsSubscribedBeforeThePredecessorEnds() {
        Opened a = opened("a");
        rotate();
        assertThat(a.sink().feeds).hasSize(2);
        assertThat(a.sink().last().heard).containsExactly("subscribed");
        exchange.publish("a", 1);
        assertThat(a.sink().feeds).allSatisfy(feed -> assertThat(feed.heard).containsExactly("subscribed", "1"));
        assertThat(a.sink().feeds.get(1).connection)
                .isGreaterThan(a.sink().feeds.get(0).connection);
        pass(OVERLAP);
        assertThat(a.sink().feeds.get(0).heard).containsExactly("subscribed", "1", "replaced");
        assertThat(connection(1).isOpen()).isFalse();
        exchange.publish("a", 2);
        assertThat(a.sink().last().heard).containsExactly("subscribed", "1", "2");
    }

    @Test
    void thePredecessorEndsAsSoonAsNobodyNeedsIt() {
        Opened a = opened("a");
        Opened b = opened("b");
        rotate();
        a.line().released(a.sink().feeds.get(0).connection);
        assertThat(connection(1).isOpen()).isTrue();
        b.line().released(b.sink().feeds.get(0).connection);
        assertThat(connection(1).isOpen()).isFalse();
        assertThat(a.sink().feeds.get(0).heard).containsExactly("subscribed", "replaced");
        assertThat(b.sink().feeds.get(0).heard).containsExactly("subscribed", "replaced");
    }

    @Test
    void soItDoesWhenTheOthersHaveLeft() {
        Opened a = opened("a");
        Opened b = opened("b");
        rotate();
        a.line().released(a.sink().feeds.get(0).connection);
        b.line().close();
        pass(GATHERED);
        assertThat(connection(1).isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"e\":\"serverShutdown\",\"E\":1770123456789}",
                "{\"stream\":\"!serverShutdown\",\"data\":{\"e\":\"serverShutdown\",\"E\":1770123456789}}"
            })
    void aServerThatShutsDownIsLeftInTime(String notice) {
        Opened a = opened("a");
        pass(Duration.ofMinutes(1));
        connection(1).send(notice);
        assertThat(a.sink().last().heard).containsExactly("subscribed");
        connection(1).fail(SocketClose.byServer(1001));
        assertThat(a.sink().feeds.get(0).heard).containsExactly("subscribed", "replaced");
        assertThat(a.sink().feeds).hasSize(2);
    }

    @Test
    void ageReplacesAConnection() {
        Opened a = opened("a");
        pass(Duration.ofHours(23));
        assertThat(exchange.transport().connections()).hasSize(2);
        pass(OVERLAP);
        assertThat(a.sink().feeds.get(0).heard).containsExactly("subscribed", "replaced");
    }

    @Test
    void aLostConnectionIsALossAndTheNextIsSubscribed() {
        Opened a = opened("a");
        Opened b = opened("b");
        connection(1).fail(SocketClose.lost(null));
        assertThat(a.heard()).containsExactly("subscribed", "lost");
        pass(BACKOFF);
        assertThat(exchange.subscribed()).containsOnlyKeys("a", "b");
        assertThat(a.heard()).containsExactly("subscribed", "lost", "subscribed");
        assertThat(b.heard()).containsExactly("subscribed", "lost", "subscribed");
    }

    @Test
    void whatIsAskedForWithoutAConnectionIsAskedOfTheNext() {
        Opened a = opened("a");
        exchange.keepWaiting();
        connection(1).fail(SocketClose.lost(null));
        pass(BACKOFF);
        Opened b = open("b");
        a.line().close();
        pass(GATHERED);
        exchange.forget();
        connection(2).accept();
        assertThat(exchange.said()).containsExactly("SUBSCRIBE [b]");
        assertThat(b.heard()).containsExactly("subscribed");
        assertThat(a.sink().feeds).hasSize(1);
    }

    @Test
    void whatIsAskedForDuringPreparationIsNeitherForgottenNorAskedForTwice() {
        exchange.dontAnswer("SUBSCRIBE");
        Opened a = open("a");
        Opened b = open("b");
        pass(GATHERED);
        Opened c = open("c");
        b.line().close();
        pass(Duration.ofSeconds(1));
        assertThat(exchange.said()).containsExactly("SUBSCRIBE [a, b]", "UNSUBSCRIBE [b]", "SUBSCRIBE [c]");
        connection(1).send("{\"result\":null,\"id\":1}");
        connection(1).send("{\"result\":null,\"id\":3}");
        assertThat(a.heard()).containsExactly("subscribed");
        assertThat(b.heard()).isEmpty();
        assertThat(c.heard()).containsExactly("subscribed");
        assertThat(exchange.subscribed()).containsOnlyKeys("a", "c");
    }

    @Test
    void whoLeavesDuringPreparationIsNotWaitedFor() {
        exchange.dontAnswer("SUBSCRIBE");
        Opened a = open("a");
        pass(GATHERED);
        a.line().close();
        pass(GATHERED);
        exchange.behave();
        Opened b = open("b");
        pass(Duration.ofSeconds(1));
        assertThat(b.heard()).containsExactly("subscribed");
        assertThat(supply().statistics(0, 0).connections()).isEqualTo(1);
    }

    @Test
    void whatComesDuringARotationIsSubscribedOnBoth() {
        Opened a = opened("a");
        exchange.dontAnswer("SUBSCRIBE");
        rotate();
        Opened b = open("b");
        pass(Duration.ofSeconds(1));
        connection(1).send("{\"result\":null,\"id\":2}");
        assertThat(b.sink().feeds).hasSize(2);
        assertThat(b.sink().feeds.get(0).heard).containsExactly("subscribed");
        connection(2).send("{\"result\":null,\"id\":1}", "{\"result\":null,\"id\":2}");
        pass(OVERLAP);
        assertThat(b.heard()).containsExactly("subscribed", "replaced", "subscribed");
        assertThat(a.heard()).containsExactly("subscribed", "replaced", "subscribed");
        assertThat(connection(1).isOpen()).isFalse();
    }

    @Test
    void aPredecessorWhoseSuccessorIsBehindHasLostSomething() {
        opened("a");
        exchange.dontAnswer("SUBSCRIBE");
        rotate();
        Opened b = open("b");
        pass(Duration.ofSeconds(1));
        connection(1).send("{\"result\":null,\"id\":2}");
        connection(2).send("{\"result\":null,\"id\":1}");
        pass(OVERLAP);
        assertThat(b.heard()).as("the successor never acknowledged it").containsExactly("subscribed", "lost");
    }

    @Test
    void aLossWhileTheSuccessorIsPreparedIsALossOfWhatItDoesNotBringYet() {
        List<Opened> all = open("x".repeat(150), 30); // two messages
        pass(Duration.ofSeconds(1));
        exchange.dontAnswer("SUBSCRIBE");
        rotate();
        pass(Duration.ofSeconds(1));
        connection(2).send("{\"result\":null,\"id\":1}");
        connection(1).fail(SocketClose.lost(null));
        assertThat(all.get(0).sink().feeds.get(0).heard).containsExactly("subscribed", "replaced");
        assertThat(all.get(29).sink().feeds.get(0).heard).containsExactly("subscribed", "lost");
    }

    @Test
    void aSilentConnectionIsALossEvenIfItHasASuccessor() {
        Opened a = opened("a");
        exchange.dontAnswer("SUBSCRIBE");
        Opened b = open("b");
        pass(GATHERED);
        rotate();
        connection(2).send("{\"result\":null,\"id\":1}");
        assertThat(a.sink().feeds).hasSize(2);
        connection(1).fail(new SocketClose(SocketClose.Kind.SILENT, 0, "nothing", null, null));
        assertThat(a.sink().feeds.get(0).heard).containsExactly("subscribed", "lost");
        assertThat(b.sink().feeds.get(0).heard).containsExactly("lost");
    }

    @Test
    void aSuccessorThatFailsGivesBackWhatWasReleased() {
        Opened a = opened("a");
        Opened b = opened("b");
        exchange.dontAnswer("SUBSCRIBE");
        rotate();
        exchange.publish("a", 1);
        a.line().released(a.sink().feeds.get(0).connection);
        connection(2).fail(SocketClose.lost(null));
        assertThat(a.sink().feeds).hasSize(3);
        exchange.publish("a", 2);
        assertThat(a.sink().feeds.get(0).heard).containsExactly("subscribed", "1");
        assertThat(a.sink().feeds.get(1).heard).containsExactly("1", "lost");
        assertThat(a.sink().feeds.get(2).heard).containsExactly("subscribed", "2");
        assertThat(b.sink().feeds.get(0).heard).containsExactly("subscribed");
    }

    @Test
    void aRotationIsOverWhenAllSuccessorsAreInUse() {
        options = options.withMaxStreamsPerConnection(1);
        opened("a");
        opened("b");
        StepVerifier.create(supply().rotate()).verifyComplete();
        assertThat(exchange.transport().connections()).hasSize(4);
        assertThat(exchange.subscribed().values()).containsOnly(2);
    }

    @Test
    void aRotationFailsWhenAllIsDisposedOfBefore() {
        opened("a");
        exchange.keepWaiting();
        StepVerifier.create(supply().rotate()).then(() -> supply().dispose()).verifyError(ClientClosedException.class);
    }

    @Test
    void fiftyRotationsLeaveOneConnection() {
        Opened a = opened("a");
        for (int i = 0; i < 50; i++) {
            pass(Duration.ofMinutes(1));
            rotate();
        }
        pass(Duration.ofMinutes(1));
        assertThat(exchange.transport().open()).hasSize(1);
        assertThat(a.sink().feeds).hasSize(51);
        assertThat(a.heard()).doesNotContain("lost");
    }
}
