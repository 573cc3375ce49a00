package io.playcaller.router;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How the service is set up where it writes to people of customers: by a server of mail, and by a marketing tool. */
public final class MessageSettings implements QuarkusTestResourceLifecycleManager {

    static final String BOUNCE_SECRET = "what-came-back-is-signed";

    /** Short, since one test waits for it: of what the webhook is told, no other asks here. */
    static final Duration WEBHOOK_TIMEOUT = Duration.ofSeconds(2);

    private static final String PLAYS = """
            plays:
              - key: nudge
                number: 1
                title: Nudge
                ask: Reach them.
                reasons: [usage.drop]
                owner: csm
                minutes: 10
                give-up: 30bd
                steps:
                  - {key: mail, title: Mail, ask: It asks., kind: digital, message: {template: nudge}}
                  - {key: call, title: Call, ask: Reach them., needs: [mail], after: 90d}
              - key: campaign
                number: 2
                title: Campaign
                ask: Reach them.
                reasons: [usage.silent]
                owner: csm
                minutes: 10
                give-up: 30bd
                steps:
                  - {key: tool, title: Tool, ask: It asks., kind: digital, message: {template: campaign, by: track}}
            """;

    private static final String MESSAGES = """
            messages:
              - {key: nudge, subject: "About {{account}}", text: "Hello {{name}}, how is {{account}}?"}
              - {key: campaign, subject: "About {{account}}", text: "Hello {{name}}."}
            """;

    private final RouterSettings router = new RouterSettings();
    private MailDouble mail;

    @Override
    public Map<String, String> start() {
        mail = new MailDouble();
        Map<String, String> config = new HashMap<>(router.start());
        config.put("playcaller.router.webhook.timeout", WEBHOOK_TIMEOUT.toMillis() + "ms");
        Path rules = Path.of(config.get("playcaller.router.config-dir"));
        write(rules.resolve("plays.yaml"), PLAYS);
        write(rules.resolve("messages.yaml"), MESSAGES);
        config.put("playcaller.router.digital.mail.from", "Success <success@work.example>");
        config.put("playcaller.router.digital.mail.timeout", RouterSettings.TOOL_TIMEOUT);
        config.put("playcaller.router.digital.track.url", config.get("test.tool") + "/hook");
        config.put("playcaller.router.digital.track.timeout", RouterSettings.TOOL_TIMEOUT);
        config.put("playcaller.router.digital.track.write-key", "key");
        config.put("playcaller.router.digital.track.allow", "127.0.0.0/8,::1/128");
        config.put("playcaller.router.mail.bounce-secret", BOUNCE_SECRET);
        config.put("quarkus.mailer.mock", "false");
        config.put("quarkus.mailer.host", "localhost");
        config.put("quarkus.mailer.port", Integer.toString(mail.port()));
        config.put("quarkus.mailer.start-tls", "DISABLED");
        config.put("test.mail", mail.address());
        return config;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        router.stop();
        if (mail != null) {
            mail.stop();
        }
    }
}
