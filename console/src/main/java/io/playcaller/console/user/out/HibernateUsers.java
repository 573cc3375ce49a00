package io.playcaller.console.user.out;

import io.playcaller.console.user.User;
import io.playcaller.console.user.app.Users;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table {@code app_user}. */
@ApplicationScoped
class HibernateUsers implements Users {

    private final Mutiny.SessionFactory sessions;

    HibernateUsers(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Credentials>> find(String email) {
        return sessions.withSession(session -> session.find(UserRow.class, email))
                .map(row -> Optional.ofNullable(row).map(found -> found.credentials()));
    }

    @Override
    public Uni<List<User>> all() {
        return sessions.withSession(
                        session -> session.createSelectionQuery("from UserRow order by email", UserRow.class)
                                .getResultList())
                .map(rows -> rows.stream().map(UserRow::user).toList());
    }

    @Override
    public Uni<Boolean> put(User user, @Nullable String passwordHash) {
        return sessions.withTransaction(session -> session.find(UserRow.class, user.email())
                .chain(found ->
                        found == null ? insert(session, user, passwordHash) : change(found, user, passwordHash)));
    }

    private static Uni<Boolean> change(UserRow row, User user, @Nullable String passwordHash) {
        row.become(user, passwordHash);
        return Uni.createFrom().item(true);
    }

    private static Uni<Boolean> insert(Mutiny.Session session, User user, @Nullable String passwordHash) {
        if (passwordHash == null) {
            return Uni.createFrom().item(false);
        }
        UserRow row = new UserRow(user.email());
        row.become(user, passwordHash);
        return session.persist(row).replaceWith(true);
    }
}
