/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.exchange.SimulatedExchange;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.matching.BalanceSnapshot;
import io.github.binancereactive.testkit.matching.MatchingEngine;
import io.github.binancereactive.testkit.matching.OrderSnapshot;
import io.netty.channel.EventLoop;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/**
 * The exchange behind a simulator's wires, for a test to look at and to change. Thread-safe. What changes something
 * returns when it is done or, on a thread that must not block, at once; what asks for something must not be called on such
 * a thread. Once the simulator is closed, it shows what was at the end.
 */
public final class TradingFloor {

    private static final String LOOPBACK = "127.0.0.1";

    private final Simulation simulation;
    private final EventLoop loop;
    private final List<SimulatedAccount> accounts;

    TradingFloor(Simulation simulation, EventLoop loop, List<SimulatedAccount> accounts) {
        this.simulation = simulation;
        this.loop = loop;
        this.accounts = accounts;
    }

    /**
     * The first account.
     *
     * @return the account
     * @throws IllegalStateException when there is none
     */
    public SimulatedAccount account() {
        if (accounts.isEmpty()) {
            throw new IllegalStateException("the simulator has no accounts");
        }
        return accounts.get(0);
    }

    /**
     * Opens another account.
     *
     * @param account the account
     */
    public void open(SimulatedAccount account) {
        change(exchange -> exchange.open(account, simulation.clock().micros()));
    }

    /**
     * Every order of an account as the exchange knows it.
     *
     * @param account the account
     * @return open and ended ones, by symbol and id
     */
    public List<OrderSnapshot> orders(SimulatedAccount account) {
        return ask(exchange -> exchange.orders(account));
    }

    /**
     * What an account owns.
     *
     * @param account the account
     * @return every asset that it ever had
     */
    public List<BalanceSnapshot> balances(SimulatedAccount account) {
        return ask(exchange -> exchange.engine().records().balances(exchange.id(account)));
    }

    /**
     * What the exchange has taken as commission.
     *
     * @return amounts by asset
     */
    public Map<String, BigDecimal> commissionTaken() {
        return ask(exchange -> Map.copyOf(exchange.engine().records().commissionTaken()));
    }

    /**
     * Pays into an account.
     *
     * @param account the account
     * @param asset the asset
     * @param amount how much, as a decimal number above zero
     */
    public void deposit(SimulatedAccount account, String asset, String amount) {
        engine((engine, now) -> engine.deposit(simulation.exchange().id(account), asset, new BigDecimal(amount), now));
    }

    /**
     * Pays out of an account.
     *
     * @param account the account
     * @param asset the asset
     * @param amount how much, as a decimal number above zero
     */
    public void withdraw(SimulatedAccount account, String asset, String amount) {
        engine((engine, now) -> engine.withdraw(simulation.exchange().id(account), asset, new BigDecimal(amount), now));
    }

    /**
     * Lets somebody outside lock part of an account, as collateral for instance, or give it back.
     *
     * @param account the account
     * @param asset the asset
     * @param delta how much to lock, as a decimal number; negative to give back what was locked so
     */
    public void lockExternally(SimulatedAccount account, String asset, String delta) {
        engine((engine, now) ->
                engine.lockExternally(simulation.exchange().id(account), asset, new BigDecimal(delta), now));
    }

    /**
     * Makes a block trade, which the history and the stream of block trades then show.
     *
     * @param symbol the symbol
     * @param price the price, as a decimal number
     * @param qty base quantity, as a decimal number
     * @param isBuyerMaker whether the buyer was the maker
     */
    public void blockTrade(String symbol, String price, String qty, boolean isBuyerMaker) {
        change(exchange -> simulation
                .market()
                .blockTraded(exchange.blockTrade(
                        symbol,
                        new BigDecimal(price),
                        new BigDecimal(qty),
                        isBuyerMaker,
                        simulation.clock().micros())));
    }

