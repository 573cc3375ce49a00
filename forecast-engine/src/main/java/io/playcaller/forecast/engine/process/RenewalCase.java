package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.contract.OpenSignal;
import io.playcaller.forecast.engine.contract.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One renewal with all that is known of it.
 *
 * @param judgements of the contract, at least the last one of each role
 * @param confirmed what people said has been done for this renewal
 * @param since days on which the faults began that were known before
 */
public record RenewalCase(
        ContractSituation situation,
        RenewalForecast forecast,
        AccountFacts account,
        List<Judgement> judgements,
        Set<String> confirmed,
        Map<FaultCode, LocalDate> since) {

    /** The last day on which the customer decides: the notice deadline, where it comes before the end of the term. */
    public LocalDate decidedOn() {
        LocalDate noticeBy = situation.terms().noticeBy();
        LocalDate renewalOn = situation.terms().renewalOn();
        return noticeBy != null && noticeBy.isBefore(renewalOn) ? noticeBy : renewalOn;
    }

    /** What criteria are asked about, at {@code now}. */
    public RenewalFacts facts(RenewalProcess process, Instant now) {
        return new RenewalFacts(
                situation.today(),
                situation.effectiveStage(),
                Calls.of(forecast, situation, judgements, process.categories(), now),
                situation.health(),
                account.lastTouchOn(),
                account.milestones(),
                situation.signals().stream().map(OpenSignal::reason).collect(Collectors.toUnmodifiableSet()),
                confirmed);
    }

    /** Whether nobody works on it any more: its end is on record, or it ended long ago and nobody closed it. */
    boolean isOver(int dueAfterDays) {
        Terms terms = situation.terms();
        return terms.endKnownOn() != null
                || situation.today().isAfter(terms.renewalOn().plusDays(dueAfterDays));
    }
}
