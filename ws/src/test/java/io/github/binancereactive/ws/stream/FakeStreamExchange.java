/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.ws.session.InMemoryConnection;
import io.github.binancereactive.ws.session.InMemoryTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.scheduler.Scheduler;

/**
 * The exchange's end of stream connections in memory. It keeps the subscriptions of each connection, answers at once, and notes when
 * each message came.
 */
final class FakeStreamExchange {

    private static final Pattern REQUEST =
            Pattern.compile("\\{\"method\":\"(\\w+)\"(?:,\"params\":\\[(.*)])?,\"id\":(\\d+)}");

    /** A message of a client. */
    record Message(InMemoryConnection connection, long millis, String method, List<String> names, long id, int bytes) {}

    private final InMemoryTransport transport = new InMemoryTransport();
    private final Scheduler time;
    private final List<Message> messages = new ArrayList<>(); // guarded by itself
    private final Map<InMemoryConnection, Set<String>> subscriptions = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> silent = ConcurrentHashMap.newKeySet(); // methods that get no answer
    private final Set<String> deaf = ConcurrentHashMap.newKeySet(); // methods that have no effect
    private volatile boolean withId = true;
    private volatile Duration latency = Duration.ZERO;

    FakeStreamExchange(Scheduler time) {
        this.time = time;
        accept();
    }

    void accept() {
        transport.onConnect(connection -> {
            listen(connection);
            connection.accept();
        });
    }

    /** Connections from now on stay in the making until they are accepted. */
    void keepWaiting() {
        transport.onConnect(this::listen);
    }

    private void listen(InMemoryConnection connection) {
        subscriptions.put(connection, new LinkedHashSet<>());
        connection.onText(text -> received(connection, text));
    }

    /** Refuses messages that name such a stream, from now on. */
    void refuse(String... names) {
        refused.addAll(List.of(names));
    }

    /** Errors name no message from now on. */
    void forgetIds() {
        withId = false;
    }

    /** Answers come so much later from now on. */
    void answerAfter(Duration delay) {
        latency = delay;
    }

    /** Carries such messages out and doesn't answer them. */
    void dontAnswer(String... methods) {
        silent.addAll(List.of(methods));
    }

    /** Neither carries such messages out nor answers them. */
    void overhear(String... methods) {
        dontAnswer(methods);
        deaf.addAll(List.of(methods));
    }

    /** Answers and carries out everything. */
    void behave() {
        silent.clear();
        deaf.clear();
        refused.clear();
    }

    private void received(InMemoryConnection connection, String text) {
        Matcher matcher = REQUEST.matcher(text);
        if (!matcher.matches()) {
            throw new AssertionError("no message: " + text);
        }
        List<String> names = new ArrayList<>();
        if (matcher.group(2) != null) {
            for (String quoted : matcher.group(2).split(",")) {
                names.add(quoted.substring(1, quoted.length() - 1));
            }
        }
        Message message = new Message(
                connection,
                time.now(TimeUnit.MILLISECONDS),
                matcher.group(1),
                names,
                Long.parseLong(matcher.group(3)),
                text.length());
        synchronized (messages) {
            messages.add(message);
        }
        carryOut(message);
    }

    private void carryOut(Message message) {
        boolean refusing = message.names().stream().anyMatch(refused::contains);
        Set<String> present = subscriptions.get(message.connection());
        if (!refusing && !deaf.contains(message.method())) {
            synchronized (present) {
                switch (message.method()) {
                    case "SUBSCRIBE" -> present.addAll(message.names());
                    case "UNSUBSCRIBE" -> message.names().forEach(present::remove);
                    default -> {}
                }
            }
        }
        if (silent.contains(message.method())) {
            return;
        }
        if (latency.isZero()) {
            answer(message, refusing, present);
        } else {
            time.schedule(() -> answer(message, refusing, present), latency.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void answer(Message message, boolean refusing, Set<String> present) {
        String id = withId ? ",\"id\":" + message.id() : "";
        if (refusing) {
            message.connection().send("{\"code\":2,\"msg\":\"Invalid request: no such stream\"" + id + "}");
        } else if (message.method().equals("LIST_SUBSCRIPTIONS")) {
            String list = String.join("\",\"", present);
            message.connection()
                    .send("{\"result\":[" + (list.isEmpty() ? "" : '"' + list + '"') + "],\"id\":" + message.id()
                            + "}");
        } else {
            message.connection().send("{\"result\":null,\"id\":" + message.id() + "}");
        }
    }

    // --- what the test looks at ---

    InMemoryTransport transport() {
        return transport;
    }

    InMemoryConnection connection(int number) {
        return transport.connections().get(number - 1);
    }

    List<Message> messages() {
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }

    /** Such as {@code SUBSCRIBE [a, b]}. */
    List<String> said() {
        return messages().stream()
                .map(each -> each.method() + " " + each.names())
                .toList();
    }

    void forget() {
        synchronized (messages) {
            messages.clear();
        }
    }

    Set<String> subscriptions(InMemoryConnection connection) {
        Set<String> present = subscriptions.get(connection);
        synchronized (present) {
            return new HashSet<>(present);
        }
    }

    /** All streams of open connections, and how often each. */
    Map<String, Integer> subscribed() {
        Map<String, Integer> all = new LinkedHashMap<>();
        transport.open().forEach(each -> subscriptions(each).forEach(name -> all.merge(name, 1, Integer::sum)));
        return all;
    }

    static String event(String stream, int n) {
        return "{\"stream\":\"" + stream + "\",\"data\":{\"n\":" + n + "}}";
    }

    /** Sends an event on every open connection that is subscribed to its stream. */
    void publish(String stream, int n) {
        for (InMemoryConnection each : transport.open()) {
            if (subscriptions(each).contains(stream)) {
                each.send(event(stream, n));
            }
        }
    }
}
