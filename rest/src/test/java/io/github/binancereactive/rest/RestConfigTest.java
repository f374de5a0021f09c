/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.codec.Codec;
import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.core.time.TimestampUnit;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

class RestConfigTest {

    private static final RestConfig CONFIG = RestConfig.of(BinanceEnvironment.LIVE);

    /** A value other than the default for each type of component. */
    private static final Map<Class<?>, Object> OTHERS = Map.ofEntries(
            Map.entry(BinanceEnvironment.class, BinanceEnvironment.TESTNET),
            Map.entry(TimestampUnit.class, TimestampUnit.MICROSECOND),
            Map.entry(Duration.class, Duration.ofMillis(1_234)),
            Map.entry(boolean.class, true),
            Map.entry(int.class, 77),
            Map.entry(ConnectionProvider.class, ConnectionProvider.newConnection()),
            Map.entry(LoopResources.class, LoopResources.create("never-started")),
            Map.entry(SslContext.class, tls()),
            Map.entry(Consumer.class, (Consumer<Object>) proxy -> {}),
            Map.entry(UnaryOperator.class, (UnaryOperator<HttpClient>) http -> http.keepAlive(false)),
            Map.entry(Codec.class, JsonCodec.create()),
            Map.entry(Scheduler.class, Schedulers.immediate()),
            Map.entry(Credentials.class, Credentials.hmac("key", "secret")),
            Map.entry(ServerClock.class, ServerClock.over(Clock.systemUTC())),
            Map.entry(RequestBudget.class, RequestBudget.unlimited()),
            Map.entry(BudgetPolicy.class, BudgetPolicy.FAIL_FAST),
            Map.entry(Supplier.class, (Supplier<String>) () -> "mine"),
            Map.entry(Clock.class, Clock.system(ZoneId.of("Asia/Tokyo"))));

    static Stream<RecordComponent> components() {
        return Stream.of(RestConfig.class.getRecordComponents());
    }

    @ParameterizedTest
    @MethodSource("components")
    void changingOneComponentLosesNoOther(RecordComponent changed) throws Exception {
        RestConfigDraft draft = everythingOther().change();
        Field field = RestConfigDraft.class.getDeclaredField(changed.getName());
        Object before = changed.getAccessor().invoke(CONFIG);
        field.set(draft, before);
        RestConfig copy = draft.finish();

        for (RecordComponent component : RestConfig.class.getRecordComponents()) {
            Object expected = component.getName().equals(changed.getName()) ? before : OTHERS.get(component.getType());
            assertThat(component.getAccessor().invoke(copy))
                    .as(component.getName())
                    .isEqualTo(expected);
        }
    }

    @Test
    void aDraftHasAFieldForEachComponentAndNoOther() {
        assertThat(Stream.of(RestConfigDraft.class.getDeclaredFields()).map(Field::getName))
                .containsExactlyElementsOf(
                        components().map(RecordComponent::getName).toList());
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatThrownBy(() -> RestConfig.of(BinanceEnvironment.custom("nowhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("environment 'nowhere' has no REST host");
        assertRefused("connectTimeout", draft -> draft.connectTimeout = Duration.ZERO);
        assertRefused("requestTimeout", draft -> draft.requestTimeout = Duration.ofMillis(-1));
        assertRefused("hostPause", draft -> draft.hostPause = Duration.ofMillis(-1));
        assertRefused("recvWindow", draft -> draft.recvWindow = Duration.ZERO);
        assertRefused("recvWindow", draft -> draft.recvWindow = Duration.ofMillis(60_001));
        assertRefused("recvWindow", draft -> draft.recvWindow = Duration.ofNanos(1_500));
        assertRefused("maxBodySize", draft -> draft.maxBodySize = 0);
        assertRefused("maxConnections", draft -> draft.maxConnections = 0);
        assertRefused("maxPendingRequests", draft -> draft.maxPendingRequests = -1);
    }

    @Test
    void showsNothingThatCouldBeSecret() {
        assertThat(CONFIG).hasToString("RestConfig[live]");
    }

    private static void assertRefused(String name, Consumer<RestConfigDraft> change) {
        RestConfigDraft draft = CONFIG.change();
        change.accept(draft);
        assertThatThrownBy(draft::finish)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " must");
    }

    private static RestConfig everythingOther() throws ReflectiveOperationException {
        RestConfigDraft draft = CONFIG.change();
        for (Field field : RestConfigDraft.class.getDeclaredFields()) {
            assertThat(OTHERS.get(field.getType())).as(field.getName()).isNotNull();
            field.set(draft, OTHERS.get(field.getType()));
        }
        return draft.finish();
    }

    private static SslContext tls() {
        try {
            return SslContextBuilder.forClient().build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }
}
