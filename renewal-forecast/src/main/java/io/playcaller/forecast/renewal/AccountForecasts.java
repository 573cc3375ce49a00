package io.playcaller.forecast.renewal;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.contract.AccountHistory;
import io.playcaller.forecast.engine.contract.ContractForecaster;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.contract.PaymentHistory;
import io.playcaller.forecast.engine.contract.Terms;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.ledger.LedgerProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the contracts of one account come to now, read together with those of the accounts that are merged with it.
 *
 * @param forecasts one per open contract that may be counted
 * @param problems what would make a figure wrong
 */
public record AccountForecasts(List<Made> forecasts, List<LedgerProblem> problems) {

    /** A forecast and what it was made from. */
    public record Made(ContractSituation situation, RenewalForecast forecast) {}

    /**
     * Decides for {@code inputs}; days are UTC.
     *
     * @param gapDays who is back within so many days never left
     */
    public static AccountForecasts of(AccountInputs inputs, ContractForecaster forecaster, int gapDays, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (inputs.own().isEmpty()) {
            return new AccountForecasts(List.of(), List.of());
        }
        AccountHistory history = AccountHistory.of(inputs.contracts(), today, gapDays);
        PaymentHistory payments = PaymentHistory.of(inputs.invoices(), today);
        List<Made> made = new ArrayList<>();
        for (ContractPostings contract : due(inputs)) {
            open(contract, today).ifPresent(terms -> {
                ContractSituation situation = new ContractSituation(
                        today,
                        terms,
                        history,
                        payments,
                        inputs.health(),
                        inputs.signals(),
                        inputs.stage(contract.contract(), today));
                made.add(new Made(situation, forecaster.forecast(situation, now)));
            });
        }
        return new AccountForecasts(List.copyOf(made), problems(inputs, today));
    }

    /** What is listed where deciding for {@code inputs} went wrong: nothing is known, and that is said. */
    public static List<LedgerProblem> failed(AccountInputs inputs, RuntimeException fault) {
        return inputs.own().stream()
                .map(contract -> new LedgerProblem(
                        contract.contractId(),
                        LedgerProblem.Code.FORECAST_FAILED,
                        LedgerProblem.Treatment.COUNTED,
                        "what was forecast before stands: " + fault,
                        contract.lines().isEmpty()
                                ? Money.zero("XXX")
                                : contract.lines().get(0).arr()))
                .toList();
    }

    private static List<LedgerProblem> problems(AccountInputs inputs, LocalDate today) {
        Set<String> own = inputs.own().stream().map(ContractRecord::contractId).collect(Collectors.toSet());
        return CustomerContracts.ofOne(inputs.contracts()).ledger().problems(today).stream()
                .filter(problem -> own.contains(problem.contractId()))
                .toList();
    }

    /** Its own that have an end that nobody decided: none without an end, and none that another one goes on from. */
    private static List<ContractPostings> due(AccountInputs inputs) {
        return ContractPostings.of(inputs.contracts()).stream()
                .filter(contract -> contract.contract().accountId().equals(inputs.accountId()))
                .filter(contract -> !contract.contract().neverEnds() && contract.replacedOn() == null)
                .toList();
    }

    /** The terms of a contract that still has revenue to renew; empty when it is closed, refused or worth nothing. */
    private static Optional<Terms> open(ContractPostings postings, LocalDate today) {
        ContractRecord contract = postings.contract();
        if (contract.closedOn() != null || !postings.usable()) {
            return Optional.empty();
        }
        LocalDate inForce = today.isBefore(contract.startsOn()) ? contract.startsOn() : today;
        long arr = postings.arrOn(inForce);
        if (arr <= 0) {
            return Optional.empty();
        }
        String currency = postings.postings().get(0).currency();
        return Optional.of(Terms.of(contract, today, new Money(arr, currency), endOnRecord(postings, today)));
    }

    private static @Nullable LocalDate endOnRecord(ContractPostings postings, LocalDate today) {
        ContractRecord contract = postings.contract();
        if (contract.noticeReceivedOn() != null) {
            return contract.noticeReceivedOn();
        }
        LocalDate renewalOn = contract.termOn(today).endsOn();
        return postings.arrOn(renewalOn) == 0 ? renewalOn : null;
    }
}
