package io.playcaller.router;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Slack and a server of mail beside the {@link RouterSettings}. */
public final class PeopleSettings implements QuarkusTestResourceLifecycleManager {

    static final String SIGNING_SECRET = "signing-secret-of-the-double";

    private SlackDouble slack;
    private MailDouble mail;

    @Override
    public Map<String, String> start() {
        slack = new SlackDouble();
        mail = new MailDouble();
        Map<String, String> config = new HashMap<>();
        config.put("playcaller.router.slack.token", SlackDouble.TOKEN);
        config.put("playcaller.router.slack.signing-secret", SIGNING_SECRET);
        config.put("playcaller.router.slack.api", slack.address() + "/api/");
        config.put("playcaller.router.slack.allow", "127.0.0.0/8,::1/128");
        config.put("playcaller.router.slack.timeout", RouterSettings.TOOL_TIMEOUT);
        config.put("playcaller.router.mail.from", "Playcaller <tasks@work.example>");
        config.put("playcaller.router.mail.timeout", RouterSettings.TOOL_TIMEOUT);
        config.put("playcaller.router.mail.links.base", "https://work.example");
        config.put("playcaller.router.mail.links.key", Base64.getEncoder().encodeToString(new byte[32]));
        config.put("playcaller.router.attention.digest-poll", "200ms");
        config.put("quarkus.mailer.mock", "false");
        config.put("quarkus.mailer.host", "localhost");
        config.put("quarkus.mailer.port", Integer.toString(mail.port()));
        config.put("quarkus.mailer.start-tls", "DISABLED");
        config.put("test.slack", slack.address());
        config.put("test.mail", mail.address());
        return config;
    }

    @Override
    public void stop() {
        if (slack != null) {
            slack.stop();
        }
        if (mail != null) {
            mail.stop();
        }
    }
}
