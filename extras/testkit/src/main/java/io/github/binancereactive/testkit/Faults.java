/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Which fault meets which request. Any thread adds; only the event loop takes. */
final class Faults {

    private final Queue<Fault> waiting = new ConcurrentLinkedQueue<>();
    private volatile List<FaultPlan.Chance> chances;
    // Event loop only: the order of requests is the order of throws.
    private final SplittableRandom dice;
    // Event loop only. Dice of its own, so that requests meet the same faults however many events there are.
    private final SplittableRandom eventDice;

    Faults(FaultPlan plan, long seed) {
        chances = plan.chances();
        dice = new SplittableRandom(seed);
        eventDice = new SplittableRandom(~seed);
    }

    void add(Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            waiting.add(fault);
        }
    }

    void clear() {
        waiting.clear();
    }

    /** The dice are the same: what they will show doesn't depend on when this is called. */
    void plan(FaultPlan plan) {
        chances = plan.chances();
    }

    int waiting() {
        return waiting.size();
    }

    /** Whether no request can meet a fault, so that the short way is open. */
    boolean none() {
        return chances.isEmpty() && waiting.isEmpty();
    }

    /** The fault of a request; one that a test asked for comes before one of the plan. */
    @Nullable Fault take(String method) {
        for (Iterator<Fault> faults = waiting.iterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (fits(fault, method)) {
                faults.remove();
                return inner(fault);
            }
        }
        return chances.isEmpty() ? null : chance(method);
    }

    /** The fault of an upgrade, which must have been asked for by name. */
    @Nullable Fault takeNamed(String method) {
        for (Iterator<Fault> faults = waiting.iterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (fault instanceof Fault.Only only && only.methods().contains(method)) {
                faults.remove();
                return only.fault();
            }
        }
        return null;
    }

    /** The fault of an event; one that a test asked for comes before one of the plan. */
    @Nullable EventFault takeEvent(String stream) {
        for (Iterator<Fault> faults = waiting.iterator(); faults.hasNext(); ) {
            if (faults.next() instanceof EventFault fault && fault.fits(stream)) {
                faults.remove();
                return fault;
            }
        }
        return chances.isEmpty() ? null : eventChance(stream);
    }

    private @Nullable EventFault eventChance(String stream) {
        double thrown = eventDice.nextDouble();
        for (FaultPlan.Chance chance : chances) {
            if (chance.fault() instanceof EventFault fault) {
                thrown -= chance.rate();
                if (thrown < 0) {
                    return fault.fits(stream) ? fault : null;
                }
            }
        }
        return null;
    }

    boolean takeMissingPong() {
        return waiting.remove(new ConnectionFault.MissingPong());
    }

    private @Nullable Fault chance(String method) {
        double thrown = dice.nextDouble();
        for (FaultPlan.Chance chance : chances) {
            if (chance.fault() instanceof EventFault) {
                continue;
            }
            thrown -= chance.rate();
            if (thrown < 0) {
                return fits(chance.fault(), method) ? inner(chance.fault()) : null;
            }
        }
        return null;
    }

    private static boolean fits(Fault fault, String method) {
        return fault instanceof Fault.Only only
                ? only.methods().contains(method)
                : !(fault instanceof ConnectionFault.MissingPong || fault instanceof EventFault);
    }

    private static Fault inner(Fault fault) {
        return fault instanceof Fault.Only only ? inner(only.fault()) : fault;
    }
}
