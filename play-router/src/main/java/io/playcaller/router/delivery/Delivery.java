package io.playcaller.router.delivery;

import io.playcaller.contracts.Ids;
import io.playcaller.router.task.Task;
import java.util.UUID;

/**
 * One message about a task for one tool.
 *
 * @param deliveryId derived from (task, connector, purpose), and the message's id in the tool: sent twice, it is known
 * @param purpose what it tells, such as {@code created} or {@code breached/accept/1/2}
 * @param body JSON as its connector wrote it when the task changed
 * @param rev of the task that it tells of: messages of one task are in this order
 */
public record Delivery(UUID deliveryId, UUID taskId, String connector, String purpose, String body, long rev) {

    public static Delivery of(Task task, String connector, String purpose, String body) {
        return new Delivery(
                Ids.derived("delivery", task.taskId(), connector, purpose),
                task.taskId(),
                connector,
                purpose,
                body,
                task.rev());
    }
}
