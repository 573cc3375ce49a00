package io.playcaller.console.user.app;

import io.playcaller.chassis.access.Roles;
import io.playcaller.console.config.ConsoleConfig;
import io.playcaller.console.user.PasswordRule;
import io.playcaller.console.user.User;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;
import org.jboss.logging.Logger;

/** Makes the first admin where the configuration names one and there is none of that name. */
@ApplicationScoped
public class FirstAdmin {

    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);
    private static final Set<String> ROLES = Set.of(Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN);

    private final ConsoleConfig config;
    private final Users users;
    private final Passwords passwords;

    FirstAdmin(ConsoleConfig config, Users users, Passwords passwords) {
        this.config = config;
        this.users = users;
        this.passwords = passwords;
    }

    void start(@Observes StartupEvent started) throws Throwable {
        if (config.bootstrap().email().isEmpty()
                || config.bootstrap().password().isEmpty()) {
            return;
        }
        String email = config.bootstrap().email().get().strip().toLowerCase(Locale.ROOT);
        String password = config.bootstrap().password().get();
        PasswordRule.fault(password).ifPresent(fault -> {
            throw new IllegalStateException(
                    "playcaller.console.bootstrap.password must have " + PasswordRule.expected() + ", has " + fault);
        });
        VertxContextSupport.subscribeAndAwait(() -> users.find(email)
                .chain(found -> found.isPresent() ? Uni.createFrom().voidItem() : make(email, password)));
    }

    private Uni<Void> make(String email, String password) {
        User admin = new User(email, "First admin", null, ROLES, true);
        return passwords
                .hash(password)
                .chain(hash -> users.put(admin, hash))
                .invoke(() -> LOG.infof("made the first admin %s", email))
                .replaceWithVoid();
    }
}
