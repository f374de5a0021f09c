/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account of the simulated exchange: a name, what it owns when the simulator starts, and its keys. Immutable; every
 * method that changes something returns a new account.
 *
 * <pre>{@code
 * SimulatedAccount trader = SimulatedAccount.ed25519("trader").balance("USDT", "1000").balance("BTC", "2");
 * ExchangeSimulator exchange = ExchangeSimulator.builder().account(trader).start();
 * Credentials credentials = Credentials.pem(trader.apiKey(), trader.secret());
 * }</pre>
 */
public final class SimulatedAccount {

    private static final long NO_GROUP = -1;

    private final String name;
    private final @Nullable Map<String, BigDecimal> balances;
    private final List<SimulatedKey> keys;
    private final Map<String, BigDecimal> assetLimits;
    private final long tradeGroup;
    private final boolean discount;

    private SimulatedAccount(
            String name,
            @Nullable Map<String, BigDecimal> balances,
            List<SimulatedKey> keys,
            Map<String, BigDecimal> assetLimits,
            long tradeGroup,
            boolean discount) {
        this.name = name;
        this.balances = balances;
        this.keys = List.copyOf(keys);
        this.assetLimits = assetLimits;
        this.tradeGroup = tradeGroup;
        this.discount = discount;
    }

    private SimulatedAccount with(@Nullable Map<String, BigDecimal> others, List<SimulatedKey> otherKeys) {
        return new SimulatedAccount(name, others, otherKeys, assetLimits, tradeGroup, discount);
    }

    /**
     * An account.
     *
     * @param name its name, by which tests call it
     * @param keys its keys
     * @return an account that owns plenty of every asset that the simulator lists
     */
    public static SimulatedAccount of(String name, SimulatedKey... keys) {
        return new SimulatedAccount(name, null, List.of(keys), Map.of(), NO_GROUP, false);
    }

    /**
     * An account with an HMAC key made from its name.
     *
     * @param name its name
     * @return an account that owns plenty of every asset that the simulator lists
     */
    public static SimulatedAccount hmac(String name) {
        return of(name, SimulatedKey.hmac(name));
    }

    /**
     * An account with an RSA key made from its name.
     *
     * @param name its name
     * @return an account that owns plenty of every asset that the simulator lists
     */
    public static SimulatedAccount rsa(String name) {
        return of(name, SimulatedKey.rsa(name));
    }

    /**
     * An account with an Ed25519 key made from its name.
     *
     * @param name its name
     * @return an account that owns plenty of every asset that the simulator lists
     */
    public static SimulatedAccount ed25519(String name) {
        return of(name, SimulatedKey.ed25519(name));
    }

    /**
     * This account, owning so much of an asset; of assets that are never named it then owns nothing.
     *
     * @param asset the asset
     * @param amount how much, as a decimal number
     * @return a new account
     */
    public SimulatedAccount balance(String asset, String amount) {
        Map<String, BigDecimal> more = balances == null ? new LinkedHashMap<>() : new LinkedHashMap<>(balances);
        more.put(asset, new BigDecimal(amount));
        return with(more, keys);
    }

    /**
     * This account owning nothing.
     *
     * @return a new account
     */
    public SimulatedAccount empty() {
        return with(Map.of(), keys);
    }

    /**
     * This account with one key more.
     *
     * @param key another key
     * @return a new account
     */
    public SimulatedAccount key(SimulatedKey key) {
        List<SimulatedKey> more = new ArrayList<>(keys);
        more.add(key);
        return with(balances, more);
    }

    /**
     * This account with keys that may not trade.
     *
     * @return a new account
     */
    public SimulatedAccount readOnly() {
        return with(balances, keys.stream().map(SimulatedKey::readOnly).toList());
    }

    /**
     * This account with a {@code MAX_ASSET} filter.
     *
     * @param asset the asset
     * @param limit the most of it that one order may move
     * @return a new account
     */
    public SimulatedAccount maxAsset(String asset, String limit) {
        Map<String, BigDecimal> more = new LinkedHashMap<>(assetLimits);
        more.put(asset, new BigDecimal(limit));
        return new SimulatedAccount(name, balances, keys, more, tradeGroup, discount);
    }

    /**
     * This account in a trade group: self-trade prevention keeps it from trading with the others in it.
     *
     * @param group the group, a positive number
     * @return a new account
     */
    public SimulatedAccount tradeGroup(long group) {
        return new SimulatedAccount(name, balances, keys, assetLimits, group, discount);
    }

    /**
     * This account, which pays commission in the discount asset where it can.
     *
     * @return a new account
     */
    public SimulatedAccount payingInDiscountAsset() {
        return new SimulatedAccount(name, balances, keys, assetLimits, tradeGroup, true);
    }

    /**
     * Its {@code MAX_ASSET} filters.
     *
     * @return limits by asset
     */
    public Map<String, BigDecimal> assetLimits() {
        return Map.copyOf(assetLimits);
    }

    /**
     * Its trade group.
     *
     * @return the group; -1 for none
     */
    public long tradeGroup() {
        return tradeGroup;
    }

    /**
     * Whether it pays commission in the discount asset.
     *
     * @return false unless it was said
     */
    public boolean paysInDiscountAsset() {
        return discount;
    }

    /**
     * Its name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * What it owns at first.
     *
     * @return amounts by asset; null for plenty of everything
     */
    public @Nullable Map<String, BigDecimal> balances() {
        return balances == null ? null : Map.copyOf(balances);
    }

    /**
     * Its keys.
     *
     * @return all of them, in the order given
     */
    public List<SimulatedKey> keys() {
        return keys;
    }

    /**
     * Its first key of a type.
     *
     * @param type the type
     * @return the key
     * @throws IllegalArgumentException when it has none
     */
    public SimulatedKey key(KeyType type) {
        return keys.stream()
                .filter(key -> key.type() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("account " + name + " has no key of type " + type));
    }

    /**
     * The API key of its first key.
     *
     * @return the key
     */
    public String apiKey() {
        return first().apiKey();
    }

    /**
     * What the client signs with, of its first key.
     *
     * @return the secret key of an HMAC key; the private key of the others in PKCS#8 as PEM
     */
    public String secret() {
        return first().secret();
    }

    private SimulatedKey first() {
        if (keys.isEmpty()) {
            throw new IllegalStateException("account " + name + " has no key");
        }
        return keys.get(0);
    }

    /** Shows the name and the types of its keys. */
    @Override
    public String toString() {
        return "SimulatedAccount[" + name + ", " + keys + "]";
    }
}
