/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.codec.ChunkedDecoder;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.model.general.SymbolStatus;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Real answers of three years. What they have and lack differs from the present; each difference is named here. */
class ExchangeInfoRecordingsConformanceTest {

    private static byte[] recorded(String url) {
        return Conformance.lines("recorded/rest/exchanges.jsonl.gz").stream()
                .filter(exchange ->
                        exchange.get("request").get("url").asString().endsWith(url))
                .map(exchange -> exchange.get("response").get("body").asString().getBytes(UTF_8))
                .findFirst()
                .orElseThrow();
    }

    /** All that a recording says must come back; what it doesn't have yet is added with its default. */
    private static void assertKept(JsonNode sent, JsonNode kept, String where) {
        if (sent.isObject()) {
            sent.properties().forEach(field -> {
                assertThat(kept.has(field.getKey()))
                        .as(where + "." + field.getKey())
                        .isTrue();
                assertKept(field.getValue(), kept.get(field.getKey()), where + "." + field.getKey());
            });
        } else if (sent.isArray()) {
            assertThat(kept.size()).as(where).isEqualTo(sent.size());
            for (int i = 0; i < sent.size(); i++) {
                assertKept(sent.get(i), kept.get(i), where + "[" + i + "]");
            }
        } else {
            assertThat(kept).as(where).isEqualTo(sent);
        }
    }

    @Test
    void of2018() {
        byte[] body = recorded("/api/v1/exchangeInfo");
        Reports reports = new Reports();

        ExchangeInfo info = reports.decode(GeneralEndpoints.EXCHANGE_INFO.result(), body);

        assertThat(info.symbols()).hasSize(370);
        assertThat(info.symbol("ETHBTC")).hasValueSatisfying(symbol -> {
            assertThat(symbol.filter(Filter.PriceFilter.class))
                    .contains(new Filter.PriceFilter(
                            new BigDecimal("0.00000100"),
                            new BigDecimal("100000.00000000"),
                            new BigDecimal("0.00000100")));
            // MIN_NOTIONAL had neither applyToMarket nor avgPriceMins
            assertThat(symbol.filter(Filter.MinNotional.class))
                    .contains(new Filter.MinNotional(new BigDecimal("0.00100000"), false, 0));
        });
        // REQUESTS is REQUEST_WEIGHT today
        assertThat(reports.unknown).containsExactly("RateLimitType.REQUESTS");
        assertThat(info.rateLimits().get(0).rateLimitType()).isEqualTo(RateLimitType.UNKNOWN);
        // limits had no intervalNum
        assertThat(info.rateLimits())
                .allSatisfy(limit -> assertThat(limit.intervalNum()).isZero());
        // symbols had no defaultSelfTradePreventionMode: there was no such thing as a mode
        assertThat(info.symbols())
                .extracting(SymbolInfo::defaultSelfTradePreventionMode)
                .containsOnly(SelfTradePreventionMode.UNKNOWN);
    }

    @Test
    void of2019() {
        byte[] body = recorded("/api/v3/exchangeInfo");
        Reports reports = new Reports();

        ExchangeInfo info = reports.decode(GeneralEndpoints.EXCHANGE_INFO.result(), body);

        assertThat(info.symbols()).hasSize(657);
        assertThat(info.symbols().stream().filter(symbol -> symbol.status() == SymbolStatus.BREAK))
                .hasSize(87);
        assertThat(reports.unknown).isEmpty();
        assertThat(info.symbols())
                .extracting(SymbolInfo::defaultSelfTradePreventionMode)
                .containsOnly(SelfTradePreventionMode.UNKNOWN);
        assertKept(Conformance.tree(body), Conformance.tree(reports.codec.encode(info)), "$");
    }

    @Test
    void of2023() {
        byte[] body = Conformance.bytes("recorded/rest/exchange-info-2023-08-13.json.gz");
        Reports reports = new Reports();

        ExchangeInfo info = reports.decode(GeneralEndpoints.EXCHANGE_INFO.result(), body);

        assertThat(info.symbols()).hasSize(2276);
        assertThat(reports.unknown).isEmpty();
        assertThat(info.sors()).isNull();
        assertKept(Conformance.tree(body), Conformance.tree(reports.codec.encode(info)), "$");
    }

    @Test
    void of2023InPieces() {
        byte[] body = Conformance.bytes("recorded/rest/exchange-info-2023-08-13.json.gz");
        Reports reports = new Reports();
        ExchangeInfo whole = reports.decode(GeneralEndpoints.EXCHANGE_INFO.result(), body);

        Map.of(1, 1, 1000, 333, 16_384, 16_384).forEach((first, next) -> {
            ChunkedDecoder<ExchangeInfo> decoder = reports.codec.chunked(GeneralEndpoints.EXCHANGE_INFO.result());
            int offset = 0;
            for (int size = first; offset < body.length; offset += size, size = Math.min(next, body.length - offset)) {
                decoder.feed(body, offset, Math.min(size, body.length - offset));
            }
            assertThat(decoder.finish()).isEqualTo(whole);
        });
    }
}
