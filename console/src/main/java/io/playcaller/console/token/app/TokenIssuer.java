package io.playcaller.console.token.app;

import io.playcaller.chassis.access.AuthConfig;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.console.config.ConsoleConfig;
import io.playcaller.console.token.SigningKey;
import io.playcaller.console.token.Token;
import io.playcaller.console.user.User;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Issues tokens. They live in real time, because whoever verifies them does. */
@ApplicationScoped
public class TokenIssuer {

    private final SigningKeys keys;
    private final BusinessClock clock;
    private final Duration ttl;
    private final String issuer;

    TokenIssuer(SigningKeys keys, BusinessClock clock, ConsoleConfig config, AuthConfig auth) {
        this.keys = keys;
        this.clock = clock;
        this.ttl = config.tokenTtl();
        this.issuer = auth.issuer();
    }

    /** A token that says who {@code user} is and what they may do. */
    public Token issue(User user) {
        Instant now = clock.instant().minus(clock.offset()).truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(ttl);
        SigningKey key = keys.active();
        String token = Jwt.issuer(issuer)
                .subject(user.subject())
                .upn(user.email())
                .groups(user.roles())
                .issuedAt(now)
                .expiresAt(end)
                .jws()
                .keyId(key.kid())
                .algorithm(SignatureAlgorithm.RS256)
                .sign(key.privateKey());
        return new Token(token, end);
    }
}
