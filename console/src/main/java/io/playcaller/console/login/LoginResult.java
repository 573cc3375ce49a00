package io.playcaller.console.login;

import io.playcaller.console.user.User;
import java.time.Duration;

/** What became of an attempt to log in. */
public sealed interface LoginResult {

    /**
     * The password is right.
     *
     * @param generation of the user's sessions when it was compared
     */
    record In(User user, int generation) implements LoginResult {}

    /** It is wrong, or there is no such user, or they may no longer log in. */
    record Refused() implements LoginResult {}

    /** Too many attempts; the password was not looked at. */
    record Wait(Duration left) implements LoginResult {}
}
