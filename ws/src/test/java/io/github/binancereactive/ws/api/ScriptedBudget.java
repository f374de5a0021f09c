/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.BudgetExceededException;
import io.github.binancereactive.core.limit.AccountKey;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.BudgetState;
import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.core.limit.Cost;
import io.github.binancereactive.core.limit.Permit;
import io.github.binancereactive.core.limit.PermitReceiver;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.limit.Usage;
import io.github.binancereactive.core.limit.Waiting;
import io.github.binancereactive.core.model.general.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;

/** A budget whose test says when there is room, and which takes down what it is told. */
final class ScriptedBudget implements RequestBudget {

    /** One that was handed out. */
    static final class TestPermit implements Permit {
        private final Cost cost;
        private final AtomicReference<String> settled = new AtomicReference<>();
        private volatile List<Usage> report = List.of();

        private TestPermit(Cost cost) {
            this.cost = cost;
        }

        Cost cost() {
            return cost;
        }

        /** How it was settled; null when it wasn't yet. */
        String settled() {
            return settled.get();
        }

        List<Usage> report() {
            return report;
        }

        @Override
        public boolean answered(List<Usage> given) {
            boolean first = settled.compareAndSet(null, "answered");
            if (first) {
                report = given;
            }
            return first;
        }

        @Override
        public boolean notSent() {
            return settled.compareAndSet(null, "not sent");
        }

        @Override
        public boolean lost() {
            return settled.compareAndSet(null, "lost");
        }
    }

    private final class Place extends AtomicBoolean implements Waiting {
        private static final long serialVersionUID = 1L;

        private final transient Cost cost;
        private final transient PermitReceiver receiver;

        Place(Cost cost, PermitReceiver receiver) {
            this.cost = cost;
            this.receiver = receiver;
        }

        @Override
        public boolean cancel() {
            return compareAndSet(false, true);
        }

        boolean grant() {
            boolean free = compareAndSet(false, true);
            if (free) {
                receiver.granted(permit(cost));
            }
            return free;
        }
    }

    private final List<TestPermit> permits = new CopyOnWriteArrayList<>();
    private final Queue<Place> queue = new ConcurrentLinkedQueue<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final List<RateLimit> learned = new CopyOnWriteArrayList<>();
    private final List<Integer> connectionWeights = new CopyOnWriteArrayList<>();
    private volatile boolean room = true;

    void isFull() {
        room = false;
    }

    /** Lets those in that wait, the first ones first, and all that come later. */
    void hasRoom() {
        room = true;
        while (grantNext()) {
            // all of them
        }
    }

    /** Lets the first in that still waits. */
    boolean grantNext() {
        for (Place next = queue.poll(); next != null; next = queue.poll()) {
            if (next.grant()) {
                return true;
            }
        }
        return false;
    }

    int waiting() {
        return (int) queue.stream().filter(place -> !place.get()).count();
    }

    List<TestPermit> permits() {
        return permits;
    }

    List<String> settlements() {
        List<String> all = new ArrayList<>();
        permits.forEach(permit -> all.add(permit.settled()));
        return all;
    }

    /** When it was closed, until when, and for whom. */
    List<String> closed() {
        return closed;
    }

    List<RateLimit> learned() {
        return learned;
    }

    List<Integer> connectionWeights() {
        return connectionWeights;
    }

    void assertAllSettled() {
        assertThat(settlements()).doesNotContainNull();
        assertThat(waiting()).as("places in the queue").isZero();
    }

    private TestPermit permit(Cost cost) {
        TestPermit permit = new TestPermit(cost);
        permits.add(permit);
        return permit;
    }

    @Override
    public Permit tryAcquire(Cost cost) {
        return room ? permit(cost) : null;
    }

    @Override
    public Waiting acquire(Cost cost, BudgetPolicy policy, String endpoint, PermitReceiver receiver) {
        Place place = new Place(cost, receiver);
        if (policy == BudgetPolicy.FAIL_FAST) {
            place.set(true);
            receiver.refused(new BudgetExceededException(endpoint, "full", null));
        } else {
            queue.add(place);
        }
        return place;
    }

    @Override
    public void learn(List<RateLimit> limits) {
        learned.addAll(limits);
    }

    @Override
    public void close(Instant until) {
        closed.add("all until " + until);
    }

    @Override
    public void closeOrders(AccountKey account, Instant until) {
        closed.add("orders until " + until);
    }

    @Override
    public ConnectionLimit connections(int weight) {
        connectionWeights.add(weight);
        return new ConnectionLimit(1000, Duration.ofMinutes(5));
    }

    @Override
    public BudgetState state() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flux<BudgetState> changes() {
        throw new UnsupportedOperationException();
    }
}
