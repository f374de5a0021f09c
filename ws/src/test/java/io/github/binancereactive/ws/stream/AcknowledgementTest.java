/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AcknowledgementTest extends SupplyTestCase {

    @Test
    void withoutAnAnswerTheExchangeIsAskedForItsList() {
        opened("other");
        exchange.dontAnswer("SUBSCRIBE");
        Opened a = open("a");
        pass(GATHERED);
        exchange.forget();
        pass(ACKNOWLEDGEMENT);
        assertThat(exchange.said()).containsExactly("LIST_SUBSCRIPTIONS []");
        assertThat(a.heard()).containsExactly("subscribed");
        pass(Duration.ofMinutes(1));
        assertThat(exchange.said()).containsExactly("LIST_SUBSCRIPTIONS []");
    }

    @Test
    void whatTheListDoesNotHaveIsAskedForAgain() {
        opened("other");
        exchange.overhear("SUBSCRIBE");
        Opened a = open("a");
        pass(GATHERED);
        exchange.forget();
        exchange.behave();
        pass(ACKNOWLEDGEMENT);
        assertThat(exchange.said()).containsExactly("LIST_SUBSCRIPTIONS []", "SUBSCRIBE [a]");
        assertThat(a.heard()).containsExactly("subscribed");
    }

    @Test
    void soIsAnEndThatWasNotCarriedOut() {
        opened("other");
        Opened a = opened("a");
        exchange.overhear("UNSUBSCRIBE");
        a.line().close();
        pass(Duration.ofSeconds(1));
        exchange.behave();
        pass(ACKNOWLEDGEMENT);
        assertThat(exchange.subscribed()).containsOnlyKeys("other");
    }

    @Test
    void anAnswerThatIsLateStillCounts() {
        opened("other");
        exchange.dontAnswer("SUBSCRIBE", "LIST_SUBSCRIPTIONS");
        Opened a = open("a");
        pass(ACKNOWLEDGEMENT.plusSeconds(1));
        connection(1).send("{\"result\":null,\"id\":2}");
        assertThat(a.heard()).containsExactly("subscribed");
    }

    @Test
    void aConnectionThatAcknowledgesNothingIsNeverUsed() {
        exchange.overhear("SUBSCRIBE", "LIST_SUBSCRIPTIONS");
        Opened a = open("a");
        pass(ACKNOWLEDGEMENT.multipliedBy(2).plusSeconds(1));
        assertThat(connection(1).isOpen()).isFalse();
        assertThat(a.heard()).containsExactly("lost");
        exchange.behave();
        pass(ACKNOWLEDGEMENT.multipliedBy(2).plusSeconds(1));
        assertThat(a.heard()).contains("subscribed");
        assertThat(supply().connections()).hasSize(1);
    }

    @Test
    void aConnectionInUseThatAcknowledgesNothingIsReplaced() {
        Opened first = opened("first");
        exchange.overhear("SUBSCRIBE", "LIST_SUBSCRIPTIONS");
        Opened a = open("a");
        pass(ACKNOWLEDGEMENT.multipliedBy(2));
        exchange.behave();
        pass(ACKNOWLEDGEMENT.multipliedBy(3));
        assertThat(a.sink().last().heard).containsExactly("subscribed");
        assertThat(first.sink().last().heard).containsExactly("subscribed");
        assertThat(first.sink().feeds.get(0).heard).containsExactly("subscribed", "replaced");
        assertThat(a.sink().feeds.get(0).heard).containsExactly("replaced");
        assertThat(exchange.subscribed()).containsOnlyKeys("first", "a");
        assertThat(exchange.subscribed().values()).containsOnly(1);
    }

    @Test
    void anExchangeThatAnswersAndDoesNothingIsLeftToo() {
        opened("first");
        exchange.overhear("SUBSCRIBE");
        open("a");
        pass(Duration.ofMinutes(1));
        assertThat(exchange.transport().connections()).hasSizeGreaterThan(1);
        exchange.behave();
        pass(Duration.ofMinutes(2));
        assertThat(exchange.subscribed()).containsOnlyKeys("first", "a");
    }
}
