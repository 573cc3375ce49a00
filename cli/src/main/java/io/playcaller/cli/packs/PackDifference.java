package io.playcaller.cli.packs;

import io.playcaller.cli.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What differs between a pack and the rule files that a router reads: line by line, {@code -} as the pack has it and {@code +} as it
 * stands in the directory, each under its own number.
 */
record PackDifference(StarterPack pack, Path directory) {

    /** Empty where nothing does. */
    List<String> lines() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new Refused("there is no directory %s; name the one that the router reads".formatted(directory));
        }
        List<String> ofPack = names(pack.files());
        List<String> own;
        try (Stream<Path> found = Files.list(directory)) {
            own = names(found.filter(file -> file.toString().endsWith(".yaml")).toList());
        }
        TreeSet<String> all = new TreeSet<>(ofPack);
        all.addAll(own);
        List<String> lines = new ArrayList<>();
        for (String file : all) {
            if (!own.contains(file)) {
                lines.add("%s: not in %s; what ships holds there".formatted(file, directory));
            } else if (!ofPack.contains(file)) {
                lines.add("%s: not of the pack".formatted(file));
            } else {
                lines.addAll(changed(
                        file, Files.readAllLines(pack.file(file)), Files.readAllLines(directory.resolve(file))));
            }
        }
        return lines;
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    private static List<String> changed(String file, List<String> pack, List<String> own) {
        int[][] common = common(pack, own);
        List<String> lines = new ArrayList<>();
        int at = 0;
        int to = 0;
        while (at < pack.size() || to < own.size()) {
            if (at < pack.size() && to < own.size() && pack.get(at).equals(own.get(to))) {
                at++;
                to++;
            } else if (to == own.size() || (at < pack.size() && common[at + 1][to] >= common[at][to + 1])) {
                lines.add("%s:%d - %s".formatted(file, at + 1, pack.get(at)));
                at++;
            } else {
                lines.add("%s:%d + %s".formatted(file, to + 1, own.get(to)));
                to++;
            }
        }
        return lines;
    }

    /** How many lines what is left from each pair of places on has in common, at most. */
    private static int[][] common(List<String> pack, List<String> own) {
        int[][] common = new int[pack.size() + 1][own.size() + 1];
        for (int at = pack.size() - 1; at >= 0; at--) {
            for (int to = own.size() - 1; to >= 0; to--) {
                common[at][to] = pack.get(at).equals(own.get(to))
                        ? common[at + 1][to + 1] + 1
                        : Math.max(common[at + 1][to], common[at][to + 1]);
            }
        }
        return common;
    }
}
