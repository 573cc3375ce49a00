package io.playcaller.console.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;

/** {@code playcaller.console.*}. */
@ConfigMapping(prefix = "playcaller.console")
public interface ConsoleConfig {

    /** The first admin; made at start where there is no such user, and left alone where there is. */
    Bootstrap bootstrap();

    /** Where the services are. */
    Services services();

    /**
     * PEM file with the RSA key that signs tokens (PKCS #8); written, readable by its owner only, where there is none.
     * Without this setting the key lives in the database.
     */
    Optional<Path> signingKey();

    /** How long a token is valid. */
    @WithDefault("15m")
    @DurationMin(seconds = 10)
    Duration tokenTtl();

    /** How long a session of the page lasts. */
    @WithDefault("12h")
    @DurationMin(minutes = 1)
    Duration sessionTtl();

    /** Further origins that people reach the page under, such as {@code https://cs.example.com}. */
    Optional<Set<String>> origins();

    /** How often one may try to log in. */
    Login login();

    /** The first admin. */
    interface Bootstrap {
        Optional<String> email();

        Optional<String> password();
    }

    /** Addresses of the services, without a path. */
    interface Services {
        @WithDefault("http://localhost:8081")
        URI ingest();

        @WithDefault("http://localhost:8082")
        URI health();

        @WithDefault("http://localhost:8083")
        URI router();

        @WithDefault("http://localhost:8084")
        URI forecast();
    }

    /** Limits of logging in, each within {@code window}. */
    interface Login {

        @WithDefault("15m")
        @DurationMin(seconds = 1)
        Duration window();

        /** Failed attempts of one user from one address. */
        @WithDefault("5")
        @Min(1)
        int perUserAndAddress();

        /** Failed attempts of one user from everywhere. */
        @WithDefault("50")
        @Min(1)
        int perUser();

        /** Failed attempts from one address. */
        @WithDefault("30")
        @Min(1)
        int perAddress();
    }
}
