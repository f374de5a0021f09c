/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.codec.JsonStreamCodec;
import io.github.binancereactive.core.codec.StreamCodec;
import io.github.binancereactive.core.stream.Continuity;
import io.github.binancereactive.testkit.PublishedEvent;
import io.github.binancereactive.testkit.SimulatedStreams;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Remembers all that a stream has signalled, and compares it with what the exchange has published. */
final class Witness<T> {

    private static final StreamCodec CODEC = JsonStreamCodec.create();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Fields that the exchange's documentation says to ignore. */
    private static final Set<String> IGNORED = Set.of("M", "B");

    private final StreamFlux<T> flux;
    private final Queue<StreamSignal<T>> signals = new ConcurrentLinkedQueue<>();
    private volatile int subscriptions;
    private volatile boolean eventSinceSubscribed;
    private volatile int count;
    private volatile Throwable failure;

    private Witness(StreamFlux<T> flux) {
        this.flux = flux;
    }

    static <T> Witness<T> of(StreamFlux<T> flux) {
        StreamFlux<T> patient = flux.withOverflow(Overflow.buffer(1_000_000, Overflow.WhenFull.ERROR));
        Witness<T> witness = new Witness<>(patient);
        patient.signals().subscribe(witness::note, error -> witness.failure = error);
        return witness;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // signals come one after the other
    private void note(StreamSignal<T> signal) {
        signals.add(signal);
        if (signal instanceof StreamSignal.Subscribed) {
            subscriptions++;
            eventSinceSubscribed = false;
        } else if (signal instanceof StreamSignal.Event) {
            eventSinceSubscribed = true;
            count++;
        }
    }

    String name() {
        return flux.stream().name();
    }

    boolean isSubscribed() {
        return subscriptions > 0;
    }

    /** How many events have come. */
    int count() {
        return count;
    }

    boolean hasEventSinceSubscribed() {
        return eventSinceSubscribed;
    }

    int subscriptions() {
        return subscriptions;
    }

    List<StreamSignal.Gap<T>> gaps() {
        return signals.stream()
                .filter(StreamSignal.Gap.class::isInstance)
                .map(signal -> (StreamSignal.Gap<T>) signal)
                .toList();
    }

    long filled() {
        return signals.stream().filter(StreamSignal.Filled.class::isInstance).count();
    }

    List<T> events() {
        List<T> events = new ArrayList<>();
        for (StreamSignal<T> signal : signals) {
            if (signal instanceof StreamSignal.Event<T> event) {
                events.add(event.value());
            }
        }
        return events;
    }

    boolean hasLastOf(List<PublishedEvent> published) {
        return published.isEmpty()
                || events().stream()
                        .map(this::json)
                        .anyMatch(json(published.get(published.size() - 1).json())::equals);
    }

    /** Every event from the first one on, once and in order. */
    void assertGotAll(SimulatedStreams exchange) {
        assertThat(failure).isNull();
        assertSame(
                withoutRepetition(events().stream().map(this::json).toList()), withoutRepetition(published(exchange)));
    }

    /** The same for trades, where an event that was fetched later has the time of its trade in place of its own. */
    void assertGotAllTrades(SimulatedStreams exchange) {
        assertThat(failure).isNull();
        assertSame(
                events().stream().map(this::json).map(Witness::withoutEventTime).toList(),
                published(exchange).stream().map(Witness::withoutEventTime).toList());
    }

    /** What was published since then may still be on its way. */
    private void assertSame(List<JsonNode> got, List<JsonNode> there) {
        assertThat(got).as("events of %s", name()).isNotEmpty();
        int first = there.indexOf(got.get(0));
        assertThat(first)
                .as("the first event of %s among those published", name())
                .isNotNegative();
        int last = Math.min(first + got.size(), there.size());
        assertThat(got).as("events of %s", name()).isEqualTo(there.subList(first, last));
    }

    private static List<JsonNode> json(List<PublishedEvent> published) {
        return published.stream().map(event -> json(event.json())).toList();
    }

    private List<JsonNode> published(SimulatedStreams exchange) {
        return json(exchange.published(name()));
    }

    /** Every event from the first one on, but for those within the gaps that were signalled; and these have the right bounds. */
    void assertGotAllButGaps(SimulatedStreams exchange) {
        assertThat(failure).isNull();
        List<JsonNode> there = published(exchange);
        T before = null;
        StreamSignal.Gap<T> gap = null;
        for (StreamSignal<T> signal : signals) {
            if (signal instanceof StreamSignal.Gap<T> found) {
                gap = found;
            } else if (signal instanceof StreamSignal.Event<T> event) {
                if (before != null) {
                    assertRight(before, event.value(), gap, there);
                }
                before = event.value();
                gap = null;
            }
        }
    }

    private void assertRight(T before, T after, StreamSignal.Gap<T> gap, List<JsonNode> there) {
        Continuity<T> continuity = flux.stream().family().continuity();
        int from = there.lastIndexOf(json(before));
        int to = there.indexOf(json(after));
        if (gap == null) {
            // Equal ones may follow each other in a stream of state.
            assertThat(to - from)
                    .as("events of %s from %s to %s without a gap", name(), before, after)
                    .isLessThanOrEqualTo(1);
            return;
        }
        assertThat(gap.stream()).isEqualTo(name());
        assertThat(gap.from()).isBeforeOrEqualTo(gap.to());
        if (continuity != null) {
            assertThat(to - from)
                    .as("a gap of %s where something is missing", name())
                    .isGreaterThan(1);
            assertThat(gap.lastId()).isEqualTo(continuity.last().applyAsLong(before));
            assertThat(gap.nextId()).isEqualTo(continuity.first().applyAsLong(after));
        }
    }

    private JsonNode json(T event) {
        return json(new String(CODEC.encode(event), StandardCharsets.UTF_8));
    }

    private static JsonNode json(String text) {
        JsonNode tree = JSON.readTree(text);
        if (!tree.has("bids") && tree instanceof ObjectNode object && !tree.has("u")) {
            IGNORED.forEach(object::remove);
            if (object.get("k") instanceof ObjectNode kline) {
                IGNORED.forEach(kline::remove);
            }
        }
        return tree;
    }

    private static JsonNode withoutEventTime(JsonNode event) {
        ((ObjectNode) event).remove("E");
        return event;
    }

    private static List<JsonNode> withoutRepetition(List<JsonNode> events) {
        List<JsonNode> distinct = new ArrayList<>();
        for (JsonNode event : events) {
            if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(event)) {
                distinct.add(event);
            }
        }
        return distinct;
    }
}
