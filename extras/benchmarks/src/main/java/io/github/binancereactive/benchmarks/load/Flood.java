/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

/** A flood server in the server's JVM, seen from here. */
final class Flood implements AutoCloseable {

    /** Carries out a command in the server's JVM. */
    interface Control {
        long ask(String command);
    }

    private final Control control;
    private final int port;

    private Flood(Control control, int port) {
        this.control = control;
        this.port = port;
    }

    /** Opens one that sends so many messages a second on each connection; 0 for as fast as possible. */
    static Flood open(Control control, int perSecond) {
        return new Flood(control, (int) control.ask("flood-open " + perSecond));
    }

    Address address() {
        return new Address(port);
    }

    /** How many streams are subscribed to. */
    long subscribed() {
        return control.ask("flood-subscribed " + port);
    }

    /** Lets messages come. Returns how many it has sent so far. */
    long start() {
        return control.ask("flood-start " + port);
    }

    /** Lets no more come. Returns how many it has sent so far. */
    long stop() {
        return control.ask("flood-stop " + port);
    }

    @Override
    public void close() {
        control.ask("flood-close " + port);
    }
}
