package io.playcaller.router.tier;

import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.finding.Finding;
import io.playcaller.router.handover.Ownership;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.staff.TierCoverage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An account under contract that is in another tier. It waits for somebody who has it by the new one: an owner since the change, or a
 * hand-over that was accepted; or for whoever has the task about it to say that it stays as it is.
 *
 * @param rev of the account's health when it was so: with the account's id it is the identity of the change
 * @param former the tier whose people have it
 * @param since when it was so here, by the business clock
 * @param account as it is now, but its profile as of the change
 * @param handedOver roles in which a hand-over was accepted since
 * @param isOver whether somebody completed what it began, or it ended otherwise than by giving up, or the account became another one
 */
public record TierChange(
        String accountId,
        long rev,
        String former,
        Instant since,
        AccountSnapshot account,
        Set<String> handedOver,
        boolean isOver) {

    /** With which the keys of its findings begin. */
    public static final String PREFIX = "tier/";

    /** After that the account is as it is: no task is made of it any more, should none have been. */
    private static final Duration LONGEST = Duration.ofDays(90);

    public TierChange {
        handedOver = Set.copyOf(handedOver);
    }

    public static String key(String accountId, long rev) {
        return PREFIX + accountId + "/" + rev;
    }

    /** Whether nobody need do anything about it any more. */
    public boolean isSettled(RouterRules rules, Instant now) {
        return isOver || !now.isBefore(since.plus(LONGEST)) || isOwnedAnew(rules, now);
    }

    private boolean isOwnedAnew(RouterRules rules, Instant now) {
        String role = servedBy(rules, tier()).map(TierCoverage::servedBy).orElse("");
        LocalDate changed = rules.calendars().standard().dayOf(since);
        LocalDate today = rules.calendars().standard().dayOf(now);
        return handedOver.contains(role)
                || Ownership.since(account.owners(), role, changed, today).stream()
                        .anyMatch(staffId ->
                                rules.directory().personAt(staffId, now).isPresent());
    }

    /** What is told of it. */
    public Finding finding(RouterRules rules) {
        return new Finding(
                key(accountId, rev),
                Reason.LIFE_TIER_CHANGED,
                Reason.LIFE_TIER_CHANGED.severity(),
                tier(),
                "The account was in tier %s and is in tier %s since %s"
                        .formatted(former, tier(), rules.calendars().standard().dayOf(since)),
                List.of(
                        served(rules, former),
                        served(rules, tier()),
                        "It is over when a hand-over is accepted (POST /v1/hand-overs), the register names an owner who began since, "
                                + "or this is completed"),
                new Finding.About(accountId, account));
    }

    private static String served(RouterRules rules, String tier) {
        return servedBy(rules, tier)
                .map(coverage -> "Tier %s is served by %s, %s"
                        .formatted(
                                tier,
                                coverage.servedBy(),
                                coverage.kind().name().toLowerCase(Locale.ROOT)))
                .orElse("coverage.yaml does not say who serves tier " + tier);
    }

    private static Optional<TierCoverage> servedBy(RouterRules rules, String tier) {
        return rules.coverage().tier(tier);
    }

    private String tier() {
        return account.profile().tier();
    }
}
