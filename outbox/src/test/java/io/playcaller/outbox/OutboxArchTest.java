package io.playcaller.outbox;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class OutboxArchTest {

    @Test
    void theWallsStand() {
        Walls.ofLibrary("io.playcaller.outbox").check();
    }
}
