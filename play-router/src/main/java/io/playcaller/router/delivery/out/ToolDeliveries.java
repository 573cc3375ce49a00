package io.playcaller.router.delivery.out;

import io.playcaller.router.delivery.Background;
import io.playcaller.router.delivery.Delivery;
import io.playcaller.router.delivery.ToolTask;
import io.playcaller.router.store.Columns;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import java.util.List;

/** What a tool that keeps tasks is sent of them. */
public final class ToolDeliveries {

    private final String tool;
    private final DueDays dueDays;

    /** @param tool name of its connector */
    public ToolDeliveries(String tool, DueDays dueDays) {
        this.tool = tool;
        this.dueDays = dueDays;
    }

    /** Of a change; none when the tool is not told of it. */
    public List<Delivery> of(TaskDecision.Changed change, Background background) {
        return ToolTask.of(change, background, tool, dueDays::of).stream()
                .map(task -> Delivery.of(change.after(), tool, ToolTask.purpose(change), Columns.json(task)))
                .toList();
    }

    /** Of a task as it stands. */
    public Delivery again(Task task, String purpose, Background background) {
        return Delivery.of(task, tool, purpose, Columns.json(ToolTask.again(task, background, tool, dueDays.of(task))));
    }
}
