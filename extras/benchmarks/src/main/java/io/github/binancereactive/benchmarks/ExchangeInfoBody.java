/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorBuilder;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a large {@code exchangeInfo} answer: the one that was recorded when the folder that the system property
 * {@code conformance.dir} names has it, otherwise a generated one of the same size.
 */
public final class ExchangeInfoBody {

    private static final String RECORDED = "recorded/rest/exchange-info-2023-08-13.json.gz";

    /** So many generated symbols make 3.7 MB. */
    private static final int SYMBOLS = 1710;

    private ExchangeInfoBody() {}

    /**
     * Reads or generates it.
     *
     * @return UTF-8
     */
    public static byte[] load() {
        Path recorded = recorded();
        try {
            return recorded == null ? generated() : read(recorded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A simulator that lists its symbols.
     *
     * @return no limits, nothing recorded, no faults
     */
    public static ExchangeSimulator simulator() {
        return simulator(new String(load(), StandardCharsets.UTF_8));
    }

    private static ExchangeSimulator simulator(@Nullable String body) {
        ExchangeSimulatorBuilder builder =
                ExchangeSimulator.builder().limits(SimulatedLimits.unlimited()).recording(false);
        return body == null
                ? builder.symbols(SYMBOLS).start()
                : builder.exchangeInfo(body).start();
    }

    private static @Nullable Path recorded() {
        String folder = System.getProperty("conformance.dir", "");
        Path file = Path.of(folder, RECORDED);
        return !folder.isEmpty() && Files.isReadable(file) ? file : null;
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static byte[] generated() throws IOException {
        try (ExchangeSimulator simulator = simulator(null);
                InputStream in = simulator
                        .uri("http")
                        .resolve("/api/v3/exchangeInfo")
                        .toURL()
                        .openStream()) {
            return in.readAllBytes();
        }
    }
}
