package io.playcaller.router.delivery.jira.out;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.config.JiraConfig;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.delivery.Attempt;
import io.playcaller.router.delivery.Background;
import io.playcaller.router.delivery.Delivery;
import io.playcaller.router.delivery.Pace;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.ToolCopy;
import io.playcaller.router.delivery.ToolTask;
import io.playcaller.router.delivery.app.Allowances;
import io.playcaller.router.delivery.app.TaskTool;
import io.playcaller.router.delivery.jira.Category;
import io.playcaller.router.delivery.jira.JiraIssue;
import io.playcaller.router.delivery.jira.Resolutions;
import io.playcaller.router.delivery.out.DueDays;
import io.playcaller.router.delivery.out.GuardedHttp;
import io.playcaller.router.delivery.out.Needed;
import io.playcaller.router.delivery.out.ToolDeliveries;
import io.playcaller.router.store.Columns;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps tasks as issues in Jira, each found by a label that holds its id. */
@ApplicationScoped
public class JiraConnector implements TaskTool {

    public static final String NAME = "jira";

    private static final String SETTINGS = "playcaller.router.jira";

    /** Of one task there may be several by mistake, not many. */
    private static final int COPIES_EACH = 3;

    private final JiraConfig config;
    private final ToolDeliveries deliveries;
    private final JiraIssue words;
    private final Resolutions resolutions;
    private final Optional<JiraApi> api;

    JiraConnector(Vertx vertx, PlayRouterConfig router, DueDays dueDays, Allowances allowances) {
        this.config = router.jira();
        this.deliveries = new ToolDeliveries(NAME, dueDays);
        this.words = new JiraIssue(config.project().orElse(""), config.issueType(), priorities(config));
        this.resolutions = Resolutions.failing(config.failedResolutions());
        config.callbackSecret()
                .ifPresent(secret -> Needed.by(SETTINGS + ".callback-secret")
                        .isThere(SETTINGS + ".account-id", config.accountId())
                        .check());
        this.api = config.url().map(url -> api(vertx, config, url, allowances));
    }

    private static JiraApi api(Vertx vertx, JiraConfig config, URI url, Allowances allowances) {
        Needed.by(SETTINGS + ".url")
                .isThere(SETTINGS + ".user", config.user())
                .isThere(SETTINGS + ".token", config.token())
                .isThere(SETTINGS + ".project", config.project())
                .check();
        GuardedHttp http = GuardedHttp.inPrivate(
                        vertx, SETTINGS, url, config.allow().orElse(List.of()), config.concurrency(), config.timeout())
                .heardBy(answer -> allowances.hear(NAME, answer.headers()));
        return new JiraApi(
                http, url, config.user().orElseThrow(), config.token().orElseThrow());
    }

    private static Map<Severity, String> priorities(JiraConfig config) {
        return config.priorityAndDueDate()
                ? Map.of(
                        Severity.LOW, config.priority().low(),
                        Severity.MEDIUM, config.priority().medium(),
                        Severity.HIGH, config.priority().high(),
                        Severity.CRITICAL, config.priority().critical())
                : Map.of();
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
        return api.map(open -> new IssueWriter(open, words).write(attempt, task))
                .orElseGet(() -> Uni.createFrom().item(new Receipt.Failed("not configured")));
    }

    @Override
    public Uni<List<ToolCopy>> copies(List<UUID> taskIds) {
        JiraApi open = api.orElseThrow();
        return open.search(words.question(taskIds), taskIds.size() * COPIES_EACH)
                .map(answer -> {
                    if (!answer.isFine()) {
                        throw new IllegalStateException("Jira was asked and " + answer.said());
                    }
                    List<ToolCopy> copies = new ArrayList<>();
                    answer.body().path("issues").forEach(issue -> addCopy(copies, issue, resolutions));
                    return copies;
                });
    }

    /** With what it is a copy of; nothing when it is none of ours. */
    static void addCopy(List<ToolCopy> copies, JsonNode issue, Resolutions resolutions) {
        boolean done = issue.at("/fields/status/statusCategory/key").asText().equals(Category.DONE.key());
        PlayOutcome ended =
                done ? resolutions.outcome(issue.at("/fields/resolution/name").asText()) : null;
        for (JsonNode label : issue.at("/fields/labels")) {
            UUID taskId = JiraIssue.taskOf(label.asText());
            if (taskId != null) {
                copies.add(new ToolCopy(taskId, issue.path("id").asText(), ended));
            }
        }
    }
}
