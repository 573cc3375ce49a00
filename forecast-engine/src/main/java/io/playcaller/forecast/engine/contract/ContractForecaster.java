package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.forecast.Driver;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.RiskCode;
import io.playcaller.contracts.reason.SignalKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the forecast of one contract. */
public record ContractForecaster(ContractModel model, CategoryRule categories) {

    /** Our own clock: that a deadline is near says nothing of why the customer may leave. */
    private static final Reason CLOCK = Reason.COM_NOTICE_NEAR;

    private static final Set<RiskCode> NO_RISK = Set.of(RiskCode.NONE, RiskCode.UNKNOWN);

    /** The forecast of {@code situation}, made at {@code asOf}. */
    public RenewalForecast forecast(ContractSituation situation, Instant asOf) {
        Probabilities probabilities = model.of(situation);
        Terms terms = situation.terms();
        Outcomes outcomes = Outcomes.of(probabilities.contracts(), probabilities.expands(), model.amounts());
        return new RenewalForecast(
                terms.contractId(),
                terms.accountId(),
                asOf,
                terms.renewalOn(),
                terms.noticeBy(),
                terms.arr(),
                probabilities.renews(),
                probabilities.contracts(),
                probabilities.expands(),
                categories.of(situation, probabilities.renews()),
                riskCodes(situation, probabilities.drivers()),
                probabilities.drivers(),
                outcomes.retained(terms.arr().minor(), probabilities.renews()),
                model.version(),
                model.amounts().told());
    }

    /** Why it may not renew: what weighs most first, then whatever else is open. */
    private static List<RiskCode> riskCodes(ContractSituation situation, List<Driver> drivers) {
        Stream<Reason> weighed = drivers.stream()
                .filter(driver -> driver.reason() != null && driver.points() < 0)
                .sorted(Comparator.comparingLong(Driver::points))
                .map(Driver::reason)
                .filter(Objects::nonNull);
        Stream<Reason> open = situation.signals().stream()
                .map(OpenSignal::reason)
                .filter(reason -> reason.kind() == SignalKind.RISK && reason != CLOCK)
                .sorted();
        return Stream.concat(weighed, open)
                .map(Reason::riskCode)
                .filter(code -> !NO_RISK.contains(code))
                .distinct()
                .toList();
    }
}
