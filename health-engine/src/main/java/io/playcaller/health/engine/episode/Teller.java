package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.health.engine.episode.Told.Muted;
import io.playcaller.health.engine.episode.Told.Status;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.score.HealthWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the episodes that the facts tell with those that people were told, and tells the difference. */
public final class Teller {

    /** What happened once, longer ago, is no news. */
    private static final long NEWS_DAYS = 7;

    private static final Comparator<Told> ORDER =
            Comparator.comparingInt(Told::rule).thenComparingLong(Told::openedAt);

    /** Ended episodes that are remembered at most: what flaps more often may be told anew. */
    private static final int REMEMBERED = 24;

    /** What is told now, and what people know after it. */
    public record Telling(Watch watch, List<SignalChanged> signals) {}

    private final SignalWriter writer;

    public Teller(HealthModel model, HealthWriter words) {
        this.writer = new SignalWriter(model, words);
    }

    public Telling tell(Sight sight, Turn turn) {
        List<Told> after = new ArrayList<>();
        List<SignalChanged> signals = new ArrayList<>();
        for (Told told : sight.watch().told()) {
            Spell spell = find(sight.spells(), told);
            Told next = spell == null ? gone(told, sight, turn, signals) : known(told, spell, sight, turn, signals);
            if (next != null) {
                after.add(next);
            }
        }
        for (Spell spell : sight.spells()) {
            if (spell.open() && sight.watch().told().stream().noneMatch(told -> told.names(spell))) {
                after.add(found(spell, sight, turn, signals));
            }
        }
        after.sort(ORDER);
        forgetOldest(after);
        return new Telling(sight.watch().telling(after), signals);
    }

    /** Facts no longer tell it: it never held, or lies so far back that nothing more is said of it. */
    private @Nullable Told gone(Told told, Sight sight, Turn turn, List<SignalChanged> signals) {
        boolean history = told.openedAt() < sight.watch().baseAt();
        boolean said = told.status() == Status.OPEN || (told.status() == Status.OVER && turn.cause() != Cause.MODEL);
        if (told.status() == Status.UNTOLD || (history && (!told.open() || Rules.once(told.rule())))) {
            return null;
        }
        if (!said) {
            return told;
        }
        Told after = told.ended(turn.cause() == Cause.MODEL ? Status.OVER : Status.RETRACTED);
        signals.add(writer.over(after, turn.at(), turn));
        return after;
    }

    private @Nullable Told known(Told told, Spell spell, Sight sight, Turn turn, List<SignalChanged> signals) {
        if (spell.open() && told.open()) {
            return still(told, spell, sight, turn, signals);
        }
        if (spell.open()) {
            return staysMuted(told, spell, turn) ? told : again(told, spell, sight, turn, signals);
        }
        if (told.open()) {
            Told after = told.ended(Status.OVER);
            signals.add(writer.over(after, Instant.ofEpochMilli(spell.closedAt()), turn));
            return after;
        }
        return told.transition() == 0 ? null : told;
    }

    /** What nobody was told of stays so while it is nothing more. */
    private boolean staysMuted(Told told, Spell spell, Turn turn) {
        Verdict before = told.verdict();
        return told.muted() != Muted.NO
                && told.openings() == spell.openings()
                && !writer.verdict(spell, turn, turn.origin(), before).more(before);
    }

    private Told still(Told told, Spell spell, Sight sight, Turn turn, List<SignalChanged> signals) {
        Verdict before = told.verdict();
        Verdict verdict = writer.verdict(spell, turn, before.origin(), before);
        if (!verdict.news(before)) {
            return verdict.knowsSubjects() && !before.knowsSubjects() ? told.knowing(verdict) : told;
        }
        Told after = told.opened(spell, verdict);
        signals.add(writer.open(after, spell, SignalState.UPDATED, sight.whole(), turn, before.known()));
        return after;
    }

    private Told found(Spell spell, Sight sight, Turn turn, List<SignalChanged> signals) {
        boolean old = Rules.once(spell.rule()) && spell.openedAt() < turn.at().toEpochMilli() - NEWS_DAYS * Days.MILLIS;
        Verdict verdict = writer.verdict(spell, turn, turn.origin(), null);
        Told told = Told.untold(spell, old ? Muted.FOR_GOOD : turn.muted(), verdict);
        return old || turn.muted() != Muted.NO ? told : again(told, spell, sight, turn, signals);
    }

    private Told again(Told told, Spell spell, Sight sight, Turn turn, List<SignalChanged> signals) {
        Verdict before = told.verdict();
        boolean untold = told.status() == Status.UNTOLD;
        Verdict verdict = writer.verdict(spell, turn, turn.origin(), untold ? null : before);
        if (turn.muted() != Muted.NO) {
            return told.keptSilent(spell, turn.muted(), verdict);
        }
        Told after = told.opened(spell, verdict);
        signals.add(writer.open(after, spell, SignalState.OPENED, sight.whole(), turn, Set.of()));
        return after;
    }

    /** Tells, once and as triage, what history opened and is open now. */
    public Telling triage(Sight sight, Turn turn) {
        List<Told> after = new ArrayList<>();
        List<SignalChanged> signals = new ArrayList<>();
        for (Told told : sight.watch().told()) {
            Spell spell = find(sight.spells(), told);
            if (told.muted() != Muted.BASELINE || spell == null || !spell.open()) {
                after.add(told);
            } else if (Rules.once(told.rule())) {
                after.add(told.keptSilent(spell, Muted.FOR_GOOD, told.verdict()));
            } else {
                after.add(again(told, spell, sight, turn, signals));
            }
        }
        return new Telling(sight.watch().telling(after), signals);
    }

    private static void forgetOldest(List<Told> told) {
        List<Told> ended = told.stream()
                .filter(one -> !one.open() && one.muted() == Muted.NO)
                .sorted(Comparator.comparingLong(Told::openedAt).thenComparing(ORDER))
                .toList();
        if (ended.size() > REMEMBERED) {
            told.removeAll(ended.subList(0, ended.size() - REMEMBERED));
        }
    }

    private static @Nullable Spell find(List<Spell> spells, Told told) {
        for (Spell spell : spells) {
            if (told.names(spell)) {
                return spell;
            }
        }
        return null;
    }
}
