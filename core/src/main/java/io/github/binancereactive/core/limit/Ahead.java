/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import java.util.Arrays;

/** What those would take who wait ahead of somebody. Belongs to one pass over the queue. */
final class Ahead {

    private long weight;
    private long rawRequests;
    private long connections;
    private long[] orders = new long[0];

    void add(Cost cost, int account) {
        weight += cost.weight();
        rawRequests += cost.rawRequests();
        connections += cost.connections();
        if (cost.orders() > 0) {
            if (account >= orders.length) {
                orders = Arrays.copyOf(orders, account + 1);
            }
            orders[account] += cost.orders();
        }
    }

    long weight() {
        return weight;
    }

    long rawRequests() {
        return rawRequests;
    }

    long connections() {
        return connections;
    }

    long orders(int account) {
        return account < orders.length ? orders[account] : 0;
    }
}
