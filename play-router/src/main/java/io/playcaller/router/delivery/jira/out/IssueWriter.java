package io.playcaller.router.delivery.jira.out;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.router.delivery.Attempt;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.ToolTask;
import io.playcaller.router.delivery.jira.Adf;
import io.playcaller.router.delivery.jira.Category;
import io.playcaller.router.delivery.jira.JiraIssue;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes an issue stand as a task does: found or created, written over, moved on, commented on. Each step looks before it does
 * what must not be done twice, since nothing that Jira does has a key of ours.
 */
final class IssueWriter {

    private final JiraApi api;
    private final JiraIssue words;

    IssueWriter(JiraApi api, JiraIssue words) {
        this.api = api;
        this.words = words;
    }

    /** An answer that ends the attempt; the connector makes a receipt of it. */
    private static final class Ends extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Receipt receipt;

        Ends(Receipt receipt) {
            super("the attempt ends here", null, false, false);
            this.receipt = receipt;
        }
    }

    Uni<Receipt> write(Attempt attempt, ToolTask task) {
        return issue(attempt, task)
                .call(id -> moved(id, Category.of(task.state())))
                .call(id -> commented(id, attempt, task))
                .map(id -> (Receipt) new Receipt.Taken(200, Optional.of(id)))
                .onFailure(Ends.class)
                .recoverWithItem(end -> end.receipt);
    }

    /** Its id, once it is there with the fields that it is to have. */
    private Uni<String> issue(Attempt attempt, ToolTask task) {
        if (attempt.externalId().isPresent()) {
            return changed(attempt.externalId().get(), task);
        }
        return attempt.isFirstOfTask()
                ? created(task)
                : found(task.taskId()).chain(id -> id.isEmpty() ? created(task) : changed(id.get(), task));
    }

    private Uni<String> created(ToolTask task) {
        return api.create(words.created(task))
                .map(answer -> fine(answer).path("id").asText());
    }

    /** One that was deleted there is made again as long as there is something to do. */
    private Uni<String> changed(String id, ToolTask task) {
        return api.change(id, words.changed(task)).chain(answer -> {
            if (!answer.isUnknown()) {
                fine(answer);
                return Uni.createFrom().item(id);
            }
            if (task.state().isEnd()) {
                throw new Ends(new Receipt.Taken(answer.http().status()));
            }
            return found(task.taskId())
                    .chain(other ->
                            other.map(known -> Uni.createFrom().item(known)).orElseGet(() -> created(task)));
        });
    }

    private Uni<Optional<String>> found(UUID taskId) {
        return api.search(words.question(List.of(taskId)), 2).map(answer -> {
            JsonNode first = fine(answer).path("issues").path(0).path("id");
            return first.isMissingNode() ? Optional.empty() : Optional.of(first.asText());
        });
    }

    private Uni<Void> moved(String id, Category to) {
        if (to == Category.NEW) {
            return Uni.createFrom().voidItem();
        }
        return api.status(id).chain(answer -> {
            String key = fine(answer).at("/fields/status/statusCategory/key").asText();
            return Category.ofKey(key).filter(now -> !now.isBefore(to)).isPresent()
                    ? Uni.createFrom().voidItem()
                    : move(id, to);
        });
    }

    private Uni<Void> move(String id, Category to) {
        return api.transitions(id)
                .chain(answer -> {
                    for (JsonNode transition : fine(answer).path("transitions")) {
                        if (transition.at("/to/statusCategory/key").asText().equals(to.key())) {
                            return api.move(id, transition.path("id").asText());
                        }
                    }
                    throw new Ends(new Receipt.Refused(
                            Optional.empty(),
                            "no transition of issue " + id + " leads to a status of the category " + to.key()
                                    + "; the workflow of the project must let our account do that"));
                })
                .invoke(IssueWriter::fine)
                .replaceWithVoid();
    }

    private Uni<Void> commented(String id, Attempt attempt, ToolTask task) {
        String comment = task.happened();
        if (comment == null) {
            return Uni.createFrom().voidItem();
        }
        String mark = "[" + attempt.delivery().deliveryId().toString().substring(0, 8) + "]";
        Uni<Boolean> isThere = attempt.mayHaveArrived()
                ? api.comments(id).map(answer -> fine(answer).toString().contains(mark))
                : Uni.createFrom().item(false);
        return isThere.chain(there -> there
                ? Uni.createFrom().voidItem()
                : api.comment(id, Adf.document(comment + " " + mark))
                        .invoke(IssueWriter::fine)
                        .replaceWithVoid());
    }

    private static JsonNode fine(JiraAnswer answer) {
        if (!answer.isFine()) {
            throw new Ends(answer.fault());
        }
        return answer.body();
    }
}
