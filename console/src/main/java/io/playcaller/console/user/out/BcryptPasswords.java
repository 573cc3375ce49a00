package io.playcaller.console.user.out;

import io.playcaller.console.user.app.Passwords;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** bcrypt, 2^12 rounds (OWASP asks for at least 2^10). */
@ApplicationScoped
public class BcryptPasswords implements Passwords {

    private static final int COST = 12;
    private static final int SECRET_BYTES = 24;

    private final Vertx vertx;
    private final String ofNobody;

    BcryptPasswords(Vertx vertx) {
        this.vertx = vertx;
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        this.ofNobody = BcryptUtil.bcryptHash(Base64.getEncoder().encodeToString(secret), COST);
    }

    @Override
    public Uni<String> hash(String password) {
        return vertx.executeBlocking(() -> BcryptUtil.bcryptHash(password, COST), false);
    }

    @Override
    public Uni<Boolean> matches(String password, String hash) {
        return vertx.executeBlocking(() -> BcryptUtil.matches(password, hash), false);
    }

    @Override
    public String ofNobody() {
        return ofNobody;
    }
}
