/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Where an exchange is reached: the base addresses of its four surfaces, each list in order of preference.
 *
 * <p>Clients begin with the first address of a list and move to the next when one cannot be reached. A list may be
 * empty: {@link #MARKET_DATA_ONLY} has no WebSocket API. A client that is given an environment without the surface it
 * needs refuses to be built.
 *
 * @param name what logs and events call this environment
 * @param restHosts REST base addresses, scheme and authority only, such as {@code https://api.binance.com}
 * @param webSocketApiUris addresses of the WebSocket API, path included, such as
 *     {@code wss://ws-api.binance.com:443/ws-api/v3}
 * @param streamUris base addresses of the JSON market data streams, without {@code /ws} or {@code /stream}
 * @param sbeStreamUris base addresses of the SBE market data streams, without {@code /ws} or {@code /stream}
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information">General API
 *     information</a>
 */
public record BinanceEnvironment(
        String name, List<URI> restHosts, List<URI> webSocketApiUris, List<URI> streamUris, List<URI> sbeStreamUris) {

    /** The real exchange: six REST hosts, WebSocket on ports 443 and 9443. */
    public static final BinanceEnvironment LIVE = new BinanceEnvironment(
            "live",
            uris(
                    "https://api.binance.com",
                    "https://api-gcp.binance.com",
                    "https://api1.binance.com",
                    "https://api2.binance.com",
                    "https://api3.binance.com",
                    "https://api4.binance.com"),
            uris("wss://ws-api.binance.com:443/ws-api/v3", "wss://ws-api.binance.com:9443/ws-api/v3"),
            uris("wss://stream.binance.com:443", "wss://stream.binance.com:9443"),
            uris("wss://stream-sbe.binance.com:443", "wss://stream-sbe.binance.com:9443"));

    /** The Spot Test Network: its own keys, its own balances, wiped about once a month. */
    public static final BinanceEnvironment TESTNET = new BinanceEnvironment(
            "testnet",
            uris("https://testnet.binance.vision", "https://api1.testnet.binance.vision"),
            uris(
                    "wss://ws-api.testnet.binance.vision:443/ws-api/v3",
                    "wss://ws-api.testnet.binance.vision:9443/ws-api/v3"),
            uris("wss://stream.testnet.binance.vision:443", "wss://stream.testnet.binance.vision:9443"),
            uris("wss://stream-sbe.testnet.binance.vision:443", "wss://stream-sbe.testnet.binance.vision:9443"));

    /** Demo trading: live market data, play money. */
    public static final BinanceEnvironment DEMO = new BinanceEnvironment(
            "demo",
            uris("https://demo-api.binance.com"),
            uris("wss://demo-ws-api.binance.com/ws-api/v3"),
            uris("wss://demo-stream.binance.com:443", "wss://demo-stream.binance.com:9443"),
            uris("wss://demo-stream-sbe.binance.com:443", "wss://demo-stream-sbe.binance.com:9443"));

    /** Public market data of the real exchange and nothing else: no keys, no WebSocket API, no user data. */
    public static final BinanceEnvironment MARKET_DATA_ONLY = new BinanceEnvironment(
            "market-data-only",
            uris("https://data-api.binance.vision"),
            List.of(),
            uris("wss://data-stream.binance.vision:443"),
            List.of());

    /** Checks that each address is absolute and has the scheme its surface needs. */
    public BinanceEnvironment {
        Objects.requireNonNull(name, "name");
        restHosts = checked("restHosts", restHosts, "http", false);
        webSocketApiUris = checked("webSocketApiUris", webSocketApiUris, "ws", true);
        streamUris = checked("streamUris", streamUris, "ws", false);
        sbeStreamUris = checked("sbeStreamUris", sbeStreamUris, "ws", false);
    }

    /**
     * An environment of the caller's own, such as a proxy or a simulator; the surfaces left out can't be used.
     *
     * @param name what logs and events call it
     * @return an environment without any address yet; see {@link #withRestHosts} and its siblings
     */
    public static BinanceEnvironment custom(String name) {
        return new BinanceEnvironment(name, List.of(), List.of(), List.of(), List.of());
    }

    /**
     * This environment with other REST hosts.
     *
     * @param hosts {@code http} or {@code https} base addresses in order of preference
     * @return a new environment
     */
    public BinanceEnvironment withRestHosts(URI... hosts) {
        return new BinanceEnvironment(name, List.of(hosts), webSocketApiUris, streamUris, sbeStreamUris);
    }

    /**
     * This environment with other WebSocket API addresses.
     *
     * @param uris {@code ws} or {@code wss} addresses, path included, in order of preference
     * @return a new environment
     */
    public BinanceEnvironment withWebSocketApiUris(URI... uris) {
        return new BinanceEnvironment(name, restHosts, List.of(uris), streamUris, sbeStreamUris);
    }

    /**
     * This environment with other addresses of the JSON market data streams.
     *
     * @param uris {@code ws} or {@code wss} base addresses in order of preference
     * @return a new environment
     */
    public BinanceEnvironment withStreamUris(URI... uris) {
        return new BinanceEnvironment(name, restHosts, webSocketApiUris, List.of(uris), sbeStreamUris);
    }

    /**
     * This environment with other addresses of the SBE market data streams.
     *
     * @param uris {@code ws} or {@code wss} base addresses in order of preference
     * @return a new environment
     */
    public BinanceEnvironment withSbeStreamUris(URI... uris) {
        return new BinanceEnvironment(name, restHosts, webSocketApiUris, streamUris, List.of(uris));
    }

    private static List<URI> uris(String... uris) {
        return List.of(uris).stream().map(URI::create).toList();
    }

    private static List<URI> checked(String parameter, List<URI> uris, String scheme, boolean withPath) {
        for (URI uri : uris) {
            if (uri.getRawUserInfo() != null) { // may be a password, so it isn't repeated
                throw new IllegalArgumentException(parameter + ": an address must not have user information");
            }
            boolean known = scheme.equals(uri.getScheme()) || (scheme + "s").equals(uri.getScheme());
            if (!known || uri.getHost() == null) {
                throw new IllegalArgumentException(
                        parameter + ": '" + uri + "' is not an absolute " + scheme + " or " + scheme + "s address");
            }
            boolean bare = withPath || uri.getRawPath().isEmpty();
            if (!bare || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw new IllegalArgumentException(parameter + ": '" + uri + "' has a "
                        + (bare ? "query or fragment" : "path") + ", which the client adds");
            }
        }
        return List.copyOf(uris);
    }
}
