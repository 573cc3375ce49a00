package io.playcaller.forecast.engine.credit;

import io.playcaller.contracts.register.ContractMovement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Among whom a movement is divided, and why so.
 *
 * @param splitId the split that says so; null of the usual division
 * @param because in a sentence
 */
record CreditDivision(List<CreditShare> shares, @Nullable UUID splitId, String because) {

    /** Of a movement: its split, where the rules of its day allow that one, else the usual division. */
    static Optional<CreditDivision> of(
            ContractMovement movement, CreditPolicy policy, CreditRule rule, CreditBooks books) {
        Optional<CreditSplit> split = books.split(movement);
        Optional<String> refusal = refusal(movement, policy, rule, books);
        if (split.isPresent() && refusal.isEmpty()) {
            CreditSplit named = split.get();
            return Optional.of(new CreditDivision(named.shares(), named.splitId(), registered(named)));
        }
        String because = refusal.map(why -> "the usual division, since " + why).orElse("the usual division");
        return books.usual(rule, movement.on()).map(shares -> new CreditDivision(shares, null, because));
    }

    /**
     * Why the split of a movement does not divide it: it was registered under another version, and that of the movement's day does
     * not allow it. Empty where it does, and where there is none.
     */
    static Optional<String> refusal(
            ContractMovement movement, CreditPolicy policy, CreditRule rule, CreditBooks books) {
        return books.split(movement)
                .flatMap(split -> rule.fault(split.shares())
                        .map(fault -> "version " + policy.version() + " does not allow the split that "
                                + split.registeredBy() + " registered under " + split.policy() + ", but "
                                + fault.expected()));
    }

    private static String registered(CreditSplit split) {
        return split.lateBecause() == null
                ? "registered before by " + split.registeredBy()
                : "registered late by " + split.registeredBy() + ": " + split.lateBecause();
    }
}
