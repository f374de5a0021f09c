/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.codec.Codec;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.core.time.TimestampUnit;
import io.netty.handler.ssl.SslContext;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.ProxyProvider;

/**
 * The exchange's calls over REST. Immutable and safe for any number of threads: each {@code with...} method returns a new
 * client and leaves this one as it is.
 *
 * <pre>{@code
 * BinanceRestClient client = BinanceRestClient.create(BinanceEnvironment.LIVE)
 *         .withTimeUnit(TimestampUnit.MICROSECOND)
 *         .withRequestTimeout(Duration.ofSeconds(3));
 * Mono<ServerTime> time = client.time();
 * }</pre>
 *
 * <p><b>Requests.</b> See {@link #exchange} for what each one promises.
 *
 * <p><b>Hosts.</b> A request that only reads, and finds its host out of reach, loses the connection or gets a 5xx, goes to
 * the next host, to each once at most, all within one deadline. One that changes something goes to another host only while
 * nothing of it was sent. A host that failed comes last for a while ({@link #withHostPause}). 4xx, and 429 and 418 above
 * all, never lead to another host.
 *
 * <p><b>Life.</b> A client and all clients derived from it share their connections and one life: {@link #dispose} of any
 * one ends them all. There are no threads of a client's own: it runs on the event loops that Reactor Netty shares by
 * default, and decodes large answers on {@link reactor.core.scheduler.Schedulers#parallel()}.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information">General API
 *     information</a>
 */
public final class BinanceRestClient implements SpotApi, Disposable {

    private final RestConfig config;
    private final RestResources resources;
    private final RestContext context;

    private BinanceRestClient(RestConfig config, RestResources resources) {
        this.config = config;
        this.resources = resources;
        this.context = new RestContext(config, resources);
    }

    /**
     * A client for an environment. Nothing is connected before the first request.
     *
     * @param environment names the hosts, in order of preference
     * @return a client with a life of its own
     * @throws IllegalArgumentException when the environment has no REST host
     */
    public static BinanceRestClient create(BinanceEnvironment environment) {
        return new BinanceRestClient(RestConfig.of(environment), new RestResources());
    }

    /**
     * Sends a call.
     *
     * <p>The {@code Mono} is cold; each subscription sends a request of its own and honours demand. It ends within the
     * request timeout, with the answer or with a {@link io.github.binancereactive.core.error.BinanceException} that only
     * its subscriber gets:
     *
     * <ul>
     *   <li>{@code RejectedException}: the exchange said no (4xx).
     *   <li>{@code TransientException}: 5xx for a request that only reads, 403 (firewall), 429 and 418 (as {@code
     *       RateLimitedException}, with the moment that {@code Retry-After} names), no connection ({@code
     *       ConnectionLostException}), no answer in time ({@code DeadlineExceededException}), too many requests waiting
     *       for a connection ({@code TooManyInFlightException}).
     *   <li>{@code OutcomeUnknownException}: whatever else but a clear answer a request that changes something ends with
     *       after it may have been sent. It carries the call with its client order ids, and until when the exchange takes it.
     *   <li>{@code ProtocolException}: a redirect, an answer that is not JSON, cut short, empty or too large.
     *   <li>{@code ClientClosedException}: the client is or was closed.
     *   <li>{@code BudgetExceededException}, which is a {@code TransientException}: the budget has no room; see {@link
     *       #withBudgetPolicy}.
     * </ul>
     *
     * <p>A request that was refused for its timestamp (-1021) did nothing. The clock is synchronised, once for all that
     * were refused, and the request is sent once more, an order, too.
     *
     * <p>Cancelling before the request is written keeps it from being written; afterwards it closes the connection. Signals
     * come on an event loop, or from the decode scheduler when the answer is larger than 64 KiB.
     */
    @Override
    public <R> Mono<R> exchange(Call<R> call) {
        RestRequest<R> request = request(call);
        return RestMono.of(request, context).checkpoint(request.label());
    }

