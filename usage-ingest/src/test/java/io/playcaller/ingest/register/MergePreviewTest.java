package io.playcaller.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.ingest.identity.MergedAccounts;
import io.playcaller.ingest.register.AccountHoldings.People;
import io.playcaller.ingest.register.MergePreview.Becomes;
import io.playcaller.ingest.register.MergePreview.Effect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergePreviewTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final AccountHoldings NOTHING = AccountHoldings.of(Map.of(), new People(0, 0, 0));

    @Test
    void whatIsAcceptedGoesToTheEndOfTheChainAndWhatWasMergedBeforeGoesAlong() {
        MergedAccounts inForce = MergedAccounts.following(Map.of("globex", "initech", "old", "older", "older", "acme"));

        MergePreview preview = MergePreview.of("acme", "globex", inForce, NOTHING);

        assertThat(preview.leadsTo()).isEqualTo("initech");
        assertThat(effect(preview, "merged accounts").named()).containsExactly("old", "older");
        assertThat(effect(preview, "events"))
                .extracting(Effect::becomes, Effect::count)
                .containsExactly(Becomes.MOVES, null);
    }

    @Test
    void openContractsAndTheirRevenueStay() {
        AccountHoldings holdings = AccountHoldings.of(Map.of("contract", 8L), new People(0, 0, 0))
                .plus(contract("runs", "2026-01-01", "2027-01-01", false, null, null, eur(100)), TODAY)
                .plus(contract("in dollars", "2026-01-01", "2027-01-01", false, null, null, new Money(7, "USD")), TODAY)
                .plus(contract("renews by itself", "2024-01-01", "2025-01-01", true, null, null, eur(20)), TODAY)
                .plus(contract("ended", "2025-03-01", "2026-03-01", false, TODAY, null, eur(1)), TODAY)
                .plus(contract("lost, and paid", "2026-01-01", "2027-01-01", false, TODAY, null, eur(5)), TODAY)
                .plus(contract("waited for", "2025-03-01", "2026-03-01", false, null, null, eur(3)), TODAY)
                .plus(contract("forgotten", "2025-01-01", "2026-01-01", false, null, null, eur(1)), TODAY)
                .plus(contract("never was", "2026-01-01", "2027-01-01", false, null, true, eur(1)), TODAY);

        Effect contracts = effect(MergePreview.of("acme", "globex", MergedAccounts.NONE, holdings), "contracts");

        assertThat(contracts.becomes()).isEqualTo(Becomes.STAYS);
        assertThat(contracts.count()).isEqualTo(8);
        assertThat(contracts.arr()).containsExactly(eur(128), new Money(7, "USD"));
        assertThat(contracts.why()).startsWith("5 of them are open; their revenue stays with acme");
    }

    @Test
    void claimsThatHoldLeadToTheOtherAccount() {
        AccountHoldings holdings =
                NOTHING.plus(claim("past.example", TODAY), TODAY).plus(new OwnersRecord("acme", 1, List.of()), TODAY);
        for (int i = 10; i < 40; i++) {
            holdings = holdings.plus(claim("d" + i + ".example", null), TODAY);
        }

        Effect domains = effect(MergePreview.of("acme", "globex", MergedAccounts.NONE, holdings), "domains");

        assertThat(domains.becomes()).isEqualTo(Becomes.LEADS);
        assertThat(domains.count()).isEqualTo(30);
        assertThat(domains.named()).hasSize(20).startsWith("d10.example").doesNotContain("past.example");
    }

    @Test
    void amountsThatNobodyCanOweAreNoFault() {
        AccountHoldings holdings = NOTHING.plus(
                        contract("a", "2026-01-01", "2027-01-01", false, null, null, eur(Long.MAX_VALUE)), TODAY)
                .plus(contract("b", "2026-01-01", "2027-01-01", false, null, null, eur(Long.MAX_VALUE)), TODAY);

        assertThat(holdings.amounts()).containsExactly(eur(Long.MAX_VALUE));
    }

    @Test
    void whatIsSoAlreadyHasNoEffects() {
        MergePreview preview =
                MergePreview.unchanged("acme", "globex", MergedAccounts.following(Map.of("acme", "globex")));

        assertThat(preview.unchanged()).isTrue();
        assertThat(preview.effects()).isEmpty();
    }

    private static Effect effect(MergePreview preview, String what) {
        return preview.effects().stream()
                .filter(effect -> effect.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private static Money eur(long minor) {
        return new Money(minor, "EUR");
    }

    private static DomainRecord claim(String domain, @Nullable LocalDate until) {
        return new DomainRecord(domain, "acme", 1, LocalDate.parse("2026-01-01"), until);
    }

    private static ContractRecord contract(
            String id,
            String from,
            String to,
            boolean autoRenew,
            @Nullable LocalDate closedOn,
            @Nullable Boolean withdrawn,
            Money arr) {
        LocalDate start = LocalDate.parse(from);
        LocalDate end = LocalDate.parse(to);
        return new ContractRecord(
                id,
                "acme",
                1,
                start,
                start,
                end,
                autoRenew,
                0,
                null,
                closedOn,
                List.of(new ContractLine("l", "core", arr, null, start, end)),
                List.of(),
                withdrawn);
    }
}
