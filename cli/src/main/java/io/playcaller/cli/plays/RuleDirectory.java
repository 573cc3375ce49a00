package io.playcaller.cli.plays;

import io.playcaller.cli.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A directory of rules, as play-router would be sent it. */
final class RuleDirectory {

    private RuleDirectory() {}

    /**
     * Its files, texts by name: what is YAML or a calendar, and not hidden.
     *
     * @throws Refused when it is no directory, or has none
     */
    static Map<String, String> read(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new Refused(directory + " is no directory; name one with a plays.yaml or others of its kind");
        }
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(directory)) {
            for (Path file : found.filter(RuleDirectory::isRead).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        if (files.isEmpty()) {
            throw new Refused(directory + " has no YAML file; ./playcaller packs show NAME --into DIR writes some");
        }
        return files;
    }

    private static boolean isRead(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".ics"));
    }
}
