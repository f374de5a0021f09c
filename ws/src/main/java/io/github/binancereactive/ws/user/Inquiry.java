/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.time.Backoff;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Questions to the exchange that cost so much that they wait for their turn among those of other accounts, and that are put again
 * when what is in the way passes. For steps only.
 */
abstract class Inquiry {

    private static final Backoff AGAIN = Backoff.exponential(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private final UserDataHub hub;
    private final Disposable.Swap again = Disposables.swap();
    private Disposable.@Nullable Composite questions; // those of this attempt; null when it is not its turn
    private int failures;
    private boolean over;

    Inquiry(UserDataHub hub) {
        this.hub = hub;
    }

    /** Its turn has come. */
    abstract void ask();

    /** Something is in the way. All will be asked again. */
    abstract void postponed();

    /** There won't be an answer. */
    abstract void unanswered(Throwable why);

    final void begin() {
        hub.inquiries().begin(() -> {
            if (over) {
                hub.inquiries().done();
            } else {
                questions = Disposables.composite();
                ask();
            }
        });
    }

    /** Whether it is being asked, rather than waiting for its turn. */
    final boolean isAsked() {
        return questions != null;
    }

    /** One question of this attempt. */
    final <T> void question(Mono<T> question, Consumer<T> answer) {
        Disposable.Composite present = Objects.requireNonNull(questions, "it isn't its turn");
        // What comes at the moment when it is disposed of is ours to ignore.
        present.add(hub.ask(
                question,
                value -> {
                    if (present == questions) {
                        answer.accept(value);
                    }
                },
                failure -> {
                    if (present == questions) {
                        failed(failure);
                    }
                }));
    }

    /** It ends, be it that all is answered, or that nobody wants to know any more. */
    final void end() {
        over = true;
        again.dispose();
        endTurn();
    }

    private void failed(Throwable failure) {
        if (!(failure instanceof TransientException)) {
            end();
            unanswered(failure);
            return;
        }
        failures++;
        again.update(hub.after(Refusal.delay(failure, AGAIN.before(failures), hub.now()), this::begin));
        endTurn();
        postponed();
    }

    private void endTurn() {
        Disposable present = questions;
        if (present != null) {
            questions = null;
            present.dispose();
            hub.inquiries().done();
        }
    }
}
