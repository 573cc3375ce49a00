package io.playcaller.router.delivery.slack.in;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.router.delivery.slack.SlackAct;
import io.playcaller.router.delivery.slack.SlackPress;
import io.playcaller.router.delivery.slack.out.PgSlack;
import io.playcaller.router.delivery.slack.out.SlackConnector;
import io.playcaller.router.delivery.slack.out.SlackReplies;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.task.Deed;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.UnreadableTask;
import io.playcaller.router.task.app.TaskDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Does what people press, as the person whom Slack names. The cards change by the ledger, like with any act; who pressed hears
 * only of what cannot be done.
 */
@ApplicationScoped
class SlackPresses {

    private final TaskDesk desk;
    private final CurrentRules rules;
    private final PgSlack store;
    private final SlackReplies replies;
    private final BusinessClock clock;

    SlackPresses(TaskDesk desk, CurrentRules rules, PgSlack store, SlackReplies replies, BusinessClock clock) {
        this.desk = desk;
        this.rules = rules;
        this.store = store;
        this.replies = replies;
        this.clock = clock;
    }

    /** Done, or refused, when it ends. What is none of ours does nothing. */
    Uni<Void> take(byte[] form) {
        Optional<SlackPress> press = SlackPayload.read(form);
        Optional<SlackAct> act = press.flatMap(SlackPresses::act);
        return press.isPresent() && act.isPresent()
                ? staffId(press.get().userId()).chain(staffId -> take(press.get(), act.get(), staffId))
                : Uni.createFrom().voidItem();
    }

    private static Optional<SlackAct> act(SlackPress press) {
        return SlackAct.of(press.actionId(), press.value(), press.at());
    }

    private Uni<Void> take(SlackPress press, SlackAct act, Optional<String> staffId) {
        if (staffId.isEmpty()) {
            replies.tell(
                    press.responseUrl(),
                    "Playcaller does not know you: nobody in the directory has your e-mail "
                            + "address or your Slack id. CS Ops can add it.");
            return Uni.createFrom().voidItem();
        }
        return desk.act(act.taskId(), new Deed(desk.actor(staffId.get()), act.act(), act.key()))
                .invoke(decision -> refuse(press, decision))
                .replaceWithVoid()
                .onFailure(UnreadableTask.class)
                .recoverWithUni(broken -> {
                    replies.tell(
                            press.responseUrl(),
                            "This task cannot be read now, and nothing was done. Who runs Playcaller finds why in its log.");
                    return Uni.createFrom().voidItem();
                });
    }

    private void refuse(SlackPress press, Optional<TaskDecision> decision) {
        if (decision.isEmpty()) {
            replies.tell(press.responseUrl(), "There is no such task any more.");
        } else if (decision.get() instanceof Refused refused) {
            replies.tell(press.responseUrl(), refused.sentence());
        }
    }

    /** By the id that the directory states, else by that which was found for an e-mail address. */
    private Uni<Optional<String>> staffId(String userId) {
        Optional<String> stated = rules.get().directory().people().stream()
                .filter(person -> person.identityIn(SlackConnector.NAME)
                        .filter(userId::equals)
                        .isPresent())
                .map(StaffMember::staffId)
                .findFirst();
        return stated.isPresent()
                ? Uni.createFrom().item(stated.filter(this::isHere))
                : store.staffOf(userId).map(found -> found.filter(this::isHere));
    }

    private boolean isHere(String staffId) {
        return rules.get()
                .directory()
                .person(staffId)
                .filter(person -> !person.hasLeft(clock.instant()))
                .isPresent();
    }
}
