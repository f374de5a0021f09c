/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.documentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What tests look at in a document.
 *
 * @param file the document
 * @param text all of it
 */
record Markdown(Path file, String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern COMMAND = Pattern.compile("`(\\.(?:ci)?/[^`]*)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    /** A line that is shorter may come twice. */
    private static final int SHORT = 30;

    static Markdown read(Path file) {
        return new Markdown(file, Repository.read(file));
    }

    /** The contents of the code blocks in one language. */
    List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(text).results().toList()) {
            if (block.group(1).equals(language)) {
                blocks.add(block.group(2));
            }
        }
        return blocks;
    }

    /** What is to be typed into a shell: blocks of it, and the commands that stand in a text. */
    List<String> commands() {
        List<String> commands = new ArrayList<>(blocks("sh"));
        COMMAND.matcher(withoutBlocks()).results().forEach(command -> commands.add(command.group(1)));
        return commands;
    }

    /** Headings and all lines that say something, without code and without the lines that only rule a table. */
    List<String> prose() {
        return withoutBlocks()
                .lines()
                .filter(line -> line.startsWith("#") || line.length() > SHORT)
                .filter(line -> !line.matches("[|-]+"))
                .toList();
    }

    /** Where links lead, those to elsewhere in the world left out. */
    List<String> relativeLinks() {
        return LINK.matcher(withoutBlocks())
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.matches("\\w+:.*"))
                .toList();
    }

    /** The names of headings as links know them. */
    List<String> anchors() {
        return HEADING.matcher(withoutBlocks())
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private String withoutBlocks() {
        return BLOCK.matcher(text).replaceAll("");
    }
}
