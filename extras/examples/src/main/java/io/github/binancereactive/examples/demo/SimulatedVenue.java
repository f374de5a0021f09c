/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.testkit.SimulatedConnection;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.market.SyntheticMarket;
import io.github.binancereactive.ws.session.SessionOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** The exchange simulator, inside this program. */
final class SimulatedVenue implements Venue {

    /** A day in the life of a session has to fit into seconds, so what takes a minute otherwise is shortened. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private static final Duration PING_INTERVAL = Duration.ofMillis(500);

    private static final Duration SLOWNESS = Duration.ofMillis(400);
    private static final Fault SLOW_ANSWER = Fault.delay(SLOWNESS).on("time");
    private static final int SLOW_ANSWERS = 24;

    /** More weight a minute than the exchange has, for traffic that would use up a minute of its in half of one. */
    private static final SimulatedLimits LIMITS = SimulatedLimits.documented().withRequestWeight(20_000);

    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "BNBBTC", "BTCUSDC");

    /** Its prices move all the time, by orders of others. */
    private static final SyntheticMarket MARKET = SyntheticMarket.seeded(42)
            .symbols(SYMBOLS.toArray(String[]::new))
            .ordersPerSecond(400)
            .tradesPerSecond(60);

    /** Long enough for some trades to be missed. */
    private static final Duration WITHOUT_CONNECTION = Duration.ofMillis(700);

    private final SimulatedAccount trader =
            SimulatedAccount.ed25519("demo").balance("USDT", "10000").balance("BTC", "0.1");

    private final ExchangeSimulator simulator = ExchangeSimulator.builder()
            .symbols(500)
            .limits(LIMITS)
            .account(trader)
            .market(MARKET)
            .pingInterval(PING_INTERVAL)
            .start();

    @Override
    public BinanceEnvironment environment() {
        return simulator.environment();
    }

    @Override
    public SessionOptions session() {
        return SessionOptions.defaults().withSilenceTimeout(SILENCE);
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "binance-reactive demo, against the exchange simulator on port " + simulator.port(),
                "",
                "Its one account has an Ed25519 key: the WebSocket session logs on with it, REST signs each request.",
                "For the demo only: a connection counts as half-open after " + SILENCE.toSeconds()
                        + " s of silence, not",
                "after 60 s, and the simulator pings every " + PING_INTERVAL.toMillis() + " ms, not every 20 s.");
    }

    @Override
    public Credentials credentials() {
        return Credentials.pem(trader.apiKey(), trader.secret());
    }

    @Override
    public List<Act> acts(Clients clients, Screen screen) {
        return List.of(
                new Orders(clients, screen),
                new OwnOrders(clients, screen),
                new Burst(clients, screen, this::limitOrders, (int) LIMITS.ordersInTenSeconds()),
                new UnknownOutcomes(clients, screen, this::inject));
    }

    void inject(Fault fault) {
        simulator.inject(fault);
    }

    private void limitOrders(int inTenSeconds) {
        simulator.floor().limits(LIMITS.withOrders(inTenSeconds, LIMITS.ordersInADay()));
    }

    @Override
    public int requestsPerSecond() {
        return 200;
    }

    @Override
    public String trafficTitle() {
        return "200 requests a second over the WebSocket API, 20 over REST, while connections come and go";
    }

    @Override
    public List<Incident> incidents() {
        return List.of(
                Incident.rotation().after(slowAnswers()),
                Incident.of(
                                "serverShutdown: the exchange announces that it will close the connection",
                                () -> simulator.announceShutdown(Duration.ofSeconds(1)))
                        .after(slowAnswers()),
                Incident.of(
                                "TCP reset: the connection is gone, with requests on it",
                                () -> openConnections(SimulatedConnection::reset))
                        .after(slowAnswers()),
                Incident.of(
                        "half-open: the connection takes requests and answers nothing, not even a close",
                        () -> openConnections(SimulatedConnection::halfOpen)));
    }

    @Override
    public List<String> symbols() {
        return SYMBOLS;
    }

    @Override
    public boolean resetStreams() {
        simulator.refuseConnections(WITHOUT_CONNECTION);
        openConnections(SimulatedVenue::bringsStreams, SimulatedConnection::reset);
        return true;
    }

    private static boolean bringsStreams(SimulatedConnection connection) {
        return connection.uri().startsWith("/stream");
    }

    @Override
    public boolean limitNextExecutionRules() {
        simulator.inject(Fault.rateLimited(Duration.ofSeconds(1)).on("executionRules", "GET /api/v3/executionRules"));
        return true;
    }

    /** On loopback answers come at once; for an incident to find requests waiting, some answers have to take longer. */
    private Mono<Void> slowAnswers() {
        return Mono.<Void>fromRunnable(() -> simulator.inject(SLOW_ANSWER, SLOW_ANSWERS))
                .then(Mono.delay(SLOWNESS.dividedBy(2)))
                .then();
    }

    private void openConnections(Consumer<SimulatedConnection> action) {
        openConnections(any -> true, action);
    }

    private void openConnections(Predicate<SimulatedConnection> which, Consumer<SimulatedConnection> action) {
        simulator.connections().stream()
                .filter(connection -> connection.state() == SimulatedConnection.State.OPEN)
                .filter(which)
                .forEach(action);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
