/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exchange itself: answers requests and counts them. It has no wire, no thread and no clock. Confined to the
 * simulator's event loop.
 */
public final class SimulatedExchange {

    private static final int WEIGHT_OF_A_MISTAKE = 1;

    private final Map<String, ExchangeMethod> methods = new HashMap<>();
    private final RateLimiter limiter;

    /**
     * An exchange that nobody has asked anything yet.
     *
     * @param listing what it lists
     * @param limits what an IP address may do
     */
    public SimulatedExchange(Listing listing, SimulatedLimits limits) {
        limiter = new RateLimiter(limits);
        // Reads its file now, on the thread that starts the simulator, and not on the event loop.
        offers("");
        add("ping", new PingMethod());
        add("time", new TimeMethod());
        add("exchangeInfo", new ExchangeInfoMethod(listing, limits));
        add("executionRules", new ExecutionRulesMethod(listing));
    }

    private void add(String name, ExchangeMethod method) {
        methods.put(name, method);
        methods.put("GET /api/v3/" + name, method);
    }

    /**
     * Whether the exchange has a method of this name, simulated or not.
     *
     * @param method {@code order.place} or {@code POST /api/v3/order}
     * @return true when the documentation has it
     */
    public static boolean offers(String method) {
        return OfficialMethods.contains(method);
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
        ExchangeMethod method = script == null ? methods.get(call.method()) : new ScriptedMethod(script);
        long nowMillis = nowMicros / 1000;
        int weight = method == null ? WEIGHT_OF_A_MISTAKE : method.weight(call.parameters());
        ExchangeError refused = limiter.request(call.ip(), weight, nowMillis);
        long used = limiter.usedWeight(call.ip(), nowMillis);
        if (refused != null) {
            return ExchangeReply.of(refused, used);
        }
        try {
            return new ExchangeReply(200, answer(call, method, nowMicros), null, used);
        } catch (ExchangeError error) {
            return ExchangeReply.of(error, used);
        }
    }

    private static byte[] answer(ExchangeCall call, @Nullable ExchangeMethod method, long nowMicros) {
        if (method == null) {
            throw offers(call.method())
                    ? ExchangeErrors.unsupported()
                    : ExchangeErrors.invalidRequest("Invalid 'method' in JSON request.");
        }
        return method.answer(call.parameters(), call.unit(), nowMicros);
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
     * Counts a WebSocket connection attempt.
     *
     * @param ip who attempts
     * @param nowMicros now, in microseconds since the epoch
     * @return why it is refused, or null
     */
    public @Nullable ExchangeError connect(String ip, long nowMicros) {
        return limiter.connection(ip, nowMicros / 1000);
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

    /** A {@link Script} as a method. */
    private record ScriptedMethod(Script script) implements ExchangeMethod {

        @Override
        public List<String> parameters() {
            List<String> known = script.parameters();
            return known == null ? List.of() : known;
        }

        @Override
        public int weight(Parameters parameters) {
            return script.weight();
        }

        /** A script may have effects, so nothing is left to refuse once it has run. */
        @Override
        public byte[] answer(Parameters sent, TimestampUnit unit, long nowMicros) {
            if (script.parameters() != null) {
                ParameterRules.refuseTooMany(parameters(), sent);
                ParameterRules.refuseUnread(parameters(), sent);
            }
            return result(sent, unit, nowMicros);
        }

        @Override
        public byte[] result(Parameters parameters, TimestampUnit unit, long nowMicros) {
            try {
                return script.result().get().getBytes(StandardCharsets.UTF_8);
            } catch (ExchangeError error) {
                throw error;
            } catch (RuntimeException broken) {
                throw ExchangeErrors.brokenScript(broken);
            }
        }
    }
}
