package io.playcaller.router.delivery.app;

import io.playcaller.router.delivery.ToolEvent;
import io.playcaller.router.delivery.ToolEvent.Who;
import io.playcaller.router.delivery.out.PgTasksInTools;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.task.Actor;
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

    /** Beyond this the words of a person are cut. */
    private static final int LONGEST_WORDS = 4_000;

    private final PgTasksInTools kept;
    private final TaskDesk desk;
    private final CurrentRules rules;

    Callbacks(PgTasksInTools kept, TaskDesk desk, CurrentRules rules) {
        this.kept = kept;
        this.desk = desk;
        this.rules = rules;
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
        Actor actor = actor(tool, event.who());
        return act(tool, event, actor)
                .map(act -> desk.act(taskId, new Deed(actor, act, tool + "/" + event.key()))
                        .map(decision -> outcome(event, decision)))
                .orElseGet(
                        () -> Uni.createFrom().item(Outcome.ignored(event, "the directory knows nobody by that id")));
    }

    /** Whom the directory does not know acts as a stranger: enough to end a task and to say something. */
    private Actor actor(String tool, Who who) {
        return person(tool, who)
                .map(one -> new Actor(one.staffId(), one.staffId(), one.name()))
                .orElseGet(() -> new Actor(null, tool + "/" + who.id(), who.name() + " (" + tool + ")"));
    }

    private Optional<StaffMember> person(String tool, Who who) {
        return rules.get().directory().people().stream()
                .filter(one -> one.identityIn(tool)
                        .map(who.id()::equals)
                        .orElseGet(() -> one.email().equalsIgnoreCase(who.email())))
                .findFirst();
    }

    /** Empty for what cannot be done here: a task that nobody has, or that somebody has whom we do not know. */
    private Optional<TaskAct> act(String tool, ToolEvent event, Actor actor) {
        ToolEvent.What what = event.what();
        if (what instanceof ToolEvent.Ended ended) {
            return Optional.of(new TaskAct.Complete(ended.outcome(), null, null, null));
        }
        if (what instanceof ToolEvent.Said said) {
            String words = said.words();
            return Optional.of(new TaskAct.Comment(
                    words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…"));
        }
        if (what instanceof ToolEvent.Given given) {
            return given.to()
                    .flatMap(who -> person(tool, who))
                    .map(to -> new TaskAct.Reassign(
                            to.staffId(), actor.name() + " gave it to " + to.name() + " in " + tool + "."));
        }
        return Optional.of(new TaskAct.Acknowledge(true));
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
