/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.user.BalanceUpdate;
import io.github.binancereactive.core.model.user.UserDataEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever either connection has brought when the first one ends: each event is handed on once and in order. */
class OverlapTest {

    private static UserDataEvent event(int content, int time) {
        return new BalanceUpdate(Instant.ofEpochMilli(time), "BTC", BigDecimal.valueOf(content), Instant.EPOCH);
    }

    @Property(tries = 2000)
    void nothingIsMissingAndNothingRepeated(
            @ForAll @IntRange(max = 30) int count,
            @ForAll @IntRange(max = 30) int followerBegins,
            @ForAll @IntRange(max = 30) int leaderEnds,
            @ForAll long seed) {
        List<Integer> contents = IntStream.range(0, count).boxed().toList();
        int end = Math.min(leaderEnds, count);

        assertThat(handedOn(contents, Math.min(followerBegins, end), end, seed)).isEqualTo(contents);
    }

    /** Two that are alike can't be told from one that came twice, unless both connections bring both. */
    @Property(tries = 2000)
    void alikeEventsAreCounted(
            @ForAll @Size(max = 30) List<@IntRange(max = 3) Integer> contents,
            @ForAll @IntRange(max = 30) int leaderEnds,
            @ForAll long seed) {
        int end = Math.min(leaderEnds, contents.size());

        assertThat(handedOn(contents, 0, end, seed)).isEqualTo(contents);
    }

    /** The leader brings its part while the follower does, and is gone at once then, or after a while. */
    private static List<Integer> handedOn(List<Integer> contents, int begin, int end, long seed) {
        List<Integer> handedOn = new ArrayList<>();
        Overlap overlap = new Overlap(100);
        Random random = new Random(seed);
        int leader = 0;
        int follower = begin;
        while (leader < end || (follower < contents.size() && random.nextInt(4) > 0)) {
            boolean leads = follower == contents.size() || (leader < end && random.nextBoolean());
            if (leads) {
                handedOn.add(contents.get(leader));
                overlap.leaderBrought(event(contents.get(leader), leader++));
            } else {
                // Made by another server, at another time.
                overlap.followerBrought(event(contents.get(follower), 1000 + follower++));
            }
        }
        overlap.rest()
                .forEach(left -> handedOn.add(((BalanceUpdate) left).delta().intValueExact()));
        for (; follower < contents.size(); follower++) {
            if (!overlap.isRepeated(event(contents.get(follower), 1000 + follower))) {
                handedOn.add(contents.get(follower));
            }
        }
        return handedOn;
    }

    @Property
    void whatBothHaveBroughtProvesIt(@ForAll @Size(min = 1, max = 10) List<@IntRange(max = 3) Integer> contents) {
        Overlap overlap = new Overlap(100);
        contents.forEach(content -> overlap.followerBrought(event(content, 0)));
        assertThat(overlap.isProven()).isFalse();
        overlap.leaderBrought(event(contents.get(0), 0));
        assertThat(overlap.isProven()).isTrue();
    }

    @Property
    void aFollowerFarAheadIsNoticed(@ForAll @IntRange(min = 1, max = 20) int bound) {
        Overlap overlap = new Overlap(bound);
        for (int i = 0; i < bound; i++) {
            overlap.followerBrought(event(i, i));
        }
        assertThat(overlap.isFull()).isFalse();
        overlap.followerBrought(event(bound, bound));
        assertThat(overlap.isFull()).isTrue();
    }
}
