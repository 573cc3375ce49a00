package io.playcaller.router.delivery.person;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.work.DueTimes;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.delivery.Background;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task after one of its steps, as one of our people reads it.
 *
 * @param first whether this is the step that made it
 * @param account its name, else its id; empty where the task is about none
 * @param happened the step, for people
 * @param sentence what it is about
 * @param precision how often its reason was right; empty while nobody has judged it
 * @param evidence a few sentences that show why
 * @param assignee name of who has it; empty while nobody has
 * @param why it came to them, or to nobody
 */
public record TaskNote(
        UUID taskId,
        long rev,
        boolean first,
        TaskState state,
        String title,
        String ask,
        String account,
        String severity,
        String happened,
        String sentence,
        String precision,
        List<String> evidence,
        @Nullable Money valueAtRisk,
        String assignee,
        String why,
        DueTimes due) {

    private static final int EVIDENCE = 5;

    /** One that a version of before wrote says nothing of its reason. */
    public TaskNote {
        precision = precision == null ? "" : precision;
        evidence = List.copyOf(evidence);
    }

    public static TaskNote of(TaskDecision.Changed change, Background background) {
        Task task = change.after();
        return new TaskNote(
                task.taskId(),
                task.rev(),
                change.before() == null,
                task.state(),
                task.order().title(),
                task.order().ask(),
                accountOf(task),
                task.severity().name().toLowerCase(Locale.ROOT),
                change.step().sentence(),
                task.signal().sentence(),
                background.precisions().words(task),
                task.signal().evidence().stream()
                        .limit(EVIDENCE)
                        .map(Evidence::sentence)
                        .toList(),
                task.signal().valueAtRisk(),
                background
                        .directory()
                        .person(task.assignment().staffId())
                        .map(StaffMember::name)
                        .orElse(""),
                task.assignment().sentence(),
                task.due());
    }

    /** The name of the account of a task, else its id; empty where it is about none. */
    public static String accountOf(Task task) {
        AccountSnapshot account = task.signal().account();
        String id = task.signal().accountId();
        if (account != null) {
            return account.name();
        }
        return id == null ? "" : id;
    }

    /** Whether something can still be done about it. */
    public boolean isOpen() {
        return state == TaskState.OPEN || state == TaskState.ACKNOWLEDGED;
    }
}
