package io.playcaller.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DatedAmount;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OpportunityStage;
import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.register.ParentLink;
import io.playcaller.ingest.refusal.Fault;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterRulesTest {

    private static final LocalDate JAN = LocalDate.parse("2026-01-01");
    private static final LocalDate FEB = LocalDate.parse("2026-02-01");
    private static final LocalDate MAR = LocalDate.parse("2026-03-01");

    @Test
    void aZoneMustBeOfTheWorld() {
        assertThat(fields(account("Europe/Berlin"))).isEmpty();
        assertThat(fields(account(null))).isEmpty();
        assertThat(fields(account("Mars/Olympus"))).containsExactly("/zone");
        assertThat(fields(account("+02:00"))).containsExactly("/zone");
    }

    @Test
    void anAccountHasOneParentAtATimeAndNotItself() {
        assertThat(fields(account(null, link("a", JAN, FEB), link("b", FEB, null))))
                .isEmpty();
        assertThat(fields(account(null, link("a", JAN, null), link("b", FEB, null))))
                .containsExactly("/parents/1/from");
        assertThat(fields(account(null, link("acme", FEB, JAN))))
                .containsExactly("/parents/0/parentId", "/parents/0/until");
    }

    @Test
    void aRampClimbsWithinItsLineAndUseIsByTheMonth() {
        assertThat(LineAmountRules.faults("/l", amounts(List.of(on(FEB, 5, "EUR")), null)))
                .isEmpty();
        assertThat(LineAmountRules.faults("/l", amounts(null, List.of(on(JAN, 5, "EUR"), on(FEB, 0, "EUR")))))
                .isEmpty();
        assertThat(LineAmountRules.faults(
                        "/l", amounts(List.of(on(JAN, 5, "EUR"), on(FEB, -5, "USD"), on(MAR, 5, "EUR")), null)))
                .extracting(Fault::field)
                .containsExactly("/l/ramp/0/on", "/l/ramp/1/amount/minor", "/l/ramp/1/amount/currency", "/l/ramp/2/on");
        assertThat(LineAmountRules.faults(
                        "/l", amounts(null, List.of(on(FEB, 5, "EUR"), on(FEB.plusDays(3), 5, "EUR")))))
                .extracting(Fault::field)
                .containsExactly("/l/usage/1/on");
    }

    private static ContractLine amounts(@Nullable List<DatedAmount> ramp, @Nullable List<DatedAmount> usage) {
        return new ContractLine("l", "core", new Money(1, "EUR"), null, JAN, MAR, null, ramp, usage, null);
    }

    private static DatedAmount on(LocalDate day, long minor, String currency) {
        return new DatedAmount(day, new Money(minor, currency));
    }

    @Test
    void aLossReviewCorrectsAnotherDayThanItsOwn() {
        assertThat(fields(reviewCorrecting(null))).isEmpty();
        assertThat(fields(reviewCorrecting(FEB))).isEmpty();
        assertThat(fields(reviewCorrecting(MAR))).containsExactly("/corrects");
    }

    private static LossReviewRecord reviewCorrecting(@Nullable LocalDate day) {
        return new LossReviewRecord("c", "acme", 0, MAR, Reason.COM_PRICE, true, "ana", day);
    }

    @Test
    void anOpportunityIsDecidedOnADayOrOpen() {
        assertThat(fields(opportunity(OpportunityStage.OPEN, null, null))).isEmpty();
        assertThat(fields(opportunity(OpportunityStage.LOST, MAR, Reason.UNKNOWN)))
                .isEmpty();
        assertThat(fields(opportunity(OpportunityStage.OPEN, MAR, null))).containsExactly("/closedOn");
        assertThat(fields(opportunity(OpportunityStage.WON, null, null))).containsExactly("/closedOn");
        assertThat(fields(opportunity(OpportunityStage.WON, JAN, Reason.UNKNOWN)))
                .containsExactly("/closedOn", "/reason");
    }

    private static OpportunityRecord opportunity(
            OpportunityStage stage, @Nullable LocalDate closedOn, @Nullable Reason reason) {
        return new OpportunityRecord(
                "op-1", "acme", 0, stage, new Money(1, "EUR"), null, null, FEB, null, closedOn, reason);
    }

    @Test
    void aContractIsCheckedLineByLine() {
        ContractRecord contract = contract(
                -1,
                List.of(line("l1", -1, 5), line("l1", 0, -2)),
                List.of(
                        movement("m1", MovementKind.CHURN, 5, "l1"),
                        movement("m1", MovementKind.EXPANSION, -5, "l9"),
                        movement("m2", MovementKind.RENEWAL, -5, null)));

        assertThat(fields(contract))
                .containsExactly(
                        "/noticeDays",
                        "/lines/0/arr/minor",
                        "/lines/1/lineId",
                        "/lines/1/seats",
                        "/movements/0/delta/minor",
                        "/movements/1/movementId",
                        "/movements/1/lineId",
                        "/movements/1/delta/minor");
    }

    @Test
    void aRoleIsHeldByOnePersonAtATime() {
        assertThat(fields(owners(owner("csm", JAN, FEB), owner("csm", FEB, null), owner("ae", JAN, null))))
                .isEmpty();
        assertThat(fields(owners(owner("csm", JAN, null), owner("csm", FEB, MAR))))
                .containsExactly("/owners/1/from");
        assertThat(fields(owners(owner("csm", FEB, JAN)))).containsExactly("/owners/0/until");
    }

    @Test
    void anInvoiceIsDueAfterItWasIssued() {
        InvoiceChanged invoice = new InvoiceChanged("acme", "i1", null, new Money(-1, "EUR"), FEB, JAN, null, 0, null);

        assertThat(fields(invoice)).containsExactly("/amount/minor", "/dueOn");
    }

    private static List<String> fields(Record record) {
        return RegisterRules.faults(record).stream().map(Fault::field).toList();
    }

    private static AccountRecord account(@Nullable String zone, ParentLink... parents) {
        return new AccountRecord("acme", 0, "Acme", null, null, null, zone, false, List.of(parents));
    }

    private static ParentLink link(String parent, LocalDate from, @Nullable LocalDate until) {
        return new ParentLink(parent, from, until);
    }

    private static ContractRecord contract(int noticeDays, List<ContractLine> lines, List<ContractMovement> movements) {
        return new ContractRecord("c1", "acme", 0, JAN, JAN, MAR, true, noticeDays, null, null, lines, movements, null);
    }

    private static ContractLine line(String id, long minor, int seats) {
        return new ContractLine(id, "core", new Money(minor, "EUR"), seats, JAN, MAR);
    }

    private static ContractMovement movement(String id, MovementKind kind, long delta, @Nullable String line) {
        return new ContractMovement(id, kind, FEB, new Money(delta, "EUR"), line, null);
    }

    private static OwnersRecord owners(Owner... owners) {
        return new OwnersRecord("acme", 0, List.of(owners));
    }

    private static Owner owner(String role, LocalDate from, @Nullable LocalDate until) {
        return new Owner(role, "s-" + role, from, until);
    }
}
