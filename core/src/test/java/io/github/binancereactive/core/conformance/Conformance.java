/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the real exchange documents and sends, in a folder outside of the project that the system property {@code
 * conformance.dir} names. Tests that need it are skipped where it is absent.
 */
final class Conformance {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Conformance() {}

    static Path file(String name) {
        Path folder = Path.of(System.getProperty("conformance.dir", "../../shared/conformance"));
        assumeTrue(Files.isDirectory(folder), "no conformance data: system property conformance.dir names no folder");
        return folder.resolve(name);
    }

    static JsonNode json(String name) {
        return tree(bytes(name));
    }

    static JsonNode tree(byte[] json) {
        return JSON.readTree(json);
    }

    static byte[] bytes(String name) {
        Path file = file(name);
        try (InputStream plain = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(JsonNode node) {
        return JSON.writeValueAsBytes(node);
    }

    static List<JsonNode> lines(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    /** The samples of one document: objects with {@code section}, {@code endpoint}, {@code line} and {@code json}. */
    static Stream<JsonNode> samples(String document) {
        return json("docs/" + document + ".json").valueStream();
    }

    static String where(JsonNode sample) {
        return heading(sample) + ", line " + sample.get("line").asInt();
    }

    /** The last heading above a sample. */
    static String heading(JsonNode sample) {
        String section = sample.get("section").asString();
        return section.substring(section.lastIndexOf('>') + 1).strip();
    }

    /** Whether this is an error's body. */
    static boolean isError(JsonNode json) {
        return json.has("code") && json.has("msg");
    }

    /** A value encodes to the same JSON values. */
    static void assertEncodes(Reports reports, Object value, JsonNode expected) {
        byte[] encoded = reports.codec.encode(value);
        assertThat(tree(encoded)).isEqualTo(expected);
    }
}
