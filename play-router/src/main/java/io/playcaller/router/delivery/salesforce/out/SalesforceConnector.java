package io.playcaller.router.delivery.salesforce.out;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.config.SalesforceConfig;
import io.playcaller.router.delivery.Attempt;
import io.playcaller.router.delivery.Background;
import io.playcaller.router.delivery.Delivery;
import io.playcaller.router.delivery.Pace;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.ToolCopy;
import io.playcaller.router.delivery.ToolTask;
import io.playcaller.router.delivery.ToolTask.State;
import io.playcaller.router.delivery.app.Allowances;
import io.playcaller.router.delivery.app.TaskTool;
import io.playcaller.router.delivery.out.DueDays;
import io.playcaller.router.delivery.out.GuardedHttp;
import io.playcaller.router.delivery.out.Needed;
import io.playcaller.router.delivery.out.ToolDeliveries;
import io.playcaller.router.delivery.salesforce.SalesforceTask;
import io.playcaller.router.store.Columns;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps tasks in Salesforce, each under its id in a field that is an external id: written by that key, a message that comes
 * twice is one task.
 */
@ApplicationScoped
public class SalesforceConnector implements TaskTool {

    public static final String NAME = "salesforce";

    private static final String SETTINGS = "playcaller.router.salesforce";

    private final SalesforceConfig config;
    private final ToolDeliveries deliveries;
    private final Optional<SalesforceWriter> writer;

    SalesforceConnector(Vertx vertx, PlayRouterConfig router, DueDays dueDays, Allowances allowances) {
        this.config = router.salesforce();
        config.callbackSecret()
                .ifPresent(secret -> Needed.by(SETTINGS + ".callback-secret")
                        .isThere(SETTINGS + ".user-id", config.userId())
                        .check());
        this.deliveries = new ToolDeliveries(NAME, dueDays);
        this.writer = config.url()
                .map(url ->
                        new SalesforceWriter(api(vertx, config, url, allowances), words(config), config.keyField()));
    }

    private static SalesforceApi api(Vertx vertx, SalesforceConfig config, URI url, Allowances allowances) {
        Needed.by(SETTINGS + ".url")
                .isThere(SETTINGS + ".client-id", config.clientId())
                .isThere(SETTINGS + ".client-secret", config.clientSecret())
                .check();
        return new SalesforceApi(
                GuardedHttp.inPrivate(
                                vertx,
                                SETTINGS,
                                url,
                                config.allow().orElse(List.of()),
                                config.concurrency(),
                                config.timeout())
                        .heardBy(answer -> allowances.hear(NAME, answer.headers())),
                config,
                url);
    }

    private static SalesforceTask words(SalesforceConfig config) {
        return new SalesforceTask(
                Map.of(
                        State.OPEN, config.status().open(),
                        State.STARTED, config.status().started(),
                        State.DONE, config.status().done(),
                        State.DROPPED, config.status().dropped()),
                Map.of(
                        Severity.LOW, config.priority().low(),
                        Severity.MEDIUM, config.priority().medium(),
                        Severity.HIGH, config.priority().high(),
                        Severity.CRITICAL, config.priority().critical()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> target() {
        return config.url().map(URI::toString);
    }

    @Override
    public boolean inOrder() {
        return true;
    }

    @Override
    public Pace pace() {
        return new Pace(config.concurrency(), config.perSecond(), config.perSecond());
    }

    @Override
    public Duration timeout() {
        return config.timeout();
    }

    @Override
    public List<Delivery> deliveries(TaskDecision.Changed change, Background background) {
        return deliveries.of(change, background);
    }

    @Override
    public Delivery again(Task task, String purpose, Background background) {
        return deliveries.again(task, purpose, background);
    }

    @Override
    public Uni<Receipt> send(Attempt attempt) {
        ToolTask task = Columns.read(attempt.delivery().body(), ToolTask.class);
        return writer.map(open -> open.write(attempt, task))
                .orElseGet(() -> Uni.createFrom().item(new Receipt.Failed("not configured")));
    }

    @Override
    public Uni<List<ToolCopy>> copies(List<UUID> taskIds) {
        return writer.orElseThrow().copies(taskIds);
    }
}
