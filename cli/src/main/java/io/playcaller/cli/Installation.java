package io.playcaller.cli;

import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Phase;
import io.playcaller.quickstart.RunState;
import io.playcaller.quickstart.Secrets;
import io.playcaller.quickstart.Settings;
import java.util.Optional;

/** A running quickstart: where it listens and what opens it. */
public record Installation(Home home, Settings settings, Secrets secrets) {

    /** @throws Refused while nothing runs, or not everything is ready */
    public static Installation running(Home home) {
        Optional<RunState> state = RunState.read(home.runState()).filter(RunState::supervisorLives);
        if (state.isEmpty()) {
            throw new Refused("nothing is running here; start it with ./playcaller up --detach");
        }
        if (state.get().phase() != Phase.READY) {
            throw new Refused("it is not ready (%s); see ./playcaller status"
                    .formatted(state.get().phase().name().toLowerCase(java.util.Locale.ROOT)));
        }
        return new Installation(home, Settings.load(home.settings()), Secrets.load(home.secrets()));
    }
}
