/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.stream;

import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A family of streams: those that bring the same kind of event. A constant of {@link StreamCatalogue}.
 *
 * @param <T> the events
 */
public final class StreamFamily<T> {

    private final String pattern;
    private final Class<T> event;
    private final Comparator<? super T> order;
    private final boolean list;
    private final @Nullable Continuity<T> continuity;
    private final boolean state;
    private final @Nullable Duration heartbeat;
    private final Function<? super T, Object> key;

    private StreamFamily(
            String pattern,
            Class<T> event,
            Comparator<? super T> order,
            boolean list,
            @Nullable Continuity<T> continuity,
            boolean state,
            @Nullable Duration heartbeat,
            Function<? super T, Object> key) {
        this.pattern = pattern;
        this.event = event;
        this.order = order;
        this.list = list;
        this.continuity = continuity;
        this.state = state;
        this.heartbeat = heartbeat;
        this.key = key;
    }

    static <T> StreamFamily<T> of(String pattern, Class<T> event, Comparator<? super T> order) {
        return new StreamFamily<>(pattern, event, order, false, null, false, null, any -> event);
    }

    StreamFamily<T> counting(Continuity<T> by) {
        return new StreamFamily<>(pattern, event, order, list, by, state, heartbeat, key);
    }

    StreamFamily<T> ofState() {
        return new StreamFamily<>(pattern, event, order, list, continuity, true, heartbeat, key);
    }

    StreamFamily<T> inLists(Function<? super T, Object> by) {
        return new StreamFamily<>(pattern, event, order, true, continuity, state, heartbeat, by);
    }

    StreamFamily<T> every(Duration interval) {
        return new StreamFamily<>(pattern, event, order, list, continuity, state, interval, key);
    }

    /**
     * How the exchange's documentation writes the name.
     *
     * @return such as {@code <symbol>@trade}
     */
    public String pattern() {
        return pattern;
    }

    /**
     * What an event is.
     *
     * @return its record
     */
    public Class<T> event() {
        return event;
    }

    /**
     * In which order events of one {@link #key} come: of two events that are equal in it, one is a repetition of the other.
     *
     * @return compares earlier events as less
     */
    public Comparator<? super T> order() {
        return order;
    }

    /**
     * Whether a frame brings several events, of different symbols.
     *
     * @return true for {@code !…@arr}
     */
    public boolean isList() {
        return list;
    }

    /**
     * How events count.
     *
     * @return null when they don't, so that a missing one doesn't show
     */
    public @Nullable Continuity<T> continuity() {
        return continuity;
    }

    /**
     * Whether each event says all there is to know, so that a later one makes up for those before.
     *
     * @return true for tickers, for one
     */
    public boolean isState() {
        return state;
    }

    /**
     * How often the exchange speaks at least, whether there is news or not.
     *
     * @return null when it may be silent
     */
    public @Nullable Duration heartbeat() {
        return heartbeat;
    }

    /**
     * What an event is about: of two events about the same, the later one replaces the earlier one in a stream of state.
     *
     * @param of an event
     * @return the symbol where a stream has several; else the same for all events
     */
    public Object key(T of) {
        return Objects.requireNonNull(key.apply(of));
    }

    @Override
    public String toString() {
        return pattern;
    }
}
