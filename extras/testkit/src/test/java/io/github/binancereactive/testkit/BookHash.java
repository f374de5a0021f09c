/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The fingerprint of a book by which recordings say how it must end. */
final class BookHash {

    private BookHash() {}

    /** Of an answer of depth. */
    static String of(JsonNode depth) throws GeneralSecurityException {
        String text = side(depth.path("bids")) + "\n--\n" + side(depth.path("asks"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    private static String side(JsonNode levels) {
        List<String> lines = new ArrayList<>();
        levels.forEach(level ->
                lines.add(level.path(0).asString() + " " + level.path(1).asString()));
        return String.join("\n", lines);
    }
}
