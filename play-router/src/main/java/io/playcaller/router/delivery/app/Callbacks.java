package io.playcaller.router.delivery.app;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.router.delivery.ToolEvent;
import io.playcaller.router.delivery.out.PgTasksInTools;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.task.Deed;
import io.playcaller.router.task.TaskAct;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.TaskDecision.Unchanged;
import io.playcaller.router.task.app.TaskDesk;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What people do in tools becomes the same acts as here, by the same people. Each is done once, under the key of its event.
 * Whose act changes nothing, or cannot be, is answered so: the tool need not send it again.
 */
@ApplicationScoped
public class Callbacks {

    private final PgTasksInTools kept;
    private final TaskDesk desk;
    private final CurrentRules rules;
    private final BusinessClock clock;

    Callbacks(PgTasksInTools kept, TaskDesk desk, CurrentRules rules, BusinessClock clock) {
        this.kept = kept;
        this.desk = desk;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What became of an event.
     *
     * @param outcome {@code done}, {@code unchanged} or {@code ignored}
     */
    public record Outcome(String event, String outcome, String because) {

        static Outcome ignored(ToolEvent event, String because) {
            return new Outcome(event.key(), "ignored", because);
        }
    }

    /** Does what somebody did to the task that the tool calls so. */
    public Uni<List<Outcome>> take(String tool, String externalId, List<ToolEvent> events) {
        return kept.task(tool, externalId)
                .chain(task -> task.map(taskId -> take(tool, taskId, events))
                        .orElseGet(() -> Uni.createFrom()
                                .item(events.stream()
                                        .map(event -> Outcome.ignored(event, "no task of ours is called " + externalId))
                                        .toList())));
    }

    /** Does what somebody did to a task. */
    public Uni<List<Outcome>> take(String tool, UUID taskId, List<ToolEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> take(tool, taskId, event))
                .collect()
                .asList();
    }

    private Uni<Outcome> take(String tool, UUID taskId, ToolEvent event) {
        ToolActs acts = new ToolActs(tool, rules.get().directory(), clock.instant(), clock.offset());
        ToolActs.Meaning meaning = acts.meaning(event);
        if (meaning instanceof ToolActs.Nothing nothing) {
            return Uni.createFrom().item(Outcome.ignored(event, nothing.because()));
        }
        TaskAct act = ((ToolActs.Act) meaning).act();
        return desk.act(taskId, new Deed(acts.actor(event.who()), act, tool + "/" + event.key()))
                .map(decision -> outcome(event, decision));
    }

    private static Outcome outcome(ToolEvent event, Optional<TaskDecision> decision) {
        TaskDecision made = decision.orElse(null);
        if (made instanceof Changed changed) {
            return new Outcome(event.key(), "done", changed.step().sentence());
        }
        if (made instanceof Unchanged unchanged) {
            return new Outcome(event.key(), "unchanged", unchanged.because());
        }
        return made instanceof Refused refused
                ? Outcome.ignored(event, refused.sentence())
                : Outcome.ignored(event, "there is no such task any more");
    }
}
