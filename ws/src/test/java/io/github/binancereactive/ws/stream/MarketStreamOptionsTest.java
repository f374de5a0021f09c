/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.codec.JsonStreamCodec;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.TimestampUnit;
import io.github.binancereactive.ws.session.InMemoryTransport;
import io.github.binancereactive.ws.session.OptionsCopies;
import io.github.binancereactive.ws.session.SessionOptions;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

class MarketStreamOptionsTest {

    private final MarketStreamOptions defaults = MarketStreamOptions.of(BinanceEnvironment.LIVE);

    @Test
    void aCopyLosesAndMixesUpNothing() {
        // All values differ, so that two components of one type can't be mistaken for each other.
        MarketStreamOptions original = new MarketStreamOptions(
                BinanceEnvironment.LIVE,
                TimestampUnit.MILLISECOND,
                100,
                3,
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                Duration.ofMillis(3),
                Duration.ofMillis(4),
                Duration.ofMillis(5),
                6,
                7000,
                Duration.ofMillis(8),
                SessionOptions.defaults(),
                RequestBudget.unlimited(),
                JsonStreamCodec.create(),
                Schedulers.parallel(),
                Schedulers.boundedElastic(),
                LoopResources.create("one"),
                UnaryOperator.identity(),
                new InMemoryTransport());
        Map<String, Object> others = new HashMap<>();
        others.put("environment", BinanceEnvironment.TESTNET);
        others.put("timeUnit", TimestampUnit.MICROSECOND);
        others.put("maxStreamsPerConnection", 200);
        others.put("messagesPerSecond", 2);
        others.put("batchWindow", Duration.ofMillis(11));
        others.put("acknowledgementTimeout", Duration.ofMillis(12));
        others.put("overlap", Duration.ofMillis(13));
        others.put("idleTimeout", Duration.ofMillis(14));
        others.put("unsubscribeGrace", Duration.ofMillis(15));
        others.put("silentHeartbeats", 16);
        others.put("maxMessageBytes", 17_000);
        others.put("connectTimeout", Duration.ofMillis(18));
        others.put("session", SessionOptions.defaults());
        others.put("budget", null);
        others.put("codec", JsonStreamCodec.create());
        others.put("scheduler", Schedulers.immediate());
        others.put("decodeScheduler", Schedulers.single());
        others.put("loopResources", LoopResources.create("other"));
        others.put("httpClient", (UnaryOperator<HttpClient>) client -> client.compress(true));
        others.put("transport", null);
        OptionsCopies.assertEachChangesOneComponent(original, others);
    }

    @Test
    void refusesWhatMakesNoSense() {
        refuses("maxStreamsPerConnection", options -> options.withMaxStreamsPerConnection(0));
        refuses("maxStreamsPerConnection", options -> options.withMaxStreamsPerConnection(1025));
        refuses("messagesPerSecond", options -> options.withMessagesPerSecond(0));
        refuses("messagesPerSecond", options -> options.withMessagesPerSecond(6));
        refuses("batchWindow", options -> options.withBatchWindow(Duration.ZERO));
        refuses("acknowledgementTimeout", options -> options.withAcknowledgementTimeout(Duration.ZERO));
        refuses("overlap", options -> options.withOverlap(Duration.ofMillis(-1)));
        refuses("idleTimeout", options -> options.withIdleTimeout(Duration.ZERO));
        refuses("unsubscribeGrace", options -> options.withUnsubscribeGrace(Duration.ofMillis(-1)));
        refuses("silentHeartbeats", options -> options.withSilentHeartbeats(1));
        refuses("maxMessageBytes", options -> options.withMaxMessageBytes(1023));
        refuses("connectTimeout", options -> options.withConnectTimeout(Duration.ZERO));
    }

    private void refuses(String component, UnaryOperator<MarketStreamOptions> change) {
        assertThatThrownBy(() -> change.apply(defaults))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(component);
    }

    @Test
    void addressesAreThoseOfCombinedStreams() {
        MarketStreamOptions options = defaults.withEnvironment(
                BinanceEnvironment.custom("x").withStreamUris(URI.create("wss://x:443"), URI.create("wss://x:9443")));
        assertThat(options.addresses())
                .containsExactly(URI.create("wss://x:443/stream"), URI.create("wss://x:9443/stream"));
        assertThat(options.withTimeUnit(TimestampUnit.MICROSECOND).addresses())
                .containsExactly(
                        URI.create("wss://x:443/stream?timeUnit=MICROSECOND"),
                        URI.create("wss://x:9443/stream?timeUnit=MICROSECOND"));
    }

    @Test
    void anEnvironmentWithoutStreamsIsRefused() {
        assertThatThrownBy(() -> BinanceMarketStreams.create(BinanceEnvironment.custom("none")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aConnectionMayDrainForAsLongAsItOverlaps() {
        assertThat(defaults.sessionOf(false).drainTimeout())
                .isEqualTo(defaults.session().drainTimeout());
        assertThat(defaults.withOverlap(Duration.ofMinutes(1)).sessionOf(false).drainTimeout())
                .isGreaterThan(Duration.ofMinutes(1));
        assertThat(defaults.sessionOf(true).drainTimeout()).isGreaterThan(Duration.ofSeconds(33));
    }

    @Test
    void attemptsToConnectCountInTheBudget() {
        RequestBudget budget = RequestBudget.local();
        assertThat(defaults.sessionOf(false).connectionLimit())
                .isSameAs(defaults.session().connectionLimit());
        assertThat(defaults.withBudget(budget).sessionOf(false).connectionLimit())
                .isNotSameAs(defaults.session().connectionLimit());
    }
}
