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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the track of an account up to date and runs the automata over it. Episodes are thereby a function of the facts:
 * whatever the order in which these arrived, the same episodes come out.
 */
public final class Watcher {

    private final Assessor assessor;
    private final HealthModel model;
    private final Map<Integer, DirectRule> direct = new HashMap<>();

    public Watcher(Assessor assessor) {
        this.assessor = assessor;
        this.model = assessor.model();
        model.signals().direct().forEach(rule -> direct.putIfAbsent(Rules.index(rule.condition()), rule));
    }

    /**
     * Watches up to {@code now}.
     *
     * @param told the facts; where their rings are behind, each midnight is judged with rings that had come as far as it
     * @param from the earliest time at which the account stands differently than the track of {@code before} says
     * @param past what may still change how it stood
     */
    public Sight watch(Watch before, Facts told, Freeze freeze, long now, long from, Past past) {
        Facts facts = told.standing();
        long today = Days.of(now);
        Horizon horizon = Horizon.of(before, facts.totals().firstAt(), today, past);
        Instants instants = Instants.of(facts, model.scoring().tickets());
        long[] anew = instants.andMidnights(Math.max(horizon.start(), from), now);
        Track known = before.based() ? before.track() : before.track().between(horizon.start(), Long.MAX_VALUE);
        Track track = known.between(Long.MIN_VALUE, from).plus(judged(anew, facts, freeze, now));
        Track whole = track.plus(judged(instants.happenedAfter(now), facts, freeze, now));
        List<Phase> base = new ArrayList<>();
        List<Spell> spells = new ArrayList<>();
        List<Phase> phases = new ArrayList<>();
        for (int rule = 0; rule < Rules.COUNT; rule++) {
            Run run = run(rule, before, whole, horizon.baseAt(), now);
            base.add(run.base());
            spells.addAll(run.spells());
            phases.add(run.end());
        }
        spells.addAll(Once.of(model, facts, freeze, now, horizon.onceSince()));
        Track kept = track.between(horizon.kept(), Long.MAX_VALUE);
        Watch after = new Watch(kept, horizon.baseAt(), base, before.told());
        return new Sight(after, whole.between(horizon.kept(), Long.MAX_VALUE), spells, phases, instants.next(now));
    }

    /** Judges the account at instants; one that the log's clock has not reached is judged at its newest tick. */
    private Track judged(long[] at, Facts facts, Freeze freeze, long now) {
        if (at.length == 0) {
            return Track.EMPTY;
        }
        int[] scores = new int[at.length];
        long[] flags = new long[at.length];
        int[] cards = new int[at.length];
        for (int i = 0; i < at.length; i++) {
            long tick = Math.min(at[i], now);
            Assessment settled = assessor.assess(View.settled(facts.rollTo(tick, freeze), freeze, tick, at[i]));
            scores[i] = settled.scored() ? (int) settled.score() : -1;
            cards[i] = Flags.card(settled);
            flags[i] = Flags.of(assessor, settled);
        }
        return new Track(at, scores, flags, cards);
    }

    /** How the account will stand at a midnight ahead, if nothing happens to it and its sources stay as they are. */
    Track settled(long midnight, Facts facts, Freeze freeze) {
        return judged(new long[] {midnight}, facts, freeze, midnight);
    }

    private record Run(Phase base, Phase end, List<Spell> spells) {}

    private Run run(int rule, Watch before, Track track, long baseAt, long now) {
        Phase start = before.base().get(rule);
        Automaton automaton = automaton(rule, start, now);
        if (automaton == null) {
            return new Run(Phase.IDLE, Phase.IDLE, List.of());
        }
        int index = 0;
        for (; index < track.size() && track.at()[index] < baseAt; index++) {
            if (track.at()[index] >= before.baseAt()) {
                point(automaton, track, index);
            }
        }
        automaton.passBefore(baseAt);
        Phase base = automaton.phase();
        List<Spell> spells = new ArrayList<>(automaton.ended());
        spells.removeIf(ended -> !knownAsOpen(before.told(), ended));
        int history = automaton.ended().size();
        for (; index < track.size(); index++) {
            point(automaton, track, index);
        }
        automaton.passBefore(now + 1);
        spells.addAll(automaton.spells().subList(history, automaton.spells().size()));
        return new Run(base, automaton.phase(), spells);
    }

    /** What ended for good before the base is not spoken of again, however long ago the base was moved; but its end is told. */
    private static boolean knownAsOpen(List<Told> told, Spell ended) {
        return told.stream().anyMatch(one -> one.open() && one.names(ended));
    }

    void point(Automaton automaton, Track track, int index) {
        int rule = automaton.rule();
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
        if (index == 0 || score < 0 || score >= track.scores()[index - 1] || !mayAccuse(track.flags()[index])) {
            return false;
        }
        int highest = track.highestBefore(index, risk.dropWithin().toMillis());
        return highest >= 0 && track.scores()[highest] - score >= risk.drop();
    }

    private static boolean mayAccuse(long flags) {
        return Flags.warm(flags) && !Flags.explained(flags);
    }

    /** The automata as they stand in these phases, whose time is no longer bounded by a tick. */
    List<Automaton> automata(List<Phase> phases) {
        List<Automaton> automata = new ArrayList<>();
        for (int rule = 0; rule < Rules.COUNT; rule++) {
            Automaton automaton = automaton(rule, phases.get(rule), Long.MAX_VALUE);
            if (automaton != null) {
                automata.add(automaton);
            }
        }
        return automata;
    }

    private @Nullable Automaton automaton(int rule, Phase start, long now) {
        if (rule == Rules.SCORE) {
            RiskRule risk = model.signals().risk();
            return new Automaton(rule, risk.openFor().toMillis(), risk.span(), start, now);
        }
        DirectRule known = direct.get(rule);
        return known == null ? null : new Automaton(rule, known.enterFor().toMillis(), known.span(), start, now);
    }
}
