package io.playcaller.router.delivery;

import io.playcaller.contracts.Ids;
import java.util.UUID;

/**
 * One message about a task for one tool.
 *
 * @param deliveryId derived from (task, connector, purpose), and the message's id in the tool: sent twice, it is known
 * @param purpose what it tells, such as {@code created} or {@code breached/accept/1/2}
 * @param body JSON as it is signed and sent
 */
public record Delivery(UUID deliveryId, UUID taskId, String connector, String purpose, String body) {

    public static Delivery of(UUID taskId, String connector, String purpose, String body) {
        return new Delivery(Ids.derived("delivery", taskId, connector, purpose), taskId, connector, purpose, body);
    }
}