    /**
     * Sends a call whose answer is a list, and hands over the elements as they arrive.
     *
     * <p>As {@link #exchange}, and with the same exceptions, except for this:
     *
     * <ul>
     *   <li><b>Backpressure.</b> No more elements than were asked for. While none is asked for, little is decoded, 16 pieces of
     *       8 KiB at most are kept, and the connection isn't read.
     *   <li><b>Errors</b> may come after some elements, and don't wait for demand. Once there was an element, no other host
     *       is asked.
     *   <li><b>Deadline.</b> The request timeout bounds the time until the answer begins. From then on the answer must not
     *       stand still: whenever the request timeout has passed, something of it must have arrived or been taken since the
     *       last time. Else it ends with {@code DeadlineExceededException}, or with another {@code TransientException} when it
     *       was the subscriber who asked for nothing. Once the whole answer has come there is no deadline any more.
     *   <li><b>Cancelling</b> closes the connection unless the whole answer has come.
     *   <li><b>Threads.</b> Elements of the first 64 KiB come on an event loop or on the thread that asks for them, later
     *       ones on the decode scheduler.
     * </ul>
     *
     * @throws IllegalArgumentException as {@link #exchange}
     */
    @Override
    public <E> Flux<E> stream(Call<List<E>> call) {
        RestRequest<List<E>> request = request(call);
        return RestFlux.of(request, context).checkpoint(request.label());
    }

    private <R> RestRequest<R> request(Call<R> call) {
        return new RestRequest<>(call).checked(context.security());
    }

    /**
     * Asks for the exchange's time, three times, one after the other, and sets the clock from which timestamps come. A client
     * that signs does so by itself when the exchange refuses a timestamp; whoever doesn't want to wait for that, or uses a
     * short {@code recvWindow}, does it before and at intervals.
     *
     * @return how far the exchange's clock is ahead; errors as those of {@link #time()}. Cancelling stops it
     */
    public Mono<Duration> syncClock() {
        return context.clockSync().observe(context.time());
    }

    /**
     * With credentials: calls that need them are sent with the API key, a timestamp and a signature. Without, they are refused
     * at once with {@code IllegalStateException}.
     *
     * <p>Each attempt is signed on its own, when it has its place in the budget and before it has a connection; its {@code
     * recvWindow} begins then. This happens on the subscriber's thread as a rule. RSA takes so long, and asks
     * the operating system for random numbers, that it is done on {@link reactor.core.scheduler.Schedulers#boundedElastic()}
     * whenever the thread is one of Reactor's or an event loop; a signer of the application's own must not
     * block.
     *
     * <p>Key and signature join the request below Reactor Netty: neither its logs nor its metrics nor a {@linkplain
     * #withHttpClient customizer} see them, but for wiretap, which shows all that is written. Nothing of this library's own
     * shows them.
     *
     * @param credentials whose requests they are
     * @return a new client
     */
    public BinanceRestClient withCredentials(Credentials credentials) {
        Objects.requireNonNull(credentials, "credentials");
        return with(draft -> draft.credentials = credentials);
    }

    /**
     * Another time for which the exchange takes a signed request after its timestamp; one that comes later is refused. For
     * calls that don't name their own {@code recvWindow}. Not sent by default, and the exchange then takes 5 s.
     *
     * @param recvWindow more than nothing, at most 60 s, whole microseconds
     * @return a new client
     */
    public BinanceRestClient withRecvWindow(Duration recvWindow) {
        Objects.requireNonNull(recvWindow, "recvWindow");
        return with(draft -> draft.recvWindow = recvWindow);
    }

    /**
     * With a clock of the exchange that is shared with others, such as with a WebSocket client. Default is one that all
     * clients derived from each other share.
     *
     * @param clock where timestamps come from, and what {@link #syncClock} sets
     * @return a new client
     */
    public BinanceRestClient withServerClock(ServerClock clock) {
        Objects.requireNonNull(clock, "clock");
        return with(draft -> draft.serverClock = clock);
    }

    /**
     * With a budget that is shared with others. All clients behind one IP address should have the same. Default is one that all
     * clients derived from each other, with the same server clock, share.
     *
     * @param budget what may be sent; every attempt at a request takes from it
     * @return a new client
     */
    public BinanceRestClient withBudget(RequestBudget budget) {
        Objects.requireNonNull(budget, "budget");
        return with(draft -> draft.budget = budget);
    }

