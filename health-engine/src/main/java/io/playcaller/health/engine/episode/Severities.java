package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.SeverityRule;
import io.playcaller.health.engine.profile.Commercial;
import io.playcaller.health.engine.profile.WholeUnits;
import io.playcaller.health.engine.score.Assessment;
import io.playcaller.health.engine.score.HealthWriter;

/** Severity of a risk by value at risk; of anything else by its reason. */
final class Severities {

    /** Seats in use of seats paid, thousandths, from which an expansion is urgent. */
    private static final long SEATS_GONE = 950;

    private final SeverityRule rule;
    private final HealthWriter words;

    Severities(HealthModel model, HealthWriter words) {
        this.rule = model.signals().severity();
        this.words = words;
    }

    Severity of(Spell spell, Reason reason, Assessment now) {
        if (reason == Reason.EXP_SEATS_NEAR_LIMIT) {
            boolean gone = Conditions.value(Rules.condition(spell.rule()), now) >= SEATS_GONE;
            return gone ? Severity.HIGH : reason.severity();
        }
        if (reason.kind() != SignalKind.RISK) {
            return reason.severity();
        }
        Severity severity = byValue(reason, now);
        return sure(spell, now) || severity.compareTo(Severity.MEDIUM) <= 0 ? severity : Severity.MEDIUM;
    }

    /** A condition needs only what feeds it, and that alive; the whole score needs enough of all its inputs. */
    private boolean sure(Spell spell, Assessment now) {
        boolean whole = spell.rule() != Rules.SCORE
                && !now.context().view().frozen(Rules.condition(spell.rule()).feed());
        return whole || now.confidence() >= rule.minConfidence();
    }

    private Severity byValue(Reason reason, Assessment now) {
        Commercial commercial = now.context().commercial();
        if (commercial.arr() == null) {
            return reason.severity();
        }
        long daysToNotice = commercial.noticeDay() == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : commercial.noticeDay() - now.context().view().day();
        boolean lastCall =
                now.scored() && words.grade(now) == Grade.E && daysToNotice >= 0 && daysToNotice <= rule.noticeDays();
        long arr = WholeUnits.hundredths(commercial.arr());
        if (arr >= rule.critical() || lastCall) {
            return Severity.CRITICAL;
        }
        if (arr >= rule.high()) {
            return Severity.HIGH;
        }
        return arr >= rule.medium() ? Severity.MEDIUM : Severity.LOW;
    }
}
