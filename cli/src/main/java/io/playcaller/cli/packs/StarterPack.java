package io.playcaller.cli.packs;

import io.playcaller.cli.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A directory of {@code deploy/packs}: its README, and the files that a router reads. */
record StarterPack(String name, Path directory) {

    private static final String README = "README.md";

    /** All of a checkout, by name. */
    static List<StarterPack> all(Path root) throws IOException {
        Path packs = root.resolve("deploy/packs");
        if (!Files.isDirectory(packs)) {
            throw new Refused("there is no %s; the packs come with the sources".formatted(packs));
        }
        try (Stream<Path> found = Files.list(packs)) {
            return found.filter(path -> Files.isRegularFile(path.resolve(README)))
                    .map(path -> new StarterPack(path.getFileName().toString(), path))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        }
    }

    /** @throws Refused naming those that there are */
    static StarterPack named(Path root, String name) throws IOException {
        List<StarterPack> all = all(root);
        return all.stream()
                .filter(pack -> pack.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused("there is no pack %s; there are %s"
                        .formatted(
                                name,
                                String.join(
                                        ", ",
                                        all.stream().map(StarterPack::name).toList()))));
    }

    List<String> readme() throws IOException {
        return Files.readAllLines(directory.resolve(README));
    }

    /** What it is, in a few words: the heading of its README. */
    String title() throws IOException {
        return readme().stream()
                .filter(line -> line.startsWith("# "))
                .findFirst()
                .map(line -> line.substring(2))
                .orElse(name);
    }

    /** One of its files. */
    Path file(String file) {
        return directory.resolve(file);
    }

    /** What a router reads of it. */
    List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(path -> path.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Writes its files into a directory, which is made where it is not there.
     *
     * @return their names
     * @throws Refused when one of them is there already: nothing is written then
     */
    List<String> into(Path target) throws IOException {
        List<String> names =
                files().stream().map(file -> file.getFileName().toString()).toList();
        List<String> there = names.stream()
                .filter(file -> Files.exists(target.resolve(file)))
                .toList();
        if (!there.isEmpty()) {
            throw new Refused("nothing written: %s has %s already; move them away, or name another directory"
                    .formatted(target, String.join(", ", there)));
        }
        Files.createDirectories(target);
        List<String> written = new ArrayList<>();
        for (Path file : files()) {
            Files.copy(file, target.resolve(file.getFileName()));
            written.add(file.getFileName().toString());
        }
        return written;
    }
}
