/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

/**
 * What the demo was asked for.
 *
 * @param exchange whom to talk to
 * @param help whether only to say how to use it
 */
record DemoOptions(Exchange exchange, boolean help) {

    /** Whom the demo can talk to. */
    enum Exchange {
        /** The simulator of this repository, inside the same program. */
        SIMULATOR,
        /** The Spot Test Network. */
        TESTNET,
        /** The real exchange; public endpoints alone are called, so no key is needed. */
        LIVE
    }

    static final String HELP = """
            Shows binance-reactive at work: the same calls over REST and over the WebSocket API, and a
            session that carries on while its connections are taken from it.

              (nothing)   against the exchange simulator, inside this program, faults included
              --testnet   against the Spot Test Network, without faults
              --live      against the real exchange, without faults; it needs no key
              --help      this text

            Exit code: 0 when every request was answered, 1 when one was not, 2 for bad arguments.
            NO_COLOR=1 in the environment switches colours off.
            """;

    static DemoOptions parse(String... arguments) {
        Exchange exchange = Exchange.SIMULATOR;
        boolean help = false;
        for (String argument : arguments) {
            switch (argument) {
                case "--testnet" -> exchange = Exchange.TESTNET;
                case "--live" -> exchange = Exchange.LIVE;
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("unknown argument '" + argument + "'");
            }
        }
        return new DemoOptions(exchange, help);
    }
}
