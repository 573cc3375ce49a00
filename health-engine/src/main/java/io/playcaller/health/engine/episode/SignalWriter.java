package io.playcaller.health.engine.episode;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalDraft;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.episode.Findings.Matter;
import io.playcaller.health.engine.episode.Told.Status;
import io.playcaller.health.engine.fact.Holdings.Held;
import io.playcaller.health.engine.fact.Merge;
import io.playcaller.health.engine.fact.Product;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.score.HealthWriter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts transitions of episodes into words. */
final class SignalWriter {

    /** Tickets and milestones that an episode remembers to have told of; beyond, only those that are open. */
    private static final int SUBJECTS = 64;

    private final HealthModel model;
    private final Findings findings;
    private final Severities severities;
    private final Proof proof;

    SignalWriter(HealthModel model, HealthWriter words) {
        this.model = model;
        this.findings = new Findings(model, words);
        this.severities = new Severities(model, words);
        this.proof = new Proof(model);
    }

    static UUID episodeId(String accountId, int rule, long openedAt) {
        return Ids.derived("episode", accountId, Rules.name(rule), openedAt);
    }

    /**
     * What is to be said of an open episode.
     *
     * @param before what was said of it before; null when nothing was
     */
    Verdict verdict(Spell spell, Turn turn, SignalOrigin origin, @Nullable Verdict before) {
        Matter matter = findings.matter(spell, turn.now());
        Set<Reason> reasons = EnumSet.of(matter.reason());
        reasons.addAll(matter.also());
        Set<Long> subjects = new HashSet<>(matter.subjects());
        if (before != null) {
            reasons.addAll(before.reasons());
            subjects.addAll(before.known());
        }
        Set<Long> kept = subjects.size() > SUBJECTS ? matter.subjects() : subjects;
        return new Verdict(matter.reason(), severities.of(spell, matter.reason(), turn.now()), origin, reasons, kept);
    }

    /**
     * A transition after which the episode is open.
     *
     * @param known fingerprints of the tickets or milestones that were known before
     */
    SignalChanged open(Told told, Spell spell, SignalState state, Track track, Turn turn, Set<Long> known) {
        Finding finding = findings.of(spell, track, turn.now(), known);
        Instant at = state == SignalState.OPENED ? Instant.ofEpochMilli(spell.lastOpened()) : turn.at();
        boolean more = state == SignalState.UPDATED && !known.isEmpty() && !known.containsAll(finding.subjects());
        return signal(told, state, at, finding, turn, null, more);
    }

    /** A transition after which the episode is not open. */
    SignalChanged over(Told told, Instant at, Turn turn) {
        Reason reason = told.verdict().reason();
        boolean cleared = told.status() == Status.OVER;
        String merged = cleared ? mergedInto(turn) : null;
        String sentence = why(cleared, merged) + reason.sentence();
        Finding finding = new Finding(reason, List.of(), sentence, List.of(), Set.of(), null);
        return signal(told, cleared ? SignalState.CLEARED : SignalState.RETRACTED, at, finding, turn, merged, false);
    }

    private static String why(boolean cleared, @Nullable String merged) {
        if (!cleared) {
            return "Late data show that it never held: ";
        }
        return merged == null ? "Over: " : "Over, because the account was merged into " + merged + ": ";
    }

    private static @Nullable String mergedInto(Turn turn) {
        return turn.now().context().view().merge().map(Merge::into).orElse(null);
    }

    private SignalChanged signal(
            Told told,
            SignalState state,
            Instant at,
            Finding finding,
            Turn turn,
            @Nullable String mergedInto,
            boolean more) {
        return SignalDraft.of(
                        episodeId(turn.accountId(), told.rule(), told.openedAt()),
                        finding.reason(),
                        Instant.ofEpochMilli(told.openedAt()),
                        finding.sentence(),
                        model.version())
                .step(told.transition(), state, at)
                .also(finding.alsoReasons())
                .severity(told.verdict().severity())
                .origin(told.verdict().origin())
                .evidence(proof.of(finding, turn))
                .score(turn.now().scored() ? turn.now().score() : null, finding.contributions())
                .accountId(turn.accountId())
                .productId(product(turn))
                .account(Snapshots.of(turn), turn.now().profile().arr())
                .mergedInto(mergedInto)
                .ofMore(more)
                .themes(finding.themes())
                .build();
    }

    /** The product that all facts about the account and all its open contracts name, when that is one. */
    private static @Nullable String product(Turn turn) {
        View view = turn.now().context().view();
        Product product = view.facts().totals().product();
        for (Held held : view.holdings().open()) {
            product = product.and(held.contract().product());
        }
        return product.only();
    }
}
