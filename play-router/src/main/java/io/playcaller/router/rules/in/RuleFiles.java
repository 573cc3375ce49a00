package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.chassis.yaml.YamlFile;
import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.Ids;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.rules.Calendars;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaTable;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.RoleChains;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the router: those in a directory, and for each that is not there the one that ships. Read and checked
 * together; with one fault in one of them none counts.
 */
public final class RuleFiles {

    private static final List<String> NAMES =
            List.of("calendars.yaml", "roles.yaml", "sla.yaml", "plays.yaml", "directory.yaml");

    private final Optional<Path> directory;

    public RuleFiles(Optional<Path> directory) {
        this.directory = directory;
    }

    /** Every file's text by its name as people know it: a path where it is an own file. */
    public Contents contents() {
        Map<String, NamedText> texts = new LinkedHashMap<>();
        for (String name : NAMES) {
            texts.put(name, own(name).orElseGet(() -> shipped(name)));
        }
        return new Contents(texts);
    }

    private Optional<NamedText> own(String name) {
        return directory
                .map(dir -> dir.resolve(name))
                .filter(Files::isRegularFile)
                .map(file -> {
                    try {
                        return new NamedText(file.toString(), Files.readString(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException("cannot read " + file, e);
                    }
                });
    }

    private static NamedText shipped(String name) {
        try (InputStream in = RuleFiles.class.getResourceAsStream("/router/" + name)) {
            if (in == null) {
                throw new IllegalStateException("router/" + name + " is not in the application");
            }
            return new NamedText("router/" + name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read router/" + name, e);
        }
    }

    /** A file's name and text. */
    public record NamedText(String name, String text) {}

    /** The texts of all files at one time. */
    public record Contents(Map<String, NamedText> texts) {

        /** Equal texts, equal version. */
        public String version() {
            return Ids.derived("router-rules", texts.values().toArray()).toString();
        }

        /** @throws io.playcaller.chassis.yaml.ConfigException listing every fault of every file */
        public RouterRules read() {
            ConfigProblems problems = new ConfigProblems();
            Optional<Calendars> calendars = CalendarsFile.read(file("calendars.yaml", problems));
            RoleChains roles = RolesFile.read(file("roles.yaml", problems));
            SlaTable sla = SlaFile.read(file("sla.yaml", problems), roles);
            PlayBook plays = PlaysFile.read(file("plays.yaml", problems), roles, sla);
            Optional<Directory> people =
                    calendars.map(known -> DirectoryFile.read(file("directory.yaml", problems), roles, known));
            if (calendars.isEmpty() && problems.isEmpty()) {
                problems.add(new ConfigProblem("calendars.yaml", 1, "standard", "names no calendar", "name one"));
            }
            problems.orThrow();
            return new RouterRules(version(), calendars.orElseThrow(), roles, plays, sla, people.orElseThrow());
        }

        private YamlMap file(String name, ConfigProblems problems) {
            NamedText text = texts.get(name);
            if (text == null) {
                throw new IllegalArgumentException("no file " + name);
            }
            return YamlFile.parse(text.name(), text.text(), problems);
        }
    }
}
