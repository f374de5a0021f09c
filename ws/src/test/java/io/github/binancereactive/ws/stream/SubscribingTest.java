/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.ws.session.SocketClose;
import io.github.binancereactive.ws.stream.FakeStreamExchange.Message;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscribingTest extends SupplyTestCase {

    @Test
    void whatIsAskedForAtOnceLeavesAsOneMessage() {
        List<Opened> all = open("s", 8);
        pass(GATHERED);
        assertThat(exchange.messages()).hasSize(1);
        assertThat(exchange.messages().get(0).names()).hasSize(8);
        assertThat(connection(1).uri()).hasToString("ws://exchange:443/stream");
        assertThat(all).allSatisfy(each -> assertThat(each.heard()).containsExactly("subscribed"));
    }

    @Test
    void soItDoesOnAConnectionInUse() {
        opened("first");
        exchange.forget();
        open("s", 8);
        pass(GATHERED);
        assertThat(exchange.messages()).hasSize(1);
        assertThat(exchange.messages().get(0).names()).hasSize(8);
    }

    @Test
    void nothingIsHeardBeforeOpenReturns() {
        opened("first");
        Opened second = open("second");
        assertThat(second.sink().feeds).isEmpty();
        pass(GATHERED);
        assertThat(second.heard()).containsExactly("subscribed");
    }

    @Test
    void eventsReachTheirStreamAlone() {
        Opened a = opened("a");
        Opened b = opened("b");
        connection(1).send(FakeStreamExchange.event("a", 1), FakeStreamExchange.event("b", 2));
        connection(1).send(FakeStreamExchange.event("a", 3), FakeStreamExchange.event("c", 4));
        assertThat(a.heard()).containsExactly("subscribed", "1", "3");
        assertThat(b.heard()).containsExactly("subscribed", "2");
        assertThat(supply().statistics(0, 0).events()).isEqualTo(3);
        assertThat(supply().statistics(0, 0).ignored()).isEqualTo(1);
    }

    @Test
    void eventsBeforeTheAcknowledgementCountToo() {
        exchange.dontAnswer("SUBSCRIBE");
        Opened a = open("a");
        pass(GATHERED);
        exchange.publish("a", 1);
        assertThat(a.heard()).containsExactly("1");
        connection(1).send("{\"result\":null,\"id\":1}");
        assertThat(a.heard()).containsExactly("1", "subscribed");
    }

    @Test
    void namesMayHaveAnyCharacters() {
        Opened a = opened("币安人生usdt@trade");
        exchange.publish("币安人生usdt@trade", 1);
        assertThat(a.heard()).containsExactly("subscribed", "1");
    }

    @Test
    void nothingIsHeardAfterClose() {
        opened("other");
        Opened a = opened("a");
        a.line().close();
        exchange.publish("a", 1);
        assertThat(a.heard()).as("although the exchange doesn't know yet").containsExactly("subscribed");
        exchange.forget();
        pass(Duration.ofSeconds(1));
        assertThat(exchange.said()).containsExactly("UNSUBSCRIBE [a]");
        connection(1).fail(SocketClose.lost(null));
        pass(Duration.ofSeconds(1));
        assertThat(a.heard()).containsExactly("subscribed");
        assertThat(exchange.subscribed()).containsOnlyKeys("other");
    }

    @Test
    void closingTwiceDoesNothingMore() {
        opened("other");
        Opened a = opened("a");
        a.line().close();
        pass(GATHERED);
        Opened again = opened("a");
        a.line().close();
        a.line().renew();
        a.line().released(1);
        pass(GATHERED);
        exchange.publish("a", 1);
        assertThat(again.heard()).containsExactly("subscribed", "1");
    }

    @Test
    void whatIsTakenBackAtOnceDoesNotLeaveAtAll() {
        opened("other");
        exchange.forget();
        open("a").line().close();
        pass(Duration.ofSeconds(10));
        assertThat(exchange.messages()).isEmpty();
    }

    @Test
    void endAndBeginningWithinTheWaitCancelEachOtherOut() {
        opened("other");
        Opened a = opened("a");
        exchange.forget();
        a.line().close();
        Opened again = open("a");
        pass(Duration.ofSeconds(10));
        assertThat(exchange.messages()).isEmpty();
        exchange.publish("a", 1);
        assertThat(again.heard()).containsExactly("subscribed", "1");
        assertThat(a.heard()).containsExactly("subscribed");
    }

    @Test
    void theyDoAsWellWhileTheLimitHoldsThemUp() {
        opened("other");
        Opened a = opened("a");
        for (int i = 0; i < 6; i++) {
            open("filler" + i);
            pass(GATHERED);
        }
        exchange.forget();
        a.line().close();
        pass(GATHERED.multipliedBy(2));
        assertThat(exchange.messages()).isEmpty();
        Opened again = open("a");
        pass(Duration.ofSeconds(10));
        assertThat(exchange.said()).noneMatch(said -> said.contains("a]"));
        exchange.publish("a", 1);
        assertThat(again.heard()).containsExactly("subscribed", "1");
    }

    @Test
    void endsLeaveBeforeBeginnings() {
        Opened a = opened("a");
        exchange.forget();
        open("b");
        a.line().close();
        open("c");
        pass(Duration.ofSeconds(1));
        assertThat(exchange.said()).containsExactly("UNSUBSCRIBE [a]", "SUBSCRIBE [b, c]");
    }

    @Test
    void renewingEndsAndBeginsAnew() {
        opened("other");
        Opened a = opened("a");
        pass(Duration.ofSeconds(2));
        exchange.forget();
        a.line().renew();
        assertThat(exchange.said()).containsExactly("UNSUBSCRIBE [a]", "SUBSCRIBE [a]");
        exchange.publish("a", 1);
        assertThat(a.heard()).containsExactly("subscribed", "subscribed", "1");
    }

    @Test
    void renewingWhatIsNotAcknowledgedChangesNothing() {
        opened("other");
        exchange.dontAnswer("SUBSCRIBE");
        Opened a = open("a");
        pass(GATHERED);
        exchange.forget();
        a.line().renew();
        pass(Duration.ofSeconds(1));
        assertThat(exchange.messages()).isEmpty();
    }

    @Test
    void messagesKeepToTheLimitPongsIncluded() {
        opened("first");
        pass(Duration.ofSeconds(2));
        exchange.forget();
        for (int i = 0; i < 100; i++) {
            open("s" + i);
            pass(Duration.ofMillis(100));
        }
        pass(Duration.ofSeconds(5));
        assertThat(exchange.subscribed()).hasSize(101);
        List<Long> times = exchange.messages().stream().map(Message::millis).toList();
        assertThat(times).hasSizeGreaterThan(30);
        for (int i = 4; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 4)).isGreaterThanOrEqualTo(1000);
        }
    }

    @Test
    void pongsLeaveAtOnceAndMessagesWaitForThem() {
        opened("first");
        pass(Duration.ofSeconds(2));
        exchange.forget();
        for (int i = 0; i < 4; i++) {
            connection(1).ping("p" + i);
        }
        assertThat(connection(1).wire()).contains("PONG p0", "PONG p1", "PONG p2", "PONG p3");
        open("second");
        pass(Duration.ofMillis(990));
        assertThat(exchange.messages()).isEmpty();
        pass(Duration.ofMillis(10));
        assertThat(exchange.said()).containsExactly("SUBSCRIBE [second]");
        assertThat(supply().statistics(0, 0).pongs()).isEqualTo(4);
        assertThat(supply().statistics(0, 0).messages()).isEqualTo(2);
    }

    @Test
    void noMessageReachesFourThousandBytes() {
        String filler = "x".repeat(150);
        open(filler, 300);
        pass(Duration.ofSeconds(20));
        assertThat(exchange.subscribed()).hasSize(300);
        assertThat(exchange.messages())
                .allSatisfy(each -> assertThat(each.bytes()).isLessThan(4_000));
    }

    @Test
    void aCongestedConnectionGetsNoBurstAfterwards() {
        opened("first");
        pass(Duration.ofSeconds(2));
        exchange.forget();
        connection(1).congest();
        for (int i = 0; i < 10; i++) {
            open("s" + i);
            pass(Duration.ofSeconds(1));
        }
        assertThat(exchange.messages()).isEmpty();
        connection(1).relieve();
        assertThat(exchange.said()).first().isEqualTo("SUBSCRIBE [s0]");
        pass(Duration.ofSeconds(1));
        assertThat(exchange.subscribed()).hasSize(11);
    }
}
