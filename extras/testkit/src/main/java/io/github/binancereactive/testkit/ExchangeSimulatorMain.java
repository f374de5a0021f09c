/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedKey;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.market.SyntheticMarket;
import io.github.binancereactive.testkit.replay.Playback;
import io.github.binancereactive.testkit.replay.Recording;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The simulator as a program.
 *
 * <pre>
 * --port N          the port; by default one that is free
 * --host ADDRESS    the address to listen to; by default loopback
 * --tls             https and wss; prints the certificate to trust
 * --symbols N       how many symbols to list
 * --seed N          the seed of random faults
 * --fault-rate R    the share of requests that meet a fault, from 0 to 1
 * --market N        a market that moves by itself: about N orders a second, and a tenth as many trades
 * --replay FILE     plays a recording, from when somebody is subscribed to one of its streams
 * --unlimited       no rate limit that anyone reaches
 * --fast            doesn't record requests
 * </pre>
 *
 * <p>It prints its addresses and the keys of its made-up account, and serves until it gets SIGTERM or SIGINT.
 */
public final class ExchangeSimulatorMain {

    private ExchangeSimulatorMain() {}

    /**
     * Starts the program.
     *
     * @param arguments see above
     * @throws InterruptedException when the main thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        ExchangeSimulator simulator = builder(List.of(arguments)).start();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            simulator.close();
                            stopped.countDown();
                        },
                        "exchange-simulator-stop"));
        describe(simulator, System.out);
        stopped.await();
    }

    static ExchangeSimulatorBuilder builder(List<String> arguments) {
        ExchangeSimulatorBuilder builder = ExchangeSimulator.builder();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            option(builder, rest.next(), rest);
        }
        return builder;
    }

    private static void option(ExchangeSimulatorBuilder builder, String name, Iterator<String> rest) {
        switch (name) {
            case "--port" -> builder.port(Integer.parseInt(value(name, rest)));
            case "--host" -> builder.host(value(name, rest));
            case "--tls" -> builder.tls(true);
            case "--symbols" -> builder.symbols(Integer.parseInt(value(name, rest)));
            case "--seed" -> builder.seed(Long.parseLong(value(name, rest)));
            case "--fault-rate" -> builder.faults(FaultPlan.mixed(Double.parseDouble(value(name, rest))));
            case "--market" -> builder.market(market(Double.parseDouble(value(name, rest))));
            case "--replay" ->
                builder.replay(
                        Playback.of(Recording.of(Path.of(value(name, rest)))).whenSubscribed(1));
            case "--unlimited" -> builder.limits(SimulatedLimits.unlimited());
            case "--fast" -> builder.recording(false);
            default -> throw new IllegalArgumentException("unknown option " + name);
        }
    }

    private static SyntheticMarket market(double ordersPerSecond) {
        return SyntheticMarket.seeded(0).ordersPerSecond(ordersPerSecond).tradesPerSecond(ordersPerSecond / 10);
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return rest.next();
    }

    static void describe(ExchangeSimulator simulator, PrintStream out) {
        out.println("REST           " + simulator.environment().restHosts().get(0));
        out.println(
                "WebSocket API  " + simulator.environment().webSocketApiUris().get(0));
        out.println("Streams        " + simulator.environment().streamUris().get(0));
        for (SimulatedKey key : simulator.account().keys()) {
            out.println("API key        " + key.apiKey() + " (" + key.type() + ")");
            out.println(
                    key.type() == KeyType.HMAC
                            ? "secret key     " + key.secret()
                            : key.secret().strip());
        }
        if (simulator.uri("http").getScheme().equals("https")) {
            out.println(pem(simulator));
        }
        out.flush();
    }

    private static String pem(ExchangeSimulator simulator) {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(simulator.certificate().getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("the certificate has no encoding", e);
        }
    }
}
