package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path directory;

    @Test
    void aPortThatIsSetOnceIsKeptForLaterStarts() {
        Path file = directory.resolve("settings.properties");
        Settings.defaults().with("console", 9080).with("kafka", 29092).save(file);

        Settings loaded = Settings.load(file);

        assertThat(loaded.url(Service.CONSOLE)).isEqualTo("http://localhost:9080");
        assertThat(loaded.kafkaPort()).isEqualTo(29092);
        assertThat(loaded.port(Service.PLAY_ROUTER)).isEqualTo(8083);
    }

    @Test
    void aPortOutOfRangeSaysWhichAndTheRange() {
        assertThatThrownBy(() -> Settings.defaults().with("redis", 70_000))
                .hasMessage("redis-port must be between 1 and 65535, is 70000");
    }

    @Test
    void aLineThatIsNoPortNamesFileAndLine() throws Exception {
        Path file = directory.resolve("settings.properties");
        Files.writeString(file, "console=often\n");

        assertThatThrownBy(() -> Settings.load(file))
                .hasMessageContaining("settings.properties: console must be a port, is often");
    }
}
