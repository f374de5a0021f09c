/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.TooManyInFlightException;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

/** Closing, cancelling, and what a client holds meanwhile. */
class LifeIT extends SimulatedRest {

    private final ExchangeSimulator exchange = simulator();
    private final BinanceRestClient client = client(exchange);
    private final ChannelGroup channels = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);

    @Test
    void closingEndsTheRequestsUnderWay() {
        exchange.inject(Fault.drop(), 2);
        AtomicReference<Throwable> query = new AtomicReference<>();
        AtomicReference<Throwable> order = new AtomicReference<>();
        client.exchange(QUERY_CALL).subscribe(answer -> {}, query::set);
        client.exchange(PLACE_CALL).subscribe(answer -> {}, order::set);
        awaitRequests(exchange, 2);

        client.dispose();
        assertThat(query.get()).isInstanceOf(ClientClosedException.class);
        assertThat(order.get()).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aClosedClientAndItsKinSendNothing() {
        BinanceRestClient derived = client.withCompression(true);
        client.dispose();
        client.dispose();

        assertThat(client.isDisposed()).isTrue();
        assertThat(derived.isDisposed()).isTrue();
        StepVerifier.create(client.time()).verifyError(ClientClosedException.class);
        StepVerifier.create(derived.time()).verifyError(ClientClosedException.class);
        StepVerifier.create(derived.withCompression(false).exchange(PLACE_CALL))
                .verifyError(ClientClosedException.class);
        assertThat(exchange.requests()).isEmpty();
    }

    @Test
    void closingClosesTheConnections() {
        BinanceRestClient watched = client.withHttpClient(http -> http.channelGroup(channels));
        Flux.range(0, 10).flatMap(i -> watched.time()).blockLast(PATIENCE);
        List<Channel> connections = List.copyOf(channels);
        assertThat(connections).isNotEmpty().allMatch(Channel::isOpen);

        watched.disposeLater().block(PATIENCE);
        assertThat(connections).noneMatch(Channel::isOpen);
        watched.disposeLater().block(PATIENCE);
    }

    @Test
    void closingLeavesAloneWhatWasGiven() {
        // Closed in the opposite order: connections can't be closed once their loops are gone.
        LoopResources loops = LoopResources.create("given", 1, true);
        closing(() -> loops.disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE));
        ConnectionProvider provider = ConnectionProvider.create("given");
        closing(() -> provider.disposeLater().block(PATIENCE));
        BinanceRestClient borrower = client.withConnectionProvider(provider)
                .withLoopResources(loops)
                .withHttpClient(http -> http.channelGroup(channels));
        borrower.time().block(PATIENCE);

        borrower.disposeLater().block(PATIENCE);
        assertThat(channels.stream().filter(Channel::isOpen)).hasSize(1);
        assertThat(loops.isDisposed()).isFalse();
        client(exchange).withConnectionProvider(provider).time().block(PATIENCE);
    }

    @Test
    void loopsThatWereShutDownCloseTheirClient() {
        LoopResources loops = LoopResources.create("given", 1, true);
        BinanceRestClient borrower = client.withLoopResources(loops);
        borrower.time().block(PATIENCE);
        loops.disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE);

        StepVerifier.create(borrower.time()).verifyError(ClientClosedException.class);
    }

    @Test
    void derivedClientsShareConnections() {
        // One, because with more the second request might begin before the connection of the first is back.
        BinanceRestClient narrow = client.withMaxConnections(1);
        narrow.time().block(PATIENCE);
        narrow.withRequestTimeout(Duration.ofSeconds(3)).time().block(PATIENCE);

        assertThat(exchange.requests().get(1).connection())
                .isEqualTo(exchange.requests().get(0).connection());
    }

    @Test
    void tenClientsAddNoThreads() {
        // As many requests as there could be event loops, so that all of the shared ones have begun.
        Flux.range(0, 64).flatMap(i -> client.time(), 64).blockLast(PATIENCE);
        Set<Thread> before = threads();

        for (int i = 0; i < 10; i++) {
            BinanceRestClient another = client(exchange);
            Flux.range(0, 10).flatMap(j -> another.time()).blockLast(PATIENCE);
        }
        assertThat(threads()).isSubsetOf(before);
    }

    @Test
    void cancellingBeforeThereIsAConnectionSendsNothing() {
        exchange.inject(Fault.drop());
        BinanceRestClient narrow = client.withMaxConnections(1);
        Disposable blocking = narrow.time().subscribe();
        awaitRequests(exchange, 1);
        narrow.exchange(PLACE_CALL).subscribe().dispose();
        blocking.dispose();

        narrow.exchange(QUERY_CALL).block(PATIENCE);
        assertThat(exchange.requests(PLACE)).isEmpty();
        assertThat(exchange.requests()).hasSize(2);
    }

    @Test
    void cancellingAfterSendingClosesTheConnection() {
        exchange.inject(Fault.drop());
        BinanceRestClient watched = client.withHttpClient(http -> http.channelGroup(channels));
        Disposable request = watched.time().subscribe();
        awaitRequests(exchange, 1);
        Channel channel = channels.iterator().next();

        request.dispose();
        assertThat(channel.closeFuture().awaitUninterruptibly(PATIENCE.toMillis()))
                .isTrue();
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        exchange.inject(Fault.drop());
        BinanceRestClient narrow = client.withMaxConnections(1).withMaxPendingRequests(1);
        narrow.time().onErrorComplete().subscribe();
        awaitRequests(exchange, 1);
        narrow.time().onErrorComplete().subscribe();

        StepVerifier.create(narrow.exchange(PLACE_CALL))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(TooManyInFlightException.class)
                        .hasMessageContaining("2 requests"));
    }

    private static Set<Thread> threads() {
        // Threads of the simulators and of the tests themselves come and go.
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("reactor")
                        || thread.getName().startsWith("parallel")
                        || thread.getName().startsWith("bounded"))
                .collect(Collectors.toSet());
    }
}
