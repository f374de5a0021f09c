/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.general.RateLimitUsage;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.matching.EngineListener;
import io.github.binancereactive.testkit.matching.HistoryQuery;
import io.github.binancereactive.testkit.matching.MatchingEngine;
import io.github.binancereactive.testkit.matching.OrderSnapshot;
import io.github.binancereactive.testkit.matching.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exchange itself, without wires, threads and clock: requests go in, answers come out. It knows who may do what, and
 * how much; the {@linkplain MatchingEngine engine} behind it knows what becomes of it. Confined to one thread.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs">Spot API documentation</a>
 */
public final class SimulatedExchange {

    private static final int WEIGHT_OF_A_MISTAKE = 1;
    private static final int CONNECTION_WEIGHT = 2;

    private final MethodTable methods = new MethodTable();
    private final RateLimiter limiter;
    private final Keyring keys;
    private final Gate gate;
    private final UserEvents events;
    private final Venue venue;
    private final ReferencePrices referencePrices;
    private final BlockTrades blockTrades;
    private DepthSource books = (symbol, limit) -> null;
    private long latestMicros;

    /**
     * An exchange that nobody has asked anything yet.
     *
     * @param settings what it is made of
     * @param nowMicros when it opens, in microseconds since the epoch
     */
    public SimulatedExchange(ExchangeSettings settings, long nowMicros) {
        this(settings, nowMicros, EngineListener.NONE);
    }

    /**
     * An exchange that somebody watches.
     *
     * @param settings what it is made of
     * @param nowMicros when it opens, in microseconds since the epoch
     * @param listener is told what happens in its engine
     */
    public SimulatedExchange(ExchangeSettings settings, long nowMicros, EngineListener listener) {
        // Reads its file now, on the thread that starts the simulator, and not on the event loop.
        offers("");
        latestMicros = nowMicros;
        limiter = new RateLimiter(settings.limits());
        keys = new Keyring(settings.accounts());
        gate = new Gate(keys);
        AccountBook accounts = new AccountBook();
        RoutedOrders routed = new RoutedOrders();
        events = new UserEvents(accounts, routed);
        venue = new Venue(
                Floor.open(settings, accounts, events.and(listener), nowMicros), accounts, settings.listing());
        referencePrices = new ReferencePrices(venue);
        blockTrades = new BlockTrades(venue);
        addMethods(settings.listing(), routed);
    }

    private void addMethods(Listing listing, RoutedOrders routed) {
        methods.add("GET /api/v3/ping", "ping", new PingMethod());
        methods.add("GET /api/v3/time", "time", new TimeMethod());
        methods.add("GET /api/v3/exchangeInfo", "exchangeInfo", new ExchangeInfoMethod(listing, limiter::limits));
        methods.add("GET /api/v3/executionRules", "executionRules", new ExecutionRulesMethod(listing));
        new MarketMethods(venue, (symbol, limit) -> books.depth(symbol, limit)).addTo(methods);
        new TickerMethods(venue).addTo(methods);
        blockTrades.addTo(methods);
        referencePrices.addTo(methods);
        new OrderMethods(venue).addTo(methods);
        new OrderListMethods(venue).addTo(methods);
        new SorMethods(venue, routed).addTo(methods);
        new OrderQueryMethods(venue).addTo(methods);
        new AccountMethods(venue).addTo(methods);
        new SessionMethods().addTo(methods);
    }

    /**
     * Answers {@code depth} with books from elsewhere, for the symbols that there is one of.
     *
     * @param others the books
     */
    public void depthFrom(DepthSource others) {
        books = others;
    }

    /**
     * Whether the exchange has a method of this name.
     *
     * @param method {@code order.place} or {@code POST /api/v3/order}
     * @return true when the documentation has it
     */
    public static boolean offers(String method) {
        return OfficialMethods.contains(method);
    }

    /** A method that it answers by itself. */
    @Nullable ExchangeMethod method(String name) {
        return methods.find(name);
    }

