package io.playcaller.health.engine;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.ProfileChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.health.engine.episode.Outlook;
import io.playcaller.health.engine.episode.Past;
import io.playcaller.health.engine.episode.Sight;
import io.playcaller.health.engine.episode.Teller;
import io.playcaller.health.engine.episode.Teller.Telling;
import io.playcaller.health.engine.episode.Told.Muted;
import io.playcaller.health.engine.episode.Turn;
import io.playcaller.health.engine.episode.Watch;
import io.playcaller.health.engine.episode.Watcher;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.profile.Placement;
import io.playcaller.health.engine.profile.ProfileWriter;
import io.playcaller.health.engine.score.Assessment;
import io.playcaller.health.engine.score.Assessor;
import io.playcaller.health.engine.score.HealthWriter;
import io.playcaller.health.engine.score.Occasion;
import io.playcaller.health.engine.score.Said;
import io.playcaller.health.engine.score.Saying;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges an account anew after its facts, the time or the model moved. */
final class Judge {

    private final Assessor assessor;
    private final HealthWriter words;
    private final Watcher watcher;
    private final Teller teller;
    private final Outlook outlook;
    private final ProfileWriter places;

    Judge(Assessor assessor, HealthWriter words) {
        this.assessor = assessor;
        this.words = words;
        this.watcher = new Watcher(assessor);
        this.teller = new Teller(assessor.model(), words);
        this.places = new ProfileWriter(assessor.model());
        this.outlook = new Outlook(assessor, watcher, teller, words);
    }

    /** Before the first tick there is no time at which anything could be judged. */
    static boolean started(LogState log) {
        return log.now().isAfter(Instant.EPOCH);
    }

    Step judge(AccountState before, Facts facts, LogState log, Move move) {
        return judge(before, facts, Freeze.of(facts, log), log, move, log.now());
    }

    /** Judges the days that an account slept through, frozen as it was then: nothing is expected to be said of them. */
    Step catchUp(AccountState before, Facts facts, LogState log, Move move) {
        return judge(before, facts, before.standing().freeze(), log, move, log.now());
    }

    /** Judges the account by another model as it stood at {@code then}, frozen as it was then: that is said now. */
    Step rebase(AccountState before, Facts facts, LogState log, LogState then, Move move) {
        return judge(before, facts, before.standing().freeze(), then, move, log.now());
    }

    /** The same where all that is known is to be judged anew right after: only how the account stood is kept. */
    AccountState catchUpSilently(AccountState before, Facts facts, LogState log) {
        Standing then = before.standing();
        Past past = Past.of(log, then.importing());
        long now = log.now().toEpochMilli();
        Watch watch = watcher.watch(
                        then.watch(), facts, then.freeze(), now, then.watch().judgedBefore(), past)
                .watch();
        Standing after =
                new Standing(then.boundary(), then.said(), watch, then.freeze(), then.model(), then.importing());
        Freeze freeze = Freeze.of(facts, log);
        Facts rolled = facts.heardAgain(then.freeze(), freeze, now).rollTo(now, freeze);
        return new AccountState(before.accountId(), rolled, after, before.placed(), before.handed());
    }

    /**
     * @param known the facts; time rolls their rings on, and each day that went by is judged as far as they had come
     * @param knownAt when what comes of it is known
     */
    private Step judge(AccountState before, Facts known, Freeze freeze, LogState log, Move move, Instant knownAt) {
        if (!started(log)) {
            return step(before, known, waiting(before.standing(), move.importing()), null, List.of());
        }
        long now = log.now().toEpochMilli();
        Facts told = known.heardAgain(before.standing().freeze(), freeze, now);
        Facts facts = move.envelope() == null ? told.rollTo(now, freeze) : told;
        long from = from(before, facts, freeze, move);
        boolean ahead = facts.totals().newestAt() > now;
        boolean watched = from <= now || (ahead && from <= facts.totals().newestAt());
        if (!watched && !move.visible()) {
            long boundary = stirred(before.standing(), move, now);
            Standing standing = standing(before.standing(), boundary, move.importing());
            return step(before, facts, standing, null, List.of());
        }
        Assessment assessment = assessor.assess(View.current(facts, freeze, now));
        Said saidBefore = before.standing().said();
        Occasion occasion = new Occasion(
                before.accountId(),
                move.cause(),
                Occasion.fact(move.envelope()),
                at(move, knownAt),
                knownAt,
                saysAll(before.standing(), move, now));
        Assessment whole = assessor.withChildren(assessment);
        Saying saying = words.say(saidBefore, whole, occasion);
        HealthChanged change = saying.change();
        Said said = saying.said();
        Placement place = assessment.placement();
        ProfileChanged moved =
                places.change(before.accountId(), before.placed(), place, move.cause(), at(move, knownAt), knownAt);
        if (!watched) {
            Standing standing = new Standing(
                    stirred(before.standing(), move, now),
                    said,
                    before.standing().watch(),
                    freeze,
                    assessor.model().contentHash(),
                    move.importing());
            return step(before, facts, standing, change, List.of()).placed(place.placed(), moved);
        }
        Sight sight = watcher.watch(before.standing().watch(), told, freeze, now, from, Past.of(log, move.importing()));
        Turn turn = new Turn(
                before.accountId(),
                assessment,
                knownAt,
                move.cause(),
                move.envelope(),
                move.muted(),
                SignalOrigin.LIVE,
                said.readings());
        Telling telling = teller.tell(sight, turn);
        boolean sleepsOn = move.cause() == Cause.TIME
                && before.standing().boundary() > now
                && freeze.equals(before.standing().freeze());
        long boundary = sleepsOn
                ? before.standing().boundary()
                : outlook.next(sight, telling.watch(), said, place.placed(), turn);
        Standing standing = standing(boundary, said, telling.watch(), freeze, move.importing());
        return step(before, facts, standing, change, telling.signals()).placed(place.placed(), moved);
    }

