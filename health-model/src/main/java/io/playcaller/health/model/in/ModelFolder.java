package io.playcaller.health.model.in;

import io.playcaller.chassis.yaml.ConfigFiles;
import io.playcaller.chassis.yaml.ConfigFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the files of a model are: in a directory, and what is not there among those that ship. */
public final class ModelFolder {

    private ModelFolder() {}

    /**
     * Reads them; what is wrong in them is told by {@link ModelFiles#model()}.
     *
     * @param setting names {@code directory}, for whoever has to correct it
     */
    public static ModelFiles read(String setting, Optional<Path> directory) {
        return new ModelFiles(
                new ConfigFolder(setting, ModelFiles.NAMES, ModelFolder.class, "/health/").read(directory));
    }

    /** The shipped files with another {@code scorecards.yaml}, whatever its name is where it lies. */
    public static ModelFiles withScorecards(String file, String content) {
        ConfigFiles shipped = read("", Optional.empty()).files();
        Map<String, ConfigFiles.Text> texts = new HashMap<>(shipped.texts());
        texts.put(ScorecardsFile.NAME, new ConfigFiles.Text(file, content));
        return new ModelFiles(new ConfigFiles(texts, shipped.faults()));
    }
}
