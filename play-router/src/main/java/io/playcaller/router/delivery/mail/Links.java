package io.playcaller.router.delivery.mail;

import io.playcaller.router.delivery.mail.ActionLink.Act;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Addresses that act.
 *
 * @param base where play-router is reached by who reads mail; its paths follow
 */
public record Links(URI base, LinkKeys keys) {

    private static final String PATH = "/v1/links/";

    /** @param now from when it lasts, to the second */
    public String address(UUID taskId, Act act, String staffId, Instant now) {
        Instant expires = now.truncatedTo(ChronoUnit.SECONDS).plus(ActionLink.LASTS);
        String root = base.toString().replaceAll("/+$", "");
        return root + PATH + keys.token(new ActionLink(taskId, act, staffId, expires));
    }
}
