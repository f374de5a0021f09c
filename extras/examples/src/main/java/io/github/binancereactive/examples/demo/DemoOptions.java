/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.auth.Credentials;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the demo was asked for.
 *
 * @param exchange whom to talk to
 * @param help whether only to say how to use it
 * @param keyFiles where a key is kept; null for none
 */
record DemoOptions(
        Exchange exchange, boolean help, @Nullable KeyFiles keyFiles) {

    /** Whom the demo can talk to. */
    enum Exchange {
        /** The simulator of this repository, inside the same program. */
        SIMULATOR,
        /** The Spot Test Network. */
        TESTNET,
        /** The real exchange; public endpoints and, with a key, order tests alone are called. */
        LIVE
    }

    private static final String API_KEY_FILE = "--api-key-file";
    private static final String PRIVATE_KEY_FILE = "--private-key-file";
    private static final String SECRET_KEY_FILE = "--secret-key-file";

    static final String HELP = """
            Shows binance-reactive at work: the same calls over REST and over the WebSocket API, market
            data streams and order books in a live table, and sessions that carry on while their
            connections are taken from them. Takes about a minute.

              (nothing)   against the exchange simulator, inside this program, faults included
              --testnet   against the Spot Test Network, without faults
              --live      against the real exchange, without faults
              --help      this text

            With a real exchange only public endpoints are called, unless it is given a key. Then an order
            is tested over both wires; none is ever placed. Keys are read from files:

              --api-key-file FILE      the API key, and one of
              --private-key-file FILE  an Ed25519 or RSA key as PEM, without passphrase
              --secret-key-file FILE   the secret key of an HMAC key

            Exit code: 0 when everything went as it had to, 1 when something did not, 2 for bad arguments.
            NO_COLOR=1 in the environment switches colours off. Where output is no terminal, the live
            table is printed a few times instead of being drawn in place.
            """;

    static DemoOptions parse(String... arguments) {
        Exchange exchange = Exchange.SIMULATOR;
        boolean help = false;
        Map<String, String> files = new HashMap<>();
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--testnet" -> exchange = Exchange.TESTNET;
                case "--live" -> exchange = Exchange.LIVE;
                case "--help", "-h" -> help = true;
                case API_KEY_FILE, PRIVATE_KEY_FILE, SECRET_KEY_FILE -> files.put(argument, file(argument, rest));
                default -> throw new IllegalArgumentException("unknown argument '" + argument + "'");
            }
        }
        return new DemoOptions(exchange, help, keyFiles(exchange, files));
    }

    private static String file(String argument, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(argument + " needs the name of a file");
        }
        return rest.next();
    }

    private static @Nullable KeyFiles keyFiles(Exchange exchange, Map<String, String> files) {
        if (exchange == Exchange.SIMULATOR && !files.isEmpty()) {
            throw new IllegalArgumentException("the simulator has keys of its own");
        }
        return KeyFiles.of(files.get(API_KEY_FILE), files.get(PRIVATE_KEY_FILE), files.get(SECRET_KEY_FILE));
    }

    /** Reads the key; blocks meanwhile. */
    @Nullable Credentials credentials() {
        return keyFiles == null ? null : keyFiles.read();
    }
}
