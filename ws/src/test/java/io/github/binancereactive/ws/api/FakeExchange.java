/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.ws.session.InMemoryConnection;
import io.github.binancereactive.ws.session.InMemoryTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The exchange's end of connections in memory. It takes down the requests in the order in which they come, and the test
 * answers them: {@code exchange.expectRequest("time").thenRespond(...)}.
 */
public final class FakeExchange {

    private static final Pattern REQUEST = Pattern.compile("\\{\"id\":(\\d+),\"method\":\"([^\"]+)\".*}");

    private final InMemoryTransport transport = new InMemoryTransport();
    private final Queue<FakeRequest> expected = new ConcurrentLinkedQueue<>();
    private final Queue<FakeRequest> received = new ConcurrentLinkedQueue<>();
    private volatile Consumer<FakeRequest> onRequest = expected::add;

    public FakeExchange() {
        accept();
    }

    public InMemoryTransport transport() {
        return transport;
    }

    /** Connections from now on succeed at once. */
    public void accept() {
        transport.onConnect(connection -> {
            listen(connection);
            connection.accept();
        });
    }

    /** Connections from now on stay in the making until {@link #open()}. */
    public void keepWaiting() {
        transport.onConnect(this::listen);
    }

    /** The latest connection succeeds. */
    public void open() {
        transport.last().accept();
    }

    private void listen(InMemoryConnection connection) {
        connection.onText(text -> {
            FakeRequest request = parse(connection, text);
            received.add(request);
            onRequest.accept(request);
        });
    }

    /** Does this with every request from now on, instead of keeping it for {@link #expectRequest}. */
    public void onRequest(Consumer<FakeRequest> behaviour) {
        onRequest = behaviour;
    }

    private static FakeRequest parse(InMemoryConnection connection, String text) {
        Matcher matcher = REQUEST.matcher(text);
        assertThat(matcher.matches()).as("a request: %s", text).isTrue();
        return new FakeRequest(connection, Long.parseLong(matcher.group(1)), matcher.group(2), text);
    }

    /** The oldest request that was not expected yet. */
    public FakeRequest expectRequest(String method) {
        FakeRequest next = expected.poll();
        assertThat(next).as("a request of %s", method).isNotNull();
        assertThat(next.method()).isEqualTo(method);
        return next;
    }

    /** All requests that were not expected yet. */
    public List<FakeRequest> expectRequests(int count) {
        List<FakeRequest> requests = new ArrayList<>(expected);
        expected.clear();
        assertThat(requests).hasSize(count);
        return requests;
    }

    public void expectNoRequest() {
        assertThat(expected).isEmpty();
    }

    /** The oldest request that was not expected yet, or null. */
    public FakeRequest poll() {
        return expected.poll();
    }

    /** The newest request; those before it are taken as expected. */
    public FakeRequest pollLast() {
        FakeRequest last = null;
        for (FakeRequest next = expected.poll(); next != null; next = expected.poll()) {
            last = next;
        }
        assertThat(last).as("a request").isNotNull();
        return last;
    }

    /** Takes all requests so far for never made: another client may begin with the same ids. */
    public void forget() {
        expected.clear();
        received.clear();
    }

    /** All requests that ever came, on whatever connection. */
    public List<FakeRequest> received() {
        return List.copyOf(received);
    }

    /** The connection that was opened last. */
    public InMemoryConnection connection() {
        return transport.last();
    }

    /** The connections so far, the oldest first. */
    public InMemoryConnection connection(int number) {
        return transport.connections().get(number - 1);
    }

    /** Sends frames on the latest connection that are read at one go. */
    public void send(String... frames) {
        connection().send(frames);
    }
}
