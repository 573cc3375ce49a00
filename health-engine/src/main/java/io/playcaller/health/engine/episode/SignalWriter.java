package io.playcaller.health.engine.episode;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.episode.Told.Muted;
import io.playcaller.health.engine.episode.Told.Status;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.score.HealthWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Puts transitions of episodes into words. */
final class SignalWriter {

    private final HealthModel model;
    private final Findings findings;
    private final Severities severities;

    SignalWriter(HealthModel model, HealthWriter words) {
        this.model = model;
        this.findings = new Findings(model, words);
        this.severities = new Severities(model, words);
    }

    static UUID episodeId(String accountId, int rule, long openedAt) {
        return Ids.derived("episode", accountId, Rules.name(rule), openedAt);
    }

    Told untold(Spell spell, Muted muted, Track track, Turn turn) {
        Finding finding = findings.of(spell, track, turn.now());
        return new Told(
                spell.rule(),
                spell.openedAt(),
                spell.openings(),
                0,
                Status.UNTOLD,
                muted,
                finding.reason(),
                severities.of(spell, finding.reason(), turn.now()),
                turn.origin(),
                Set.of());
    }

    Told muted(Told told, Spell spell, Muted why) {
        return new Told(
                told.rule(),
                told.openedAt(),
                spell.openings(),
                told.transition(),
                told.status(),
                why,
                told.reason(),
                told.severity(),
                told.origin(),
                told.reasons());
    }

    Told opened(Told told, Spell spell, Track track, Turn turn) {
        return telling(told, spell, track, turn, turn.origin());
    }

    /** The same object while severity and reasons are as told. */
    Told updated(Told told, Spell spell, Track track, Turn turn) {
        Finding finding = findings.of(spell, track, turn.now());
        boolean sameSeverity = severities.of(spell, finding.reason(), turn.now()) == told.severity();
        boolean toldReason = told.reasons().contains(finding.reason());
        return sameSeverity && toldReason ? told : telling(told, spell, track, turn, told.origin());
    }

    private Told telling(Told told, Spell spell, Track track, Turn turn, SignalOrigin origin) {
        Finding finding = findings.of(spell, track, turn.now());
        Set<Reason> reasons = EnumSet.of(finding.reason());
        reasons.addAll(finding.alsoReasons());
        reasons.addAll(told.reasons());
        return new Told(
                told.rule(),
                told.openedAt(),
                spell.openings(),
                told.transition() + 1,
                Status.OPEN,
                Muted.NO,
                finding.reason(),
                severities.of(spell, finding.reason(), turn.now()),
                origin,
                reasons);
    }

    Told ended(Told told, Status status) {
        return new Told(
                told.rule(),
                told.openedAt(),
                told.openings(),
                told.transition() + 1,
                status,
                Muted.NO,
                told.reason(),
                told.severity(),
                told.origin(),
                told.reasons());
    }

    SignalChanged open(Told told, Spell spell, SignalState state, Track track, Turn turn) {
        Finding finding = findings.of(spell, track, turn.now());
        Instant at = state == SignalState.OPENED ? Instant.ofEpochMilli(spell.lastOpened()) : turn.at();
        return signal(told, state, at, finding, evidence(finding.evidence(), turn), turn);
    }

    /** A transition after which the episode is not open. */
    SignalChanged over(Told told, Instant at, Turn turn) {
        SignalState state = told.status() == Status.OVER ? SignalState.CLEARED : SignalState.RETRACTED;
        String sentence = state == SignalState.CLEARED
                ? "Over: " + told.reason().sentence()
                : "Late data show that it never held: " + told.reason().sentence();
        Finding finding = new Finding(told.reason(), List.of(), sentence, List.of(), List.of());
        return signal(told, state, at, finding, evidence(List.of(), turn), turn);
    }

    private SignalChanged signal(
            Told told, SignalState state, Instant at, Finding finding, List<Evidence> evidence, Turn turn) {
        Reason reason = finding.reason();
        List<Contribution> contributions = finding.contributions();
        return new SignalChanged(
                episodeId(turn.accountId(), told.rule(), told.openedAt()),
                told.transition(),
                state,
                reason.kind(),
                turn.accountId(),
                null,
                reason,
                finding.alsoReasons(),
                told.severity(),
                told.origin(),
                Instant.ofEpochMilli(told.openedAt()),
                at,
                finding.sentence(),
                evidence,
                contributions,
                turn.now().scored() ? turn.now().score() : null,
                turn.now().profile().arr(),
                Snapshots.of(turn),
                model.version());
    }

    private static List<Evidence> evidence(List<String> sentences, Turn turn) {
        Evidence[] evidence = new Evidence[sentences.size() + (turn.envelope() == null ? 0 : 1)];
        int i = 0;
        if (turn.envelope() != null) {
            evidence[i++] = new Evidence(
                    "Reported by " + turn.envelope().source(),
                    turn.envelope().id(),
                    turn.envelope().time());
        }
        for (String sentence : sentences) {
            evidence[i++] = new Evidence(sentence, null, null);
        }
        return Arrays.asList(evidence);
    }

    /** The account as it stands, for whoever gets the signal. */
    static final class Snapshots {

        private Snapshots() {}

        static AccountSnapshot of(Turn turn) {
            var register = turn.now().context().view().facts().register();
            var account = register.account() == null ? null : register.account().newest();
            var owners = register.owners() == null ? null : register.owners().newest();
            return new AccountSnapshot(
                    account == null ? turn.accountId() : account.value().name(),
                    account == null || account.value().zone().isEmpty()
                            ? null
                            : account.value().zone(),
                    turn.now().profile(),
                    owners == null ? List.of() : owners.value().list(),
                    account == null ? 0 : account.order(),
                    owners == null ? 0 : owners.order());
        }
    }
}
