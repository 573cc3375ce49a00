package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffDirectoryTest {

    @TempDir
    Path root;

    @Test
    void theFirstAdminCanHaveTasksAndIsAssignedNone() throws Exception {
        Home home = new Home(root);
        StaffDirectory.writeUnlessThere(home);

        assertThat(Files.readString(home.plays().resolve("directory.yaml")))
                .contains("email: "
                        + Secrets.loadOrCreate(home.secrets(), new SecureRandom())
                                .adminEmail() + ", roles: [], manager: dan}")
                .doesNotContain("roles: [], pools");
    }

    @Test
    void theFileIsTheUsersOnceItIsThere() throws Exception {
        Home home = new Home(root);
        StaffDirectory.writeUnlessThere(home);
        Path file = home.plays().resolve("directory.yaml");
        assertThat(Files.readString(file)).contains("roles: [csm], pools: [csm], manager: lea");

        Files.writeString(file, "people: []\n");
        StaffDirectory.writeUnlessThere(home);

        assertThat(Files.readString(file)).isEqualTo("people: []\n");
    }
}
