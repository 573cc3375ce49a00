package io.playcaller.health.model.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.chassis.yaml.ConfigFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shipped files, and the same with something else in one of them. */
final class OwnFiles {

    static final ModelFiles SHIPPED = ModelFolder.read("model-dir", Optional.empty());

    private OwnFiles() {}

    static void assertFault(String file, String right, String wrong, String... said) {
        assertThatThrownBy(() -> with(SHIPPED, file, right, wrong).model())
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(said);
    }

    /** The files with one of somebody's own, in which something else stands. */
    static ModelFiles with(ModelFiles files, String name, String was, String is) {
        String text = files.files().content(name);
        assertThat(text).contains(was);
        Map<String, ConfigFiles.Text> texts = new HashMap<>(files.files().texts());
        texts.put(name, new ConfigFiles.Text("/etc/own/" + name, text.replace(was, is)));
        return new ModelFiles(new ConfigFiles(texts, List.of()));
    }
}
