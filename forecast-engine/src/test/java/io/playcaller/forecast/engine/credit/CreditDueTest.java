package io.playcaller.forecast.engine.credit;

import static io.playcaller.forecast.engine.credit.Credits.RENEWED;
import static io.playcaller.forecast.engine.credit.Credits.START;
import static io.playcaller.forecast.engine.credit.Credits.base;
import static io.playcaller.forecast.engine.credit.Credits.books;
import static io.playcaller.forecast.engine.credit.Credits.contract;
import static io.playcaller.forecast.engine.credit.Credits.moves;
import static io.playcaller.forecast.engine.credit.Credits.overlay;
import static io.playcaller.forecast.engine.credit.Credits.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.contracts.register.Owner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CreditDueTest {

    private static final ContractMovement SIGNED = moves("m1", MovementKind.NEW, START, 1_000_01);
    private static final ContractMovement RENEWAL = moves("m2", MovementKind.RENEWAL, RENEWED, 0);
    private static final ContractMovement GROWTH =
            moves("m3", MovementKind.EXPANSION, LocalDate.of(2026, 3, 1), 333_33);

    @Test
    void withoutARegistrationTheUsualRoleIsCreditedInTheHandsOfWhoHeldItOnTheDay() {
        CreditDue due = CreditDue.of(contract(null, SIGNED, RENEWAL, GROWTH), books(), List.of());

        assertThat(due.entries())
                .extracting(entry -> entry.movementId() + " " + entry.share().staffId() + " "
                        + entry.amount().minor() + " " + entry.policy())
                .containsExactly("m2 abe 100001 2025-1", "m3 abe 33333 2025-1");
        assertThat(due.open()).isEmpty();
    }

    @Test
    void aRegisteredSplitDividesToTheCentAndTheOverlayStandsApart() {
        CreditSplit split = split(
                MovementKind.EXPANSION,
                RENEWED,
                null,
                base("cleo", "csm", 70),
                base("abe", "account-manager", 30),
                overlay("sam", "solutions-engineer", 25));

        List<CreditEntry> entries = CreditDue.of(contract(null, SIGNED, GROWTH), books(split), List.of())
                .entries();

        assertThat(entries).extracting(entry -> entry.amount().minor()).containsExactly(233_33L, 100_00L, 83_33L);
        assertThat(entries).extracting(entry -> entry.share().overlay()).containsExactly(false, false, true);
        assertThat(entries).allMatch(entry -> split.splitId().equals(entry.splitId()));
    }

    @Test
    void aSplitHoldsFromItsDayOnForItsKindAlone() {
        CreditSplit later = split(MovementKind.EXPANSION, LocalDate.of(2026, 3, 2), null, base("cleo", "csm", 100));

        assertThat(CreditDue.of(contract(null, SIGNED, RENEWAL, GROWTH), books(later), List.of())
                        .entries())
                .allMatch(entry -> entry.share().staffId().equals("abe"));
    }

    @Test
    void whatChangesIsTakenBackAndCreditedAnew() {
        ContractRecord before = contract(null, SIGNED, GROWTH);
        List<CreditEntry> ledger = posted(before, books(), List.of());
        CreditSplit late = split(
                MovementKind.EXPANSION,
                LocalDate.of(2026, 3, 1),
                "agreed by mail in February",
                base("cleo", "csm", 100));

        ledger = posted(before, books(late), ledger);

        assertThat(ledger)
                .extracting(entry -> entry.number() + " " + entry.share().staffId() + " "
                        + entry.amount().minor() + " " + entry.reverses())
                .containsExactly("1 abe 33333 null", "2 abe -33333 1", "3 cleo 33333 null");
        assertThat(ledger.get(2).because()).isEqualTo("registered late by ops: agreed by mail in February");

        ContractMovement smaller = moves("m3", MovementKind.EXPANSION, LocalDate.of(2026, 3, 1), 100_00);
        ledger = posted(contract(null, SIGNED, smaller), books(late), ledger);
        ledger = posted(contract(null, SIGNED), books(late), ledger);

        assertThat(ledger).extracting(CreditEntry::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(ledger.stream().mapToLong(entry -> entry.amount().minor()).sum())
                .isZero();
    }

    @Test
    void anOwnerWhoIsCorrectedMovesNoCreditThatIsPosted() {
        ContractRecord contract = contract(null, SIGNED, GROWTH);
        List<CreditEntry> ledger = posted(contract, books(), List.of());
        Owner ann = new Owner("account-manager", "ann", START, null);
        CreditBooks corrected = new CreditBooks(List.of(Credits.POLICY), List.of(), List.of(ann));

        assertThat(posted(contract, corrected, ledger)).isEqualTo(ledger);

        ContractMovement smaller = moves("m3", MovementKind.EXPANSION, LocalDate.of(2026, 3, 1), 100_00);
        assertThat(posted(contract(null, SIGNED, smaller), corrected, ledger))
                .extracting(
                        entry -> entry.share().staffId() + " " + entry.amount().minor())
                .as("what is posted anew goes to who is known to have held the role")
                .containsExactly("abe 33333", "abe -33333", "ann 10000");
    }

    @Test
    void aMovementThatNobodyCanBeCreditedForIsSaid() {
        CreditBooks nobody = new CreditBooks(List.of(Credits.POLICY), List.of(), List.of());

        CreditDue due = CreditDue.of(contract(null, SIGNED, GROWTH), nobody, List.of());

        assertThat(due.entries()).isEmpty();
        assertThat(due.open()).containsExactly("nobody holds account-manager on 2026-03-01 for movement m3");
    }

    @Test
    void beforeTheFirstPolicyAndOfKindsWithoutARuleNothingIsCredited() {
        CreditPolicy tomorrow = new CreditPolicy("2027-1", LocalDate.of(2027, 1, 1), Credits.POLICY.rules());
        CreditBooks young = new CreditBooks(List.of(tomorrow), List.of(), Credits.OWNERS);

        assertThat(CreditDue.of(contract(null, SIGNED, RENEWAL, GROWTH), young, List.of()))
                .isEqualTo(new CreditDue(List.of(), List.of()));
    }

    @Test
    void theVersionThatHeldOnTheDayDividesAndIsStamped() {
        CreditRule other = new CreditRule(Map.of("csm", 100), List.of(), CreditRule.Overlay.NONE, 100);
        CreditPolicy next = new CreditPolicy("2026-2", LocalDate.of(2026, 2, 1), Map.of(MovementKind.EXPANSION, other));
        CreditBooks books = new CreditBooks(List.of(next, Credits.POLICY), List.of(), Credits.OWNERS);

        assertThat(CreditDue.of(contract(null, SIGNED, RENEWAL, GROWTH), books, List.of())
                        .entries())
                .extracting(entry -> entry.policy() + " " + entry.share().staffId())
                .containsExactly("2025-1 abe", "2026-2 cleo");
    }

    @Test
    void aSplitThatANewerVersionDoesNotAllowDividesOnlyWhatMovedBefore() {
        CreditRule strict = new CreditRule(
                Map.of("account-manager", 100), List.of(Map.of("csm", 100)), CreditRule.Overlay.NONE, 100);
        CreditPolicy next =
                new CreditPolicy("2027-1", LocalDate.of(2027, 1, 1), Map.of(MovementKind.EXPANSION, strict));
        CreditSplit split = split(
                MovementKind.EXPANSION,
                RENEWED,
                null,
                base("abe", "account-manager", 100),
                overlay("sam", "solutions-engineer", 50));
        CreditBooks books = new CreditBooks(List.of(Credits.POLICY, next), List.of(split), Credits.OWNERS);
        ContractMovement later = moves("m4", MovementKind.EXPANSION, LocalDate.of(2027, 1, 1), 1_000_00);

        List<CreditEntry> entries = CreditDue.of(contract(null, SIGNED, GROWTH, later), books, List.of())
                .entries();

        assertThat(entries)
                .extracting(entry -> entry.movementId() + " " + entry.share().staffId() + " "
                        + entry.amount().minor() + " " + entry.policy())
                .containsExactly("m3 abe 33333 2025-1", "m3 sam 16666 2025-1", "m4 abe 100000 2027-1");
        assertThat(entries.get(2).splitId()).isNull();
        assertThat(entries.get(2).because())
                .startsWith("the usual division, since version 2027-1 does not allow the split that ops registered"
                        + " under 2025-1, but an overlay for one of the roles");
    }

    @Test
    void aSplitThatANewerVersionAllowsIsStampedWithTheVersionOfTheDay() {
        CreditPolicy next = new CreditPolicy("2026-2", LocalDate.of(2026, 2, 1), Credits.POLICY.rules());
        CreditSplit split = split(MovementKind.EXPANSION, RENEWED, null, base("cleo", "csm", 100));
        CreditBooks books = new CreditBooks(List.of(Credits.POLICY, next), List.of(split), Credits.OWNERS);

        assertThat(CreditDue.of(contract(null, SIGNED, GROWTH), books, List.of())
                        .entries())
                .extracting(entry -> entry.policy() + " " + entry.share().staffId())
                .containsExactly("2026-2 cleo");
    }

    @Test
    void whereTheSplitIsNotAllowedAndNobodyHoldsTheUsualRoleBothAreSaid() {
        CreditRule strict = new CreditRule(Map.of("csm", 100), List.of(), CreditRule.Overlay.NONE, 100);
        CreditPolicy next =
                new CreditPolicy("2026-2", LocalDate.of(2026, 2, 1), Map.of(MovementKind.EXPANSION, strict));
        CreditSplit split = split(MovementKind.EXPANSION, RENEWED, null, base("abe", "account-manager", 100));
        CreditBooks books = new CreditBooks(List.of(Credits.POLICY, next), List.of(split), List.of());

        CreditDue due = CreditDue.of(contract(null, SIGNED, GROWTH), books, List.of());

        assertThat(due.entries()).isEmpty();
        assertThat(due.open())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("nobody holds csm on 2026-03-01 for movement m3; version 2026-2 does not allow the split");
    }

    private static List<CreditEntry> posted(ContractRecord contract, CreditBooks books, List<CreditEntry> before) {
        List<CreditEntry> all = new ArrayList<>(before);
        all.addAll(CreditDue.of(contract, books, before).entries());
        return all;
    }
}
