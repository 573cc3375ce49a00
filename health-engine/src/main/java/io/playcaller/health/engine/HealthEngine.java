package io.playcaller.health.engine;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.health.Cause;
import io.playcaller.health.engine.episode.Past;
import io.playcaller.health.engine.episode.Told.Muted;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.FactFold;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.Folded;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.peer.Peers;
import io.playcaller.health.engine.score.Assessor;
import io.playcaller.health.engine.score.HealthWriter;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.Standing;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Folds an account's facts into its state, and says what changed. Pure: no I/O, no clock; safe to share. */
public final class HealthEngine {

    /** Before and after what the log tells of peers, for two partitions. */
    private static final int RECENT = 4;

    private final HealthModel model;
    private final HealthWriter words;
    private final Handing handing;
    private final boolean comparesPeers;
    /** Those that were asked for last, newest first: partitions hear of the same peers, a little apart. */
    private volatile List<Bench> recent;

    /** Who judges beside certain peers. */
    private record Bench(Peers peers, Assessor assessor, Judge judge) {

        static Bench of(HealthModel model, HealthWriter words, Peers peers) {
            Assessor assessor = new Assessor(model, peers);
            return new Bench(peers, assessor, new Judge(assessor, words));
        }

        /** The same for peers that are equal: they are asked for next, and are then known at sight. */
        Bench of(Peers equal) {
            return new Bench(equal, assessor, judge);
        }
    }

    public HealthEngine(HealthModel model) {
        this.model = model;
        this.words = new HealthWriter(model);
        this.handing = new Handing(model.scoring().rollsUp());
        this.comparesPeers = model.scoring().relative();
        this.recent = List.of(Bench.of(model, words, Peers.NONE));
    }

    @SuppressWarnings("ReferenceEquality")
    private Bench bench(LogState log) {
        Peers peers = comparesPeers ? log.peers() : Peers.NONE;
        List<Bench> known = recent;
        for (Bench bench : known) {
            if (bench.peers() == peers) {
                return bench;
            }
        }
        Bench bench = known.stream()
                .filter(one -> one.peers().equals(peers))
                .findFirst()
                .map(one -> one.of(peers))
                .orElseGet(() -> Bench.of(model, words, peers));
        recent = Stream.concat(Stream.of(bench), known.stream()).limit(RECENT).toList();
        return bench;
    }

    private Judge judge(LogState log) {
        return bench(log).judge();
    }

    public HealthModel model() {
        return model;
    }

    /** Whether any measure is compared with peers, so that what the log says of them moves scores. */
    public boolean comparesPeers() {
        return comparesPeers;
    }

    public AccountState fresh(String accountId) {
        return AccountState.fresh(accountId);
    }

    /**
     * Folds one keyed fact that was not folded before. What time did up to the newest tick is told first, as a change of
     * its own. A fact that says nothing about health leaves the state as it is. History of an open import is only folded;
     * it is judged with the next tick, all of it at once.
     */
    public Step apply(AccountState state, LogState log, Event<?> fact) {
        return handing.on(fold(state, log, fact), log);
    }

    private Step fold(AccountState state, LogState log, Event<?> fact) {
        if (!FactFold.concerns(fact)) {
            return unchanged(state);
        }
        boolean history = fact.envelope().origin() != FactOrigin.LIVE;
        if (history && log.backfilling()) {
            Step slept = catchUp(state, log);
            AccountState caughtUp = slept.state();
            return slept.then(judge(log).later(caughtUp, folded(caughtUp, fact).facts()));
        }
        Step time = passed(state, log);
        AccountState before = time.state();
        Folded folded = folded(before, fact);
        boolean importing = before.standing().importing();
        Muted muted = history || importing ? Muted.BASELINE : Muted.NO;
        Move move = new Move(Cause.FACT, fact.envelope(), muted, importing, folded.from(), folded.visible());
        return time.then(judge(log).judge(before, folded.facts(), log, move));
    }

    private static Folded folded(AccountState state, Event<?> fact) {
        return FactFold.fold(state.facts(), fact, state.standing().freeze());
    }

    /**
     * Lets time pass up to {@code log.now()}; call it when {@code state.nextBoundary()} is not after it, or when one of
     * the account's sources {@linkplain LogState#flipped went quiet or came back}. A state that another model judged is
     * first rebased in silence as it stood before that time passed.
     */
    public Step advance(AccountState state, LogState log) {
        return handing.on(due(state, log), log);
    }

    private Step due(AccountState state, LogState log) {
        Standing standing = state.standing();
        if (!Judge.started(log) || standing.boundary() == Standing.NEVER) {
            return unchanged(state);
        }
        long now = log.now().toEpochMilli();
        boolean otherModel = !standing.model().isEmpty() && !standing.model().equals(model.contentHash());
        if (otherModel) {
            Step rebased = rebase(state, log);
            return rebased.then(due(rebased.state(), log));
        }
        boolean flipped = concerned(state, log);
        if (standing.boundary() > now && !flipped) {
            return unchanged(state);
        }
        AccountState before =
                flipped && behind(state, log) ? judge(log).catchUpSilently(state, remembered(state, log), log) : state;
        return judge(log).judge(before, remembered(before, log), log, passing(standing));
    }

