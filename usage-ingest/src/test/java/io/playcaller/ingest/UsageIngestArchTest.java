package io.playcaller.ingest;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class UsageIngestArchTest {

    @Test
    void theWallsStand() {
        Walls.ofService("io.playcaller.ingest", "..door..", "..json..").check();
    }
}
