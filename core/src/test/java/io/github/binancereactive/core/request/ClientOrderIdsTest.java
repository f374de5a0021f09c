/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Catalogue;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.HttpVerb;
import io.github.binancereactive.core.endpoint.SecurityType;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.OrderListAnswer;
import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClientOrderIdsTest {

    private static final NewOrder ORDER = NewOrder.market("BTCUSDT", Side.BUY, BigDecimal.ONE);

    private static final NewOrder ORDER_LIMIT = NewOrder.limit("BTCUSDT", Side.BUY, BigDecimal.ONE, BigDecimal.TEN);

    @Property(tries = 200)
    void idsAreLegalAndDifferentWhateverTheSeed(@ForAll long seed) {
        ClientOrderIds ids = ClientOrderIds.from(new SplittableRandom(seed));

        List<String> some = Stream.generate(ids).limit(100).toList();

        assertThat(some).allMatch(id -> id.matches("[a-zA-Z0-9]{22}")).doesNotHaveDuplicates();
    }

    /** The counter passes the end of its range, and every digit that 64 bits can have. */
    @Test
    void idsDifferAcrossTheEndOfTheRange() {
        long[] longs = {Long.MIN_VALUE, -2};
        int[] next = {0};
        ClientOrderIds ids = ClientOrderIds.from(() -> longs[next[0]++]);

        assertThat(Stream.generate(ids).limit(4))
                .containsExactly(
                        "AzL8n0Y58m8LygHa16AHYE",
                        "AzL8n0Y58m8LygHa16AHYF",
                        "AzL8n0Y58m800000000000",
                        "AzL8n0Y58m800000000001");
    }

    @Test
    void generatorsDiffer() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertThat(ids.add(ClientOrderIds.create().get().substring(0, 11))).isTrue();
        }
    }

    @Test
    void threadsShareAGenerator() {
        ClientOrderIds ids = ClientOrderIds.create();
        Set<String> seen = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 20_000).parallel().forEach(i -> seen.add(ids.get()));

        assertThat(seen).hasSize(20_000);
    }

    @Test
    void aCallGetsTheIdsItLacks() {
        Call<OrderListAnswer> list =
                OtoOrder.of(ORDER_LIMIT.clientOrderId("mine"), ORDER).call();
        List<String> given = new ArrayList<>();

        Call<OrderListAnswer> identified = list.identified(() -> {
            given.add("id" + given.size());
            return given.get(given.size() - 1);
        });

        assertThat(identified.parameters())
                .containsEntry("workingClientOrderId", "mine")
                .containsEntry("listClientOrderId", "id0")
                .containsEntry("pendingClientOrderId", "id1");
        assertThat(given).hasSize(2);
        assertThat(identified.clientOrderId()).isEqualTo("id0");
        assertThat(list.parameters()).doesNotContainKey("listClientOrderId");
        assertThat(list.clientOrderId()).isNull();
    }

    @Test
    void theCallersOwnIdStays() {
        Call<OrderAnswer> call = ORDER.clientOrderId("mine").call();

        assertThat(call.identified(ClientOrderIds.create())).isSameAs(call);
        assertThat(call.clientOrderId()).isEqualTo("mine");
    }

    @Test
    void eachTimeAnother() {
        ClientOrderIds ids = ClientOrderIds.create();

        assertThat(ORDER.call().identified(ids).clientOrderId())
                .isNotNull()
                .isNotEqualTo(ORDER.call().identified(ids).clientOrderId());
    }

    /** All that changes something has an id by which to tell an unknown outcome, but for what cancels whatever there is. */
    @Test
    void whateverChangesSomethingIsIdentified() {
        assertThat(Catalogue.endpoints())
                .filteredOn(endpoint -> endpoint.security() == SecurityType.TRADE && !endpoint.repeatable())
                .filteredOn(endpoint -> endpoint != TradingEndpoints.CANCEL_OPEN_ORDERS)
                .hasSize(12)
                .allSatisfy(endpoint -> assertThat(endpoint.clientOrderIds()).isNotEmpty());
        assertThat(TradingEndpoints.CANCEL_OPEN_ORDERS.clientOrderIds()).isEmpty();
    }

    /** What has a name that says it is an id of the caller's for something new is filled, and it exists. */
    @Test
    void theIdsAreParameters() {
        assertThat(Catalogue.endpoints())
                .allSatisfy(endpoint -> assertThat(parameterNames(endpoint)).containsAll(endpoint.clientOrderIds()));
        assertThat(Catalogue.endpoints())
                .filteredOn(endpoint -> endpoint.security() == SecurityType.TRADE && !endpoint.repeatable())
                .allSatisfy(endpoint -> assertThat(endpoint.clientOrderIds())
                        .containsExactlyInAnyOrderElementsOf(parameterNames(endpoint).stream()
                                .filter(name -> name.endsWith("lientOrderId") && !name.contains("rigClientOrderId"))
                                .filter(name -> endpoint.verb() != HttpVerb.DELETE || name.startsWith("new"))
                                .toList()));
    }

    private static List<String> parameterNames(Endpoint<?> endpoint) {
        return endpoint.parameters().stream().map(parameter -> parameter.name()).toList();
    }
}
