package io.playcaller.console.user.app;

import io.playcaller.console.user.User;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All users. E-mail addresses come in lower case. */
public interface Users {

    /**
     * A user with the hash of their password.
     *
     * @param generation of their sessions; those of an earlier one have ended
     */
    record Credentials(User user, String passwordHash, int generation) {}

    Uni<Optional<Credentials>> find(String email);

    /** In order of e-mail address. */
    Uni<List<User>> all();

    /**
     * Makes or changes a user. A new password, and being switched off, end all sessions.
     *
     * @param passwordHash null to keep the present one
     * @return false when there is no such user and no password for a new one
     */
    Uni<Boolean> put(User user, @Nullable String passwordHash);
}
