/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator takes the exchange's own signatures for right, and nothing that differs from them. */
class SimulatedKeyConformanceTest {

    private static final Path FOLDER = Path.of(System.getProperty("conformance.dir", "../shared/conformance"));

    @Test
    void everyHmacVectorIsVerified() {
        assumeTrue(Files.isDirectory(FOLDER), () -> "skipped: there is no folder " + FOLDER.toAbsolutePath());
        int verified = 0;
        for (JsonNode vector : JsonMapper.shared().readTree(FOLDER.resolve("signatures/vectors.json"))) {
            if (vector.path("alg").asString().equals("HMAC-SHA256")) {
                SimulatedKey key =
                        SimulatedKey.hmac("key", vector.path("secretKey").asString());
                String payload = vector.path("payload").asString();
                String signature = vector.path("signature").asString();
                assertThat(key.verifies(payload, signature)).as(payload).isTrue();
                assertThat(key.verifies(payload + " ", signature)).as(payload).isFalse();
                verified++;
            }
        }
        assertThat(verified).isGreaterThan(10);
    }
}
