package io.playcaller.console.login.app;

import io.playcaller.console.config.ConsoleConfig;
import io.playcaller.console.login.LoginLimits;
import io.playcaller.console.login.LoginResult;
import io.playcaller.console.user.PasswordRule;
import io.playcaller.console.user.app.Passwords;
import io.playcaller.console.user.app.Users;
import io.playcaller.console.user.app.Users.Credentials;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks an e-mail address and a password. The answer does not tell whether there is such a user. */
@ApplicationScoped
public class LoginService {

    private final Users users;
    private final Passwords passwords;
    private final Attempts attempts;
    private final LoginLimits limits;

    LoginService(Users users, Passwords passwords, Attempts attempts, ConsoleConfig config) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        ConsoleConfig.Login login = config.login();
        this.limits = new LoginLimits(login.window(), login.perUserAndAddress(), login.perUser(), login.perAddress());
    }

    /** @param address where the attempt comes from */
    public Uni<LoginResult> login(String told, String password, String address) {
        String email = told.strip().toLowerCase(Locale.ROOT);
        Map<String, Integer> subjects = limits.subjects(email, address);
        return attempts.count(subjects, limits.window()).chain(wait -> {
            if (!wait.isZero()) {
                return Uni.createFrom().item(new LoginResult.Wait(wait));
            }
            return users.find(email)
                    .chain(found -> check(found, password))
                    .call(result -> result instanceof LoginResult.In
                            ? attempts.forgive(subjects.keySet())
                            : Uni.createFrom().voidItem());
        });
    }

    private Uni<LoginResult> check(Optional<Credentials> found, String password) {
        String hash = found.map(Credentials::passwordHash).orElseGet(passwords::ofNobody);
        boolean possible = found.isPresent() && found.get().user().active() && !PasswordRule.tooLong(password);
        return passwords
                .matches(PasswordRule.tooLong(password) ? "" : password, hash)
                .map(right -> right && possible
                        ? new LoginResult.In(found.get().user(), found.get().generation())
                        : new LoginResult.Refused());
    }
}
