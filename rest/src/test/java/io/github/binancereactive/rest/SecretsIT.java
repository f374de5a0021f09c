/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Keys and signatures must be seen by the exchange and by nobody else, whatever goes wrong and however much is logged. */
class SecretsIT extends SimulatedRest {

    private static final List<Fault> FAULTS = List.of(
            Fault.resetBeforeAnswer(),
            Fault.resetAfterAnswer(),
            Fault.close(1001, ""),
            Fault.truncatedFrame(),
            Fault.garbage(),
            Fault.garbage("[]"),
            Fault.wrongContentType("text/html"),
            Fault.redirect("https://elsewhere.example/"),
            Fault.status(503, ""),
            Fault.timeout(),
            Fault.error(400, -1021, "Timestamp"),
            Fault.error(400, -1022, "Signature for this request is not valid."),
            Fault.html403(),
            Fault.drop());

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();
    private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();

    private final ExchangeSimulator exchange = simulator();
    private final Keys keys = Keys.hmac();

    @BeforeEach
    void listen() {
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            silenced.add(all.next());
        }
        silenced.forEach(root::detachAppender);
        Listener listener = new Listener();
        listener.setContext(root.getLoggerContext());
        listener.start();
        root.addAppender(listener);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void silence() {
        root.setLevel(level);
        root.detachAndStopAllAppenders();
        silenced.forEach(root::addAppender);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void areSeenByNobodyElse(Kind kind) {
        List<String> told = new ArrayList<>();
        BinanceRestClient client = signing(kind == Kind.COMPRESSED);
        call(client, kind, told);
        for (Fault fault : FAULTS) {
            exchange.inject(fault);
            call(client, kind, told);
            exchange.clearFaults();
        }
        told.add(client + " " + SIGNED_QUERY_CALL);
        client.disposeLater().block(PATIENCE);

        assertThat(exchange.requests()).hasSizeGreaterThanOrEqualTo(FAULTS.size());
        assertThat(told).hasSizeGreaterThan(FAULTS.size() / 2);
        assertNoSecret(told);
    }

    @Test
    void areSeenByNobodyElseWhenARequestIsCancelledOrCutOff() {
        BinanceRestClient client = signing(false);
        List<String> told = new ArrayList<>();
        exchange.inject(Fault.drop(), 2);
        Disposable cancelled = client.exchange(SIGNED_QUERY_CALL).subscribe();
        client.exchange(SIGNED_ORDER_CALL).subscribe(answer -> {}, error -> told.add(trace(error)));
        awaitRequests(exchange, 2);
        cancelled.dispose();
        client.disposeLater().block(PATIENCE);

        assertThat(told).hasSize(1);
        assertNoSecret(told);
    }

    @Test
    void theListenerHearsWhatReactorNettyLogs() {
        signing(false).exchange(SIGNED_QUERY_CALL).block(PATIENCE);

        // Else the other tests would prove nothing: addresses are logged, without what must not be in them.
        assertThat(logged).anyMatch(line -> line.contains("/api/v3/account?text=a%20b") && !line.startsWith("seen"));
        assertThat(logged).anyMatch(line -> line.startsWith("seen /api/v3/account?text=a%20b"));
    }

    private BinanceRestClient signing(boolean compressed) {
        return client(exchange)
                .withServerClock(ServerClock.over(Clock.systemUTC()))
                .withCredentials(keys.credentials())
                .withCompression(compressed)
                .withRequestTimeout(Duration.ofSeconds(1))
                .withHttpClient(http -> http.doOnRequest((request, connection) -> {
                    logged.add(request.requestHeaders() + request.uri() + request.resourceUrl() + request + connection);
                    connection.addHandlerLast("nosy", new Nosy());
                }));
    }

    private static void call(BinanceRestClient client, Kind kind, List<String> told) {
        Flux<?> request = switch (kind) {
            case ORDER -> client.exchange(SIGNED_ORDER_CALL).flux();
            case STREAM -> client.stream(SIGNED_LIST_CALL);
            default -> client.exchange(SIGNED_QUERY_CALL).flux();
        };
        request.onErrorResume(error -> {
                    told.add(trace(error));
                    return Flux.empty();
                })
                .blockLast(PATIENCE);
    }

    private void assertNoSecret(List<String> told) {
        List<String> signatures = exchange.requests().stream()
                .map(request -> request.param("signature"))
                .filter(signature -> signature != null && !signature.isEmpty())
                .toList();
        assertThat(signatures).isNotEmpty();
        List<String> secrets = new ArrayList<>(signatures);
        signatures.forEach(signature -> secrets.add(URLEncoder.encode(signature, StandardCharsets.US_ASCII)));
        secrets.add(Keys.API_KEY);
        secrets.add(Keys.SECRET_KEY);
        assertThat(String.join("\n", told)).doesNotContain(secrets);
        assertThat(String.join("\n", logged)).doesNotContain(secrets);
    }

    private static String trace(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    enum Kind {
        QUERY,
        COMPRESSED,
        ORDER,
        STREAM
    }

    private final class Listener extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLoggerName().startsWith("io.github.binancereactive.testkit")) {
                return; // the exchange's own
            }
            IThrowableProxy thrown = event.getThrowableProxy();
            logged.add(event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
    }

    /** What a handler of the application's, or of metrics, could see of a request before and after it is written. */
    private final class Nosy extends ChannelOutboundHandlerAdapter {

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            look(message);
            context.write(message, promise);
            look(message);
        }

        private void look(Object message) {
            if (message instanceof HttpRequest request) {
                logged.add("seen " + request.uri() + request.headers());
            }
        }
    }
}
