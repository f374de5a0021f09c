/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.trade.ExecutionType;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.user.AccountPosition;
import io.github.binancereactive.core.model.user.BalanceUpdate;
import io.github.binancereactive.core.model.user.ExecutionReport;
import io.github.binancereactive.core.model.user.ExternalLockUpdate;
import io.github.binancereactive.core.model.user.UserDataEvent;
import io.github.binancereactive.core.request.CancelOrder;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.RecordedRequest;
import io.github.binancereactive.testkit.SimulatedConnection;
import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.matching.OrderSnapshot;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import io.github.binancereactive.ws.user.UserDataSignal.Cause;
import io.github.binancereactive.ws.user.UserDataSignal.Reconciled;
import io.github.binancereactive.ws.user.UserDataSignal.Subscribed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Orders are placed all the time over one client, and another is told of them, whatever becomes of its connections. */
class BinanceUserDataStreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration OVERLAP = Duration.ofMillis(50);
    private static final String SYMBOL = "BTCUSDT";

    private final SimulatedAccount account = account("trader");
    private final SimulatedAccount other = account("other");

    @RegisterExtension
    final ExchangeSimulatorExtension exchange = ExchangeSimulatorExtension.fresh(
            builder -> builder.account(account, other).limits(SimulatedLimits.unlimited()));

    private BinanceWebSocketApiClient trader;
    private BinanceWebSocketApiClient client;

    private static SimulatedAccount account(String name) {
        return SimulatedAccount.of(name, SimulatedKey.hmac(name), SimulatedKey.rsa(name), SimulatedKey.ed25519(name));
    }

    private static Credentials credentials(SimulatedAccount of, KeyType type) {
        SimulatedKey key = of.key(type);
        return type == KeyType.HMAC
                ? Credentials.hmac(key.apiKey(), key.secret())
                : Credentials.pem(key.apiKey(), key.secret());
    }

    private ExchangeSimulator simulator() {
        return exchange.simulator();
    }

    private BinanceUserDataStream userData(KeyType type) {
        trader = client(KeyType.HMAC);
        client = client(type);
        return BinanceUserDataStream.of(client).withOverlap(OVERLAP);
    }

    private BinanceWebSocketApiClient client(KeyType type) {
        // More orders than the exchange takes in ten seconds would wait for the next ten.
        return BinanceWebSocketApiClient.create(
                WebSocketApiOptions.of(simulator().environment())
                        .withCredentials(credentials(account, type))
                        .withBudget(RequestBudget.unlimited()));
    }

    @AfterEach
    void dispose() {
        client.dispose();
        trader.dispose();
    }

    private Mono<OrderAnswer> limit() {
        return trader.newOrder(NewOrder.limit(SYMBOL, Side.BUY, new BigDecimal("0.001"), new BigDecimal("50000.00")));
    }

    private Mono<OrderAnswer> market() {
        return trader.newOrder(NewOrder.market(SYMBOL, Side.BUY, new BigDecimal("0.001")));
    }

    private Mono<Long> limits(int count) {
        return Flux.range(0, count).concatMap(i -> limit()).count();
    }

    private void await(Predicate<ExchangeSimulator> condition) {
        Flux.interval(Duration.ZERO, Duration.ofMillis(10), Schedulers.boundedElastic())
                .onBackpressureDrop()
                .filter(tick -> condition.test(simulator()))
                .next()
                .block(PATIENCE);
    }

    private void awaitSubscribed(Listener<UserDataSignal> listener, int times) {
        await(now -> listener.kinds().stream()
                        .filter(kind -> kind == Subscribed.class)
                        .count()
                >= times);
    }

    private static List<ExecutionReport> reports(List<?> told) {
        return told.stream()
                .map(value -> value instanceof UserDataSignal.Event event ? event.event() : value)
                .filter(ExecutionReport.class::isInstance)
                .map(ExecutionReport.class::cast)
                .toList();
    }

    /** The connection that the subscription was asked for on last. */
    private SimulatedConnection carrier() {
        RecordedRequest asked = Stream.of("userDataStream.subscribe", "userDataStream.subscribe.signature")
                .flatMap(method -> simulator().requests(method).stream())
                .reduce((before, after) -> after.connection() > before.connection() ? after : before)
                .orElseThrow();
        return simulator().connections().stream()
                .filter(connection -> connection.number() == asked.connection())
                .findFirst()
                .orElseThrow();
    }

    /** Every execution of every order on the exchange's own record, once. */
    private void awaitAllOf(Listener<UserDataSignal> listener) {
        List<OrderSnapshot> orders = simulator().orders(account);
        await(now -> reports(listener.values()).size() >= executions(orders));
        List<ExecutionReport> reports = reports(listener.values());
        assertThat(reports).hasSize(executions(orders));
        assertThat(reports)
                .extracting(ExecutionReport::executionId)
                .doesNotHaveDuplicates()
                .isSorted();
        for (OrderSnapshot order : orders) {
            List<ExecutionReport> its = reports.stream()
                    .filter(report -> report.orderId() == order.orderId())
                    .toList();
            assertThat(its.get(0).executionType()).isEqualTo(ExecutionType.NEW);
            assertThat(its.get(its.size() - 1).status()).isEqualTo(order.status());
            assertThat(its.stream().map(ExecutionReport::lastExecutedQty).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(order.executedQty());
        }
    }

    /** That it was taken, and for those that were filled that too; with our quantities that is one fill. */
    private static int executions(List<OrderSnapshot> orders) {
        return orders.stream()
                .mapToInt(order -> order.status() == OrderStatus.NEW ? 1 : 2)
                .sum();
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void rotationsUnderLoadLoseNothingAndRepeatNothing(KeyType type) {
        Listener<UserDataSignal> listener = Listener.of(userData(type).signals());
        awaitSubscribed(listener, 1);
        Mono<Void> rotations = Flux.range(0, 5)
                .concatMap(i -> client.session().rotate().then(limit()))
                .then();
        Mono<Long> trading = Flux.range(0, 120)
                .concatMap(i -> i % 2 == 0 ? limit() : market())
                .count();
        Mono.when(rotations, trading).block(PATIENCE);

        awaitAllOf(listener);
        assertThat(simulator().orders(account)).hasSize(125);
        assertThat(BinanceUserDataStream.of(client).statistics().gaps()).isZero();
        assertThat(simulator().requests("userDataStream.subscribe").size()
                        + simulator()
                                .requests("userDataStream.subscribe.signature")
                                .size())
                .isEqualTo(6);
        awaitSubscribed(listener, 2);
        await(now -> now.openConnections() == 2);
        assertThat(listener.others())
                .filteredOn(signal -> signal instanceof Subscribed told && told.cause() != Cause.WANTED)
                .allSatisfy(signal -> assertThat(((Subscribed) signal).cause()).isEqualTo(Cause.ROTATED));
    }

    @Test
    void fiftyRotationsInARow() {
        Listener<UserDataSignal> listener = Listener.of(
                userData(KeyType.HMAC).withOverlap(Duration.ofMillis(5)).signals());
        awaitSubscribed(listener, 1);
        Flux.range(0, 50)
                .concatMap(i -> Mono.when(client.session().rotate(), limits(2)))
                .then()
                .block(PATIENCE);
        awaitAllOf(listener);
        assertThat(simulator().orders(account)).hasSize(100);
        assertThat(BinanceUserDataStream.of(client).statistics().gaps()).isZero();
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void afterResetsEveryOrderIsReconciled(KeyType type) {
        BinanceUserDataStream userData = userData(type).withReconciliation();
        Listener<UserDataSignal> listener = Listener.of(userData.signals());
        Listener<OrderState> states = Listener.of(userData.orders());
        awaitSubscribed(listener, 1);
        List<OrderAnswer> first =
                Flux.range(0, 40).concatMap(i -> limit()).collectList().block(PATIENCE);
        await(now -> reports(listener.values()).size() == 40);

        Listener<Object> trading = Listener.of(Flux.fromIterable(first)
                .concatMap(order -> trader.cancelOrder(CancelOrder.of(SYMBOL, order.orderId()))
                        .then(limit())
                        .cast(Object.class)));
        for (int reset = 1; reset <= 3; reset++) {
            carrier().reset();
            int subscriptions = reset + 1;
            awaitSubscribed(listener, subscriptions);
        }
        await(now -> trading.isComplete() || trading.error() != null);
        assertThat(trading.error()).isNull();
        awaitStates(states);
        assertThat(listener.kinds()).contains(Reconciled.class);
        assertThat(reports(listener.values()))
                .extracting(ExecutionReport::executionId)
                .doesNotHaveDuplicates();
        assertThat(userData.statistics().gaps()).isEqualTo(3);
    }

    /** In the end the orders stand as on the exchange's own record. */
    private void awaitStates(Listener<OrderState> states) {
        Map<Long, OrderStatus> expected = new HashMap<>();
        simulator().orders(account).forEach(order -> expected.put(order.orderId(), order.status()));
        await(now -> latest(states).equals(expected));
    }

    private static Map<Long, OrderStatus> latest(Listener<OrderState> states) {
        Map<Long, OrderStatus> latest = new HashMap<>();
        states.values().forEach(state -> latest.put(state.orderId(), state.status()));
        return latest;
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void afterALogOutEventsGoOn(KeyType type) {
        BinanceUserDataStream userData = userData(type).withReconciliation();
        Listener<UserDataSignal> listener = Listener.of(userData.signals());
        Listener<OrderState> states = Listener.of(userData.orders());
        awaitSubscribed(listener, 1);
        Mono.when(limits(30), limits(5).then(client.logout())).block(PATIENCE);
        limits(5).block(PATIENCE);
        awaitStates(states);
        assertThat(simulator().requests("userDataStream.subscribe.signature")).hasSize(1);
        if (type == KeyType.ED25519) {
            assertThat(listener.others())
                    .anySatisfy(signal -> assertThat(signal)
                            .isInstanceOfSatisfying(
                                    Subscribed.class,
                                    told -> assertThat(told.cause()).isEqualTo(Cause.TERMINATED)));
        } else {
            assertThat(userData.statistics().gaps()).isZero();
        }
    }

    @Test
    void accountsOnOneConnectionAreToldApart() {
        BinanceUserDataStream userData = userData(KeyType.ED25519);
        Listener<UserDataSignal> mine = Listener.of(userData.signals());
        Listener<UserDataSignal> theirs =
                Listener.of(userData.account(credentials(other, KeyType.RSA)).signals());
        awaitSubscribed(mine, 1);
        awaitSubscribed(theirs, 1);
        limits(3).block(PATIENCE);
        simulator().floor().deposit(other, "BTC", "1.5");
        await(now -> reports(mine.values()).size() == 3);
        await(now -> theirs.values().stream()
                .anyMatch(signal -> signal instanceof UserDataSignal.Event event
                        && event.event() instanceof BalanceUpdate update
                        && update.delta().compareTo(new BigDecimal("1.5")) == 0));
        assertThat(reports(theirs.values())).isEmpty();
        assertThat(simulator().requests("userDataStream.subscribe")).hasSize(1);
        assertThat(client.subscriptions().block(PATIENCE)).hasSize(2);
    }

    @Test
    void balancesCome() {
        Listener<UserDataEvent> listener = Listener.of(userData(KeyType.HMAC).events());
        await(now -> now.requests("userDataStream.subscribe.signature").size() == 1);
        simulator().settle();
        market().block(PATIENCE);
        await(now -> listener.values().stream().anyMatch(AccountPosition.class::isInstance));
    }

    @Test
    void locksByOthersCome() {
        Listener<UserDataEvent> listener = Listener.of(userData(KeyType.HMAC).events());
        await(now -> now.requests("userDataStream.subscribe.signature").size() == 1);
        simulator().settle();
        simulator().floor().lockExternally(account, "USDT", "10");
        simulator().floor().lockExternally(account, "USDT", "-4");
        await(now -> locks(listener).size() == 2);
        assertThat(locks(listener)).extracting(ExternalLockUpdate::asset).containsOnly("USDT");
        assertThat(locks(listener))
                .extracting(ExternalLockUpdate::delta)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.TEN, new BigDecimal("-4"));
    }

    private static List<ExternalLockUpdate> locks(Listener<UserDataEvent> listener) {
        return listener.values().stream()
                .filter(ExternalLockUpdate.class::isInstance)
                .map(ExternalLockUpdate.class::cast)
                .toList();
    }

    @Test
    void aShutdownThatIsAnnouncedIsARotation() {
        Listener<UserDataSignal> listener = Listener.of(userData(KeyType.HMAC).signals());
        awaitSubscribed(listener, 1);
        Listener<Long> trading = Listener.of(limits(60).flux());
        await(now -> now.orders(account).size() > 10);
        simulator().announceShutdown(Duration.ofSeconds(5));
        await(now -> trading.isComplete() || trading.error() != null);
        assertThat(trading.error()).isNull();
        awaitAllOf(listener);
        assertThat(BinanceUserDataStream.of(client).statistics().gaps()).isZero();
    }
}
