package io.playcaller.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/operations.md} of this module against {@link IngestConfig}. */
class SettingsPageTest {

    @Test
    void everySettingStandsOnThePage() throws IOException {
        String page = Files.readString(Path.of("docs/operations.md"));

        assertThat(settings(IngestConfig.class, ""))
                .contains("life-write", "limits.burst", "bootstrap.sources")
                .allMatch(name -> page.contains("`" + name + "`") || page.contains("`" + name + "."));
    }

    private static Stream<String> settings(Class<?> group, String prefix) {
        return Stream.of(group.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .flatMap(method -> setting(method, prefix + name(method)));
    }

    private static Stream<String> setting(Method method, String name) {
        Class<?> type = method.getReturnType();
        boolean group = type.isInterface() && type.getEnclosingClass() == IngestConfig.class;
        return group ? settings(type, name + ".") : Stream.of(name);
    }

    private static String name(Method method) {
        return method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
