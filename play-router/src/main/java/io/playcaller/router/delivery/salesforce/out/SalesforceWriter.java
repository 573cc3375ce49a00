package io.playcaller.router.delivery.salesforce.out;

import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.delivery.Attempt;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.ToolCopy;
import io.playcaller.router.delivery.ToolTask;
import io.playcaller.router.delivery.salesforce.SalesforceTask;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes a task in Salesforce stand as ours does, under its key: what comes twice is one task. */
final class SalesforceWriter {

    private final SalesforceApi api;
    private final SalesforceTask words;
    private final String keyField;

    SalesforceWriter(SalesforceApi api, SalesforceTask words, String keyField) {
        this.api = api;
        this.words = words;
        this.keyField = keyField;
    }

    Uni<Receipt> write(Attempt attempt, ToolTask task) {
        return attempt.isFirstOfTask()
                ? api.upsert(task.taskId(), words.fields(task, true)).map(SalesforceAnswer::receipt)
                : lookAndWrite(task);
    }

    /** Who ended it there meanwhile does not find it open again. */
    private Uni<Receipt> lookAndWrite(ToolTask task) {
        return api.find(task.taskId()).chain(found -> {
            if (!found.isFine() && !found.isUnknown()) {
                return Uni.createFrom().item(found.receipt());
            }
            boolean ended = found.body().path("IsClosed").asBoolean(false);
            return api.upsert(task.taskId(), words.fields(task, !ended))
                    .map(written -> named(written.receipt(), found));
        });
    }

    /** An update answers with nothing; what it is called is known from before. */
    private static Receipt named(Receipt receipt, SalesforceAnswer found) {
        return receipt instanceof Receipt.Taken taken && taken.externalId().isEmpty()
                ? new Receipt.Taken(
                        taken.status(),
                        Optional.of(found.body().path("Id").asText("")).filter(id -> !id.isEmpty()))
                : receipt;
    }

    /** Of a closed one Salesforce says no more than that: it counts as succeeded, as in a callback that does not say. */
    Uni<List<ToolCopy>> copies(List<UUID> taskIds) {
        return api.query(SalesforceTask.question(keyField, taskIds)).map(answer -> {
            if (!answer.isFine()) {
                throw new IllegalStateException("Salesforce was asked and answered with "
                        + answer.http().status() + " " + answer.code());
            }
            List<ToolCopy> copies = new ArrayList<>();
            answer.body()
                    .path("records")
                    .forEach(record -> copies.add(new ToolCopy(
                            UUID.fromString(record.path(keyField).asText()),
                            record.path("Id").asText(),
                            record.path("IsClosed").asBoolean() ? PlayOutcome.SUCCEEDED : null)));
            return copies;
        });
    }
}
