/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LicenceTest {

    /** The formatter looks after it, but passes over {@code package-info}. */
    @Test
    void isNamedByEverySource() {
        String header = Repository.read(Repository.ROOT.resolve(".spotless/header.java"));
        List<Path> sources = Repository.sources();
        assertThat(sources).hasSizeGreaterThan(1000);
        assertThat(sources.stream().filter(source -> !Repository.read(source).startsWith(header)))
                .isEmpty();
    }
}
