/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedKeyTest {

    private static final String PAYLOAD = "symbol=BTCUSDT&timestamp=1";

    private static String pem(KeyPair keys) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    @Test
    void theSameKeyForTheSameName() {
        SimulatedKey key = SimulatedKey.ed25519("a");
        SimulatedKey rsa = SimulatedKey.rsa("a");

        assertThat(SimulatedKey.ed25519("a").secret()).isEqualTo(key.secret());
        assertThat(SimulatedKey.rsa("a").secret()).isEqualTo(rsa.secret());
        assertThat(SimulatedKey.ed25519("b").secret()).isNotEqualTo(key.secret());
        assertThat(SimulatedKey.hmac("a").apiKey()).hasSize(64).isNotEqualTo(key.apiKey());
    }

    @ParameterizedTest
    @CsvSource({"Ed25519, Ed25519", "RSA, SHA256withRSA"})
    void verifiesByAPublicKeyThatSomebodyElseHasTheOtherHalfOf(String kind, String algorithm)
            throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance(kind).generateKeyPair();
        SimulatedKey key =
                kind.equals("RSA") ? SimulatedKey.rsa("key", pem(keys)) : SimulatedKey.ed25519("key", pem(keys));
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(keys.getPrivate());
        signature.update(PAYLOAD.getBytes(StandardCharsets.UTF_8));
        String signed = Base64.getEncoder().encodeToString(signature.sign());

        assertThat(key.verifies(PAYLOAD, signed)).isTrue();
        assertThat(key.verifies(PAYLOAD + "0", signed)).isFalse();
        assertThat(key.verifies(PAYLOAD, signed.toLowerCase(Locale.ROOT))).isFalse();
        assertThatIllegalStateException().isThrownBy(key::secret);
    }

    @Test
    void refusesWhatIsNoKeyAndWhatIsNoSignature() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatedKey.ed25519("key", "-----BEGIN PUBLIC KEY-----\nAAAA\n"));
        for (SimulatedKey key :
                new SimulatedKey[] {SimulatedKey.hmac("a"), SimulatedKey.ed25519("a"), SimulatedKey.rsa("a")}) {
            assertThat(key.verifies(PAYLOAD, "")).isFalse();
            assertThat(key.verifies(PAYLOAD, "not base64!")).isFalse();
            assertThat(key.verifies(PAYLOAD, "AAAA")).isFalse();
        }
    }

    @Test
    void showsNothing() {
        SimulatedAccount account = SimulatedAccount.hmac("canary")
                .key(SimulatedKey.ed25519("canary").readOnly());

        assertThat(account.toString())
                .contains("canary", "HMAC", "ED25519, read only")
                .doesNotContain(account.apiKey(), account.secret());
        assertThat(account.key(KeyType.ED25519).mayTrade()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> account.key(KeyType.RSA));
    }
}