    /**
     * Answers one request.
     *
     * @param call the request
     * @param script what a test wants answered; null for what the exchange answers by itself
     * @param nowMicros now, in microseconds since the epoch
     * @return the answer; errors are answers too
     */
    public ExchangeReply handle(ExchangeCall call, @Nullable Script script, long nowMicros) {
        ExchangeMethod method = script == null ? methods.find(call.method()) : new ScriptedMethod(script);
        long nowMillis = nowMicros / 1000;
        int weight = method == null ? WEIGHT_OF_A_MISTAKE : method.weight(call.parameters());
        ExchangeError refused = limiter.request(call.ip(), weight, nowMillis);
        if (refused != null) {
            return ExchangeReply.of(refused, limiter.usedWeight(call.ip(), nowMillis));
        }
        return method == null ? unknown(call, nowMillis) : answer(call, method, weight, nowMicros);
    }

    private ExchangeReply unknown(ExchangeCall call, long nowMillis) {
        ExchangeError error = offers(call.method())
                ? ExchangeErrors.unsupported()
                : ExchangeErrors.invalidRequest("Invalid 'method' in JSON request.");
        return ExchangeReply.of(error, limiter.usedWeight(call.ip(), nowMillis));
    }

    private ExchangeReply answer(ExchangeCall call, ExchangeMethod method, int weight, long nowMicros) {
        long nowMillis = nowMicros / 1000;
        Caller caller = null;
        ExchangeReply reply;
        try {
            caller = gate.admit(call, method.security(), nowMicros);
            Answer answer = method.answer(new Request(call, caller, forward(nowMicros)));
            if (answer.free()) {
                limiter.giveBack(weight, call.ip(), nowMillis);
            }
            reply = ExchangeReply.of(200, answer.json(), limiter.usedWeight(call.ip(), nowMillis));
        } catch (ExchangeError error) {
            reply = ExchangeReply.of(error, limiter.usedWeight(call.ip(), nowMillis));
        } catch (Refusal refusal) {
            ExchangeError error = ExchangeErrors.of(refusal, nowMillis);
            reply = ExchangeReply.of(error, limiter.usedWeight(call.ip(), nowMillis));
        }
        return caller == null || !method.countsOrders() ? reply : reply.withOrders(unfilled(caller));
    }

    private List<RateLimitUsage> unfilled(Caller caller) {
        return venue.engine().records().unfilledOrders(venue.account(caller.account()), latestMicros);
    }

    /**
     * The engine's time, which never goes back, though a test may set the exchange's clock back.
     *
     * @param nowMicros now, in microseconds since the epoch
     * @return now, or the latest that it was before
     */
    public long forward(long nowMicros) {
        latestMicros = Math.max(latestMicros, nowMicros);
        return latestMicros;
    }

    /**
     * Counts a request that costs one weight and that nobody reads further, such as the benchmarks' {@code time}.
     *
     * @param ip whose limits it counts towards
     * @param nowMicros now, in microseconds since the epoch
     * @return the weight used, or -1 when the request has to go the long way because it is to be refused
     */
    public long countOne(String ip, long nowMicros) {
        return limiter.countOne(ip, nowMicros / 1000);
    }

    /**
     * Counts an attempt to connect to the WebSocket API.
     *
     * @param ip who attempts
     * @param nowMicros now, in microseconds since the epoch
     * @return why it is refused, or null
     */
    public @Nullable ExchangeError connect(String ip, long nowMicros) {
        return limiter.connection(ip, CONNECTION_WEIGHT, nowMicros / 1000);
    }

    /**
     * Counts an attempt to connect to the streams, which costs no weight.
     *
     * @param ip who attempts
     * @param nowMicros now, in microseconds since the epoch
     * @return why it is refused, or null
     */
    public @Nullable ExchangeError connectToStreams(String ip, long nowMicros) {
        return limiter.connection(ip, 0, nowMicros / 1000);
    }

    /**
     * The limits as they are now.
     *
     * @return the limits
     */
    public SimulatedLimits limits() {
        return limiter.limits();
    }

    /**
     * Lets a WebSocket connection hear of its subscriptions.
     *
     * @param session the connection
     */
    public void open(Session session) {
        events.open(session);
    }

