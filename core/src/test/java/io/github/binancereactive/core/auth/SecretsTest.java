/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.endpoint.Parameter;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plants canaries and looks for them wherever a log could pick them up. */
class SecretsTest {

    private static final String KEY = "CANARYKEY7d1f";
    private static final String SECRET = "CANARYSECRET93ab";

    private final Credentials credentials = Credentials.hmac(KEY, SECRET);

    @Test
    void credentialsShowNothing() {
        assertThat(credentials).hasToString("Credentials[HMAC_SHA256, redacted]");
        assertThat(credentials.signer()).hasToString("Signer[HMAC_SHA256]");
    }

    @Test
    void credentialsCannotBeSerialised() {
        assertThat(credentials).isNotInstanceOf(Serializable.class);
        assertThat(credentials.signer()).isNotInstanceOf(Serializable.class);
        assertSafe(catchThrowable(() -> JsonCodec.create().encode(credentials)));
        assertSafe(catchThrowable(() -> JsonCodec.create().encode(List.of(credentials.signer()))));
    }

    @Test
    void callsShowNoParameters() {
        Endpoint<Void> endpoint =
                Endpoint.get("/api/v3/x").takes(Parameter.string("apiKey")).returnsNothing();

        assertThat(Call.of(endpoint).with("apiKey", KEY).toString()).doesNotContain("CANARY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "-----BEGIN PRIVATE KEY-----\n" + SECRET + "\n-----END PRIVATE KEY-----",
                "-----BEGIN " + SECRET + "-----\nAAAA\n-----END " + SECRET + "-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\n" + SECRET + "\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: " + SECRET + "\n\nAAAA\n-----END RSA PRIVATE KEY-----",
            })
    void damagedKeysAreNotQuoted(String pem) {
        assertSafe(catchThrowable(() -> Credentials.pem(KEY, pem)));
        assertSafe(catchThrowable(() -> Credentials.pem(KEY, pem, SECRET.toCharArray())));
    }

    static Stream<String> bodies() {
        return Stream.of(
                SECRET,
                "\"" + SECRET,
                "{\"" + SECRET,
                "{\"serverTime\":" + SECRET + "}",
                "{\"serverTime\":\"" + SECRET + "\"}",
                "{\"" + SECRET + ".\":{\"a\":}}",
                "{\"timezone\":\"" + SECRET + "\",\"serverTime\":{\"" + SECRET + "\":1}}",
                "{\"timezone\":\"" + SECRET + "\"}",
                "{\"rateLimits\":[{\"rateLimitType\":5,\"x\":\"" + SECRET + "\"}]}",
                "{\"symbols\":[" + SECRET + ",1]}",
                "{\"symbols\":[{\"symbol\":\"" + SECRET + "\"}]}",
                "{\"exchangeFilters\":[{\"filterType\":\"MAX_ASSET\",\"asset\":\"a\",\"limit\":\"" + SECRET + "\"}]}");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodiesThatCannotBeReadAreNotQuoted(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        JsonCodec codec = JsonCodec.create();

        assertSafe(catchThrowable(() -> codec.decode(GeneralEndpoints.EXCHANGE_INFO.result(), bytes, 0, bytes.length)));
        assertSafe(catchThrowable(() -> {
            var decoder = codec.chunked(GeneralEndpoints.EXCHANGE_INFO.result());
            decoder.feed(bytes, 0, bytes.length);
            decoder.finish();
        }));
    }

    @Test
    void addressesWithAPasswordAreNotQuoted() {
        assertSafe(catchThrowable(() ->
                BinanceEnvironment.custom("x").withRestHosts(URI.create("https://user:" + SECRET + "@example.com"))));
    }

    private static void assertSafe(Throwable thrown) {
        assertThat(thrown).isNotNull();
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("CANARY");
    }
}
