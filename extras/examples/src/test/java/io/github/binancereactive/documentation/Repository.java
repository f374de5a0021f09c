/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository. */
final class Repository {

    static final Path ROOT = root();

    private Repository() {}

    private static Path root() {
        Path candidate = Path.of("").toAbsolutePath();
        while (!Files.exists(candidate.resolve("mvnw"))) {
            candidate = candidate.getParent();
        }
        return candidate;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** README, docs and what else is written for readers. */
    static List<Path> documents() {
        return Stream.concat(
                        list(ROOT, 1).filter(file -> file.toString().endsWith(".md")),
                        list(ROOT.resolve("docs"), 9)
                                .filter(file -> file.toString().endsWith(".md")))
                .toList();
    }

    static List<Path> exampleSources() {
        return sources(ROOT.resolve("extras/examples/src"));
    }

    /** All Java of all modules, but for what a build has made. */
    static List<Path> sources() {
        return sources(ROOT);
    }

    private static List<Path> sources(Path folder) {
        return list(folder, 99)
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
                .toList();
    }

    private static Stream<Path> list(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