    /**
     * Forgets a WebSocket connection.
     *
     * @param session the connection
     */
    public void close(Session session) {
        events.close(session);
    }

    /**
     * The weight that an IP address has used in this minute.
     *
     * @param ip the address
     * @param nowMicros now, in microseconds since the epoch
     * @return used weight
     */
    public long usedWeight(String ip, long nowMicros) {
        return limiter.usedWeight(ip, nowMicros / 1000);
    }

    /**
     * The weight that a minute has.
     *
     * @return the limit
     */
    public long weightLimit() {
        return limiter.weightLimit();
    }

    /**
     * Other limits from now on; what was used stays used.
     *
     * @param limits the limits
     */
    public void change(SimulatedLimits limits) {
        limiter.change(limits);
        venue.engine().orderLimits(Floor.orderLimits(limits));
    }

    /**
     * Counts what somebody else behind the clients' addresses did.
     *
     * @param ip an address; every other one seen so far is charged too
     * @param weight request weight
     * @param nowMicros now, in microseconds since the epoch
     */
    public void foreignTraffic(String ip, long weight, long nowMicros) {
        List<String> addresses = new ArrayList<>(limiter.addresses());
        if (!addresses.contains(ip)) {
            addresses.add(ip);
        }
        addresses.forEach(address -> limiter.foreign(weight, address, nowMicros / 1000));
    }

    /**
     * Takes a key back: nobody can use it any more.
     *
     * @param apiKey the API key
     */
    public void revoke(String apiKey) {
        keys.revoke(apiKey);
    }

    /**
     * Takes back a key's permission to trade.
     *
     * @param apiKey the API key
     */
    public void forbidTrading(String apiKey) {
        keys.forbidTrading(apiKey);
    }

    /**
     * Opens another account.
     *
     * @param account the account
     * @param nowMicros now, in microseconds since the epoch
     */
    public void open(SimulatedAccount account, long nowMicros) {
        venue.accounts().open(venue.engine(), account, venue.listing().infos(), forward(nowMicros));
        keys.add(account);
    }

    /**
     * Every order of an account, as the exchange knows it.
     *
     * @param account the account
     * @return open and ended ones, by symbol in the order listed and by id
     */
    public List<OrderSnapshot> orders(SimulatedAccount account) {
        long id = venue.account(account);
        HistoryQuery everything = HistoryQuery.from(0, Integer.MAX_VALUE);
        return venue.engine().marketData().symbols().stream()
                .flatMap(symbol ->
                        venue.engine().records().orders(id, symbol.info().symbol(), everything).stream())
                .toList();
    }

    /**
     * The engine, for what has no method of its own here.
     *
     * @return the engine
     */
    public MatchingEngine engine() {
        return venue.engine();
    }

    /**
     * The engine's number of an account.
     *
     * @param account the account
     * @return its id
     */
    public long id(SimulatedAccount account) {
        return venue.account(account);
    }

    /**
     * Sets a symbol's reference price.
     *
     * @param symbol the symbol
     * @param price the price; null when there is none at the moment
     * @param nowMicros now, in microseconds since the epoch
     */
    public void referencePrice(String symbol, @Nullable BigDecimal price, long nowMicros) {
        referencePrices.set(symbol, price, forward(nowMicros));
    }

    /**
     * When a symbol's reference price was set.
     *
     * @param symbol the symbol
     * @return when, in microseconds since the epoch; null for one that never had any
     */
    public @Nullable Long referencePriceTime(String symbol) {
        return referencePrices.time(symbol);
    }

    /**
     * Makes a block trade.
     *
     * @param symbol the symbol
     * @param price the price
     * @param qty base quantity
     * @param isBuyerMaker whether the buyer was the maker
     * @param nowMicros now, in microseconds since the epoch
     * @return the trade
     * @throws ExchangeError when the symbol is not listed
     */
    public BlockTrade blockTrade(
            String symbol, BigDecimal price, BigDecimal qty, boolean isBuyerMaker, long nowMicros) {
        return blockTrades.add(symbol, price, qty, isBuyerMaker, forward(nowMicros));
    }
}
