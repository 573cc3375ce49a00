package io.playcaller.router.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** {@code playcaller.router.digital.mail.*}: mails to people of customers. The server is that of {@code quarkus.mailer.*}. */
public interface DigitalMailConfig {

    /** Address of the sender, not that of mails to our own people; without it nobody of a customer gets a mail. */
    Optional<String> from();

    /** After which nobody knows whether a mail was taken; it is not sent again. */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 2)
    Duration timeout();
}
