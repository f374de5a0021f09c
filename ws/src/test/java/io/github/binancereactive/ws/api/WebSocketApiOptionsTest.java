/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.request.ClientOrderIds;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.core.time.TimestampUnit;
import io.github.binancereactive.ws.session.InMemoryTransport;
import io.github.binancereactive.ws.session.OptionsCopies;
import io.github.binancereactive.ws.session.SessionOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

class WebSocketApiOptionsTest {

    private final WebSocketApiOptions defaults = WebSocketApiOptions.of(BinanceEnvironment.LIVE);

    @Test
    void aCopyLosesAndMixesUpNothing() {
        // All values differ, so that two components of one type can't be mistaken for each other.
        WebSocketApiOptions original = new WebSocketApiOptions(
                BinanceEnvironment.LIVE,
                TimestampUnit.MILLISECOND,
                true,
                Credentials.hmac("key", "secret"),
                true,
                Duration.ofMillis(500),
                ServerClock.over(Clock.systemUTC()),
                ClientOrderIds.create(),
                RequestBudget.unlimited(),
                BudgetPolicy.WAIT,
                Duration.ofSeconds(1),
                2000,
                3000,
                Duration.ofSeconds(4),
                SessionOptions.defaults(),
                JsonCodec.create().envelopes(),
                Schedulers.parallel(),
                Schedulers.boundedElastic(),
                Schedulers.immediate(),
                LoopResources.create("one"),
                UnaryOperator.identity(),
                new InMemoryTransport());
        Map<String, Object> others = new HashMap<>();
        others.put("environment", BinanceEnvironment.TESTNET);
        others.put("timeUnit", TimestampUnit.MICROSECOND);
        others.put("returnRateLimits", false);
        others.put("credentials", null);
        others.put("logon", false);
        others.put("recvWindow", Duration.ofMillis(600));
        others.put("serverClock", ServerClock.over(Clock.systemUTC()));
        others.put("clientOrderIds", ClientOrderIds.create());
        others.put("budget", RequestBudget.local());
        others.put("budgetPolicy", BudgetPolicy.FAIL_FAST);
        others.put("requestTimeout", Duration.ofSeconds(11));
        others.put("maxInFlight", 12);
        others.put("maxMessageBytes", 13000);
        others.put("connectTimeout", Duration.ofSeconds(14));
        others.put("session", SessionOptions.defaults());
        others.put("codec", JsonCodec.create().envelopes());
        others.put("scheduler", Schedulers.immediate());
        others.put("decodeScheduler", Schedulers.single());
        others.put("signScheduler", Schedulers.parallel());
        others.put("loopResources", LoopResources.create("other"));
        others.put("httpClient", (UnaryOperator<HttpClient>) client -> client.compress(true));
        others.put("transport", null);
        OptionsCopies.assertEachChangesOneComponent(original, others);
    }

    @Test
    void refusesWhatMakesNoSense() {
        refuses("requestTimeout", options -> options.withRequestTimeout(Duration.ZERO));
        refuses("requestTimeout", options -> options.withRequestTimeout(Duration.ofMillis(-1)));
        refuses("recvWindow", options -> options.withRecvWindow(Duration.ZERO));
        refuses("recvWindow", options -> options.withRecvWindow(Duration.ofMillis(-5)));
        refuses("recvWindow", options -> options.withRecvWindow(Duration.ofMillis(60_001)));
        refuses("recvWindow", options -> options.withRecvWindow(Duration.ofNanos(1_500)));
        refuses("maxInFlight", options -> options.withMaxInFlight(0));
        refuses("maxInFlight", options -> options.withMaxInFlight(1024 * 1024 + 1));
        refuses("maxMessageBytes", options -> options.withMaxMessageBytes(1023));
    }

    private void refuses(String component, UnaryOperator<WebSocketApiOptions> change) {
        assertThatThrownBy(() -> change.apply(defaults))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(component);
    }

    @Test
    void showsNoKey() {
        WebSocketApiOptions options = defaults.withCredentials(Credentials.hmac("canary-key", "canary-secret"));
        assertThat(options.toString()).contains("HMAC").doesNotContain("canary");
    }

    @Test
    void anEnvironmentWithoutWebSocketApiIsRefused() {
        assertThatThrownBy(() -> BinanceWebSocketApiClient.create(BinanceEnvironment.MARKET_DATA_ONLY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addressesCarryWhatDiffersFromTheExchangesDefaults() {
        WebSocketApiOptions options = defaults.withEnvironment(
                BinanceEnvironment.custom("x").withWebSocketApiUris(URI.create("wss://x:9443/ws-api/v3")));
        assertThat(options.addresses()).containsExactly(URI.create("wss://x:9443/ws-api/v3"));
        assertThat(options.withReturnRateLimits(false).addresses())
                .containsExactly(URI.create("wss://x:9443/ws-api/v3?returnRateLimits=false"));
        assertThat(options.withReturnRateLimits(false)
                        .withTimeUnit(TimestampUnit.MICROSECOND)
                        .addresses())
                .containsExactly(URI.create("wss://x:9443/ws-api/v3?timeUnit=MICROSECOND&returnRateLimits=false"));
    }
}
