package io.playcaller.health.models.app;

import io.playcaller.chassis.yaml.ConfigFiles;
import io.playcaller.health.model.in.ModelFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of a model as plain texts, and back. */
final class ModelText {

    private ModelText() {}

    static ModelFiles files(Map<String, String> texts) {
        Map<String, ConfigFiles.Text> files = new TreeMap<>();
        texts.forEach((name, content) -> files.put(name, new ConfigFiles.Text(name, content)));
        return new ModelFiles(new ConfigFiles(files, List.of()));
    }

    static Map<String, String> of(ModelFiles files) {
        Map<String, String> texts = new TreeMap<>();
        files.files().texts().forEach((name, text) -> texts.put(name, text.content()));
        return texts;
    }
}
