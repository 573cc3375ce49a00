package io.playcaller.router.delivery;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.delivery.ToolTask.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds messages for tools that keep tasks: a new task of a named person, unless told otherwise. */
public final class ToolTasks {

    private final UUID taskId;
    private State state = State.OPEN;
    private boolean assigns = true;
    private String accountId = "acme";
    private @Nullable String comment;

    private ToolTasks(UUID taskId) {
        this.taskId = taskId;
    }

    public static ToolTasks of(UUID taskId) {
        return new ToolTasks(taskId);
    }

    public ToolTasks state(State newState) {
        state = newState;
        assigns = false;
        return this;
    }

    public ToolTasks account(String id) {
        accountId = id;
        return this;
    }

    public ToolTasks comment(String words) {
        comment = words;
        assigns = false;
        return this;
    }

    public ToolTask build() {
        return new ToolTask(
                taskId,
                state,
                assigns,
                "u-ana",
                "Usage fell: Acme",
                "Call them.\nUsage fell by 40%.",
                Severity.HIGH,
                LocalDate.of(2026, 3, 6),
                accountId,
                comment);
    }

    /** An attempt to send it. */
    public Attempt attempt(String purpose, long rev, int attempt, @Nullable String externalId) {
        String body = new String(WireJson.write(build()), StandardCharsets.UTF_8);
        return new Attempt(
                new Delivery(new UUID(taskId.getLeastSignificantBits(), rev), taskId, "tool", purpose, body, rev),
                attempt,
                Instant.parse("2026-03-02T10:00:00Z"),
                Optional.ofNullable(externalId));
    }
}
