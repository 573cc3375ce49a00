package io.playcaller.mapping;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class MappingArchTest {

    @Test
    void theWallsStand() {
        Walls.ofLibrary("io.playcaller.mapping").check();
    }
}
