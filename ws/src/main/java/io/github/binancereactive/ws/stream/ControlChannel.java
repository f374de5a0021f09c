/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.codec.StreamCodec;
import io.github.binancereactive.ws.session.SessionSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Brings what the exchange knows of one connection's subscriptions in line with what is wanted: with as few messages as possible, no
 * faster than the exchange allows, and not content before it is acknowledged. For steps only, unless said otherwise.
 *
 * <p>Messages say the difference between what is wanted when they leave and what was asked for before, so it doesn't matter how
 * often anybody's mind has changed. Ends leave before beginnings: the exchange never sees more streams than are allowed.
 */
final class ControlChannel {

    /** Of names in a message; with what else is in it, it stays below the exchange's 4,000. */
    private static final int MOST_BYTES = 3_900;

    private static final int MOST_REPEATS = 3;

    /** Hears what the exchange says. Within steps. */
    interface Owner {

        /** The connection brings this stream, again perhaps. */
        void confirmed(String name);

        /** The exchange doesn't bring it; it isn't wanted any more. */
        void refused(String name, ErrorBody error);

        /** An error that belongs to nothing that was asked. */
        void notice(ErrorBody error);

        /** Whether what the exchange sends is read at present. */
        boolean isRead();

        /** The exchange doesn't do what it is asked to; nothing more is asked of it. */
        void failed(String reason);
    }

    private final Owner owner;
    private final SessionSocket socket;
    private final ShardedSupply supply;
    private final StreamCodec codec;
    private final Duration deadline;
    private final MessageWindow window;

    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final Set<Topic> changed = new LinkedHashSet<>();
    private final Deque<List<Topic>> suspects =
            new ArrayDeque<>(); // parts of refused messages, each a message of its own
    private final Map<Long, ControlMessage> unanswered = new LinkedHashMap<>(); // written, by id
    private final List<ControlMessage> overdue = new ArrayList<>(); // of those
    private final Deque<ErrorBody> anonymous = new ArrayDeque<>(); // errors that don't say whom of those they answer
    private final Disposable.Swap wait = Disposables.swap();

    private long ids;
    private int repeats; // since the exchange has last acknowledged something
    private boolean listing; // whether to ask for the list
    private boolean writing; // whether a message is on its way to the socket
    private boolean waiting;
    private boolean closed;

    ControlChannel(Owner owner, SessionSocket socket, ShardedSupply supply) {
        this.owner = owner;
        this.socket = socket;
        this.supply = supply;
        this.codec = supply.options().codec();
        this.deadline = supply.options().acknowledgementTimeout();
        this.window = new MessageWindow(supply.options().messagesPerSecond());
    }

    // --- what is wanted; pump() sends it ---

    void want(String name) {
        Topic topic = topics.computeIfAbsent(name, key -> new Topic(key, codec.sizeOf(key)));
        topic.wanted = true;
        changed.add(topic);
        if (topic.isConfirmed()) {
            owner.confirmed(name); // its end has not left yet
        }
    }

    void unwant(String name) {
        Topic topic = topics.get(name);
        if (topic != null) {
            topic.wanted = false;
            topic.renewed = false;
            changed.add(topic);
        }
    }

    void renew(String name) {
        Topic topic = topics.get(name);
        if (topic != null && topic.isConfirmed()) {
            topic.renewed = true;
            changed.add(topic);
        }
    }

    /** Whether it is subscribed to, or may be. */
    boolean knows(String name) {
        return topics.containsKey(name);
    }

    /** Nothing more is sent. */
    void close() {
        closed = true;
        wait.dispose();
        unanswered.values().forEach(this::done);
        unanswered.clear();
        overdue.clear();
        anonymous.clear();
    }

    private void done(ControlMessage message) {
        message.deadline().dispose();
        socket.settled();
    }

    // --- sending ---

    /** Sends what is to be sent, as soon as that is allowed. */
    void pump() {
        if (closed || writing || waiting || !hasSomethingToSay()) {
            return;
        }
        long millis = window.millisUntilRoom(supply.millis());
        if (millis == MessageWindow.UNTIL_ANSWERED) {
            return;
        }
        if (millis > 0) {
            waiting = true;
            wait.update(supply.after(Duration.ofMillis(millis), () -> {
                waiting = false;
                pump();
            }));
            return;
        }
        writing = true;
        socket.send(compose());
    }

    /** A message has left that is none of ours and didn't ask. */
    void pongLeft() {
        window.count(supply.millis());
    }

    private boolean hasSomethingToSay() {
        changed.removeIf(this::forgetIfSettled);
        while (!suspects.isEmpty() && suspects.peek().stream().noneMatch(Topic::isToBeSubscribed)) {
            suspects.remove();
        }
        return listing || !changed.isEmpty() || !suspects.isEmpty();
    }

    private boolean forgetIfSettled(Topic topic) {
        if (topic.isGone()) {
            topics.remove(topic.name, topic);
        }
        return topic.isSettled();
    }

    private ControlMessage compose() {
        if (listing) {
            listing = false;
            return message(ControlMessage.Kind.LIST_SUBSCRIPTIONS, List.of());
        }
        List<Topic> ending = upToAFrame(changed, Topic::isToBeEnded);
        if (!ending.isEmpty()) {
            return message(ControlMessage.Kind.UNSUBSCRIBE, ending);
        }
        List<Topic> part = suspects.poll();
        return message(
                ControlMessage.Kind.SUBSCRIBE, upToAFrame(part != null ? part : changed, Topic::isToBeSubscribed));
    }

