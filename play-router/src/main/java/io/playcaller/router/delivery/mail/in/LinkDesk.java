package io.playcaller.router.delivery.mail.in;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.Ids;
import io.playcaller.router.delivery.mail.ActionLink;
import io.playcaller.router.delivery.mail.LinkPage;
import io.playcaller.router.delivery.mail.Links;
import io.playcaller.router.delivery.mail.out.SignedLinks;
import io.playcaller.router.delivery.person.Completion;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.task.Deed;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskAct;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.TaskDecision.Unchanged;
import io.playcaller.router.task.UnreadableTask;
import io.playcaller.router.task.app.TaskDesk;
import io.playcaller.router.task.out.PgTaskQueries;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** Does what links say, as the person whom they name; a link is good for one act. */
@ApplicationScoped
class LinkDesk {

    private static final String NO_LINK = "This link does not work";

    private final Optional<Links> links;
    private final TaskDesk desk;
    private final PgTaskQueries tasks;
    private final CurrentRules rules;
    private final BusinessClock clock;

    LinkDesk(SignedLinks links, TaskDesk desk, PgTaskQueries tasks, CurrentRules rules, BusinessClock clock) {
        this.links = links.configured();
        this.desk = desk;
        this.tasks = tasks;
        this.rules = rules;
        this.clock = clock;
    }

    Uni<LinkPage> ask(String token) {
        return checked(
                token,
                (link, person) -> tasks.find(link.taskId())
                        .map(found -> found.map(seen -> asking(link, person, seen.task()))
                                .orElseGet(LinkDesk::noTask))
                        .onFailure(UnreadableTask.class)
                        .recoverWithItem(LinkDesk::unreadable));
    }

    private static LinkPage asking(ActionLink link, StaffMember person, Task task) {
        String title = task.order().title();
        return task.isOpen()
                ? LinkPage.asking(link, title, task.order().ask(), person.name())
                : LinkPage.saying(409, title, "This task has ended: nothing is to be done any more.");
    }

    Uni<LinkPage> act(String token, String choice) {
        return checked(token, (link, person) -> {
            Optional<TaskAct> act = act(link, choice);
            return act.isEmpty()
                    ? said(400, NO_LINK, "Choose one of what the page offers.")
                    : desk.act(link.taskId(), new Deed(desk.actor(person.staffId()), act.get(), key(token)))
                            .map(decision -> decision.map(LinkDesk::done).orElseGet(LinkDesk::noTask))
                            .onFailure(UnreadableTask.class)
                            .recoverWithItem(LinkDesk::unreadable);
        });
    }

    /** One act a link: the second time it is the same one, or refused. */
    private static String key(String token) {
        return "link:" + Ids.derived("link", token);
    }

    private Optional<TaskAct> act(ActionLink link, String choice) {
        return switch (link.act()) {
            case ACKNOWLEDGE -> Optional.of(new TaskAct.Acknowledge(false));
            case COMPLETE -> Completion.ofValue(choice).map(Completion::act);
            case SNOOZE ->
                choice.matches("[1-7]")
                        ? Optional.of(new TaskAct.Snooze(
                                clock.instant().plus(Duration.ofDays(Long.parseLong(choice))), "Snoozed by mail."))
                        : Optional.empty();
        };
    }

    private static LinkPage done(TaskDecision decision) {
        if (decision instanceof Refused refused) {
            return refused.code().equals("idempotency.reused")
                    ? LinkPage.saying(409, "Done already", "This link was used already. The next letter has a new one.")
                    : LinkPage.saying(409, refused.task().order().title(), refused.sentence());
        }
        if (decision instanceof Unchanged unchanged) {
            return LinkPage.saying(200, unchanged.task().order().title(), unchanged.because());
        }
        return LinkPage.saying(200, "Done", "Thank you: it is written down.");
    }

    private Uni<LinkPage> checked(String token, BiFunction<ActionLink, StaffMember, Uni<LinkPage>> then) {
        Instant now = clock.instant();
        Optional<ActionLink> link = links.flatMap(known -> known.keys().read(token));
        if (link.isEmpty()) {
            return said(404, NO_LINK, "It is not one of ours, or was cut off on its way. Copy the whole of it.");
        }
        if (link.get().isExpired(now.minus(clock.offset()))) {
            return said(410, NO_LINK, "It worked for seven days. The digest of the next morning has a new one.");
        }
        return rules.get()
                .directory()
                .person(link.get().staffId())
                .filter(person -> !person.hasLeft(now))
                .map(person -> then.apply(link.get(), person))
                .orElseGet(() -> said(403, NO_LINK, "Its person is not in the directory any more."));
    }

    private static LinkPage noTask() {
        return LinkPage.saying(404, NO_LINK, "There is no such task any more.");
    }

    private static LinkPage unreadable(Throwable broken) {
        return LinkPage.saying(
                500,
                "This task cannot be read",
                "Nothing was done. It is stored in a form that Playcaller cannot read now; who runs it finds why in its log.");
    }

    private static Uni<LinkPage> said(int status, String title, String words) {
        return Uni.createFrom().item(LinkPage.saying(status, title, words));
    }
}
