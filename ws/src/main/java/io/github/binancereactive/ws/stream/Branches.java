/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.api.MarketDataApi;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The subscribers of a hub: those that take the stream as it is, and for each API that gaps are filled from, those that want that. In
 * steps of the hub only.
 */
final class Branches<T> {

    private final StreamHub<T> hub;
    private final List<Branch<T>> branches = new ArrayList<>(1);

    /** When it is alone and takes the stream as it is. With many streams each look into memory counts, and this saves six. */
    private @Nullable StreamSubscription<T> sole;

    Branches(StreamHub<T> hub) {
        this.hub = hub;
    }

    boolean isEmpty() {
        return branches.isEmpty();
    }

    void add(StreamSubscription<T> subscription) {
        MarketDataApi api = subscription.delivery().api();
        Branch<T> branch = find(api);
        if (branch == null) {
            branch = api == null ? new Branch<>() : new FillingBranch<>(hub, Backfill.of(hub.stream(), api), api);
            branches.add(branch);
        }
        branch.add(subscription);
        lookForSole();
    }

    private void lookForSole() {
        Branch<T> only = branches.size() == 1 ? branches.get(0) : null;
        sole = only != null && only.api() == null && only.subscriptions().size() == 1
                ? only.subscriptions().get(0)
                : null;
    }

    private @Nullable Branch<T> find(@Nullable MarketDataApi api) {
        for (Branch<T> branch : branches) {
            if (branch.api() == api) {
                return branch;
            }
        }
        return null;
    }

    /** False when it wasn't there. */
    boolean remove(StreamSubscription<T> subscription) {
        Branch<T> left = find(subscription.delivery().api());
        if (left == null || !left.remove(subscription)) {
            return false;
        }
        if (left.isEmpty()) {
            branches.remove(left);
            left.end();
        }
        lookForSole();
        return true;
    }

    void event(T event) {
        StreamSubscription<T> only = sole;
        if (only != null) {
            only.next(event);
            return;
        }
        for (int i = 0; i < branches.size(); i++) {
            branches.get(i).event(event);
        }
    }

    void signal(StreamSignal<T> signal) {
        for (int i = 0; i < branches.size(); i++) {
            branches.get(i).signal(signal);
        }
    }

    void end(Consumer<StreamSubscription<T>> how) {
        List<Branch<T>> last = List.copyOf(branches);
        branches.clear();
        sole = null;
        for (Branch<T> branch : last) {
            branch.end();
            for (StreamSubscription<T> subscription : branch.subscriptions()) {
                subscription.left();
                how.accept(subscription);
            }
        }
    }

    /** The shortest of what subscribers want, of those that want one; else 0. */
    long shortest(ToLongFunction<Delivery<T>> wish) {
        long shortest = 0;
        for (Branch<T> branch : branches) {
            for (StreamSubscription<T> subscription : branch.subscriptions()) {
                long wanted = wish.applyAsLong(subscription.delivery());
                shortest = wanted > 0 && (shortest == 0 || wanted < shortest) ? wanted : shortest;
            }
        }
        return shortest;
    }
}