    /**
     * Judges a state by this model at the last instant of which the one before would have said nothing new, so that what the
     * model does and what time does after it are told apart.
     */
    private Step rebase(AccountState state, LogState log) {
        Standing standing = state.standing();
        long lastJudged = Math.max(0, standing.watch().judgedBefore() - Days.MILLIS);
        long stood = Math.max(lastJudged, standing.boundary() - 1);
        boolean known = !standing.importing() && standing.watch().judgedBefore() != Long.MAX_VALUE && stood > 0;
        LogState then = known ? log.upTo(Instant.ofEpochMilli(stood)) : log;
        Judge judge = judge(then);
        AccountState before = behind(state, then) ? judge.catchUpSilently(state, remembered(state, then), then) : state;
        return judge.rebase(before, remembered(before, then), log, then, rebase(standing));
    }

    /** Whether what the log says of sources is another thing for the account than when it was last judged. */
    public boolean concerned(AccountState state, LogState log) {
        return !Freeze.of(state.facts(), log).equals(state.standing().freeze());
    }

    /**
     * As {@link #advance}, and a state that nothing is due of becomes what it would be if it had been advanced at every
     * midnight. That says nothing; it is needed before anything happens to the account.
     */
    public Step upTo(AccountState state, LogState log) {
        return handing.on(passed(state, log), log);
    }

    private Step passed(AccountState state, LogState log) {
        Step time = due(state, log);
        return time.then(catchUp(time.state(), log));
    }

    private Step catchUp(AccountState state, LogState log) {
        return behind(state, log)
                ? judge(log).catchUp(state, remembered(state, log), log, passing(state.standing()))
                : unchanged(state);
    }

    /** Whether a midnight went by at which the account was not judged. */
    private boolean behind(AccountState state, LogState log) {
        return Judge.started(log)
                && state.standing().watch().judgedBefore() <= log.now().toEpochMilli();
    }

    private static Facts remembered(AccountState state, LogState log) {
        boolean settled = Past.of(log, state.standing().importing()) == Past.SETTLED;
        return settled ? state.facts().withoutLongDone(Days.of(log.now().toEpochMilli())) : state.facts();
    }

    /**
     * When an import ended, or this engine's model was activated: says once, with origin backfill, what is open now;
     * after a change of model rebases in silence.
     */
    public Step settle(AccountState state, LogState log) {
        Step current = due(state, log);
        boolean nothingToTell =
                !Judge.started(log) || log.backfilling() || !current.state().untold();
        Step settled = nothingToTell ? current : current.then(judge(log).triage(current.state(), log));
        return handing.on(settled, log);
    }

    /**
     * The log told of other peers: what time did until then is told first, then what they do to the score, as a change of its own.
     * Signals follow at the next midnight, by the days that end from then on. An account that is judged for the first time, or
     * by another model, has not been compared before: that is not told of peers.
     *
     * @param before the log without what it told now
     */
    public Step comparedAnew(AccountState state, LogState before, LogState after) {
        if (!comparesPeers || !Judge.started(after) || state.standing().boundary() == Standing.NEVER) {
            return unchanged(state);
        }
        Step time = passed(state, before);
        AccountState now = time.state();
        boolean importing = now.standing().importing();
        Muted muted = importing ? Muted.BASELINE : Muted.NO;
        Move move = new Move(Cause.PEERS, null, muted, importing, Long.MAX_VALUE, true);
        return handing.on(time.then(judge(after).judge(now, remembered(now, after), after, move)), after);
    }

    private static Move passing(Standing standing) {
        boolean importing = standing.importing();
        Cause cause = importing ? Cause.FACT : Cause.TIME;
        return new Move(cause, null, importing ? Muted.BASELINE : Muted.NO, importing, standing.boundary(), true);
    }

    private static Move rebase(Standing standing) {
        boolean importing = standing.importing();
        Muted muted = importing ? Muted.BASELINE : Muted.FOR_GOOD;
        return new Move(Cause.MODEL, null, muted, importing, Long.MIN_VALUE, true);
    }

    /** Reads the score at a time that the state still covers: some 30 days back. */
    public Score score(AccountState state, LogState log, Instant at) {
        long time = at.toEpochMilli();
        Freeze freeze = Freeze.of(state.facts(), log);
        View view = at.isBefore(log.now())
                ? new View(state.facts(), freeze, time, time, false)
                : View.current(state.facts(), freeze, time);
        Assessor assessor = bench(log).assessor();
        return words.score(assessor.withChildren(assessor.assess(view)));
    }

    private static Step unchanged(AccountState state) {
        return new Step(state, List.of(), List.of());
    }
}
