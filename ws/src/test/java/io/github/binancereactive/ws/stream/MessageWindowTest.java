/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MessageWindowTest {

    private final MessageWindow window = new MessageWindow(4);

    private void sendAndArrive(long now) {
        window.sent();
        window.arrived(now);
    }

    @Test
    void asManyAsAllowedLeaveAtOnce() {
        for (int i = 0; i < 4; i++) {
            assertThat(window.millisUntilRoom(0)).isZero();
            sendAndArrive(0);
        }
        assertThat(window.millisUntilRoom(0)).isEqualTo(1000);
        assertThat(window.millisUntilRoom(999)).isEqualTo(1);
        assertThat(window.millisUntilRoom(1000)).isZero();
    }

    @Test
    void whatIsNotAnsweredMayNotHaveArrived() {
        for (int i = 0; i < 4; i++) {
            window.sent();
        }
        assertThat(window.millisUntilRoom(60_000)).isEqualTo(MessageWindow.UNTIL_ANSWERED);
        window.arrived(60_000);
        assertThat(window.millisUntilRoom(60_000)).isEqualTo(1000);
        assertThat(window.millisUntilRoom(61_000)).isZero();
    }

    @Test
    void aPongTakesThePlaceOfAMessage() {
        window.count(0);
        window.count(10);
        window.count(20);
        window.count(30);
        assertThat(window.millisUntilRoom(40)).isEqualTo(960);
        window.count(40); // a pong doesn't ask
        assertThat(window.millisUntilRoom(40)).isEqualTo(970);
    }

    @Test
    void aClockThatIsPutBackHoldsNothingUp() {
        for (int i = 0; i < 4; i++) {
            sendAndArrive(3_600_000);
        }
        assertThat(window.millisUntilRoom(0)).isEqualTo(1000);
        for (int i = 0; i < 4; i++) {
            sendAndArrive(1000);
        }
        assertThat(window.millisUntilRoom(1500)).isEqualTo(500);
    }

    /** A message under way, with when it reaches the exchange and when its answer comes. */
    private record Sent(long arrives, long answered) {}

    @Property
    void neverMoreThanAllowedArriveInAnySecondHoweverLongTheyTake(
            @ForAll @IntRange(min = 1, max = 5) int perSecond,
            @ForAll @Size(min = 20, max = 100) List<@IntRange(max = 3000) Integer> delays) {
        MessageWindow tested = new MessageWindow(perSecond);
        Deque<Sent> underWay = new ArrayDeque<>();
        List<Long> arrivals = new ArrayList<>();
        long now = 0;
        for (int i = 0; i + 1 < delays.size(); i += 2) {
            long wait;
            while ((wait = tested.millisUntilRoom(now)) > 0) {
                long answer =
                        underWay.isEmpty() ? Long.MAX_VALUE : underWay.peek().answered();
                long room = wait == MessageWindow.UNTIL_ANSWERED ? Long.MAX_VALUE : now + wait;
                now = Math.max(now, Math.min(answer, room));
                if (answer <= now) {
                    underWay.remove();
                    tested.arrived(now);
                }
            }
            tested.sent();
            long before = arrivals.isEmpty() ? 0 : arrivals.get(arrivals.size() - 1);
            long arrives = Math.max(before, now + delays.get(i)); // the network keeps the order
            arrivals.add(arrives);
            underWay.add(new Sent(arrives, arrives + delays.get(i + 1)));
        }
        for (int i = perSecond; i < arrivals.size(); i++) {
            assertThat(arrivals.get(i) - arrivals.get(i - perSecond)).isGreaterThanOrEqualTo(1000);
        }
    }
}
