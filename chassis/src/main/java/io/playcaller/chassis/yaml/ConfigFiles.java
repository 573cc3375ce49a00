package io.playcaller.chassis.yaml;

import java.util.List;
import java.util.Map;

/**
 * The files of one configuration as they stood at one time.
 *
 * @param texts by name, all of them
 * @param faults of the directory: with one, nothing of it may be used
 */
public record ConfigFiles(Map<String, Text> texts, List<ConfigProblem> faults) {

    /**
     * A file's text.
     *
     * @param file as people know it: a path where it is their own
     */
    public record Text(String file, String content) {}

    public ConfigFiles {
        texts = Map.copyOf(texts);
        faults = List.copyOf(faults);
    }

    /** Reads one of them; see {@link YamlFile#parse}. */
    public YamlMap parse(String name, ConfigProblems problems) {
        return YamlFile.parse(text(name).file(), text(name).content(), problems);
    }

    /** What {@code name} says, whoever wrote it. */
    public String content(String name) {
        return text(name).content();
    }

    private Text text(String name) {
        Text text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no file " + name);
        }
        return text;
    }
}
