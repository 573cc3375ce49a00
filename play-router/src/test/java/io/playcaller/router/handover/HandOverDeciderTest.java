package io.playcaller.router.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.handover.HandOverAnswer.Changed;
import io.playcaller.router.handover.HandOverAnswer.Refused;
import io.playcaller.router.handover.HandOverAnswer.Unchanged;
import io.playcaller.router.store.Columns;
import io.playcaller.router.task.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HandOverDeciderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant ANSWER_BY = NOW.plus(Duration.ofDays(1));
    private static final Instant EFFECT = NOW.plus(Duration.ofDays(3));

    private static final Actor ANA = new Actor("ana", "ana", "Ana");
    private static final Actor BEN = new Actor("ben", "ben", "Ben");
    private static final Actor LEA = new Actor("lea", "lea", "Lea");

    @Test
    void onlyWhoIsToHaveTheAccountOrALeadAnswers() {
        assertThat(at(NOW).accept(proposed(), ANA)).isInstanceOf(Refused.class);
        assertThat(at(NOW).reject(proposed(), LEA, "No.")).isInstanceOf(Refused.class);
        assertThat(after(at(NOW).accept(proposed(), LEA.leading(true))).state()).isEqualTo(HandOverState.ACCEPTED);
        assertThat(after(at(NOW).accept(proposed(), BEN)).answeredBy()).isEqualTo("ben");
    }

    @Test
    void whoWasToldBecauseNobodyAnsweredMayAnswer() {
        assertThat(at(ANSWER_BY.minusSeconds(1)).escalate(proposed(), "lea")).isInstanceOf(Unchanged.class);

        AccountHandOver late = after(at(ANSWER_BY).escalate(proposed(), "lea"));

        assertThat(late.lead()).isEqualTo("lea");
        assertThat(late.lookAt()).as("said once").isNull();
        assertThat(at(ANSWER_BY).escalate(late, "lea")).isInstanceOf(Unchanged.class);
        assertThat(after(at(ANSWER_BY).accept(late, LEA)).state()).isEqualTo(HandOverState.ACCEPTED);
    }

    @Test
    void untilItsInstantTheAccountStaysAlsoWhenItIsAccepted() {
        AccountHandOver accepted = after(at(NOW).accept(proposed(), BEN));

        assertThat(at(EFFECT.minusSeconds(1)).takeEffect(accepted)).isInstanceOf(Unchanged.class);
        assertThat(after(at(EFFECT).takeEffect(accepted)).state()).isEqualTo(HandOverState.EFFECTIVE);
    }

    @Test
    void whatIsNotAcceptedNeverTakesEffectHoweverLate() {
        Instant late = EFFECT.plus(Duration.ofDays(30));
        AccountHandOver rejected = after(at(NOW).reject(proposed(), BEN, "Nobody wrote what was promised."));

        assertThat(at(late).takeEffect(proposed())).isInstanceOf(Unchanged.class);
        assertThat(at(late).takeEffect(rejected)).isInstanceOf(Unchanged.class);
        assertThat(at(late).accept(rejected, BEN)).isInstanceOf(Refused.class);
        assertThat(rejected.because()).isEqualTo("Nobody wrote what was promised.");
    }

    @Test
    void whoProposedItTakesItBackUntilItIsEffective() {
        AccountHandOver accepted = after(at(NOW).accept(proposed(), BEN));
        AccountHandOver effective = after(at(EFFECT).takeEffect(accepted));

        assertThat(after(at(NOW).withdraw(accepted, ANA, "She stays.")).state()).isEqualTo(HandOverState.WITHDRAWN);
        assertThat(at(NOW).withdraw(accepted, BEN, "No.")).isInstanceOf(Refused.class);
        assertThat(at(EFFECT).withdraw(effective, ANA, "Too late.")).isInstanceOf(Refused.class);
    }

    @Test
    void whatWasRejectedIsWithdrawnWhereNobodyIsToHaveItAfterAll() {
        AccountHandOver rejected = after(at(NOW).reject(proposed(), BEN, "Nobody wrote what was promised."));

        assertThat(at(NOW).withdraw(rejected, BEN, "No.")).isInstanceOf(Refused.class);
        assertThat(after(at(NOW).withdraw(rejected, ANA, "She stays.")).state()).isEqualTo(HandOverState.WITHDRAWN);
    }

    @Test
    void whyItWasRejectedStaysWhenItIsWithdrawn() {
        AccountHandOver rejected = after(at(NOW).reject(proposed(), BEN, "Nobody wrote what was promised."));

        AccountHandOver withdrawn = after(at(ANSWER_BY).withdraw(rejected, ANA, "She stays."));

        assertThat(withdrawn.because()).isEqualTo("She stays.");
        assertThat(withdrawn.answeredBy()).isEqualTo("ana");
        assertThat(withdrawn.rejection())
                .isEqualTo(new AccountHandOver.Rejection("ben", NOW, "Nobody wrote what was promised."));
        assertThat(after(at(NOW).withdraw(proposed(), ANA, "She stays.")).rejection())
                .as("never rejected")
                .isNull();
    }

    @Test
    void whatWasStoredBeforeRejectionsWereKeptIsRead() {
        AccountHandOver rejected = after(at(NOW).reject(proposed(), BEN, "No."));
        String stored = Columns.json(rejected).replace(",\"rejection\":null", "");

        assertThat(stored).doesNotContain("rejection");
        assertThat(Columns.read(stored, AccountHandOver.class)).isEqualTo(rejected);
    }

    @Test
    void ofWhoeverLeavesSomebodyElseIsToAcceptItAnew() {
        AccountHandOver accepted = after(at(NOW).accept(proposed(), BEN));

        AccountHandOver redirected = after(at(NOW).redirect(accepted, "eve", ANSWER_BY));

        assertThat(redirected.recipient()).isEqualTo("eve");
        assertThat(redirected.state()).isEqualTo(HandOverState.PROPOSED);
        assertThat(at(EFFECT).takeEffect(redirected)).isInstanceOf(Unchanged.class);
    }

    /** Whatever people and time do: the account passes at most once, after an acceptance, not before its instant. */
    @Property
    void anAccountPassesAtMostOnceAndOnlyAccepted(
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 5) Integer> acts) {
        AccountHandOver current = proposed();
        Instant now = NOW;
        int passed = 0;
        boolean accepted = false;
        for (int act : acts) {
            now = now.plus(Duration.ofHours(11));
            HandOverDecider decider = at(now);
            HandOverAnswer answer = switch (act) {
                case 0 -> decider.accept(current, BEN);
                case 1 -> decider.reject(current, BEN, "No.");
                case 2 -> decider.withdraw(current, ANA, "No.");
                case 3 -> decider.escalate(current, "lea");
                case 4 -> decider.redirect(current, current.recipient().equals("ben") ? "eve" : "ben", now);
                default -> decider.takeEffect(current);
            };
            if (answer instanceof Changed changed) {
                accepted = changed.after().state() == HandOverState.ACCEPTED
                        || (accepted && changed.after().state() == HandOverState.EFFECTIVE);
                if (changed.after().state() == HandOverState.EFFECTIVE) {
                    passed++;
                    assertThat(accepted).isTrue();
                    assertThat(now).isAfterOrEqualTo(EFFECT);
                }
                current = changed.after();
            }
        }
        assertThat(passed).isLessThanOrEqualTo(1);
    }

    private static HandOverDecider at(Instant now) {
        return new HandOverDecider(now);
    }

    private static AccountHandOver after(HandOverAnswer answer) {
        assertThat(answer).isInstanceOf(Changed.class);
        return ((Changed) answer).after();
    }

    private static AccountHandOver proposed() {
        return new AccountHandOver(
                new UUID(0, 1),
                "acme",
                "csm",
                "ana",
                "ben",
                new HandOverNotes("They ship parcels.", "None.", "None.", "Pia, head of IT.", "31 December."),
                EFFECT,
                "ana",
                NOW,
                ANSWER_BY,
                HandOverState.PROPOSED,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