    /** Folds history without judging it: the account is due with the next tick. */
    Step later(AccountState before, Facts facts) {
        return step(before, facts, waiting(before.standing(), true), null, List.of());
    }

    /** Tells what history opened and is open now. */
    Step triage(AccountState before, LogState log) {
        long now = log.now().toEpochMilli();
        Standing standing = before.standing();
        long from = Math.min(standing.boundary(), standing.watch().judgedBefore());
        Sight sight = watcher.watch(standing.watch(), before.facts(), standing.freeze(), now, from, Past.SETTLED);
        Assessment assessment = assessor.assess(View.current(before.facts(), standing.freeze(), now));
        Turn turn = new Turn(
                before.accountId(),
                assessment,
                log.now(),
                Cause.TIME,
                null,
                Muted.NO,
                SignalOrigin.BACKFILL,
                standing.said().readings());
        Telling telling = teller.triage(sight, turn);
        Standing after = standing(standing.boundary(), standing.said(), telling.watch(), standing.freeze(), false);
        return step(before, before.facts(), after, null, telling.signals());
    }

    private static long from(AccountState before, Facts facts, Freeze freeze, Move move) {
        boolean everything = before.standing().boundary() == Standing.NEVER
                || before.standing().model().isEmpty()
                || facts.firstAt() != before.facts().firstAt()
                || !freeze.equals(before.standing().freeze());
        Standing standing = before.standing();
        long ownAccord = Math.min(standing.boundary(), standing.watch().judgedBefore());
        return everything ? Long.MIN_VALUE : Math.min(move.from(), ownAccord);
    }

    /**
     * Whether what was not worth saying is said now: at a midnight for which the account is awake, which it is while anything is
     * unsaid, and where the model is another. Midnights that an account slept through do not count, so that it says the same as
     * if it had not slept.
     */
    private static boolean saysAll(Standing before, Move move, long now) {
        boolean midnight = move.envelope() == null && before.boundary() <= Days.start(Days.of(now));
        return midnight || move.cause() == Cause.MODEL;
    }

    /** A fact changed the score when it happened; anything else when the log's clock says. */
    private static Instant at(Move move, Instant knownAt) {
        if (move.envelope() == null) {
            return knownAt;
        }
        Instant happened = move.envelope().time();
        return happened.isAfter(move.envelope().receivedAt()) ? move.envelope().receivedAt() : happened;
    }

    private static Standing waiting(Standing before, boolean importing) {
        return new Standing(0, before.said(), before.watch(), before.freeze(), before.model(), importing);
    }

    /** What happened today counts from the next midnight on, or earlier: then at the latest the account is looked at. */
    private static long stirred(Standing before, Move move, long now) {
        boolean moves = move.visible() || move.from() != Long.MAX_VALUE;
        return moves ? Math.min(before.boundary(), Days.start(Days.of(now) + 1)) : before.boundary();
    }

    private static Standing standing(Standing before, long boundary, boolean importing) {
        return before.importing() == importing && before.boundary() == boundary
                ? before
                : new Standing(boundary, before.said(), before.watch(), before.freeze(), before.model(), importing);
    }

    private Standing standing(long boundary, Said said, Watch watch, Freeze freeze, boolean importing) {
        return new Standing(boundary, said, watch, freeze, assessor.model().contentHash(), importing);
    }

    private static Step step(
            AccountState before,
            Facts facts,
            Standing standing,
            @Nullable HealthChanged change,
            List<SignalChanged> signals) {
        AccountState after = new AccountState(before.accountId(), facts, standing, before.placed(), before.handed());
        return new Step(after.equals(before) ? before : after, change == null ? List.of() : List.of(change), signals);
    }
}
