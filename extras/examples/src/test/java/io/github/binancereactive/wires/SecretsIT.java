/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static io.github.binancereactive.wires.Reply.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.error.RateLimitedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.request.OrderQuery;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedKey;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/**
 * Keys and signatures are for the exchange alone: whatever goes right or wrong, nobody finds them in logs, exceptions, events,
 * figures, or in what objects say of themselves.
 */
class SecretsIT {

    private static final Duration HASTE = Duration.ofMillis(150);

    private static final List<Fault> FAULTS = List.of(
            Fault.resetBeforeAnswer(),
            Fault.resetAfterAnswer(),
            Fault.close(1008, "policy"),
            Fault.truncatedFrame(),
            Fault.truncatedBody(),
            Fault.garbage(),
            Fault.garbage("[]"),
            Fault.wrongContentType("text/html"),
            Fault.status(503, "busy"),
            Fault.timeout(),
            Fault.error(400, -1021, "Timestamp"),
            Fault.error(400, -1022, "Signature for this request is not valid."),
            Fault.nullId(),
            Fault.unknownId(),
            Fault.duplicate(),
            Fault.html403(),
            Fault.rateLimited(Duration.ofMillis(1)),
            Fault.drop());

    @RegisterExtension
    final ExchangeSimulatorExtension fresh =
            ExchangeSimulatorExtension.fresh(builder -> builder.account(Traders.TRADER, Traders.OTHER));

    private final Eavesdropper ears = new Eavesdropper();

    @AfterEach
    void close() {
        ears.close();
    }

