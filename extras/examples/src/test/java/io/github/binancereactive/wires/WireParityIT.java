/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.endpoint.Call;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** The same typed call runs over REST and over the WebSocket API, and ends equally. */
class WireParityIT {

    private static Wires reading;

    @BeforeAll
    static void arrange() {
        reading = Wires.overOne();
        Situation.arrange(reading.rest());
    }

    @AfterAll
    static void close() {
        reading.close();
    }

    static List<WireCall> reads() {
        return ReadCalls.all();
    }

    static List<Scenario> writes() {
        return WriteScenarios.all();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void whatIsReadIsEqual(WireCall call) {
        Reply reply = reading.same(call);

        // What gives nothing on either wire would prove nothing.
        assertThat(reply.error() == null && reply.values().isEmpty())
                .as("%s gives nothing", call)
                .isEqualTo(call.name().equals("ping"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void whatIsWrittenIsAnsweredAndTakenDownEqually(Scenario scenario) {
        try (Wires twins = Wires.overTwins()) {
            for (Scenario.Step step : scenario.steps()) {
                Reply reply = twins.same(step.call());
                assertThat(reply)
                        .as("the end of %s, %s", scenario, step.call())
                        .satisfies(end -> assertThat(step.endsAsItMust(end)).isTrue());
            }
            twins.requireEqualRecords();
            twins.same(WireCall.of("depth", api -> api.depth(ReadCalls.SYMBOL)));
            twins.same(WireCall.of("account", SpotApi::account));
        }
    }

    @Test
    void noMethodIsLeftOut() {
        Set<String> called = new TreeSet<>();
        SpotApi recording = recording(called);
        Stream.concat(
                        reads().stream(),
                        writes().stream().flatMap(each -> each.steps().stream().map(Scenario.Step::call)))
                .forEach(call ->
                        assertThat(call.call().apply(recording, new AnyIds())).isNotNull());

        assertThat(called).isEqualTo(methods());
    }

    /** All but the two that every call goes through. */
    private static Set<String> methods() {
        return Stream.of(SpotApi.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::toGenericString)
                .filter(method -> !method.contains("core.api.Exchange."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SpotApi recording(Set<String> called) {
        Nowhere nowhere = new Nowhere();
        return (SpotApi) Proxy.newProxyInstance(
                SpotApi.class.getClassLoader(), new Class<?>[] {SpotApi.class}, (proxy, method, arguments) -> {
                    called.add(method.toGenericString());
                    return method.invoke(nowhere, arguments);
                });
    }

    private static final class Nowhere implements SpotApi {

        @Override
        public <R> Mono<R> exchange(Call<R> call) {
            return Mono.never();
        }
    }

    private static final class AnyIds implements WireCall.Ids {

        @Override
        public long order(String clientOrderId) {
            return 1;
        }

        @Override
        public long list(String clientOrderId) {
            return 1;
        }
    }
}
