package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.chassis.yaml.ConfigProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The {@code .ics} files of the directory as they stood at one time.
 *
 * @param texts by file name
 * @param faults files that could not be read
 */
record IcsFiles(Path directory, SortedMap<String, String> texts, List<ConfigProblem> faults) {

    private static final String ENDING = ".ics";

    /** A directory that is not there has none; the other files say that it is missing. */
    static IcsFiles read(Optional<Path> directory) {
        SortedMap<String, String> texts = new TreeMap<>();
        List<ConfigProblem> faults = new ArrayList<>();
        Path folder = directory.orElse(Path.of(""));
        if (directory.isPresent() && Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> isOne(file.getFileName().toString())).forEach(file -> read(file, texts, faults));
            } catch (IOException e) {
                faults.add(new ConfigProblem(folder.toString(), 0, "", "cannot be listed: " + e, ""));
            }
        }
        return new IcsFiles(folder, texts, List.copyOf(faults));
    }

    /** Those among files that are not on disk. */
    static IcsFiles of(Map<String, String> files) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((name, text) -> {
            if (isOne(name)) {
                texts.put(name, text);
            }
        });
        return new IcsFiles(Path.of(""), texts, List.of());
    }

    /** The days of each, by file name. */
    Map<String, Map<LocalDate, String>> days(ConfigProblems problems) {
        problems.addAll(faults);
        Map<String, Map<LocalDate, String>> days = new LinkedHashMap<>();
        texts.forEach((name, text) -> days.put(name, new IcsFile(place(name), problems).days(text)));
        return days;
    }

    private String place(String name) {
        return directory.toString().isEmpty() ? name : directory.resolve(name).toString();
    }

    private static boolean isOne(String name) {
        return name.endsWith(ENDING) && !name.startsWith(".");
    }

    private static void read(Path file, Map<String, String> texts, List<ConfigProblem> faults) {
        try {
            texts.put(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            faults.add(new ConfigProblem(file.toString(), 0, "", "cannot be read as a file of UTF-8 text: " + e, ""));
        }
    }
}
