package io.playcaller.router.delivery.app;

import io.playcaller.router.delivery.Background;
import io.playcaller.router.delivery.Delivery;
import io.playcaller.router.delivery.ToolCopy;
import io.playcaller.router.task.Task;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** A connector to a tool that keeps tasks of its own and can be asked for them. */
public interface TaskTool extends Connector {

    /** Of these tasks those that the tool has, under the keys that we gave them; several copies of one where it has several. */
    Uni<List<ToolCopy>> copies(List<UUID> taskIds);

    /**
     * The whole of a task once more, because the tool was found to differ.
     *
     * @param purpose names this message among all about the task
     */
    Delivery again(Task task, String purpose, Background background);
}
