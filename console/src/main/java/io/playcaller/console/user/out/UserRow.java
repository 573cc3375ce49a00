package io.playcaller.console.user.out;

import io.playcaller.console.user.User;
import io.playcaller.console.user.app.Users.Credentials;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A row of {@code app_user}. */
@Entity
@Table(name = "app_user")
class UserRow {

    @Id
    private String email = "";

    private String name = "";

    @Column(name = "staff_id")
    private @Nullable String staffId;

    @Column(name = "password_hash")
    private String passwordHash = "";

    private String roles = "";

    private boolean active;

    private int generation;

    protected UserRow() {}

    UserRow(String email) {
        this.email = email;
    }

    User user() {
        return new User(email, name, staffId, roles.isEmpty() ? Set.of() : Set.of(roles.split(" ", -1)), active);
    }

    Credentials credentials() {
        return new Credentials(user(), passwordHash, generation);
    }

    void become(User user, @Nullable String newPasswordHash) {
        if (newPasswordHash != null || !user.active()) {
            generation++;
        }
        name = user.name();
        staffId = user.staffId();
        roles = String.join(" ", new TreeSet<>(user.roles()));
        active = user.active();
        if (newPasswordHash != null) {
            passwordHash = newPasswordHash;
        }
    }
}
