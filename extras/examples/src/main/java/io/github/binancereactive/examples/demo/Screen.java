/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.ws.session.SessionEvent;
import java.io.PrintStream;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Prints. Writing to a stream can block, so it has a thread of its own, which also keeps lines in the order in which they
 * were asked for.
 */
final class Screen implements AutoCloseable {

    private final PrintStream out;
    private final Style style;
    private final Scheduler thread = Schedulers.newSingle("screen", true);

    Screen(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    static Screen standard() {
        return new Screen(System.out, Style.ofTerminal());
    }

    Mono<Void> lines(List<String> lines) {
        return print(String.join("\n", lines));
    }

    /** A title, and lines whose first is the head of a table. */
    Mono<Void> section(String title, List<String> lines) {
        return print("\n" + style.bold(title) + "\n\n" + String.join("\n", lines));
    }

    Mono<Void> incident(String title) {
        return print("\n" + style.cyan("> " + title));
    }

    Mono<Void> event(SessionEvent.Type type, String line) {
        return print(
                switch (type) {
                    case OPENED, ROTATED -> style.green(line);
                    case LOST, ROTATION_FAILED -> style.red(line);
                    default -> line;
                });
    }

    private Mono<Void> print(String text) {
        return Mono.<Void>fromRunnable(() -> {
                    out.println(text);
                    out.flush();
                })
                .subscribeOn(thread);
    }

    @Override
    public void close() {
        thread.dispose();
    }
}
