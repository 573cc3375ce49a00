package io.playcaller.health.engine.episode;

import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.Instants;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.DirectRule;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.RiskRule;
import io.playcaller.health.engine.score.Assessment;
import io.playcaller.health.engine.score.Assessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the track of an account up to date and runs the automata over it. Episodes are thereby a function of the facts:
 * whatever the order in which these arrived, the same episodes come out.
 */
public final class Watcher {

    private final Assessor assessor;
    private final HealthModel model;

    public Watcher(Assessor assessor) {
        this.assessor = assessor;
        this.model = assessor.model();
    }

    /**
     * Watches up to {@code now}.
     *
     * @param from the earliest time at which the account stands differently than the track of {@code before} says
     * @param past what may still change how it stood
     */
    public Sight watch(Watch before, Facts told, Freeze freeze, long now, long from, Past past) {
        Facts facts = told.standing();
        long today = Days.of(now);
        Horizon horizon = Horizon.of(before, facts.totals().firstAt(), today, past);
        Instants instants = Instants.of(facts, model.scoring().tickets());
        SortedSet<Long> anew = candidates(instants, Math.max(horizon.start(), from), now);
        Track known = before.based() ? before.track() : before.track().between(horizon.start(), Long.MAX_VALUE);
        Track track = known.between(Long.MIN_VALUE, from).plus(judged(anew, facts, freeze, now));
        Track whole = track.plus(judged(instants.happened().tailSet(now, false), facts, freeze, now));
        List<Phase> base = new ArrayList<>();
        List<Spell> spells = new ArrayList<>();
        long boundary = Math.min(Days.start(today + 1), instants.next(now));
        for (int rule = 0; rule < Rules.COUNT; rule++) {
            Run run = run(rule, before, whole, horizon.baseAt(), now);
            base.add(run.base());
            spells.addAll(run.spells());
            boundary = Math.min(boundary, run.due());
        }
        spells.addAll(Once.of(model, facts, freeze, now, horizon.onceSince()));
        Track kept = track.between(horizon.kept(), Long.MAX_VALUE);
        Watch after = new Watch(kept, horizon.baseAt(), base, before.told());
        return new Sight(after, whole.between(horizon.kept(), Long.MAX_VALUE), spells, boundary);
    }

    private static SortedSet<Long> candidates(Instants instants, long from, long now) {
        SortedSet<Long> candidates = new TreeSet<>();
        if (from > now) {
            return candidates;
        }
        candidates.addAll(instants.happened().subSet(from, true, now, true));
        candidates.addAll(instants.due().subSet(from, true, now, true));
        long firstMidnight = Days.start(Days.of(from - 1) + 1);
        for (long midnight = firstMidnight; midnight <= now; midnight += Days.MILLIS) {
            candidates.add(midnight);
        }
        return candidates;
    }

    /** Judges the account at instants; one that the log's clock has not reached is judged at its newest tick. */
    private Track judged(Collection<Long> instants, Facts facts, Freeze freeze, long now) {
        long[] at = new long[instants.size()];
        int[] scores = new int[at.length];
        long[] flags = new long[at.length];
        int i = 0;
        for (long instant : instants) {
            Assessment settled = assessor.assess(View.settled(facts, freeze, Math.min(instant, now), instant));
            at[i] = instant;
            scores[i] = settled.scored() ? (int) settled.score() : -1;
            flags[i++] = Flags.of(assessor, settled);
        }
        return new Track(at, scores, flags);
    }

    private record Run(Phase base, List<Spell> spells, long due) {}

    private Run run(int rule, Watch before, Track track, long baseAt, long now) {
        Phase start = before.base().get(rule);
        Automaton automaton = automaton(rule, start, now);
        if (automaton == null) {
            return new Run(Phase.IDLE, List.of(), Long.MAX_VALUE);
        }
        int index = 0;
        for (; index < track.size() && track.at()[index] < baseAt; index++) {
            if (track.at()[index] >= before.baseAt()) {
                point(automaton, rule, track, index);
            }
        }
        automaton.passBefore(baseAt);
        Phase base = automaton.phase();
        for (; index < track.size(); index++) {
            point(automaton, rule, track, index);
        }
        automaton.passBefore(now + 1);
        return new Run(base, automaton.spells(), automaton.due());
    }

    private void point(Automaton automaton, int rule, Track track, int index) {
        long flags = track.flags()[index];
        if (Flags.merged(flags)) {
            automaton.rest(track.at()[index]);
            return;
        }
        boolean enters = Flags.enter(flags, rule);
        boolean leaves = Flags.leave(flags, rule);
        boolean urgent = rule == Rules.SCORE && Flags.floor(flags);
        boolean burst = rule == Rules.SCORE && dropped(model.signals().risk(), track, index);
        automaton.point(track.at()[index], enters, urgent, burst, leaves);
    }

    /** Whether the score fell at this point, and lies by the drop below its highest of the days before. */
    static boolean dropped(RiskRule risk, Track track, int index) {
        int score = track.scores()[index];
        if (index == 0 || score < 0 || score >= track.scores()[index - 1] || !Flags.warm(track.flags()[index])) {
            return false;
        }
        int highest = track.highestBefore(index, risk.dropWithin().toMillis());
        return highest >= 0 && track.scores()[highest] - score >= risk.drop();
    }

    private @Nullable Automaton automaton(int rule, Phase start, long now) {
        if (rule == Rules.SCORE) {
            RiskRule risk = model.signals().risk();
            return new Automaton(rule, risk.openFor().toMillis(), risk.span(), start, now);
        }
        for (DirectRule direct : model.signals().direct()) {
            if (Rules.index(direct.condition()) == rule) {
                return new Automaton(rule, direct.enterFor().toMillis(), direct.span(), start, now);
            }
        }
        return null;
    }
}
