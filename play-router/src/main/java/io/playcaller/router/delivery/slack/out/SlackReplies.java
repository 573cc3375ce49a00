package io.playcaller.router.delivery.slack.out;

import io.playcaller.router.config.SlackConfig;
import io.playcaller.router.delivery.out.GuardedHttp;
import io.playcaller.router.delivery.out.GuardedHttp.Request;
import io.playcaller.router.store.Columns;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Answers that only who pressed sees. One that is lost is logged: who misses it presses again. */
@ApplicationScoped
public class SlackReplies {

    private static final Logger LOG = Logger.getLogger(SlackReplies.class);
    private static final String HOST = "hooks.slack.com";
    private static final int CONNECTIONS = 4;

    private final GuardedHttp http;
    private final SlackConfig config;

    SlackReplies(Vertx vertx, SlackConfig config) {
        this.config = config;
        this.http = new GuardedHttp(
                vertx,
                config.allow().orElse(List.of()),
                "playcaller.router.slack.allow",
                CONNECTIONS,
                config.timeout());
    }

    /** Sends it when nobody waits for it any more. */
    public void tell(String responseUrl, String words) {
        if (!isSlacks(responseUrl)) {
            return;
        }
        String body = Columns.json(Map.of("response_type", "ephemeral", "replace_original", false, "text", words));
        http.send(new Request(
                        HttpMethod.POST, URI.create(responseUrl), Map.of("content-type", "application/json"), body))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .subscribe()
                .with(
                        answer -> LOG.debugf("Slack took a reply with %d", answer.status()),
                        failure -> LOG.warnf("a reply did not reach Slack: %s", failure.getMessage()));
    }

    /** Slack's own host of replies, or the one where its methods are. */
    private boolean isSlacks(String responseUrl) {
        try {
            String host = URI.create(responseUrl).getHost();
            return HOST.equals(host) || config.api().getHost().equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
