package io.playcaller.router.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.Owner;
import io.playcaller.router.TestRules;
import io.playcaller.router.finding.Finding;
import io.playcaller.router.rules.RouterRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An account of Ana's in mid-market is in enterprise since Monday, 2 March. Both are served by a named CSM. */
class TierChangeTest {

    private static final Instant SINCE = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant WEDNESDAY = SINCE.plus(Duration.ofDays(2));
    private static final Owner ANA = new Owner("csm", "ana", LocalDate.of(2020, 1, 1), null);

    private final RouterRules rules = TestRules.read();

    @Test
    void whoHadItBeforeHasItStillByTheOldTier() {
        assertThat(settled(change(Set.of(), false, ANA), WEDNESDAY)).isFalse();
    }

    @Test
    void anOwnerWhoBeganSinceHasItByTheNewTier() {
        assertThat(settled(change(Set.of(), false, ANA, owner("csm", "ben", 4, null)), WEDNESDAY))
                .isTrue();
        assertThat(settled(change(Set.of(), false, ANA, owner("csm", "ana", 2, null)), WEDNESDAY))
                .as("Ana, said anew")
                .isTrue();
    }

    @Test
    void nobodyHasItByTheNewTierWhoIsOfAnotherRoleOrNotYetOrNotHere() {
        assertThat(settled(change(Set.of(), false, ANA, owner("account-manager", "ben", 3, null)), WEDNESDAY))
                .isFalse();
        assertThat(settled(change(Set.of(), false, ANA, owner("csm", "ben", 9, null)), WEDNESDAY))
                .isFalse();
        assertThat(settled(change(Set.of(), false, ANA, owner("csm", "ben", 3, 4)), WEDNESDAY))
                .isFalse();
        assertThat(settled(change(Set.of(), false, ANA, owner("csm", "nobody-here", 3, null)), WEDNESDAY))
                .isFalse();
    }

    @Test
    void aHandOverThatWasAcceptedIsEnoughWhereItIsOfTheRoleThatServes() {
        assertThat(settled(change(Set.of("csm"), false, ANA), WEDNESDAY)).isTrue();
        assertThat(settled(change(Set.of("account-manager"), false, ANA), WEDNESDAY))
                .isFalse();
    }

    @Test
    void whenItsRunIsOverItStaysAsItIs() {
        assertThat(settled(change(Set.of(), true, ANA), WEDNESDAY)).isTrue();
    }

    @Test
    void afterNinetyDaysItIsNoNews() {
        TierChange change = change(Set.of(), false, ANA);

        assertThat(settled(change, SINCE.plus(Duration.ofDays(90)).minusSeconds(1)))
                .isFalse();
        assertThat(settled(change, SINCE.plus(Duration.ofDays(90)))).isTrue();
    }

    @Test
    void itTellsBothTiersAndWhoServesThem() {
        Finding finding = change(Set.of(), false, ANA).finding(rules);

        assertThat(finding.key()).isEqualTo("tier/acme/7");
        assertThat(finding.reason()).isEqualTo(Reason.LIFE_TIER_CHANGED);
        assertThat(finding.sentence())
                .isEqualTo("The account was in tier mid-market and is in tier enterprise since 2026-03-02");
        assertThat(finding.details())
                .startsWith("Tier mid-market is served by csm, named", "Tier enterprise is served by csm, named");
        assertThat(finding.about()).isNotNull();
        assertThat(finding.about().accountId()).isEqualTo("acme");
    }

    private boolean settled(TierChange change, Instant now) {
        return change.isSettled(rules, now);
    }

    private static Owner owner(String role, String staffId, int fromDay, @Nullable Integer untilDay) {
        return new Owner(
                role,
                staffId,
                LocalDate.of(2026, 3, fromDay),
                untilDay == null ? null : LocalDate.of(2026, 3, untilDay));
    }

    private static TierChange change(Set<String> handedOver, boolean isOver, Owner... owners) {
        Profile profile = new Profile("enterprise", "enterprise", "adoption", SINCE, null, null, null);
        AccountSnapshot account = new AccountSnapshot("Acme", null, profile, List.of(owners), 1, 1);
        return new TierChange("acme", 7, "mid-market", SINCE, account, handedOver, isOver);
    }
}
