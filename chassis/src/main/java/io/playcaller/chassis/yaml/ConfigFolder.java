package io.playcaller.chassis.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the files of a configuration are: a directory of people's own files, and for each that is not there the one that
 * ships.
 *
 * @param setting names the directory
 * @param names of all files
 * @param owner in whose jar the shipped ones are
 * @param shipped their folder in it, such as {@code /router/}
 */
public record ConfigFolder(String setting, List<String> names, Class<?> owner, String shipped) {

    public ConfigFolder {
        names = List.copyOf(names);
    }

    /**
     * Reads all files. A directory that is not there, a file of it that cannot be read, and a YAML file that nothing reads,
     * which somebody mistyped, are faults. Hidden files, and those of other kinds, are left alone.
     */
    public ConfigFiles read(Optional<Path> directory) {
        List<ConfigProblem> faults =
                new ArrayList<>(directory.map(this::strangers).orElse(List.of()));
        Map<String, ConfigFiles.Text> texts = new HashMap<>();
        for (String name : names) {
            Optional<Path> own = directory.map(path -> path.resolve(name)).filter(Files::exists);
            texts.put(name, own.flatMap(file -> own(file, faults)).orElseGet(() -> shipped(name)));
        }
        return new ConfigFiles(texts, faults);
    }

    /** The same of files that are not on disk: texts by file name, of which those that are no YAML are left alone. */
    public ConfigFiles read(Map<String, String> own) {
        List<ConfigProblem> faults = own.keySet().stream()
                .filter(name -> isYaml(name) && !names.contains(name))
                .sorted()
                .map(name -> stranger(name, name))
                .toList();
        Map<String, ConfigFiles.Text> texts = new HashMap<>();
        for (String name : names) {
            String text = own.get(name);
            texts.put(name, text == null ? shipped(name) : new ConfigFiles.Text(name, text));
        }
        return new ConfigFiles(texts, faults);
    }

    private List<ConfigProblem> strangers(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of(ConfigProblem.ofFile(directory.toString(), "is no directory", "correct " + setting));
        }
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(file -> isYaml(file.getFileName().toString()))
                    .filter(file -> !names.contains(file.getFileName().toString()))
                    .sorted()
                    .map(file -> stranger(file.toString(), file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            return List.of(ConfigProblem.ofFile(directory.toString(), "cannot be listed: " + e, ""));
        }
    }

    private static boolean isYaml(String name) {
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private ConfigProblem stranger(String file, String name) {
        String fix = NearestWord.to(name, names)
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> "known here: " + String.join(", ", names));
        return ConfigProblem.ofFile(file, "is read by nothing", fix);
    }

    private static Optional<ConfigFiles.Text> own(Path file, List<ConfigProblem> faults) {
        try {
            return Optional.of(new ConfigFiles.Text(file.toString(), Files.readString(file)));
        } catch (IOException e) {
            faults.add(ConfigProblem.ofFile(file.toString(), "cannot be read as a file of UTF-8 text: " + e, ""));
            return Optional.empty();
        }
    }

    private ConfigFiles.Text shipped(String name) {
        String place = shipped + name;
        try (InputStream in = owner.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException(place + " is not in the application");
            }
            String file = place.substring(1);
            return new ConfigFiles.Text(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + place, e);
        }
    }
}
