/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.ws.session.InMemoryConnection;
import io.github.binancereactive.ws.session.SocketClose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.test.util.RaceTestUtils;

/** Things that happen at the same time, many times over. */
class SupplyRacesTest extends SupplyTestCase {

    private static final int ROUNDS = 300;

    private final List<Opened> wanted = new CopyOnWriteArrayList<>();

    private void add(String name) {
        wanted.add(open(name));
    }

    private void removeOldest() {
        wanted.remove(0).line().close();
    }

    private void settle() {
        pass(Duration.ofSeconds(30));
    }

    /** Each is subscribed to once, and knows it. */
    private void assertAsWanted() {
        Set<String> names = new TreeSet<>();
        wanted.forEach(each -> names.add(each.sink().stream().name()));
        assertThat(new TreeSet<>(exchange.subscribed().keySet())).isEqualTo(names);
        assertThat(exchange.subscribed().values()).containsOnly(1);
        assertThat(wanted).allSatisfy(each -> {
            assertThat(each.sink().last().heard).last().isEqualTo("subscribed");
            assertThat(each.heard()).doesNotContain("two calls at once");
            assertThat(each.sink().ends).isEmpty();
        });
    }

    private InMemoryConnection onlyOpen() {
        assertThat(exchange.transport().open()).hasSize(1);
        return exchange.transport().open().get(0);
    }

    @Test
    void changesAndALossAtOnce() {
        add("first");
        add("second");
        settle();
        for (int i = 0; i < ROUNDS; i++) {
            String name = "s" + i;
            InMemoryConnection connection = onlyOpen();
            RaceTestUtils.race(
                    () -> {
                        add(name);
                        pass(GATHERED);
                    },
                    this::removeOldest,
                    () -> connection.fail(SocketClose.lost(null)));
            settle();
            assertAsWanted();
        }
    }

    @Test
    void changesAndThePreparationOfAConnectionAtOnce() {
        add("first");
        add("second");
        settle();
        for (int i = 0; i < ROUNDS; i++) {
            String name = "s" + i;
            exchange.keepWaiting();
            onlyOpen().fail(SocketClose.lost(null));
            pass(BACKOFF);
            InMemoryConnection next = exchange.transport().last();
            RaceTestUtils.race(
                    () -> {
                        add(name);
                        pass(GATHERED);
                    },
                    this::removeOldest,
                    next::accept);
            exchange.accept();
            settle();
            assertAsWanted();
        }
    }

    @Test
    void changesAndARotationAtOnce() {
        add("first");
        add("second");
        settle();
        for (int i = 0; i < ROUNDS; i++) {
            String name = "s" + i;
            RaceTestUtils.race(
                    () -> {
                        add(name);
                        pass(GATHERED);
                    },
                    this::removeOldest,
                    this::rotate);
            settle();
            assertAsWanted();
        }
        assertThat(wanted).allSatisfy(each -> assertThat(each.heard()).doesNotContain("lost"));
    }

    /** However they fall, what is read in the end is the connection in use, and all that came over it. */
    @Test
    void pausesAndARotationAndALossAtOnce() {
        Opened a = openExclusively("a");
        settle();
        for (int i = 1; i <= ROUNDS; i++) {
            InMemoryConnection connection = onlyOpen();
            boolean loses = i % 3 == 0;
            RaceTestUtils.race(
                    () -> {
                        a.line().pauseReading();
                        a.line().resumeReading();
                    },
                    this::rotate,
                    () -> {
                        if (loses) {
                            connection.fail(SocketClose.lost(null));
                        }
                    });
            settle();
            assertThat(onlyOpen().isRead()).isTrue();
            exchange.publish("a", i);
            assertThat(a.sink().last().heard).containsExactly("subscribed", Integer.toString(i));
        }
    }

    @Test
    void eventsAndTheEndOfALineAtOnce() {
        add("first");
        settle();
        for (int i = 0; i < ROUNDS; i++) {
            Opened a = open("a");
            settle();
            RaceTestUtils.race(
                    () -> {
                        a.line().close();
                        int then = a.heard().size();
                        exchange.publish("a", 1);
                        exchange.publish("a", 2);
                        assertThat(a.heard()).as("after close").hasSize(then);
                    },
                    () -> pass(Duration.ofSeconds(1)));
            settle();
            assertAsWanted();
        }
    }

    @Test
    void disposeAndChangesAtOnce() {
        for (int i = 0; i < ROUNDS; i++) {
            ShardedSupply tested = new ShardedSupply(options);
            List<RecordingSink> sinks = new ArrayList<>();
            List.of("a", "b", "c").forEach(name -> {
                RecordingSink sink = new RecordingSink(name);
                sinks.add(sink);
                tested.open(sink, false);
            });
            if (i % 2 == 0) {
                pass(GATHERED);
            }
            RecordingSink late = new RecordingSink("late");
            sinks.add(late);
            RaceTestUtils.race(tested::dispose, tested::dispose, () -> tested.open(late, false), () -> pass(GATHERED));
            settle();
            assertThat(sinks).allSatisfy(sink -> assertThat(sink.ends).containsExactly("end"));
            assertThat(exchange.transport().open()).isEmpty();
        }
    }
}
