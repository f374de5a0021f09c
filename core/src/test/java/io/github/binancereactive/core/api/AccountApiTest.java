/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.QueryString;
import io.github.binancereactive.core.request.AllOrderListsQuery;
import io.github.binancereactive.core.request.AllOrdersQuery;
import io.github.binancereactive.core.request.MyAllocationsQuery;
import io.github.binancereactive.core.request.MyPreventedMatchesQuery;
import io.github.binancereactive.core.request.MyTradesQuery;
import io.github.binancereactive.core.request.OrderAmendmentsQuery;
import io.github.binancereactive.core.request.OrderListQuery;
import io.github.binancereactive.core.request.OrderQuery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Each method sends the call of its name, upon subscription and not before. */
class AccountApiTest {

    private final List<String> sent = new ArrayList<>();

    private final AccountApi api = new AccountApi() {
        @Override
        public <R> Mono<R> exchange(Call<R> call) {
            return Mono.fromRunnable(() -> sent.add(call.endpoint().name() + "?" + QueryString.of(call.complete())));
        }
    };

    private void assertSends(Publisher<?> request, String expected) {
        assertThat(sent).isEmpty();

        StepVerifier.create(request).verifyComplete();

        assertThat(sent).containsExactly(expected);
        sent.clear();
    }

    @Test
    void sendsSingleThings() {
        assertSends(api.account(), "account.status?");
        assertSends(api.order(OrderQuery.byOrderId("A", 1)), "order.status?symbol=A&orderId=1");
        assertSends(api.orderList(OrderListQuery.byOrderListId(1)), "orderList.status?orderListId=1");
        assertSends(api.commission("A"), "account.commission?symbol=A");
        assertSends(api.myFilters("A"), "myFilters?symbol=A");
    }

    @Test
    void sendsLists() {
        assertSends(api.openOrders(), "openOrders.status?");
        assertSends(api.openOrders("A"), "openOrders.status?symbol=A");
        assertSends(api.allOrders(AllOrdersQuery.symbol("A")), "allOrders?symbol=A");
        assertSends(api.allOrderLists(AllOrderListsQuery.newest()), "allOrderLists?");
        assertSends(api.openOrderLists(), "openOrderLists.status?");
        assertSends(api.myTrades(MyTradesQuery.symbol("A")), "myTrades?symbol=A");
        assertSends(api.unfilledOrderCount(), "account.rateLimits.orders?");
        assertSends(
                api.myPreventedMatches(MyPreventedMatchesQuery.byOrderId("A", 1)),
                "myPreventedMatches?symbol=A&orderId=1");
        assertSends(api.myAllocations(MyAllocationsQuery.symbol("A")), "myAllocations?symbol=A");
        assertSends(api.orderAmendments(OrderAmendmentsQuery.of("A", 1)), "order.amendments?symbol=A&orderId=1");
    }

    @Test
    void handsOverOneByOne() {
        byte[] body = """
                [{"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":50,"count":3},
                 {"rateLimitType":"ORDERS","interval":"DAY","intervalNum":1,"limit":160000,"count":4}]""".getBytes(UTF_8);
        AccountApi answering = new AccountApi() {
            @Override
            public <R> Mono<R> exchange(Call<R> call) {
                return Mono.justOrEmpty(
                        JsonCodec.create().decode(call.endpoint().result(), body, 0, body.length));
            }
        };

        Flux<Integer> counts =
                answering.unfilledOrderCount().map(count -> count.usage().count());

        StepVerifier.create(counts, 1)
                .expectNext(3)
                .thenRequest(1)
                .expectNext(4)
                .verifyComplete();
    }
}
