package io.playcaller.router;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How the service is set up where it tells Salesforce and Jira, each a double, and people have ids in both. */
public final class ToolSettings implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "a secret of sixteen and more";

    /** As Jira knows her. */
    static final String ANA = "u-ana";

    static final String BEN = "u-ben";

    private static final String PEOPLE = """
            people:
              - {id: lea, name: Lea Lund, email: lea@example.com, roles: [team-lead], calendar: 24x7}
              - {id: ana, name: Ana Lima, email: ana@example.com, roles: [csm], manager: lea, pools: [csm],
                 calendar: 24x7, identities: {jira: u-ana, salesforce: 005A}}
              - {id: ben, name: Ben Berg, email: ben@example.com, roles: [csm], manager: lea, pools: [csm],
                 calendar: 24x7, identities: {jira: u-ben, salesforce: 005B}}
            """;

    private final RouterSettings router = new RouterSettings();
    private JiraDouble jira;
    private SalesforceDouble salesforce;

    @Override
    public Map<String, String> start() {
        jira = new JiraDouble();
        salesforce = new SalesforceDouble();
        Map<String, String> config = new HashMap<>(router.start());
        people(Path.of(config.get("playcaller.router.config-dir")));
        config.put("playcaller.router.jira.url", jira.url().toString());
        config.put("playcaller.router.jira.user", "us@example.com");
        config.put("playcaller.router.jira.token", "token");
        config.put("playcaller.router.jira.account-id", "u-us");
        config.put("playcaller.router.jira.project", "CS");
        config.put("playcaller.router.jira.callback-secret", SECRET);
        config.put("playcaller.router.jira.timeout", RouterSettings.TOOL_TIMEOUT);
        config.put("playcaller.router.jira.allow", "127.0.0.0/8,::1/128");
        config.put("playcaller.router.salesforce.url", salesforce.url().toString());
        config.put("playcaller.router.salesforce.client-id", "id");
        config.put("playcaller.router.salesforce.client-secret", "secret");
        config.put("playcaller.router.salesforce.user-id", "005U");
        config.put("playcaller.router.salesforce.callback-secret", SECRET);
        config.put("playcaller.router.salesforce.timeout", RouterSettings.TOOL_TIMEOUT);
        config.put("playcaller.router.salesforce.allow", "127.0.0.0/8,::1/128");
        config.put("playcaller.router.reconciliation.every", "1s");
        config.put("test.jira", jira.url().toString());
        config.put("test.salesforce", salesforce.url().toString());
        return config;
    }

    private static void people(Path rules) {
        try {
            Files.writeString(rules.resolve("directory.yaml"), PEOPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        router.stop();
        if (jira != null) {
            jira.stop();
        }
        if (salesforce != null) {
            salesforce.stop();
        }
    }
}
