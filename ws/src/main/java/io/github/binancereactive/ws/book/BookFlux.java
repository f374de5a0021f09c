/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/** What a book tells, to each subscriber through a mailbox of its own. */
final class BookFlux<T> extends Flux<T> {

    private final Supplier<Mailbox<T>> mailboxes;
    private final Consumer<BookReader<T>> join;
    private final Consumer<BookReader<?>> leave;

    BookFlux(Supplier<Mailbox<T>> mailboxes, Consumer<BookReader<T>> join, Consumer<BookReader<?>> leave) {
        this.mailboxes = mailboxes;
        this.join = join;
        this.leave = leave;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        BookReader<T> reader = new BookReader<>(actual, mailboxes.get(), leave);
        actual.onSubscribe(reader);
        join.accept(reader);
    }
}
