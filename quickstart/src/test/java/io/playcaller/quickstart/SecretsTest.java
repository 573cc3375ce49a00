package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path directory;

    @Test
    void whatTheFirstStartMakesUpEveryLaterOneKeeps() {
        Path file = directory.resolve("secrets.properties");

        Secrets first = Secrets.loadOrCreate(file, new SecureRandom());
        Secrets second = Secrets.loadOrCreate(file, new SecureRandom());

        assertThat(second).isEqualTo(first);
        assertThat(first.writeKeys()).containsOnlyKeys(Secrets.WEB, Secrets.SUPPORT_DESK, Secrets.CRM);
        assertThat(first.adminPassword()).hasSizeGreaterThanOrEqualTo(16);
    }

    @Test
    void onlyTheOwnerCanReadThem() throws Exception {
        Path file = directory.resolve("secrets.properties");

        Secrets.loadOrCreate(file, new SecureRandom());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSourceWithoutAKeyIsNamed() {
        Secrets secrets = Secrets.loadOrCreate(directory.resolve("secrets.properties"), new SecureRandom());

        assertThatThrownBy(() -> secrets.writeKey("fax")).hasMessageContaining("no write key of source fax");
    }
}
