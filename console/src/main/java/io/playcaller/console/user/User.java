package io.playcaller.console.user;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in.
 *
 * @param email in lower case; the key
 * @param staffId key in the directory of play-router; null for who is not in it
 * @param active false once they may no longer log in
 */
public record User(String email, String name, @Nullable String staffId, Set<String> roles, boolean active) {

    /** The attribute of a security identity that holds the user of a session. */
    public static final String ATTRIBUTE = "playcaller.user";

    public User {
        roles = Set.copyOf(roles);
    }

    /** Who tokens speak of: the staff id, else the e-mail address. */
    public String subject() {
        return staffId == null ? email : staffId;
    }
}
