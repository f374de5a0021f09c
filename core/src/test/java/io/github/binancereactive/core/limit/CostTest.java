/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.HttpVerb;
import io.github.binancereactive.core.model.general.ServerTime;
import org.junit.jupiter.api.Test;

class CostTest {

    private static final AccountKey ACCOUNT = AccountKey.of("an account");

    @Test
    void isWhatTheCatalogueSays() {
        Call<ServerTime> call = Call.of(Endpoint.rest(HttpVerb.POST, "/api/v3/something")
                .weight(4)
                .orderCost(3)
                .returns(ServerTime.class));
        assertThat(Cost.of(call, ACCOUNT)).isEqualTo(new Cost(4, 1, 3, 0, ACCOUNT));
        assertThatThrownBy(() -> Cost.of(call, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aConnectionIsNoRequest() {
        assertThat(Cost.connection(2)).isEqualTo(new Cost(2, 0, 0, 1, null));
    }

    @Test
    void isNeverNegative() {
        assertThatThrownBy(() -> new Cost(-1, 1, 0, 0, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cost(1, -1, 0, 0, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cost(1, 1, -1, 0, ACCOUNT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cost(1, 1, 0, -1, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAccountEqualsItselfAndShowsNothing() {
        assertThat(AccountKey.of("canary"))
                .isEqualTo(AccountKey.of("canary"))
                .hasSameHashCodeAs(AccountKey.of("canary"));
        assertThat(AccountKey.of("canary")).isNotEqualTo(AccountKey.of("another"));
        assertThat(AccountKey.of("canary")).hasToString("AccountKey[***]");
        assertThatThrownBy(() -> AccountKey.of("")).isInstanceOf(IllegalArgumentException.class);
    }
}
