/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** A client of server-sent events that takes one piece of the answer, and the rest when it is told to. */
final class EventReader extends BaseSubscriber<String> {

    private static final Pattern ID = Pattern.compile("event: book\\nid: (\\d+)\\ndata: \\{.*\\}\\n\\n");

    private final Queue<String> pieces = new ConcurrentLinkedQueue<>();

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(1);
    }

    /** The server may end before its clients do. */
    @Override
    protected void hookOnError(Throwable end) {
        pieces.add("\n" + end.getMessage());
    }

    @Override
    protected void hookOnNext(String piece) {
        pieces.add(piece);
    }

    EventReader takingAll() {
        requestUnbounded();
        return this;
    }

    String text() {
        return String.join("", pieces);
    }

    /** Of the books that have come whole. */
    List<Long> ids() {
        return ID.matcher(text())
                .results()
                .map(match -> Long.parseLong(match.group(1)))
                .toList();
    }

    long lastId() {
        List<Long> ids = ids();
        return ids.isEmpty() ? -1 : ids.get(ids.size() - 1);
    }
}
