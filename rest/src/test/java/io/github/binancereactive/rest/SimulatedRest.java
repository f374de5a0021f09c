/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.HttpVerb;
import io.github.binancereactive.core.endpoint.Parameter;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.endpoint.SecurityType;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;

/** Simulators and clients that are gone after the test, and endpoints of which the catalogue has none yet. */
abstract class SimulatedRest {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final String ORDER_ID = "canary-7";
    static final String QUERY = "GET /api/v3/query";
    static final String PLACE = "POST /api/v3/order";

    static final Endpoint<ServerTime> QUERY_ENDPOINT = Endpoint.get("/api/v3/query")
            .ws("query")
            .takes(Parameter.string("text"))
            .returns(ServerTime.class);

    static final Endpoint<ServerTime> PLACE_ENDPOINT = Endpoint.rest(HttpVerb.POST, "/api/v3/order")
            .ws("order.place")
            .takes(Parameter.string("symbol").required(), Parameter.string("newClientOrderId"))
            .identifiedBy("newClientOrderId")
            .returns(ServerTime.class);

    static final String SIGNED_QUERY = "GET /api/v3/account";
    static final String SIGNED_ORDER = "POST /api/v3/sor/order";
    static final String LIST = "GET /api/v3/list";

    static final Endpoint<ServerTime> SIGNED_QUERY_ENDPOINT = Endpoint.get("/api/v3/account")
            .ws("account.status")
            .security(SecurityType.USER_DATA)
            .takes(Parameter.string("text"), Parameter.decimal("recvWindow"))
            .returns(ServerTime.class);

    static final Endpoint<ServerTime> SIGNED_ORDER_ENDPOINT = Endpoint.rest(HttpVerb.POST, "/api/v3/sor/order")
            .ws("sor.order.place")
            .security(SecurityType.TRADE)
            .orderCost(1)
            .takes(Parameter.string("symbol").required(), Parameter.string("newClientOrderId"))
            .identifiedBy("newClientOrderId")
            .returns(ServerTime.class);

    static final Endpoint<List<ServerTime>> LIST_ENDPOINT =
            Endpoint.get("/api/v3/list").ws("list").returns(ResultType.listOf(ServerTime.class));

    static final Call<ServerTime> SIGNED_QUERY_CALL =
            Call.of(SIGNED_QUERY_ENDPOINT).with("text", "a b+c&d=e/é１\"%");
    static final Call<ServerTime> SIGNED_ORDER_CALL =
            Call.of(SIGNED_ORDER_ENDPOINT).with("symbol", "BTCUSDT").with("newClientOrderId", ORDER_ID);
    static final Call<List<ServerTime>> SIGNED_LIST_CALL =
            Call.of(SIGNED_QUERY_ENDPOINT.answering(ResultType.oneOrListOf(ServerTime.class)));
    static final Call<List<ServerTime>> LIST_CALL = Call.of(LIST_ENDPOINT);

    static final Call<ServerTime> QUERY_CALL = Call.of(QUERY_ENDPOINT).with("text", "canary");
    static final Call<ServerTime> PLACE_CALL =
            Call.of(PLACE_ENDPOINT).with("symbol", "CANARY").with("newClientOrderId", ORDER_ID);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        // Clients first: their sockets are to be closed by them and not by their peer.
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    final ExchangeSimulator simulator() {
        return start(ExchangeSimulator.builder());
    }

    final ExchangeSimulator start(ExchangeSimulatorBuilder builder) {
        return closing(builder.answer(QUERY, request -> "{\"serverTime\":1}")
                .answer(PLACE, request -> "{\"serverTime\":2}")
                .answer(SIGNED_QUERY, request -> "{\"serverTime\":3}")
                .answer(SIGNED_ORDER, request -> "{\"serverTime\":4}")
                .answer(LIST, request -> "[{\"serverTime\":1},{\"serverTime\":2},{\"serverTime\":3}]")
                .start());
    }

    final BinanceRestClient client(ExchangeSimulator... simulators) {
        URI[] hosts = new URI[simulators.length];
        for (int i = 0; i < hosts.length; i++) {
            hosts[i] = simulators[i].uri("http");
        }
        return client(hosts);
    }

    final BinanceRestClient client(URI... hosts) {
        BinanceRestClient client =
                BinanceRestClient.create(BinanceEnvironment.custom("test").withRestHosts(hosts));
        open.add(() -> client.disposeLater().block(PATIENCE));
        return client;
    }

    final <T extends AutoCloseable> T closing(T resource) {
        open.add(resource);
        return resource;
    }

    static void awaitRequests(ExchangeSimulator simulator, int count) {
        try {
            simulator.await(s -> s.requests().size() >= count, PATIENCE);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** An address at which nobody listens. */
    static URI nobody() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
