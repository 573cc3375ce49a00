package io.playcaller.forecast.process;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.forecast.engine.process.WantedSignal;
import io.playcaller.forecast.engine.review.Turn;
import io.playcaller.forecast.outcome.Loss;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A loss of ours to review, or one that may come: the contract was forecast here when it came, and it is the last of its contract.
 *
 * @param dueOn the last day to review it
 */
public record WaitingLoss(String contractId, String accountId, LocalDate on, LocalDate dueOn, boolean full) {

    /** What is overdue for longer is only listed: nobody remembers it any more, and a task would not help. */
    public static final int ASKED_FOR_DAYS = 90;

    /**
     * Those among all losses of some accounts that wait.
     *
     * @param turns all losses of their contracts
     * @param known the first day of which a forecast of a contract is kept; a loss before it is history
     */
    public static List<WaitingLoss> of(
            List<Turn> turns, Collection<LossReviewRecord> reviews, Map<String, LocalDate> known, Loss.Terms terms) {
        LocalDate from = terms.today().minusDays((long) terms.reviewDays() + ASKED_FOR_DAYS);
        Set<String> seen = new HashSet<>();
        List<WaitingLoss> waiting = new ArrayList<>();
        for (Loss loss : Loss.of(turns, reviews, List.of(), terms)) {
            LocalDate since = known.get(loss.contractId());
            boolean last = seen.add(loss.contractId());
            if (last
                    && since != null
                    && !loss.on().isBefore(since)
                    && !loss.on().isBefore(from)
                    && loss.waits()) {
                waiting.add(
                        new WaitingLoss(loss.contractId(), loss.accountId(), loss.on(), loss.dueOn(), loss.wasFull()));
            }
        }
        return List.copyOf(waiting);
    }

    /**
     * Losses that may come: of contracts that are closed and still run. On the day on which one ends nobody may tell anything of its account.
     */
    public static List<WaitingLoss> ahead(Collection<ContractRecord> contracts, Loss.Terms terms) {
        return contracts.stream()
                .filter(ContractRecord::stands)
                .flatMap(contract -> ahead(contract, terms).stream())
                .toList();
    }

    private static Optional<WaitingLoss> ahead(ContractRecord contract, Loss.Terms terms) {
        return Optional.ofNullable(contract.overOn())
                .filter(overOn -> overOn.isAfter(terms.today()))
                .map(overOn -> new WaitingLoss(
                        contract.contractId(),
                        contract.accountId(),
                        overOn,
                        overOn.plusDays(terms.reviewDays()),
                        true));
    }

    /** Whether the days for its review are over on {@code today}. */
    public boolean isOverdue(LocalDate today) {
        return today.isAfter(dueOn);
    }

    WantedSignal signal() {
        Reason reason = Reason.LIFE_LOSS_UNREVIEWED;
        String sentence = "%s: contract %s %s on %s, the review was due by %s"
                .formatted(reason.sentence(), contractId, full ? "ended" : "shrank", on, dueOn);
        return new WantedSignal(reason, reason.severity(), sentence, List.of(), null);
    }
}
