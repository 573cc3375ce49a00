package io.playcaller.cli.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.cli.FakeService;
import io.playcaller.cli.Refused;
import io.playcaller.cli.rebuild.RebuildDoor.Ask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command asks health-service for. */
class RebuildDoorTest {

    @TempDir
    Path directory;

    private FakeService service;

    @BeforeEach
    void open() throws IOException {
        service = new FakeService();
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aRunIsAskedForAsTheServiceReadsIt() {
        RebuildDoor door = door();

        door.begin(new Ask("audit", true, true, List.of("log-cut")));
        door.differences("other-facts", 50);
        door.differences(null, 7);
        door.abandon();

        assertThat(service.asked())
                .containsExactly(
                        "POST /v1/rebuild {\"reason\":\"audit\",\"goOn\":true,\"switchOver\":true,\"accept\":[\"log-cut\"]}",
                        "GET /v1/rebuild/differences?limit=50&reason=other-facts",
                        "GET /v1/rebuild/differences?limit=7",
                        "DELETE /v1/rebuild");
    }

    @Test
    void whatTheServiceRefusesIsToldInItsWords() {
        service.answers(
                409, "{\"type\":\"urn:playcaller:problem:rebuild.runs\",\"detail\":\"a rebuild runs already\"}");
        RebuildDoor door = door();

        assertThatThrownBy(() -> door.begin(new Ask("audit", false, false, List.of())))
                .isInstanceOf(Refused.class)
                .hasMessage("health-service answers 409: a rebuild runs already");
    }

    private RebuildDoor door() {
        return RebuildDoor.of(service.installation(directory, "health-service"));
    }
}
