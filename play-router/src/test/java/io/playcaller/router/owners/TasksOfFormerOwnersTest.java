package io.playcaller.router.owners;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.Owner;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.signal.AccountDesk;
import io.playcaller.router.signal.SignalDecider;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Reassignment;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ben has a task of an account that is to be ana's. */
class TasksOfFormerOwnersTest {

    private static final Instant MADE = Instant.parse("2026-03-02T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final long NEWER = 1_000_000;

    private final RouterRules rules = TestRules.read();
    private final TasksOfFormerOwners following = new TasksOfFormerOwners(rules, MADE.plus(Duration.ofHours(3)));

    @Test
    void anOpenTaskGoesToWhomTheRegisterNamesInstead() {
        List<Changed> changes = passedOn(ofBen(), owner("ana", TODAY.minusDays(1), null));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.after().assignment().staffId()).isEqualTo("ana");
            assertThat(change.after().assignment().how()).isEqualTo("named-owner");
        });
        Task after = changes.get(0).after();
        assertThat(passedOn(after, owner("ana", TODAY.minusDays(1), null)))
                .as("it is not passed on again")
                .isEmpty();
    }

    @Test
    void itGoesOnTheDayThatTheyHaveItAndNotBefore() {
        Owner until = owner("ben", TODAY.minusDays(90), TODAY.plusDays(1));

        assertThat(passedOn(ofBen(), until, owner("ana", TODAY.plusDays(1), null)))
                .isEmpty();
        assertThat(passedOn(ofBen(), owner("ben", TODAY.minusDays(90), TODAY), owner("ana", TODAY, null)))
                .hasSize(1);
    }

    @Test
    void itStaysWhereNobodyHereOwnsTheAccountNow() {
        assertThat(passedOn(ofBen())).isEmpty();
        assertThat(passedOn(ofBen(), owner("a-stranger", TODAY.minusDays(1), null)))
                .isEmpty();
    }

    @Test
    void whatSomebodyWasGivenByHandStaysTheirs() {
        Task task = ofBen();
        Assignment byHand = new Assignment("csm", "vera", "by-hand", "Vera knows them.");
        Task given = ((Changed) new Reassignment(
                                Actor.stranger("lea"), byHand, rules.calendarOf(byHand), rules.calendarOf(byHand))
                        .of(task, MADE))
                .after();

        assertThat(passedOn(given, owner("ana", TODAY.minusDays(1), null))).isEmpty();
    }

    private List<Changed> passedOn(Task task, Owner... owners) {
        KnownAccount account = new KnownAccount("Acme", List.of(owners), NEWER, null, null);
        return following.passedOn(List.of(task), Map.of("a", account), Workload.EMPTY);
    }

    private static Owner owner(String staffId, LocalDate from, @Nullable LocalDate until) {
        return new Owner("csm", staffId, from, until);
    }

    private Task ofBen() {
        return new SignalDecider(Router.of(rules, MADE))
                .decide(AccountDesk.EMPTY, Signals.of("a").owner("csm", "ben").build(), Workload.EMPTY)
                .tasks()
                .get(0)
                .after();
    }
}
