/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.ws.session.SessionEvent;
import io.github.binancereactive.ws.session.SocketClose;
import io.github.binancereactive.ws.stream.FakeStreamExchange.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedStreamsTest extends SupplyTestCase {

    private static void assertRefused(Opened opened) {
        assertThat(opened.sink().ends).containsExactly("refused");
        assertThat(opened.sink().refusal).isInstanceOfSatisfying(RejectedException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(2);
            assertThat(refusal.reason()).isEqualTo("Invalid request: no such stream");
        });
    }

    @Test
    void aRefusalReachesWhoCausedItAndNobodyElse() {
        exchange.refuse("bad");
        List<Opened> good = open("s", 20);
        Opened bad = open("bad");
        good.addAll(open("t", 20));
        pass(Duration.ofSeconds(5));
        assertRefused(bad);
        assertThat(good).allSatisfy(each -> {
            assertThat(each.heard()).containsExactly("subscribed");
            assertThat(each.sink().ends).isEmpty();
        });
        assertThat(exchange.subscribed()).hasSize(40);
        assertThat(exchange.transport().connections()).hasSize(1);
        assertThat(supply().statistics(0, 0).refused()).isEqualTo(1);
        assertThat(supply().statistics(0, 0).streams()).isEqualTo(40);
    }

    @Test
    void soDoSeveralRefusals() {
        exchange.refuse("s0", "s7", "s8", "s15");
        List<Opened> all = open("s", 16);
        pass(Duration.ofSeconds(10));
        for (int i : List.of(0, 7, 8, 15)) {
            assertRefused(all.get(i));
        }
        assertThat(exchange.subscribed()).hasSize(12);
    }

    @Test
    void onAConnectionInUseTheOthersGoOn() {
        Opened first = opened("first");
        exchange.refuse("bad");
        Opened bad = open("bad");
        Opened good = open("good");
        pass(Duration.ofSeconds(3));
        assertRefused(bad);
        assertThat(good.heard()).containsExactly("subscribed");
        exchange.publish("first", 1);
        assertThat(first.heard()).containsExactly("subscribed", "1");
    }

    @Test
    void aRefusedStreamIsNotAskedForAgain() {
        exchange.refuse("bad");
        open("good");
        open("bad");
        pass(Duration.ofSeconds(3));
        exchange.forget();
        connection(1).fail(SocketClose.lost(null));
        pass(Duration.ofSeconds(1));
        assertThat(exchange.said()).containsExactly("SUBSCRIBE [good]");
    }

    @Test
    void anErrorWithoutIdIsAboutTheOnlyMessageThatWaits() {
        exchange.forgetIds();
        exchange.refuse("bad");
        Opened bad = open("bad");
        pass(GATHERED);
        assertRefused(bad);
    }

    @Test
    void errorsWithoutIdReachAllWhoCausedThem() {
        exchange.forgetIds();
        exchange.answerAfter(Duration.ofMillis(100));
        exchange.refuse("s0", "s7", "s8", "s15");
        List<Opened> all = open("s", 16);
        pass(Duration.ofSeconds(15));
        for (int i : List.of(0, 7, 8, 15)) {
            assertRefused(all.get(i));
        }
        assertThat(exchange.subscribed()).hasSize(12);
        assertThat(exchange.transport().connections()).hasSize(1);
        assertThat(exchange.messages()).extracting(Message::method).containsOnly("SUBSCRIBE");
    }

    @Test
    void anErrorWithoutIdIsAboutWhoIsLeftWithoutAnAnswer() {
        opened("first");
        exchange.overhear("SUBSCRIBE");
        Opened bad = open("bad");
        pass(GATHERED);
        Opened good = open("good");
        pass(GATHERED);
        connection(1).send("{\"code\":2,\"msg\":\"Invalid request: no such stream\"}");
        assertThat(bad.sink().ends).isEmpty();
        connection(1).send("{\"result\":null,\"id\":3}");
        assertRefused(bad);
        assertThat(good.heard()).containsExactly("subscribed");
        assertThat(supply().statistics(0, 0).unknownAnswers()).isZero();
    }

    @Test
    void anErrorWithoutIdThatTheListExplainsBlamesNobodyElse() {
        opened("first");
        exchange.dontAnswer("SUBSCRIBE");
        Opened one = open("one");
        pass(GATHERED);
        Opened two = open("two");
        pass(GATHERED);
        connection(1).send("{\"code\":3,\"msg\":\"Invalid JSON\"}");
        pass(ACKNOWLEDGEMENT);
        exchange.behave();
        pass(ACKNOWLEDGEMENT);
        assertThat(List.of(one.heard(), two.heard())).containsOnly(List.of("subscribed"));
        assertThat(one.sink().ends).isEmpty();
        assertThat(two.sink().ends).isEmpty();
        assertThat(supply().statistics(0, 0).unknownAnswers()).isEqualTo(1);
    }

    @Test
    void anErrorThatAnswersNothingIsANotice() {
        opened("a");
        List<SessionEvent> events = new ArrayList<>();
        supply().events().subscribe(event -> events.add(event.event()));
        connection(1).send("{\"code\":3,\"msg\":\"Invalid JSON: expected value at line 1 column 2\"}");
        connection(1).send("{\"result\":null,\"id\":77}");
        assertThat(events.get(events.size() - 1)).satisfies(event -> {
            assertThat(event.type()).isEqualTo(SessionEvent.Type.NOTICE);
            assertThat(event.cause()).isInstanceOf(RejectedException.class);
        });
        assertThat(supply().statistics(0, 0).unknownAnswers()).isEqualTo(2);
    }

    @Test
    void whoHasLeftIsNotRefused() {
        opened("first");
        exchange.dontAnswer("SUBSCRIBE");
        Opened bad = open("bad");
        Opened good = open("good");
        pass(GATHERED);
        bad.line().close();
        pass(Duration.ofSeconds(1));
        exchange.behave();
        connection(1).send("{\"code\":2,\"msg\":\"no\",\"id\":2}");
        pass(Duration.ofSeconds(1));
        assertThat(bad.sink().ends).isEmpty();
        assertThat(good.heard()).containsExactly("subscribed");
        assertThat(good.sink().ends).isEmpty();
        assertThat(exchange.subscribed()).containsOnlyKeys("first", "good");
    }

    @Test
    void aRefusedEndIsLookedAfter() {
        opened("other");
        Opened a = opened("a");
        pass(Duration.ofSeconds(2));
        exchange.refuse("a");
        exchange.forget();
        a.line().close();
        pass(Duration.ofMillis(100));
        assertThat(exchange.said()).startsWith("UNSUBSCRIBE [a]", "LIST_SUBSCRIPTIONS []");
        exchange.behave();
        pass(Duration.ofSeconds(1));
        assertThat(exchange.subscribed()).containsOnlyKeys("other");
    }
}
