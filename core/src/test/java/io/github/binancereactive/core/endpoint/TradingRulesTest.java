/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The rules of orders, for whatever parameters. */
class TradingRulesTest {

    /** A few of the parameters of an endpoint, each with a value that by itself is allowed. */
    private static Map<String, Object> some(Endpoint<?> endpoint, Random random) {
        Map<String, Object> some = new LinkedHashMap<>();
        for (Parameter parameter : endpoint.parameters()) {
            if (random.nextInt(3) == 0 || (parameter.mandatory() && random.nextInt(3) > 0)) {
                some.put(parameter.name(), value(parameter, random));
            }
        }
        return some;
    }

    private static Object value(Parameter parameter, Random random) {
        return switch (parameter.type()) {
            case ENUM -> {
                List<String> words = parameter.allowed().stream().sorted().toList();
                yield words.get(random.nextInt(words.size()));
            }
            case DECIMAL -> BigDecimal.valueOf(1 + random.nextInt(3));
            case LONG -> parameter.name().endsWith("trategyType") ? 1_000_000L : 1L + random.nextInt(3);
            case BOOLEAN -> random.nextBoolean();
            default -> "id" + random.nextInt(1000);
        };
    }

    /**
     * What is refused at once can't be healed by what is said later: so a call may be put together in any order, and is refused in all
     * orders or in none.
     */
    @Property(tries = 3000)
    void theOrderInWhichParametersAreGivenDoesNotMatter(@ForAll Random random) {
        Endpoint<?> endpoint = TradingEndpoints.ALL.get(random.nextInt(TradingEndpoints.ALL.size()));
        Map<String, Object> some = some(endpoint, random);
        List<String> names = new ArrayList<>(some.keySet());
        Collections.shuffle(names, random);

        assertThat(isTaken(() -> oneByOne(endpoint, names, some)))
                .as(endpoint.name() + " " + some)
                .isEqualTo(isTaken(() -> Call.of(endpoint).withAll(some)));
    }

    private static Call<?> oneByOne(Endpoint<?> endpoint, List<String> names, Map<String, Object> values) {
        Call<?> call = Call.of(endpoint);
        for (String name : names) {
            call = call.with(name, values.get(name));
        }
        return call;
    }

    private static boolean isTaken(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** So that the property above says something. */
    @Test
    void thereAreCallsThatAreTakenAndCallsThatAreRefused() {
        Random random = new Random(7);
        int taken = 0;
        int complete = 0;
        for (int i = 0; i < 3000; i++) {
            Endpoint<?> endpoint = TradingEndpoints.ALL.get(random.nextInt(TradingEndpoints.ALL.size()));
            Map<String, Object> some = some(endpoint, random);
            taken += isTaken(() -> Call.of(endpoint).withAll(some)) ? 1 : 0;
            complete += isTaken(() -> Call.of(endpoint).withAll(some).complete()) ? 1 : 0;
        }
        assertThat(taken).isBetween(300, 2700);
        assertThat(complete).isBetween(100, taken - 100);
    }
}
