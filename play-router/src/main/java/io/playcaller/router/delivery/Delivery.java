package io.playcaller.router.delivery;

import io.playcaller.contracts.Ids;
import io.playcaller.router.delivery.person.Recipient;
import io.playcaller.router.task.Task;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message about a task for one tool.
 *
 * @param deliveryId derived from (task, connector, purpose), and the message's id in the tool: sent twice, it is known
 * @param taskId of a digest, which is about no one task, its own id
 * @param purpose what it tells, such as {@code created} or {@code breached/accept/1/2}
 * @param body JSON as its connector wrote it when the task changed
 * @param rev of the task that it tells of: messages of one task are in this order
 * @param recipient which person or channel it is for; null where it is for the tool as such
 */
public record Delivery(
        UUID deliveryId,
        UUID taskId,
        String connector,
        String purpose,
        String body,
        long rev,
        @Nullable Recipient recipient) {

    /** For the tool as such. */
    public Delivery(UUID deliveryId, UUID taskId, String connector, String purpose, String body, long rev) {
        this(deliveryId, taskId, connector, purpose, body, rev, null);
    }

    public static Delivery of(Task task, String connector, String purpose, String body) {
        return of(task, connector, purpose, body, null);
    }

    /** For a person or a channel: what several of them hear of one step are several messages. */
    public static Delivery to(Recipient recipient, Task task, String connector, String purpose, String body) {
        return of(task, connector, purpose + "/" + recipient.id(), body, recipient);
    }

    private static Delivery of(
            Task task, String connector, String purpose, String body, @Nullable Recipient recipient) {
        return new Delivery(
                Ids.derived("delivery", task.taskId(), connector, purpose),
                task.taskId(),
                connector,
                purpose,
                body,
                task.rev(),
                recipient);
    }
}