    private ExchangeSimulator exchange() {
        return fresh.simulator();
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void stayWithTheExchangeOverRest(KeyType type) {
        RequestBudget budget = RequestBudget.local();
        BinanceRestClient client = BinanceRestClient.create(exchange().environment())
                .withCredentials(Traders.credentials(Traders.TRADER.key(type)))
                .withBudget(budget);
        BinanceRestClient hasty = client.withBudget(RequestBudget.unlimited()).withRequestTimeout(HASTE);

        succeed(client);
        beRefused(client, client.withCredentials(wrong()), client.withCredentials(readOnly()));
        meetFaults(hasty);
        tell(client, hasty, budget.state());
        leaveInTheMiddle(hasty, client);
        beRevoked(client, type);
        requireProvoked();
        assertThat(ears.errors()).contains(ConnectionLostException.class);
        requireNoSecrets(type);
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void stayWithTheExchangeOverTheWebSocketApi(KeyType type) {
        RequestBudget budget = RequestBudget.local();
        WebSocketApiOptions options = Via.options(exchange(), Setup.of(Traders.credentials(Traders.TRADER.key(type))));
        BinanceWebSocketApiClient client = listened(options.withBudget(budget));
        BinanceWebSocketApiClient hasty = listened(options.withRequestTimeout(HASTE));

        succeed(client);
        client.session().rotate().block(PATIENCE);
        exchange().resetConnections();
        beRefused(client, client.as(wrong()), client.as(readOnly()));
        meetFaults(hasty);
        tell(client, hasty, budget.state(), options, options.session(), client.statistics(), hasty.statistics());
        tell(client.session(), client.session().state(), client.session().active());
        beRevoked(client, type);
        leaveInTheMiddle(hasty, client);
        hearToTheEnd(client, hasty);
        requireProvoked();
        assertThat(ears.logged()).anyMatch(line -> line.contains("ROTATED"));
        requireNoSecrets(type);
    }

    @Test
    void stayOutOfALogOnThatIsRefused() {
        Credentials forged = Credentials.pem(
                Traders.TRADER.key(KeyType.ED25519).apiKey(),
                Traders.OTHER.key(KeyType.ED25519).secret());
        BinanceWebSocketApiClient client = listened(Via.options(exchange(), Setup.of(forged)));
        call(client.newOrder(Traders.order("never")));
        call(client.time());
        hearToTheEnd(client);

        assertThat(ears.errors()).contains(ClientClosedException.class, RejectedException.class);
        requireNoSecrets(KeyType.ED25519);
    }

    @Test
    void stayOutOfWhatIsSaidOfADamagedKey() {
        for (KeyType type : List.of(KeyType.RSA, KeyType.ED25519)) {
            SimulatedKey key = Traders.TRADER.key(type);
            String pem = key.secret();
            List<String> damaged = List.of(
                    pem.replace("PRIVATE", "PUBLIC"),
                    pem.substring(0, pem.length() / 2),
                    pem.replace("-----END", "====END"),
                    pem.replaceFirst("\nM", "\n?"),
                    pem.replaceFirst("\nM", "\nA"));
            damaged.forEach(each -> ears.failed(catchThrowable(() -> Credentials.pem(key.apiKey(), each))));
            ears.failed(
                    catchThrowable(() -> Credentials.pem(key.apiKey(), pem.replace("PRIVATE", "ENCRYPTED PRIVATE"))));
        }
        ears.requireNone(secrets());
    }

    private BinanceWebSocketApiClient listened(WebSocketApiOptions options) {
        BinanceWebSocketApiClient client = BinanceWebSocketApiClient.create(options);
        client.events().subscribe(event -> {
            ears.told(event);
            if (event.cause() != null) {
                ears.failed(event.cause());
            }
        });
        return client;
    }

    private static void hearToTheEnd(BinanceWebSocketApiClient... clients) {
        for (BinanceWebSocketApiClient each : clients) {
            each.events().blockLast(PATIENCE);
        }
    }

    private static Credentials wrong() {
        return Credentials.hmac(
                Traders.TRADER.key(KeyType.HMAC).apiKey(),
                Traders.OTHER.key(KeyType.HMAC).secret());
    }

    private static Credentials readOnly() {
        return Traders.credentials(Traders.READ_ONLY_ED25519);
    }

    private void succeed(SpotApi api) {
        List<Publisher<?>> calls = List.of(
                api.time(),
                api.newOrder(Traders.order("there")),
                api.newOrderList(OrderListKinds.oco()),
                api.openOrders(),
                api.account(),
                api.openOrders(ReadCalls.NOT_ASCII));
        for (Publisher<?> each : calls) {
            ears.told(each);
            Flux.from(each).doOnNext(ears::told).blockLast(PATIENCE);
        }
        assertThat(ears.errors()).isEmpty();
    }

    private void beRefused(SpotApi api, SpotApi wrong, SpotApi readOnly) {
        call(api.newOrder(Traders.order("there")));
        call(api.order(OrderQuery.byClientOrderId(ReadCalls.SYMBOL, "not-there")));
        call(wrong.newOrder(Traders.order("wrong")));
        call(wrong.openOrders());
        call(readOnly.newOrder(Traders.order("forbidden")));
    }

    private void meetFaults(SpotApi api) {
        for (Fault fault : FAULTS) {
            for (Publisher<?> each : List.of(api.newOrder(Traders.order("faulty")), api.account(), api.openOrders())) {
                exchange().inject(fault);
                call(each);
                exchange().clearFaults();
            }
        }
    }

    private void beRevoked(SpotApi api, KeyType type) {
        exchange().floor().revoke(Traders.TRADER.key(type).apiKey());
        call(api.account());
        call(api.newOrder(Traders.order("revoked")));
    }

    /** One is cancelled and one is still waited for when the client is closed. */
    private void leaveInTheMiddle(SpotApi api, Disposable other) {
        long before = calls();
        exchange().inject(Fault.drop(), 2);
        Disposable cancelled = api.account().subscribe(ears::told, ears::failed);
        Disposable open = api.newOrder(Traders.order("open")).subscribe(ears::told, ears::failed);
        await(simulator -> calls() >= before + 2);
        cancelled.dispose();
        ((Disposable) api).dispose();
        other.dispose();
        call(api.time());
        open.dispose();
    }

    private long calls() {
        return exchange().requests().stream()
                .filter(request -> !request.method().equals("session.logon"))
                .count();
    }

    private void await(Predicate<ExchangeSimulator> condition) {
        try {
            exchange().await(condition, PATIENCE);
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void call(Publisher<?> call) {
        Flux.from(call)
                .doOnNext(ears::told)
                .doOnError(ears::failed)
                .onErrorComplete()
                .blockLast(PATIENCE);
    }

    private void tell(Object... things) {
        for (Object thing : things) {
            ears.told(thing);
        }
        ears.told(Traders.credentials(Traders.TRADER.key(KeyType.RSA)));
        ears.told(Traders.order("there"));
        ears.told(Traders.order("there").call());
    }

    private void requireProvoked() {
        assertThat(ears.errors())
                .contains(
                        RejectedException.class,
                        OutcomeUnknownException.class,
                        DeadlineExceededException.class,
                        ProtocolException.class,
                        RateLimitedException.class);
    }

    private void requireNoSecrets(KeyType type) {
        Set<String> secrets = secrets();
        Set<String> signatures = new HashSet<>();
        exchange().requests().stream()
                .map(request -> request.param("signature"))
                .filter(signature -> signature != null && !signature.isEmpty())
                .forEach(signatures::add);
        assertThat(signatures).as("signatures by " + type).isNotEmpty();
        signatures.forEach(each -> {
            secrets.add(each);
            secrets.add(URLEncoder.encode(each, StandardCharsets.US_ASCII));
        });
        ears.requireNone(secrets);
    }

    /** API keys and secret keys, and of a PEM text every line. */
    private static Set<String> secrets() {
        Set<String> secrets = new HashSet<>();
        for (SimulatedKey key : Traders.TRADER.keys()) {
            secrets.add(key.apiKey());
            secrets.addAll(lines(key.secret()));
        }
        Traders.OTHER.keys().forEach(key -> secrets.addAll(lines(key.secret())));
        return secrets;
    }

    private static List<String> lines(String secret) {
        return secret.lines().filter(line -> !line.startsWith("-----")).toList();
    }
}
