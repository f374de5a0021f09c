/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.error.BudgetExceededException;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.limit.BudgetOptions;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.session.SessionStatus;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.core.time.TimestampUnit;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.testkit.RecordedRequest;
import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The client signs and logs on, and an exchange that verifies it takes it. */
class SignedWebSocketApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SimulatedAccount account = SimulatedAccount.of(
            "canary", SimulatedKey.hmac("canary"), SimulatedKey.rsa("canary"), SimulatedKey.ed25519("canary"));

    @RegisterExtension
    final ExchangeSimulatorExtension exchange = ExchangeSimulatorExtension.fresh(builder -> builder.account(account));

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private BinanceWebSocketApiClient client;

    private BinanceWebSocketApiClient client(KeyType type, UnaryOperator<WebSocketApiOptions> change) {
        client = BinanceWebSocketApiClient.create(
                change.apply(WebSocketApiOptions.of(simulator().environment()).withCredentials(credentials(type))));
        client.events().subscribe(event -> {
            told.add(event.toString());
            tell(event.cause());
        });
        return client;
    }

    private Credentials credentials(KeyType type) {
        SimulatedKey key = account.key(type);
        return type == KeyType.HMAC
                ? Credentials.hmac(key.apiKey(), key.secret())
                : Credentials.pem(key.apiKey(), key.secret());
    }

    private ExchangeSimulator simulator() {
        return exchange.simulator();
    }

    private static NewOrder order() {
        return NewOrder.limit("BTCUSDT", Side.BUY, new BigDecimal("0.01"), new BigDecimal("50000.00"));
    }

    private OrderAnswer place() {
        return client.newOrder(order()).block(PATIENCE);
    }

    private void tell(Throwable error) {
        if (error != null) {
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            told.add(trace.toString());
        }
    }

    @AfterEach
    void everyRequestHasEnded() {
        client.dispose();
        assertThat(client.statistics().inFlight()).isZero();
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void everyKindOfKeyIsTaken(KeyType type) {
        client(type, options -> options.withLogon(false).withRecvWindow(Duration.ofNanos(4_000_500_000L)));
        assertThat(place().clientOrderId()).isNotEmpty();
        assertThat(client.account().block(PATIENCE)).isNotNull();
        assertThat(simulator().requests("order.place"))
                .allSatisfy(request -> assertThat(request.params())
                        .containsKeys("apiKey", "signature", "recvWindow", "newClientOrderId"));
        assertThat(simulator().orders(account)).hasSize(1);
    }

    @Test
    void microsecondsAreTaken() {
        client(KeyType.ED25519, options -> options.withTimeUnit(TimestampUnit.MICROSECOND));
        assertThat(place()).isNotNull();
        assertThat(simulator().requests("order.place").get(0).param("timestamp"))
                .hasSize(16);
    }

    @Test
    void aSessionThatIsLoggedOnNeedsNoSignatures() {
        client(KeyType.ED25519, UnaryOperator.identity());
        SessionStatus status = client.status().block(PATIENCE);
        assertThat(status.apiKey()).isEqualTo(account.key(KeyType.ED25519).apiKey());
        place();
        client.session().rotate().block(PATIENCE);
        place();
        assertThat(simulator().requests("order.place"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.params()).doesNotContainKeys("apiKey", "signature"));
        assertThat(simulator().requests("session.logon"))
                .extracting(RecordedRequest::connection)
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(client.logout().block(PATIENCE).loggedOn()).isFalse();
        place();
        assertThat(simulator().requests("order.place").get(2).params()).containsKeys("apiKey", "signature");
        assertThat(client.subscriptions().block(PATIENCE)).isEmpty();
    }

    @Test
    void rotationWithOrdersInFlightLosesNone() {
        client(KeyType.ED25519, UnaryOperator.identity());
        client.connect().block(PATIENCE);
        simulator().inject(Fault.delay(Duration.ofMillis(300)).on("order.place"), 30);
        StepVerifier.create(Flux.range(0, 40)
                        .flatMap(
                                i -> i == 20
                                        ? client.session().rotate().thenReturn("rotated")
                                        : client.newOrder(order()),
                                40)
                        .count())
                .expectNext(40L)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(simulator().orders(account)).hasSize(39);
        assertThat(simulator().requests("session.logon")).hasSize(2);
    }

    @Test
    void anAdHocKeyActsForItself() {
        client(KeyType.ED25519, UnaryOperator.identity());
        client.as(credentials(KeyType.RSA)).newOrder(order()).block(PATIENCE);
        assertThat(simulator().requests("order.place").get(0).param("apiKey"))
                .isEqualTo(account.key(KeyType.RSA).apiKey());
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"HMAC", "ED25519"})
    void aLocalClockThatIsWrongIsNoMatter(KeyType type) {
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-3));
        client(type, options -> options.withServerClock(ServerClock.over(slow)));
        Flux.range(0, 30).flatMap(i -> client.newOrder(order()), 30).blockLast(PATIENCE);
        assertThat(simulator().orders(account)).hasSize(30);
        assertThat(simulator().requests("time")).hasSizeLessThanOrEqualTo(30).isNotEmpty();
    }

    @Test
    void aKeyThatTheExchangeDoesNotKnowEndsTheSession() {
        SimulatedKey unknown = SimulatedKey.ed25519("unknown");
        client(
                KeyType.ED25519,
                options -> options.withCredentials(Credentials.pem(unknown.apiKey(), unknown.secret())));
        StepVerifier.create(client.time())
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ClientClosedException.class)
                        .hasCauseInstanceOf(RejectedException.class))
                .verify(PATIENCE);
        assertThat(simulator().connectionAttempts()).isEqualTo(1);
    }

    @Test
    void theBudgetIsKept() {
        RateLimit limit = new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.DAY, 1, 60);
        RequestBudget budget = RequestBudget.local(BudgetOptions.defaults().withLimits(List.of(limit)));
        client(KeyType.ED25519, options -> options.withBudget(budget).withBudgetPolicy(BudgetPolicy.FAIL_FAST));
        Long refused = Flux.range(0, 100)
                .concatMap(
                        i -> client.time().cast(Object.class).onErrorResume(BudgetExceededException.class, Mono::just))
                .filter(BudgetExceededException.class::isInstance)
                .count()
                .block(PATIENCE);
        // Connecting costs 2, logging on 2 more; what the exchange reports counts the same.
        assertThat(refused).isBetween(44L, 60L);
        assertThat(simulator().requests("time").size()).isEqualTo(100 - refused.intValue());
    }

    // --- secrets ---

    private static final List<Fault> FAULTS = List.of(
            Fault.resetBeforeAnswer(),
            Fault.resetAfterAnswer(),
            Fault.close(1008, "policy"),
            Fault.truncatedFrame(),
            Fault.truncatedBody(),
            Fault.garbage(),
            Fault.garbage("[]"),
            Fault.status(503, ""),
            Fault.timeout(),
            Fault.error(400, -1021, "Timestamp"),
            Fault.error(400, -1022, "Signature for this request is not valid."),
            Fault.error(401, -2015, "Invalid API-key, IP, or permissions for action."),
            Fault.nullId(),
            Fault.html403(),
            Fault.drop());

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void keysAndSignaturesAreSeenByTheExchangeAlone(KeyType type) {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level level = root.getLevel();
        List<Appender<ILoggingEvent>> silenced = new ArrayList<>();
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            silenced.add(all.next());
        }
        silenced.forEach(root::detachAppender);
        root.addAppender(listener(root));
        root.setLevel(Level.TRACE);
        try {
            everythingGoesWrong(type);
        } finally {
            root.setLevel(level);
            root.detachAndStopAllAppenders();
            silenced.forEach(root::addAppender);
        }
        assertThat(told).anyMatch(line -> line.contains("WebSocket")); // else the rest would prove nothing
        SimulatedKey key = account.key(type);
        List<String> secrets = new ArrayList<>(List.of(key.apiKey(), key.secret()));
        simulator().requests().forEach(request -> {
            if (request.param("signature") != null) {
                secrets.add(request.param("signature"));
            }
        });
        assertThat(secrets).hasSizeGreaterThan(FAULTS.size() / 2);
        for (String line : told) {
            assertThat(secrets).noneMatch(line::contains);
        }
    }

    private void everythingGoesWrong(KeyType type) {
        client(type, options -> options.withRequestTimeout(Duration.ofSeconds(1)));
        place();
        for (Fault fault : FAULTS) {
            simulator().inject(fault.on("order.place"));
            client.newOrder(order()).doOnError(this::tell).onErrorComplete().block(PATIENCE);
            simulator().clearFaults();
            simulator().inject(fault.on("session.logon"));
            client.session()
                    .rotate()
                    .timeout(Duration.ofSeconds(1))
                    .onErrorComplete()
                    .block(PATIENCE);
            simulator().clearFaults();
            client.account().doOnError(this::tell).onErrorComplete().block(PATIENCE);
        }
        told.add(client + " " + client.session() + " " + client.session().state() + " " + client.statistics() + " "
                + client.newOrder(order()) + " "
                + client.status().doOnError(this::tell).onErrorComplete().block(PATIENCE));
    }

    private Appender<ILoggingEvent> listener(Logger root) {
        AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                told.add(event.getLoggerName() + " " + event.getFormattedMessage());
                IThrowableProxy thrown = event.getThrowableProxy();
                if (thrown != null) {
                    told.add(ThrowableProxyUtil.asString(thrown));
                }
            }
        };
        listener.setContext(root.getLoggerContext());
        listener.start();
        return listener;
    }
}
