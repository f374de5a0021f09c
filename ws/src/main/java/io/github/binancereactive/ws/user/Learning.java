/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.api.AccountApi;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.model.account.Order;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks which orders of an account are open, so that those among them can be asked for that end within a gap. For steps only. */
final class Learning extends Inquiry {

    private static final Logger LOG = LoggerFactory.getLogger(Learning.class);

    private final AccountApi api;
    private final Consumer<List<Order>> target;

    Learning(UserDataHub hub, AccountApi api, Consumer<List<Order>> target) {
        super(hub);
        this.api = api;
        this.target = target;
    }

    @Override
    void ask() {
        question(api.openOrders().collectList(), open -> {
            end();
            target.accept(open);
        });
    }

    @Override
    void postponed() {}

    @Override
    void unanswered(Throwable why) {
        if (!(why instanceof ClientClosedException)) {
            LOG.warn("Orders that were open before the subscription to user data aren't known", why);
        }
    }
}
