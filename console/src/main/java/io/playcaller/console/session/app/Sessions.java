package io.playcaller.console.session.app;

import io.playcaller.console.session.SessionSecret;
import io.playcaller.console.user.User;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** Sessions of the page, on the database's real clock. */
public interface Sessions {

    /**
     * Opens a session.
     *
     * @param generation of the user's sessions when their password was compared; a later one ended it before it began
     */
    Uni<Void> open(SessionSecret secret, User user, int generation, Duration ttl);

    /** Who the session is of; empty when it ended, their password changed, or they may no longer log in. */
    Uni<Optional<User>> find(SessionSecret secret);

    /** Ends the session. */
    Uni<Void> end(SessionSecret secret);
}