    private static List<Topic> upToAFrame(Iterable<Topic> from, Predicate<Topic> which) {
        List<Topic> taken = new ArrayList<>();
        int bytes = 0;
        for (Topic topic : from) {
            if (which.test(topic)) {
                bytes += topic.size;
                if (bytes > MOST_BYTES) {
                    break;
                }
                taken.add(topic);
            }
        }
        return taken;
    }

    private ControlMessage message(ControlMessage.Kind kind, List<Topic> about) {
        ControlMessage message = new ControlMessage(this, codec, kind, ++ids, about);
        for (Topic topic : about) {
            topic.asked = kind == ControlMessage.Kind.SUBSCRIBE;
            topic.renewed = false;
            topic.message = message;
        }
        return message;
    }

    /** A message is about to reach the network. On the socket's event loop. */
    void written(ControlMessage message) {
        supply.steps().run(() -> {
            writing = false;
            window.sent();
            supply.counters().messages.increment();
            if (closed) {
                done(message);
                return;
            }
            unanswered.put(message.id(), message);
            expectAnswer(message);
            pump();
        });
    }

    // --- answers ---

    void answered(long id, @Nullable List<String> listed) {
        ControlMessage message = unanswered.remove(id);
        if (message == null) {
            supply.counters().unknownAnswers.increment();
            return;
        }
        arrived(message);
        done(message);
        if (message.kind() == ControlMessage.Kind.LIST_SUBSCRIPTIONS) {
            verify(message, listed == null ? Set.of() : new HashSet<>(listed));
        } else {
            repeats = 0;
            overdue.remove(message);
            message.undecided().forEach(this::carriedOut);
        }
        blameWhoIsLeft();
        pump();
    }

    private void carriedOut(Topic topic) {
        topic.message = null;
        changed.add(topic); // its mind may have changed, or it can be forgotten
        if (topic.isConfirmed()) {
            owner.confirmed(topic.name);
        }
    }

    void refused(long id, ErrorBody error) {
        if (id == InboundFrame.NO_ID) {
            anonymous.add(error);
            blameWhoIsLeft();
        } else {
            refused(unanswered.get(id), error);
        }
        pump();
    }

    /** Most errors come without an id: once there are as many as messages without an answer, they are about those. */
    private void blameWhoIsLeft() {
        if (anonymous.size() < unanswered.size()) {
            return;
        }
        for (ControlMessage message : List.copyOf(unanswered.values())) {
            ErrorBody error = anonymous.poll();
            if (error != null) {
                refused(message, error);
            }
        }
        noticeAnonymous();
    }

    private void noticeAnonymous() {
        ErrorBody error;
        while ((error = anonymous.poll()) != null) {
            refused(null, error);
        }
    }

    private void refused(@Nullable ControlMessage message, ErrorBody error) {
        if (message == null) {
            supply.counters().unknownAnswers.increment();
            owner.notice(error);
            return;
        }
        arrived(message);
        switch (message.kind()) {
            case SUBSCRIBE -> {
                unanswered.remove(message.id());
                overdue.remove(message);
                done(message);
                notSubscribed(message, error);
            }
            // Whatever it means, the list knows better.
            case UNSUBSCRIBE -> late(message);
            case LIST_SUBSCRIPTIONS -> fail("the list of subscriptions was refused");
        }
    }

    /** One of several is to blame, and the others must not suffer: asked for in halves, it will be found. */
    private void notSubscribed(ControlMessage message, ErrorBody error) {
        List<Topic> undecided = message.undecided();
        undecided.forEach(topic -> {
            topic.message = null;
            topic.asked = false;
        });
        if (message.topics().size() > 1) {
            int half = (undecided.size() + 1) / 2;
            suspects.add(undecided.subList(0, half));
            suspects.add(undecided.subList(half, undecided.size()));
            return;
        }
        for (Topic topic : undecided) {
            boolean mattered = topic.wanted;
            topic.wanted = false;
            topics.remove(topic.name, topic);
            if (mattered) {
                owner.refused(topic.name, error);
            }
        }
    }

    private void arrived(ControlMessage message) {
        if (message.arrives()) {
            window.arrived(supply.millis());
        }
    }

    // --- answers that don't come ---

    private void expectAnswer(ControlMessage message) {
        message.deadline().update(supply.after(deadline, () -> expired(message)));
    }

    private void expired(ControlMessage message) {
        if (owner.isRead()) {
            late(message);
        } else {
            expectAnswer(message); // it may be there, and nobody looks
        }
    }

    private void late(ControlMessage message) {
        if (closed || !unanswered.containsKey(message.id()) || overdue.contains(message)) {
            return;
        }
        arrived(message);
        if (message.kind() == ControlMessage.Kind.LIST_SUBSCRIPTIONS) {
            fail("nothing is acknowledged");
            return;
        }
        overdue.add(message);
        listing = true;
        pump();
    }

    /** Compares the list with what was asked for before it; what isn't so is asked for again. */
    private void verify(ControlMessage list, Set<String> listed) {
        // It answers what they may have been about.
        noticeAnonymous();
        boolean asItShouldBe = true;
        for (ControlMessage message : List.copyOf(overdue)) {
            if (message.id() > list.id()) {
                listing = true;
                continue;
            }
            overdue.remove(message);
            unanswered.remove(message.id());
            done(message);
            asItShouldBe &= agrees(message, listed);
        }
        if (!asItShouldBe && ++repeats > MOST_REPEATS) {
            fail("subscriptions are not carried out");
        }
    }

    private boolean agrees(ControlMessage message, Set<String> listed) {
        boolean agrees = true;
        for (Topic topic : message.undecided()) {
            boolean present = listed.contains(topic.name);
            agrees &= present == topic.asked;
            topic.asked = present;
            carriedOut(topic);
        }
        return agrees;
    }

    private void fail(String reason) {
        close();
        owner.failed(reason);
    }
}
