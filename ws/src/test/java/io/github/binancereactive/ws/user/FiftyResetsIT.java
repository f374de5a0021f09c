/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.account.Balance;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.user.AccountPosition;
import io.github.binancereactive.core.model.user.ExecutionReport;
import io.github.binancereactive.core.request.CancelOrder;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import io.github.binancereactive.ws.session.SessionOptions;
import io.github.binancereactive.ws.user.UserDataSignal.Gap;
import io.github.binancereactive.ws.user.UserDataSignal.NotReconciled;
import io.github.binancereactive.ws.user.UserDataSignal.Reconciled;
import io.github.binancereactive.ws.user.UserDataSignal.Subscribed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * A connection that breaks fifty times while orders are placed, filled and canceled: each gap is told and reconciled, and in the
 * end orders and balances are known as the exchange has them.
 */
@Timeout(120) // fifty reconciliations of a hundred orders on a machine that is busy with other things
class FiftyResetsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RESETS = 50;
    private static final String SYMBOL = "BTCUSDT";

    private final SimulatedAccount account = SimulatedAccount.of(
            "trader", SimulatedKey.hmac("trader"), SimulatedKey.rsa("trader"), SimulatedKey.ed25519("trader"));

    @RegisterExtension
    final ExchangeSimulatorExtension exchange =
            ExchangeSimulatorExtension.fresh(builder -> builder.account(account).limits(SimulatedLimits.unlimited()));

    private BinanceWebSocketApiClient trader;
    private BinanceWebSocketApiClient client;

    private Credentials credentials(KeyType type) {
        SimulatedKey key = account.key(type);
        return type == KeyType.HMAC
                ? Credentials.hmac(key.apiKey(), key.secret())
                : Credentials.pem(key.apiKey(), key.secret());
    }

    private BinanceWebSocketApiClient client(KeyType type) {
        return BinanceWebSocketApiClient.create(
                WebSocketApiOptions.of(exchange.simulator().environment())
                        .withCredentials(credentials(type))
                        .withBudget(RequestBudget.unlimited())
                        .withSession(SessionOptions.defaults().withBackoff(Backoff.fixed(Duration.ofMillis(5)))));
    }

    @AfterEach
    void dispose() {
        client.dispose();
        trader.dispose();
    }

    private static void await(BooleanSupplier condition) {
        Flux.interval(Duration.ZERO, Duration.ofMillis(10), Schedulers.boundedElastic())
                .onBackpressureDrop()
                .filter(tick -> condition.getAsBoolean())
                .next()
                .block(PATIENCE);
    }

    private static long count(Listener<UserDataSignal> listener, Class<?> kind) {
        return listener.kinds().stream().filter(kind::equals).count();
    }

    private void reset() {
        long current = Stream.of("userDataStream.subscribe", "userDataStream.subscribe.signature")
                .flatMap(method -> exchange.simulator().requests(method).stream())
                .mapToLong(request -> request.connection())
                .max()
                .orElseThrow();
        exchange.simulator().connections().stream()
                .filter(connection -> connection.number() == current)
                .forEach(connection -> connection.reset());
    }

    private Flux<OrderAnswer> limits(int count) {
        return Flux.range(0, count)
                .concatMap(i -> trader.newOrder(
                        NewOrder.limit(SYMBOL, Side.BUY, new BigDecimal("0.001"), new BigDecimal("50000.00"))));
    }

    /** One order is canceled, one filled, and one placed. */
    private Flux<Object> trading(List<OrderAnswer> open) {
        return Flux.fromIterable(open)
                .concatMap(order -> trader.cancelOrder(CancelOrder.of(SYMBOL, order.orderId()))
                        .then(trader.newOrder(NewOrder.market(SYMBOL, Side.BUY, new BigDecimal("0.001"))))
                        .thenMany(limits(1))
                        .cast(Object.class));
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void everyGapIsReconciledAndTheEndIsThatOfTheExchange(KeyType type) {
        trader = client(KeyType.HMAC);
        client = client(type);
        BinanceUserDataStream userData =
                BinanceUserDataStream.of(client).withReconciliation().withBuffer(100_000);
        Listener<UserDataSignal> listener = Listener.of(userData.signals());
        await(() -> count(listener, Subscribed.class) == 1);
        List<OrderAnswer> open = limits(2 * RESETS).collectList().block(PATIENCE);
        Listener<OrderState> states = Listener.of(userData.orders(Flux.fromIterable(open)));
        await(() -> states.values().size() == open.size());

        for (int reset = 1; reset <= RESETS; reset++) {
            int reconciled = reset;
            Listener<Object> busy = Listener.of(trading(open.subList(2 * reset - 2, 2 * reset)));
            reset();
            await(() -> count(listener, Reconciled.class) + count(listener, NotReconciled.class) == reconciled);
            await(busy::isComplete);
        }
        await(() -> endedInTime(states));
        assertThat(count(listener, Gap.class)).isEqualTo(RESETS);
        assertThat(count(listener, Reconciled.class)).isEqualTo(RESETS);
        assertThat(userData.statistics().gaps()).isEqualTo(RESETS);
        assertThat(executions(listener)).doesNotHaveDuplicates();
        await(() -> balances(listener).equals(expectedBalances()));
    }

    /** All that were placed before are ended, as on the exchange's own record; and whatever is known is right. */
    private boolean endedInTime(Listener<OrderState> states) {
        Map<Long, OrderStatus> known = new TreeMap<>();
        states.values().forEach(state -> known.put(state.orderId(), state.status()));
        Map<Long, OrderStatus> expected = new TreeMap<>();
        exchange.simulator().orders(account).forEach(order -> expected.put(order.orderId(), order.status()));
        // What was placed and filled within one gap is not found, and is not promised.
        expected.keySet().removeIf(order -> expected.get(order) == OrderStatus.FILLED && !known.containsKey(order));
        return known.equals(expected);
    }

    private static List<Long> executions(Listener<UserDataSignal> listener) {
        return listener.values().stream()
                .filter(signal ->
                        signal instanceof UserDataSignal.Event told && told.event() instanceof ExecutionReport)
                .map(signal -> ((ExecutionReport) ((UserDataSignal.Event) signal).event()).executionId())
                .toList();
    }

    /** Of the assets that trading has changed: what was told last, by an event or by a reconciliation. */
    private static Map<String, List<BigDecimal>> balances(Listener<UserDataSignal> listener) {
        Map<String, List<BigDecimal>> known = new TreeMap<>();
        for (UserDataSignal signal : listener.values()) {
            if (signal instanceof UserDataSignal.Event told && told.event() instanceof AccountPosition position) {
                position.balances().forEach(balance -> put(known, balance));
            } else if (signal instanceof Reconciled reconciled) {
                reconciled.account().balances().forEach(balance -> put(known, balance));
            }
        }
        return known;
    }

    private static void put(Map<String, List<BigDecimal>> known, Balance balance) {
        if (balance.asset().equals("BTC") || balance.asset().equals("USDT")) {
            known.put(balance.asset(), amounts(balance.free(), balance.locked()));
        }
    }

    private Map<String, List<BigDecimal>> expectedBalances() {
        Map<String, List<BigDecimal>> expected = new TreeMap<>();
        exchange.simulator().floor().balances(account).stream()
                .filter(balance ->
                        balance.asset().equals("BTC") || balance.asset().equals("USDT"))
                .forEach(balance -> expected.put(balance.asset(), amounts(balance.free(), balance.locked())));
        return expected;
    }

    private static List<BigDecimal> amounts(BigDecimal free, BigDecimal locked) {
        return List.of(free.stripTrailingZeros(), locked.stripTrailingZeros());
    }
}
