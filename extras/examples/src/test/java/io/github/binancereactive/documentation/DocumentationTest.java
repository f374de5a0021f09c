/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and docs show exists, and their code compiles, because it is a region of the examples. */
class DocumentationTest {

    private static final Pattern REGION =
            Pattern.compile("(?ms)^ *// tag::([\\w-]+)\\[\\]\\n(.*?)^ *// end::\\1\\[\\]$");
    private static final Pattern MODULE = Pattern.compile("-pl (\\S+)");
    private static final Pattern PROFILE = Pattern.compile("-P(\\S+)");
    private static final Pattern MAIN_CLASS = Pattern.compile("-Dexec.main=(\\S+)");
    private static final Pattern TEST_CLASS = Pattern.compile("-D(?:it\\.)?test=([A-Z]\\w+)");
    private static final Pattern SCRIPT = Pattern.compile("(?m)^(\\.\\S+)");
    private static final Pattern COORDINATES =
            Pattern.compile("<artifactId>(.*?)</artifactId>\\s*<version>(.*?)</version>");

    static Stream<Path> documents() {
        return Repository.documents().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void javaIsARegionOfTheExamples(Path document) {
        if (document.endsWith("CONTRIBUTING.md")) {
            return; // shows fragments of tests
        }
        Set<String> regions = regions();
        assertThat(Markdown.read(document).blocks("java"))
                .allSatisfy(block -> assertThat(regions).contains(block));
    }

    @Test
    void regionsAreFound() {
        assertThat(regions()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path document) {
        assertThat(Markdown.read(document).relativeLinks())
                .allSatisfy(link -> assertThat(leadsSomewhere(document, link)).isTrue());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void commandsNameWhatExists(Path document) {
        String pom = Repository.read(Repository.ROOT.resolve("pom.xml"));
        for (String commands : Markdown.read(document).commands()) {
            assertThat(found(MODULE, commands))
                    .allSatisfy(module -> assertThat(pom).contains("<module>" + module + "</module>"));
            assertThat(found(PROFILE, commands))
                    .allSatisfy(profile -> assertThat(pom).contains("<id>" + profile + "</id>"));
            assertThat(found(MAIN_CLASS, commands))
                    .allSatisfy(name -> assertThat(Class.forName(name).getMethod("main", String[].class))
                            .isNotNull());
            assertThat(found(TEST_CLASS, commands))
                    .allSatisfy(
                            name -> assertThat(Repository.sources()).anyMatch(file -> file.endsWith(name + ".java")));
            assertThat(found(SCRIPT, commands))
                    .allSatisfy(script ->
                            assertThat(Repository.ROOT.resolve(script)).isExecutable());
        }
    }

    /** Two branches that moved one section to different places leave it in both. */
    @ParameterizedTest
    @MethodSource("documents")
    void nothingIsSaidTwice(Path document) {
        assertThat(Markdown.read(document).prose()).doesNotHaveDuplicates();
    }

    @Test
    void coordinatesAreThoseOfTheModules() {
        String pom = Repository.read(Repository.ROOT.resolve("pom.xml"));
        List<MatchResult> coordinates = Markdown.read(Repository.ROOT.resolve("README.md")).blocks("xml").stream()
                .flatMap(block -> COORDINATES.matcher(block).results())
                .toList();
        assertThat(coordinates).isNotEmpty().allSatisfy(dependency -> {
            assertThat(pom).contains("<artifactId>" + dependency.group(1) + "</artifactId>");
            assertThat(pom).contains("<version>" + dependency.group(2) + "</version>");
        });
    }

    private static Set<String> regions() {
        Set<String> regions = new HashSet<>();
        for (Path source : Repository.exampleSources()) {
            REGION.matcher(Repository.read(source))
                    .results()
                    .forEach(region ->
                            regions.add(region.group(2).stripTrailing().stripIndent() + "\n"));
        }
        return regions;
    }

    private static boolean leadsSomewhere(Path document, String link) {
        int hash = link.indexOf('#');
        String name = hash < 0 ? link : link.substring(0, hash);
        Path target = name.isEmpty() ? document : document.resolveSibling(name).normalize();
        return Files.exists(target)
                && (hash < 0 || Markdown.read(target).anchors().contains(link.substring(hash + 1)));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