    /**
     * What becomes of a request that the budget has no room for. By default it waits, within its deadline; while the
     * exchange wants to hear nothing (429, 418) it fails at once and says until when.
     *
     * @param policy whether to wait
     * @return a new client
     */
    public BinanceRestClient withBudgetPolicy(BudgetPolicy policy) {
        Objects.requireNonNull(policy, "policy");
        return with(draft -> draft.budgetPolicy = policy);
    }

    /**
     * Another unit of the times that the exchange sends; default are milliseconds.
     *
     * @param unit microseconds are more exact
     * @return a new client
     */
    public BinanceRestClient withTimeUnit(TimestampUnit unit) {
        Objects.requireNonNull(unit, "unit");
        return with(draft -> draft.timeUnit = unit);
    }

    /**
     * Another bound for making a connection: once for TCP and once for TLS. Default 5 s.
     *
     * @param timeout more than nothing
     * @return a new client
     */
    public BinanceRestClient withConnectTimeout(Duration timeout) {
        return with(draft -> draft.connectTimeout = timeout);
    }

    /**
     * Another deadline for requests. It covers everything from subscription to the decoded answer: the waits for the budget
     * and for a connection, all hosts that are tried, and the transfer. Default 10 s.
     *
     * @param timeout more than nothing
     * @return a new client
     */
    public BinanceRestClient withRequestTimeout(Duration timeout) {
        return with(draft -> draft.requestTimeout = timeout);
    }

    /**
     * Other hosts than the environment's.
     *
     * @param hosts base addresses in order of preference, scheme and authority only
     * @return a new client
     * @throws IllegalArgumentException when there is none or one is no {@code http} or {@code https} address
     */
    public BinanceRestClient withHosts(URI... hosts) {
        return with(draft -> draft.environment = draft.environment.withRestHosts(hosts));
    }

    /**
     * Another time for which a host that failed is only asked when the others failed, too. Default 30 s.
     *
     * @param pause zero to begin with the same host each time
     * @return a new client
     */
    public BinanceRestClient withHostPause(Duration pause) {
        return with(draft -> draft.hostPause = pause);
    }

    /**
     * With or without compression of answers (gzip). Off by default: it saves bandwidth and costs time on the event loop.
     *
     * @param compression whether answers may be compressed
     * @return a new client
     */
    public BinanceRestClient withCompression(boolean compression) {
        return with(draft -> draft.compression = compression);
    }

    /**
     * Another bound for the size of an answer, after decompression. A larger one is refused while it arrives. Default 32
     * MiB.
     *
     * @param bytes at least 1
     * @return a new client
     */
    public BinanceRestClient withMaxBodySize(int bytes) {
        return with(draft -> draft.maxBodySize = bytes);
    }

    /**
     * Another bound for connections to one host; one more request waits for one of them. Default 100. Clients with other
     * bounds have other connections, and a {@linkplain #withConnectionProvider given} provider has its own bounds.
     *
     * @param connections at least 1
     * @return a new client
     */
    public BinanceRestClient withMaxConnections(int connections) {
        return with(draft -> draft.maxConnections = connections);
    }

    /**
     * Another bound for requests that wait for a connection to one host; one more fails at once. Default 1,000.
     *
     * @param requests not negative
     * @return a new client
     */
    public BinanceRestClient withMaxPendingRequests(int requests) {
        return with(draft -> draft.maxPendingRequests = requests);
    }

    /**
     * With a connection pool of the caller's own, which {@link #dispose} leaves alone.
     *
     * @param provider where connections come from
     * @return a new client
     */
    public BinanceRestClient withConnectionProvider(ConnectionProvider provider) {
        Objects.requireNonNull(provider, "provider");
        return with(draft -> draft.connectionProvider = provider);
    }

    /**
     * On event loops of the caller's own, which {@link #dispose} leaves alone. Default are those that all of Reactor Netty
     * shares.
     *
     * @param loops event loops
     * @return a new client
     */
    public BinanceRestClient withLoopResources(LoopResources loops) {
        Objects.requireNonNull(loops, "loops");
        return with(draft -> draft.loops = loops);
    }

    /**
     * Trusting these certificates and no others, such as a simulator's or a proxy's. Host names are still verified.
     *
     * @param certificates at least one
     * @return a new client
     */
    public BinanceRestClient withTrustedCertificates(X509Certificate... certificates) {
        if (certificates.length == 0) {
            throw new IllegalArgumentException("certificates must not be empty: it would mean the platform's");
        }
        return withTls(Tls.trusting(certificates));
    }

