/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.HttpVerb;
import io.github.binancereactive.core.endpoint.Parameter;
import io.github.binancereactive.core.endpoint.SecurityType;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.core.time.TimestampUnit;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestSecurityTest {

    private static final Endpoint<Void> ORDER = Endpoint.rest(HttpVerb.POST, "/api/v3/order")
            .security(SecurityType.TRADE)
            .takes(
                    Parameter.string("symbol"),
                    Parameter.oneOf("side"),
                    Parameter.oneOf("type"),
                    Parameter.oneOf("timeInForce"),
                    Parameter.decimal("quantity"),
                    Parameter.decimal("price"),
                    Parameter.decimal("recvWindow"))
            .returnsNothing();

    private static final Instant NOW = Instant.parse("2017-07-12T02:41:59.559Z");
    private static final ServerClock CLOCK = ServerClock.over(Clock.fixed(NOW, ZoneOffset.UTC));

    /** The key that the documentation publishes with its example. */
    private static final Credentials DOCUMENTED = Credentials.hmac(
            "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
            "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j");

    @ParameterizedTest
    @CsvSource({
        "LTCBTC, c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71",
        "１２３４５６, e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3"
    })
    void signsAsTheDocumentationDoes(String symbol, String signature) {
        Clock then = Clock.fixed(Instant.ofEpochMilli(1_499_827_319_559L), ZoneOffset.UTC);
        RequestSecurity security =
                new RequestSecurity(DOCUMENTED, ServerClock.over(then), TimestampUnit.MILLISECOND, null);
        Call<Void> call = Call.of(ORDER)
                .with("symbol", symbol)
                .with("side", "BUY")
                .with("type", "LIMIT")
                .with("timeInForce", "GTC")
                .with("quantity", BigDecimal.ONE)
                .with("price", new BigDecimal("0.1"))
                .with("recvWindow", new BigDecimal(5_000));

        StringBuilder seen = new StringBuilder();
        new RequestSecurity(
                        Credentials.of("key", new Spy(DOCUMENTED.signer(), seen)),
                        security.clock(),
                        security.unit(),
                        null)
                .sign("https://host/api/v3/order", call);
        assertThat(seen).endsWith(signature);
    }

    @ParameterizedTest
    @CsvSource({"PT5S, 5000", "PT0.0005S, 0.5", "PT6.000346S, 6000.346", "PT60S, 60000"})
    void sendsTheWindowOfTheClientInMilliseconds(Duration window, String text) {
        Target target = new RequestSecurity(DOCUMENTED, CLOCK, TimestampUnit.MILLISECOND, window)
                .sign("https://host/p", Call.of(ORDER));

        assertThat(target.uri())
                .isEqualTo(URI.create("https://host/p?recvWindow=" + text + "&timestamp=" + NOW.toEpochMilli()));
        assertThat(target.validity()).isEqualTo(new Validity(NOW, window));
    }

    @Test
    void aCallsOwnWindowComesFirst() {
        Target target = new RequestSecurity(DOCUMENTED, CLOCK, TimestampUnit.MICROSECOND, Duration.ofSeconds(5))
                .sign("https://host/p", Call.of(ORDER).with("recvWindow", new BigDecimal("1.25")));

        assertThat(target.uri().getRawQuery()).isEqualTo("recvWindow=1.25&timestamp=" + NOW.toEpochMilli() + "000");
        assertThat(target.validity().until()).isEqualTo(NOW.plusNanos(1_250_000));
    }

    @Test
    void withoutAWindowTheExchangesDefaultHolds() {
        Target target = new RequestSecurity(DOCUMENTED, CLOCK, TimestampUnit.MILLISECOND, null)
                .sign("https://host/p", Call.of(ORDER));

        assertThat(target.uri().getRawQuery()).isEqualTo("timestamp=" + NOW.toEpochMilli());
        assertThat(target.validity().until()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void showsNoSecret() {
        RequestSecurity security = new RequestSecurity(DOCUMENTED, CLOCK, TimestampUnit.MILLISECOND, null);
        Target target = security.sign("https://host/p", Call.of(ORDER));

        assertThat(security.toString() + target + target.secrets())
                .doesNotContain("vmPUZE6", "NhqPtm", "signature", "timestamp");
    }
}
