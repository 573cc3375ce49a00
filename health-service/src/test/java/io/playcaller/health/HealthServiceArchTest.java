package io.playcaller.health;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class HealthServiceArchTest {

    @Test
    void theWallsStand() {
        Walls.ofService("io.playcaller.health").check();
    }
}
