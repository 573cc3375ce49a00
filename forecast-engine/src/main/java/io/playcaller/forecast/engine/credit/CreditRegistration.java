package io.playcaller.forecast.engine.credit;

import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a split may be registered: under the rules of engagement, and before the revenue that it divides has moved.
 * Operations may register later, and say why.
 *
 * @param from first day whose movements it divides; null for today
 * @param reason why late; null or blank when in time
 */
public record CreditRegistration(
        MovementKind kind,
        @Nullable LocalDate from,
        List<CreditShare> shares,
        @Nullable String reason) {

    public CreditRegistration {
        shares = List.copyOf(shares);
    }

    /**
     * Why it is refused; empty when it may be registered.
     *
     * @param contract that it is about
     * @param byOps whether operations ask
     */
    public Optional<CreditFault> fault(CreditPolicy policy, ContractRecord contract, LocalDate today, boolean byOps) {
        Optional<CreditRule> rule = policy.rule(kind);
        if (rule.isEmpty()) {
            String known = policy.rules().keySet().stream().sorted().toList().toString();
            return Optional.of(new CreditFault("credit.kind", "/kind", "one of " + known, String.valueOf(kind)));
        }
        Optional<CreditFault> shared = rule.get().fault(shares);
        return shared.isPresent() || !isLate(contract, today) ? shared : lateFault(byOps);
    }

    /** Whether revenue that it would divide may have moved already. */
    public boolean isLate(ContractRecord contract, LocalDate today) {
        LocalDate first = first(today);
        boolean renewed = kind == MovementKind.RENEWAL && contract.closedOn() != null;
        return renewed
                || first.isBefore(today)
                || contract.movements().stream().anyMatch(moved -> divides(moved, first));
    }

    /** The first day whose movements it divides. */
    public LocalDate first(LocalDate today) {
        return from == null ? today : from;
    }

    private boolean divides(ContractMovement moved, LocalDate first) {
        return moved.kind() == kind && !moved.on().isBefore(first);
    }

    private Optional<CreditFault> lateFault(boolean byOps) {
        if (!byOps) {
            return Optional.of(new CreditFault(
                    "credit.late",
                    "/from",
                    "a split before the revenue moves; later only operations may register it, with a reason",
                    from == null ? "today, after it has moved" : from.toString()));
        }
        if (from == null) {
            return Optional.of(new CreditFault(
                    "credit.late", "/from", "of a late split the first day whose movements it divides", "nothing"));
        }
        return reason == null || reason.isBlank()
                ? Optional.of(new CreditFault("credit.late", "/reason", "why it is late", "nothing"))
                : Optional.empty();
    }
}