    /**
     * With a TLS set-up of the caller's own. Host names are still verified.
     *
     * @param tls a context for clients
     * @return a new client
     */
    public BinanceRestClient withTls(SslContext tls) {
        Objects.requireNonNull(tls, "tls");
        return with(draft -> draft.tls = tls);
    }

    /**
     * Through a proxy.
     *
     * @param proxy chooses type, address and credentials
     * @return a new client
     */
    public BinanceRestClient withProxy(Consumer<? super ProxyProvider.TypeSpec> proxy) {
        Objects.requireNonNull(proxy, "proxy");
        return with(draft -> draft.proxy = proxy);
    }

    /**
     * With a last say over the HTTP client, such as for metrics or wire logging. Called once for each derived client, after
     * all other options and after earlier customizers. What it changes can break the promises of this class; redirects and
     * retries are best left alone.
     *
     * @param customizer returns the client to use
     * @return a new client
     */
    public BinanceRestClient withHttpClient(UnaryOperator<HttpClient> customizer) {
        Objects.requireNonNull(customizer, "customizer");
        UnaryOperator<HttpClient> earlier = config.customizer();
        return with(draft -> draft.customizer = http -> customizer.apply(earlier.apply(http)));
    }

    /**
     * With another codec.
     *
     * @param codec decodes answers
     * @return a new client
     */
    public BinanceRestClient withCodec(Codec codec) {
        Objects.requireNonNull(codec, "codec");
        return with(draft -> draft.codec = codec);
    }

    /**
     * Decoding large answers elsewhere than on the parallel scheduler. {@link #dispose} leaves it alone.
     *
     * @param scheduler where it is fine to compute for tens of milliseconds
     * @return a new client
     */
    public BinanceRestClient withDecodeScheduler(Scheduler scheduler) {
        Objects.requireNonNull(scheduler, "scheduler");
        return with(draft -> draft.decodeScheduler = scheduler);
    }

    /**
     * With deadlines that run elsewhere than on the event loops, such as in virtual time. {@link #dispose} leaves it alone.
     *
     * @param scheduler runs tasks after a time
     * @return a new client
     */
    public BinanceRestClient withTimer(Scheduler scheduler) {
        Objects.requireNonNull(scheduler, "scheduler");
        return with(draft -> draft.timer = scheduler);
    }

    /**
     * With another clock, against which the pauses of hosts are reckoned, and with a new {@linkplain #withServerClock server
     * clock} over it.
     *
     * @param clock the present
     * @return a new client
     */
    public BinanceRestClient withClock(Clock clock) {
        Objects.requireNonNull(clock, "clock");
        return with(draft -> {
            draft.clock = clock;
            draft.serverClock = ServerClock.over(clock);
        });
    }

    /**
     * With other names for what is placed or changed without a client order id of the caller's own. Each subscription gets new
     * ones before anything is sent, so that its outcome can be found out whatever happens.
     *
     * @param ids gives a new id each time, on any thread, such as {@link
     *     io.github.binancereactive.core.request.ClientOrderIds}
     * @return a new client
     */
    public BinanceRestClient withClientOrderIds(Supplier<String> ids) {
        Objects.requireNonNull(ids, "ids");
        return with(draft -> draft.clientOrderIds = ids);
    }

    /** Like {@link #disposeLater()}, without waiting. */
    @Override
    public void dispose() {
        disposeLater().subscribe();
    }

    /**
     * Closes this client and all that share its life: requests under way end with {@code ClientClosedException} or {@code
     * OutcomeUnknownException}, later ones with the former, and the connections are closed. What was given to the client
     * is left alone. Doing so again does nothing.
     *
     * @return closes on subscription and completes when all connections are closed
     */
    public Mono<Void> disposeLater() {
        return resources.close();
    }

    @Override
    public boolean isDisposed() {
        return resources.isClosed();
    }

    /** Names the environment only. */
    @Override
    public String toString() {
        return "BinanceRestClient[" + config.environment().name() + "]";
    }

    private BinanceRestClient with(Consumer<RestConfigDraft> change) {
        RestConfigDraft draft = config.change();
        change.accept(draft);
        return new BinanceRestClient(draft.finish(), resources);
    }
}
