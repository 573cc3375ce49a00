package io.playcaller.router.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** {@code playcaller.router.mail.*}; the server is that of {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "playcaller.router.mail")
public interface MailConfig {

    /** Address of the sender; without it no mail is sent. */
    Optional<String> from();

    /** How long one mail may take. */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 2)
    Duration timeout();

    /**
     * Signs reports of letters that came back, to our people and to those of customers, of at least 16 characters; without it none
     * is taken.
     */
    Optional<String> bounceSecret();

    Links links();

    /** Links in mails that act. */
    interface Links {

        /** Where people who read mail reach play-router; without it mails have no links. */
        Optional<URI> base();

        /** At least 32 bytes in Base64; signs the links. */
        Optional<String> key();

        /** The key before, still believed: keep it for seven days after it was replaced. */
        Optional<String> previousKey();
    }
}
