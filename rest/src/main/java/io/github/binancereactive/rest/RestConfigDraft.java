/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.codec.Codec;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.core.time.TimestampUnit;
import io.netty.handler.ssl.SslContext;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.ProxyProvider;

/**
 * A {@link RestConfig} that is being changed: one field for each of its components, by the same name. For one thread. That
 * no component is lost on the way through is proved by reflection in a test.
 */
final class RestConfigDraft {

    BinanceEnvironment environment;
    TimestampUnit timeUnit;
    Duration connectTimeout;
    Duration requestTimeout;
    Duration hostPause;
    boolean compression;
    int maxBodySize;
    int maxConnections;
    int maxPendingRequests;

    @Nullable ConnectionProvider connectionProvider;

    @Nullable LoopResources loops;

    @Nullable SslContext tls;

    @Nullable Consumer<? super ProxyProvider.TypeSpec> proxy;

    UnaryOperator<HttpClient> customizer;
    Codec codec;
    Scheduler decodeScheduler;

    @Nullable Scheduler timer;

    Clock clock;

    @Nullable Credentials credentials;

    @Nullable Duration recvWindow;

    ServerClock serverClock;

    @Nullable RequestBudget budget;

    BudgetPolicy budgetPolicy;
    Supplier<String> clientOrderIds;

    RestConfigDraft(RestConfig from) {
        environment = from.environment();
        timeUnit = from.timeUnit();
        connectTimeout = from.connectTimeout();
        requestTimeout = from.requestTimeout();
        hostPause = from.hostPause();
        compression = from.compression();
        maxBodySize = from.maxBodySize();
        maxConnections = from.maxConnections();
        maxPendingRequests = from.maxPendingRequests();
        connectionProvider = from.connectionProvider();
        loops = from.loops();
        tls = from.tls();
        proxy = from.proxy();
        customizer = from.customizer();
        codec = from.codec();
        decodeScheduler = from.decodeScheduler();
        timer = from.timer();
        clock = from.clock();
        credentials = from.credentials();
        recvWindow = from.recvWindow();
        serverClock = from.serverClock();
        budget = from.budget();
        budgetPolicy = from.budgetPolicy();
        clientOrderIds = from.clientOrderIds();
    }

    RestConfig finish() {
        return new RestConfig(
                environment,
                timeUnit,
                connectTimeout,
                requestTimeout,
                hostPause,
                compression,
                maxBodySize,
                maxConnections,
                maxPendingRequests,
                connectionProvider,
                loops,
                tls,
                proxy,
                customizer,
                codec,
                decodeScheduler,
                timer,
                clock,
                credentials,
                recvWindow,
                serverClock,
                budget,
                budgetPolicy,
                clientOrderIds);
    }
}