    /**
     * Ends an open order on the exchange's own account, as it does in maintenance.
     *
     * @param account whose order
     * @param symbol the symbol
     * @param orderId the order
     */
    public void expire(SimulatedAccount account, String symbol, long orderId) {
        engine((engine, now) -> engine.expire(simulation.exchange().id(account), symbol, orderId, now));
    }

    /**
     * Sets a symbol's reference price. Symbols have none until then.
     *
     * @param symbol the symbol
     * @param price the price; null when there is none at the moment
     */
    public void referencePrice(String symbol, @Nullable BigDecimal price) {
        change(exchange ->
                exchange.referencePrice(symbol, price, simulation.clock().micros()));
    }

    /**
     * Takes a key back: whoever uses it is refused, and a session that has logged on with it ends with its next request.
     *
     * @param apiKey the API key
     */
    public void revoke(String apiKey) {
        change(exchange -> exchange.revoke(apiKey));
    }

    /**
     * Takes back a key's permission to trade.
     *
     * @param apiKey the API key
     */
    public void forbidTrading(String apiKey) {
        change(exchange -> exchange.forbidTrading(apiKey));
    }

    /**
     * Other limits from now on, for everybody; what was used stays used.
     *
     * @param limits the limits
     */
    public void limits(SimulatedLimits limits) {
        change(exchange -> exchange.change(limits));
    }

    /**
     * Somebody else behind the clients' address calls the exchange too.
     *
     * @param weight the request weight that this costs
     */
    public void foreignTraffic(long weight) {
        change(exchange ->
                exchange.foreignTraffic(LOOPBACK, weight, simulation.clock().micros()));
    }

    /**
     * Lets the synthetic market go on after {@link #stopMarket()}.
     *
     * @throws IllegalStateException when the simulator was built without one
     */
    public void startMarket() {
        change(exchange -> simulation.traders().start());
    }

    /** Stops the synthetic market, whose orders stay in the books. When this returns, it does nothing more. */
    public void stopMarket() {
        change(exchange -> simulation.traders().stop());
    }

    /**
     * Lets time pass faster or slower for the synthetic market.
     *
     * @param factor how much faster than it was built: 10 for ten times as many orders and trades
     */
    public void marketSpeed(double factor) {
        change(exchange -> simulation.traders().speed(factor));
    }

    /**
     * A burst of trades at one moment, between accounts of the exchange's own.
     *
     * @param symbol a listed symbol, whether or not a synthetic market trades it
     * @param trades how many trades there are to be
     * @return how many there were: as many, or a few more; fewer when the symbol's rules refuse them, as when it is halted
     */
    public int flash(String symbol, int trades) {
        return ask(exchange -> simulation.traders().flash(symbol, trades));
    }

    /**
     * Does something with the engine itself, on its own thread.
     *
     * @param action gets the engine and the time, in microseconds since the epoch
     */
    public void engine(BiConsumer<MatchingEngine, Long> action) {
        change(exchange -> action.accept(
                exchange.engine(), exchange.forward(simulation.clock().micros())));
    }

    private void change(Consumer<SimulatedExchange> action) {
        if (Schedulers.isInNonBlockingThread() && !loop.inEventLoop()) {
            loop.execute(() -> action.accept(simulation.exchange()));
            return;
        }
        ask(exchange -> {
            action.accept(exchange);
            return Boolean.TRUE;
        });
    }

    private <T> T ask(Function<SimulatedExchange, T> question) {
        if (loop.inEventLoop() || loop.isTerminated()) {
            return question.apply(simulation.exchange());
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            loop.execute(() -> complete(answer, question));
        } catch (RejectedExecutionException closed) {
            // Nothing runs there any more, so nothing changes either.
            complete(answer, question);
        }
        return outcome(answer);
    }

    private <T> void complete(CompletableFuture<T> answer, Function<SimulatedExchange, T> question) {
        try {
            answer.complete(question.apply(simulation.exchange()));
        } catch (RuntimeException refused) {
            answer.completeExceptionally(refused);
        }
    }

    private static <T> T outcome(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException refused ? refused : failed;
        }
    }
}
