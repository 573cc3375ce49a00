package io.playcaller.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.ChildScoreChanged;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.FactRef;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.register.ParentLink;
import io.playcaller.health.engine.model.RollUp;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Family;
import io.playcaller.health.engine.testing.Models;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which fact is named for what children do to a score, and amounts that nobody has. */
class RollUpReasonsTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final FactsOf berlin = FactsOf.account("berlin");
    private final FactsOf munich = FactsOf.account("munich");

    /** The mean of the account with children of 31 and of 70. */
    private final Family family = new Family(new HealthEngine(Models.rolling(RollUp.ARR)))
            .tick(Day.start(0))
            .fact(child(berlin))
            .fact(child(munich))
            .fact(acme.nps(Day.at(0, 9), 10))
            .fact(munich.override(Day.at(1, 9), null, 70_000, Day.start(60)))
            .fact(berlin.override(Day.at(1, 9), null, 31_000, Day.start(60)));

    @Test
    void whatAChildDidByTooLittleToBeSaidIsStillItsDoingWhenAnotherFactBringsItUp() {
        int announced = family.changes("acme").size();
        family.fact(berlin.override(Day.at(1, 10), null, 32_000, Day.start(60)));
        assertThat(family.changes("acme")).hasSize(announced);
        FactRef told = toldLast();

        Event<?> judged = acme.override(Day.at(1, 11), "nps", 40_000, Day.start(60));
        family.fact(judged);

        HealthChanged change = newest();
        assertThat(Objects.requireNonNull(change.fact()).id())
                .isEqualTo(judged.envelope().id());
        assertThat(byChildren(change)).singleElement().satisfies(part -> {
            assertThat(part.points()).isPositive();
            assertThat(part.evidence()).isEqualTo(told);
        });
    }

    @Test
    void whatAChildDidByTooLittleToBeSaidIsItsDoingAtMidnight() {
        family.fact(berlin.override(Day.at(1, 10), null, 32_000, Day.start(60)));
        FactRef told = toldLast();

        family.until(Day.start(2));

        assertThat(family.state("acme").score())
                .isEqualTo(family.score("acme", family.now()).score());
        assertThat(byChildren(newest()))
                .singleElement()
                .satisfies(part -> assertThat(part.evidence()).isEqualTo(told));
    }

    @Test
    void whatComesBackBeforeItWasSaidIsForgotten() {
        family.fact(berlin.override(Day.at(1, 10), null, 32_000, Day.start(60)));
        assertThat(family.state("acme").unsaid()).isTrue();

        family.fact(berlin.override(Day.at(1, 11), null, 31_000, Day.start(60)));

        assertThat(family.state("acme").unsaid()).isFalse();
    }

    @Test
    void whereTheOwnScoreMovesUnderItsChildrenThatFactIsNamed() {
        Event<?> answer = acme.nps(Day.at(1, 12), 0);
        family.fact(answer);

        assertThat(byChildren(newest()))
                .singleElement()
                .satisfies(part -> assertThat(
                                Objects.requireNonNull(part.evidence()).id())
                        .isEqualTo(answer.envelope().id()));
    }

    @Test
    void amountsThatNobodyHasStopNobody() {
        family.fact(berlin.contract(Day.at(2, 9), "c-b", Day.MONDAY, Long.MAX_VALUE, 1, 1))
                .fact(child(FactsOf.account("holding"), "top"))
                .fact(acme.under(Day.at(2, 9), 1, new ParentLink("holding", Day.MONDAY, null)))
                .fact(acme.contract(Day.at(2, 10), "c-a", Day.MONDAY, Long.MAX_VALUE, 1, 1));

        ChildScoreChanged told = family.told().stream()
                .filter(one -> one.childId().equals("acme"))
                .reduce((one, next) -> next)
                .orElseThrow();
        assertThat(Objects.requireNonNull(told.arr()).minor()).isEqualTo(Long.MAX_VALUE);
    }

    private FactRef toldLast() {
        ChildScoreChanged told = family.told().get(family.told().size() - 1);
        return Family.reference(told);
    }

    private HealthChanged newest() {
        List<HealthChanged> changes = family.changes("acme");
        return changes.get(changes.size() - 1);
    }

    private static Event<?> child(FactsOf account) {
        return child(account, "acme");
    }

    private static Event<?> child(FactsOf account, String parentId) {
        return account.under(Day.at(0, 1), 1, new ParentLink(parentId, Day.MONDAY, null));
    }

    private static List<Contribution> byChildren(HealthChanged change) {
        return change.contributions().stream()
                .filter(part -> part.cause() == Cause.CHILD)
                .toList();
    }
}
