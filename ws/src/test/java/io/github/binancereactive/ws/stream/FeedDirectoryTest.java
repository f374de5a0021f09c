/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import reactor.test.util.RaceTestUtils;

class FeedDirectoryTest extends SupplyTestCase {

    private final FeedDirectory directory = new FeedDirectory();

    private Subscription<?> subscription(String name) {
        RecordingSink sink = new RecordingSink(name);
        SupplyLine<?> line = new SupplyLine<>(supply(), sink, options.codec().decoder(sink.stream()), false);
        return Objects.requireNonNull(line.subscription(1));
    }

    private Subscription<?> put(String name) {
        Subscription<?> made = subscription(name);
        directory.put(made);
        return made;
    }

    private Subscription<?> find(String name) {
        byte[] bytes = ("<<" + name + ">>").getBytes(StandardCharsets.UTF_8);
        return directory.find(bytes, 2, bytes.length - 4);
    }

    @Test
    void findsByNameAlone() {
        Subscription<?> a = put("btcusdt@trade");
        Subscription<?> b = put("币安人生usdt@trade");
        assertThat(find("btcusdt@trade")).isSameAs(a);
        assertThat(find("币安人生usdt@trade")).isSameAs(b);
        assertThat(find("btcusdt@trad")).isNull();
        assertThat(find("btcusdt@tradE")).isNull();
        assertThat(find("")).isNull();
    }

    @Test
    void tellsNamesOfOneHashApart() {
        Subscription<?> a = put("Aa@trade");
        Subscription<?> b = put("BB@trade");
        assertThat("Aa@trade".hashCode()).isEqualTo("BB@trade".hashCode());
        assertThat(find("Aa@trade")).isSameAs(a);
        assertThat(find("BB@trade")).isSameAs(b);
        a.mute();
        assertThat(find("Aa@trade")).isNull();
        assertThat(find("BB@trade")).as("behind the place of a closed one").isSameAs(b);
    }

    @Property(tries = 50)
    void agreesWithAMap(@ForAll @Size(max = 500) int @IntRange(max = 150) [] changes) {
        Map<String, Subscription<?>> expected = new HashMap<>();
        FeedDirectory tested = new FeedDirectory();
        for (int i = 0; i < changes.length; i++) {
            String name = "s" + changes[i];
            Subscription<?> before = expected.remove(name);
            if (before != null) {
                before.mute();
            }
            if (i % 3 != 0) {
                Subscription<?> made = subscription(name);
                tested.put(made);
                expected.put(name, made);
            }
        }
        for (int i = 0; i <= 150; i++) {
            byte[] name = ("s" + i).getBytes(StandardCharsets.UTF_8);
            assertThat(tested.find(name, 0, name.length)).isSameAs(expected.get("s" + i));
        }
    }

    @Test
    void whatIsThereIsFoundWhileOthersAreAdded() {
        for (int round = 0; round < 50; round++) {
            FeedDirectory tested = new FeedDirectory();
            Subscription<?> first = subscription("first");
            tested.put(first);
            AtomicBoolean adding = new AtomicBoolean(true);
            AtomicBoolean missed = new AtomicBoolean();
            byte[] name = "first".getBytes(StandardCharsets.UTF_8);
            RaceTestUtils.race(
                    () -> {
                        for (int i = 0; i < 500; i++) {
                            tested.put(subscription("s" + i));
                        }
                        adding.set(false);
                    },
                    () -> {
                        while (adding.get()) {
                            if (tested.find(name, 0, name.length) != first) {
                                missed.set(true);
                            }
                        }
                    });
            assertThat(missed).isFalse();
        }
    }
}
