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

    private static final String ESCAPE = "\u001b[";

    private final PrintStream out;
    private final Style style;
    private final Scheduler thread = Schedulers.newSingle("screen", true);
    private int pictureHeight; // on that thread only

    Screen(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    static Screen standard() {
        return new Screen(System.out, Style.ofTerminal());
    }

    Style style() {
        return style;
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

    /** Shows these lines below all others, in place of the picture before. Shows nothing where that can't be done. */
    Mono<Void> picture(List<String> lines) {
        return style.redraws() ? onThread(() -> draw(lines)) : Mono.empty();
    }

    private void draw(List<String> lines) {
        StringBuilder frame = new StringBuilder(upToPicture());
        frame.append(ESCAPE)
                .append("?7l"); // what is too long is cut off: it would be two lines, and the next frame misplaced
        lines.forEach(line -> frame.append(ESCAPE).append("2K").append(line).append('\n'));
        frame.append(ESCAPE).append("?7h").append(ESCAPE).append('J');
        out.print(frame);
        out.flush();
        pictureHeight = lines.size();
    }

    private String upToPicture() {
        return pictureHeight == 0 ? "" : ESCAPE + pictureHeight + "A";
    }

    /** In place of the picture, if there is one. */
    private Mono<Void> print(String text) {
        return onThread(() -> {
            if (pictureHeight > 0) {
                out.print(upToPicture() + ESCAPE + "J");
                pictureHeight = 0;
            }
            out.println(text);
            out.flush();
        });
    }

    private Mono<Void> onThread(Runnable writing) {
        return Mono.<Void>fromRunnable(writing).subscribeOn(thread);
    }

    @Override
    public void close() {
        thread.dispose();
    }
}
