/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.user.AccountPosition;
import io.github.binancereactive.core.model.user.ExecutionReport;
import io.github.binancereactive.core.model.user.UserDataEvent;
import io.github.binancereactive.core.request.CancelOrder;
import io.github.binancereactive.core.request.ClientOrderIds;
import io.github.binancereactive.ws.user.BinanceUserDataStream;
import io.github.binancereactive.ws.user.UserDataSignal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the exchange tells of the demo's own orders by itself, also while the connection is being replaced. */
final class OwnOrders implements Act {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration OVERLAP = Duration.ofMillis(300);

    private final Clients clients;
    private final Screen screen;

    /** Made here, because to make it takes random numbers, for which an event loop mustn't wait. */
    private final ClientOrderIds ids = ClientOrderIds.create();

    OwnOrders(Clients clients, Screen screen) {
        this.clients = clients;
        this.screen = screen;
    }

    @Override
    public Mono<Boolean> play() {
        return Market.of(clients.webSocket())
                .flatMapMany(this::signalsWhileTrading)
                .takeUntil(signal -> isReport(signal, OrderStatus.FILLED))
                .take(PATIENCE)
                .collectList()
                .flatMap(this::show);
    }

    private Flux<UserDataSignal> signalsWhileTrading(Market market) {
        return BinanceUserDataStream.of(clients.webSocket())
                .withOverlap(OVERLAP)
                .signals()
                .publish(signals -> tradeOn(market, signals));
    }

    /** Trades once events come. */
    private Flux<UserDataSignal> tradeOn(Market market, Flux<UserDataSignal> signals) {
        Mono<UserDataSignal> wanted = signals.filter(signal -> isSubscribed(signal, UserDataSignal.Cause.WANTED))
                .next();
        Mono<UserDataSignal> rotated = signals.filter(signal -> isSubscribed(signal, UserDataSignal.Cause.ROTATED))
                .next()
                .cache();
        return Flux.merge(signals, rotated.then(Mono.empty()), wanted.flatMap(any -> trade(market, rotated)));
    }

    /** An order is placed before the rotation, canceled while two connections bring events, and the next one placed afterwards. */
    private Mono<UserDataSignal> trade(Market market, Mono<?> rotated) {
        String id = ids.get();
        return clients.webSocket()
                .newOrder(market.resting().clientOrderId(id))
                .then(clients.webSocket().session().rotate())
                .then(clients.webSocket().cancelOrder(CancelOrder.of(Market.SYMBOL, id)))
                .then(rotated)
                .then(clients.webSocket().newOrder(market.market()))
                .then(Mono.empty());
    }

    private Mono<Boolean> show(List<UserDataSignal> signals) {
        Table table = new Table("signal", "what it says");
        signals.forEach(signal -> table.row(name(signal), describe(signal)));
        return screen.section("What the exchange tells of these orders by itself, across a rotation", table.lines())
                .thenReturn(isComplete(signals));
    }

    static boolean isComplete(List<UserDataSignal> signals) {
        return List.of(OrderStatus.NEW, OrderStatus.CANCELED, OrderStatus.FILLED).stream()
                        .allMatch(status -> signals.stream().anyMatch(signal -> isReport(signal, status)))
                && signals.stream().noneMatch(UserDataSignal.Gap.class::isInstance);
    }

    private static boolean isReport(UserDataSignal signal, OrderStatus status) {
        return signal instanceof UserDataSignal.Event event
                && event.event() instanceof ExecutionReport report
                && report.status() == status;
    }

    private static boolean isSubscribed(UserDataSignal signal, UserDataSignal.Cause cause) {
        return signal instanceof UserDataSignal.Subscribed subscribed && subscribed.cause() == cause;
    }

    private static String name(UserDataSignal signal) {
        return signal instanceof UserDataSignal.Event event
                ? event.event().eventType()
                : signal.getClass().getSimpleName();
    }

    private static String describe(UserDataSignal signal) {
        if (signal instanceof UserDataSignal.Event event) {
            return describe(event.event());
        } else if (signal instanceof UserDataSignal.Subscribed subscribed) {
            return subscribed.cause() + ", connection " + subscribed.connection();
        }
        return "";
    }

    private static String describe(UserDataEvent event) {
        if (event instanceof ExecutionReport report) {
            return "%s %s %s: %s, %s, %s of %s filled"
                    .formatted(
                            report.side(),
                            report.type(),
                            report.symbol(),
                            report.executionType(),
                            report.status(),
                            Table.plain(report.executedQty()),
                            Table.plain(report.origQty()));
        } else if (event instanceof AccountPosition position) {
            return position.balances().stream()
                    .map(balance -> balance.asset() + " " + Table.plain(balance.free()))
                    .collect(Collectors.joining(", ", "now free: ", ""));
        }
        return "";
    }
}
