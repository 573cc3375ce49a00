package io.playcaller.router.delivery.mail.out;

import io.playcaller.router.config.MailConfig;
import io.playcaller.router.delivery.TargetGuard;
import io.playcaller.router.delivery.mail.LinkKeys;
import io.playcaller.router.delivery.mail.Links;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The links in letters, as they are configured. */
@Singleton
public class SignedLinks {

    private static final String PREFIX = "playcaller.router.mail.links.";

    private static final TargetGuard THIS_MACHINE = new TargetGuard(List.of("127.0.0.0/8", "::1/128"));

    private final Optional<Links> links;

    SignedLinks(MailConfig config) {
        MailConfig.Links given = config.links();
        if (given.base().isPresent() != given.key().isPresent()) {
            throw new IllegalArgumentException(
                    PREFIX + (given.key().isPresent() ? "base" : "key")
                            + " is missing: a link has an address and a signature; set both, or none for letters without links");
        }
        given.base()
                .ifPresent(base -> THIS_MACHINE.requirePrivate(
                        PREFIX + "base", base, "only to this machine itself a link may be sent without"));
        this.links =
                given.base().flatMap(base -> given.key().map(key -> new Links(base, keys(key, given.previousKey()))));
    }

    private static LinkKeys keys(String key, Optional<String> previous) {
        try {
            return LinkKeys.parse(key, previous);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    PREFIX + "key and " + PREFIX + "previous-key are at least 32 bytes in Base64: " + e.getMessage(),
                    e);
        }
    }

    /** Empty where letters have none, and those of before work no more. */
    public Optional<Links> configured() {
        return links;
    }
}
