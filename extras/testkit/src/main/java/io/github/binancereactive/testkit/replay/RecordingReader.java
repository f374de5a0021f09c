/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.replay;

import io.github.binancereactive.testkit.exchange.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Reads recordings, one JSON object a line, packed by gzip when the name ends so. */
final class RecordingReader {

    private RecordingReader() {}

    static List<RecordedFrame> frames(Path file) {
        return read(file, RecordingReader::frame);
    }

    static List<RecordedSnapshot> snapshots(Path file) {
        return read(file, RecordingReader::snapshot);
    }

    private static <T> List<T> read(Path file, Function<String, T> line) {
        List<T> read = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                if (!text.isBlank()) {
                    read.add(parsed(file, read.size() + 1, text, line));
                }
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T parsed(Path file, int number, String text, Function<String, T> line) {
        try {
            return line.apply(text);
        } catch (JacksonException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(file + ", record " + number + ": " + wrong.getMessage(), wrong);
        }
    }

    /** The event is cut out of the line, so that it stays as it was written. */
    private static RecordedFrame frame(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        BigDecimal receivedAt = BigDecimal.ZERO;
        String stream = null;
        byte[] payload = null;
        try (JsonParser parser = Json.MAPPER.createParser(bytes)) {
            parser.nextToken();
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.PROPERTY_NAME) {
                    continue;
                }
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "receivedAt" -> receivedAt = parser.getDecimalValue();
                    case "stream" -> stream = parser.getString();
                    case "data" -> payload = value(parser, bytes);
                    default -> {
                        // The frame itself, whose parts come next, or something that nobody needs.
                    }
                }
            }
        }
        if (stream == null || payload == null) {
            throw new IllegalArgumentException("no frame of a combined stream");
        }
        return new RecordedFrame(micros(receivedAt), stream, payload);
    }

    private static byte[] value(JsonParser parser, byte[] bytes) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        if (!parser.currentToken().isStructStart()) {
            throw new IllegalArgumentException("the event is neither an object nor an array");
        }
        parser.skipChildren();
        return Arrays.copyOfRange(bytes, from, (int) parser.currentLocation().getByteOffset());
    }

    private static RecordedSnapshot snapshot(String line) {
        JsonNode json = Json.MAPPER.readTree(line);
        String symbol = null;
        for (String parameter : String.valueOf(
                        URI.create(json.path("url").asString("")).getQuery())
                .split("&", -1)) {
            if (parameter.startsWith("symbol=")) {
                symbol = parameter.substring("symbol=".length());
            }
        }
        if (symbol == null) {
            throw new IllegalArgumentException("no symbol in the URL");
        }
        JsonNode body = json.path("body");
        return new RecordedSnapshot(
                symbol,
                body.path("lastUpdateId").asLong(),
                RecordedBook.levels(body.path("bids")),
                RecordedBook.levels(body.path("asks")));
    }

    private static long micros(BigDecimal seconds) {
        return seconds.movePointRight(6).longValue();
    }
}
