package io.playcaller.lab.simulate;

import io.playcaller.accuracy.rows.RowsException;
import io.playcaller.chassis.yaml.ConfigFiles;
import io.playcaller.health.model.in.ModelFiles;
import io.playcaller.health.model.in.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files of a model over those of another. */
public final class Candidate {

    private static final String SCORECARDS = "scorecards.yaml";

    private Candidate() {}

    /** The files that ship. */
    public static ModelFiles shipped() {
        return ModelFolder.read("", Optional.empty());
    }

    /** As a service tells them, contents by name. */
    public static ModelFiles of(Map<String, String> texts) {
        Map<String, ConfigFiles.Text> files = new TreeMap<>();
        texts.forEach((name, content) -> files.put(name, new ConfigFiles.Text(name, content)));
        return new ModelFiles(new ConfigFiles(files, List.of()));
    }

    /**
     * The same with files of somebody's own.
     *
     * @param own a folder of model files, or one file: of a name that models have it is that one, else it is {@code
     *     scorecards.yaml}
     */
    public static ModelFiles over(ModelFiles base, Path own) {
        if (Files.isDirectory(own)) {
            ConfigFiles folder =
                    ModelFolder.read(own.toString(), Optional.of(own)).files();
            Map<String, ConfigFiles.Text> files = new TreeMap<>(base.files().texts());
            ModelFiles.NAMES.stream()
                    .filter(name -> Files.exists(own.resolve(name)))
                    .forEach(name -> files.put(name, folder.texts().get(name)));
            return new ModelFiles(new ConfigFiles(files, folder.faults()));
        }
        String name = String.valueOf(own.getFileName());
        Map<String, ConfigFiles.Text> files = new TreeMap<>(base.files().texts());
        files.put(
                ModelFiles.NAMES.contains(name) ? name : SCORECARDS,
                new ConfigFiles.Text(own.toString(), content(own)));
        return new ModelFiles(new ConfigFiles(files, base.files().faults()));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RowsException(List.of("cannot read " + file + " as a file of UTF-8 text: " + e));
        }
    }
}
