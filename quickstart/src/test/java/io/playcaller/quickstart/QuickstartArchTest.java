package io.playcaller.quickstart;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class QuickstartArchTest {

    @Test
    void theWallsStand() {
        Walls.ofLibrary("io.playcaller.quickstart").check();
    }
}
