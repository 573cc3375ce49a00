package io.playcaller.router.delivery.app;

import io.playcaller.router.delivery.ToolEvent;
import io.playcaller.router.delivery.ToolEvent.Who;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.TaskAct;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is done in a tool, as acts of people of the directory.
 *
 * @param now by business time
 * @param ahead how far that is ahead of the tool's
 */
record ToolActs(String tool, Directory directory, Instant now, Duration ahead) {

    /** Beyond this the words of a person are cut. */
    private static final int LONGEST_WORDS = 4_000;

    /** What an event comes to here. */
    sealed interface Meaning {}

    record Act(TaskAct act) implements Meaning {}

    /** @param because for whoever reads the answer */
    record Nothing(String because) implements Meaning {}

    /** Whom the directory does not know acts as a stranger: enough to end a task and to say something. */
    Actor actor(Who who) {
        return person(who)
                .map(one -> new Actor(one.staffId(), one.staffId(), one.name()))
                .orElseGet(() -> new Actor(null, tool + "/" + who.id(), who.name() + " (" + tool + ")"));
    }

    private Optional<StaffMember> person(Who who) {
        return directory.people().stream()
                .filter(one -> one.identityIn(tool)
                        .map(who.id()::equals)
                        .orElseGet(() -> one.email().equalsIgnoreCase(who.email())))
                .findFirst();
    }

    Meaning meaning(ToolEvent event) {
        ToolEvent.What what = event.what();
        if (what instanceof ToolEvent.Ended ended) {
            return new Act(new TaskAct.Complete(ended.outcome(), null, null, null));
        }
        if (what instanceof ToolEvent.Said said) {
            return new Act(new TaskAct.Comment(shortened(said.words())));
        }
        return what instanceof ToolEvent.Given given
                ? given(actor(event.who()), given)
                : new Act(new TaskAct.Acknowledge(false));
    }

    private Meaning given(Actor by, ToolEvent.Given given) {
        if (by.staffId() == null) {
            return new Nothing(by.name() + " is not in the directory and may give tasks to nobody");
        }
        if (given.to().isEmpty()) {
            return new Nothing("nobody has it there; here its person keeps it");
        }
        StaffMember to = person(given.to().get()).orElse(null);
        if (to == null) {
            return new Nothing("the directory knows nobody by that id");
        }
        return to.hasLeft(now)
                ? new Nothing(to.name() + " has left and can have no task")
                : new Act(new TaskAct.Reassign(
                        to.staffId(),
                        to.name(),
                        tool,
                        null,
                        given.at().map(at -> at.plus(ahead)).orElse(null)));
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…";
    }
}
