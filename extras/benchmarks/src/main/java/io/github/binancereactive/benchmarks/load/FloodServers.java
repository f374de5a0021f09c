/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import reactor.netty.resources.LoopResources;

/** The flood servers of the server's JVM, by their ports. For one thread. */
final class FloodServers implements AutoCloseable {

    private final LoopResources loops = LoopResources.create("flood-server", 1, true);
    private final Map<Integer, FloodServer> byPort = new HashMap<>();

    /** Carries out a command, such as {@code flood-open 10000} or {@code flood-start 34567}. */
    long command(String command) {
        String[] words = command.split(" ", 2);
        int number = Integer.parseInt(words[1]);
        return switch (words[0]) {
            case "flood-open" -> open(number);
            case "flood-subscribed" -> server(number).subscribed();
            case "flood-start" -> server(number).start();
            case "flood-stop" -> server(number).stop();
            case "flood-close" -> close(number);
            default -> throw new IllegalArgumentException("unknown command " + command);
        };
    }

    private long open(int perSecond) {
        FloodServer opened = new FloodServer(loops, perSecond);
        byPort.put(opened.port(), opened);
        return opened.port();
    }

    private FloodServer server(int port) {
        return Objects.requireNonNull(byPort.get(port), "no flood server at this port");
    }

    private long close(int port) {
        server(port).close();
        byPort.remove(port);
        return 0;
    }

    @Override
    public void close() {
        byPort.values().forEach(FloodServer::close);
        loops.dispose();
    }
}
