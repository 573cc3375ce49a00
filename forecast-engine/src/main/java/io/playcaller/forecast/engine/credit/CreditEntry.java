package io.playcaller.forecast.engine.credit;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the credit ledger. Never changed: what was wrong is posted again with the opposite sign.
 *
 * @param number of the movement's entries, from 1
 * @param on day of the movement
 * @param amount credited; negative for a counter-posting, and for a share of lost revenue
 * @param policy version of the rules of engagement that holds on the day
 * @param splitId the split that was registered; null where the usual division held
 * @param reverses the number of the entry that it takes back; null for a credit
 * @param because why it stands here, in a sentence
 */
public record CreditEntry(
        String contractId,
        String movementId,
        int number,
        MovementKind kind,
        LocalDate on,
        CreditShare share,
        Money amount,
        String policy,
        @Nullable UUID splitId,
        @Nullable Integer reverses,
        String because) {

    /**
     * Whether {@code other} credits the same under the same rules to the same person; of the usual division to the same role, whoever is
     * said to have held it meanwhile.
     */
    boolean creditsLike(CreditEntry other) {
        boolean usual = splitId == null && other.splitId == null;
        return (share.equals(other.share) || (usual && share.sameRole(other.share)))
                && amount.equals(other.amount)
                && kind == other.kind
                && on.equals(other.on)
                && policy.equals(other.policy);
    }

    CreditEntry numbered(int next) {
        return new CreditEntry(
                contractId, movementId, next, kind, on, share, amount, policy, splitId, reverses, because);
    }

    CreditEntry takenBack(int next, String why) {
        Money opposite = new Money(Math.negateExact(amount.minor()), amount.currency());
        return new CreditEntry(contractId, movementId, next, kind, on, share, opposite, policy, splitId, number, why);
    }
}
