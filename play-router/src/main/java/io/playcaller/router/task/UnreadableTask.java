package io.playcaller.router.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored task cannot be read: a fault of ours or of who wrote it, and none of whoever asked. */
public final class UnreadableTask extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID taskId;
    private final @Nullable String accountId;

    /** @param accountId null for a task that concerns no account */
    public UnreadableTask(UUID taskId, @Nullable String accountId, RuntimeException cause) {
        super("task " + taskId + " cannot be read: " + cause.getMessage(), cause);
        this.taskId = taskId;
        this.accountId = accountId;
    }

    public UUID taskId() {
        return taskId;
    }

    /** Of the account that it concerns; null for none. */
    public @Nullable String accountId() {
        return accountId;
    }
}
