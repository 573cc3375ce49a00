package io.playcaller.forecast.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.Owner;
import io.playcaller.forecast.config.ForecastFiles;
import io.playcaller.forecast.engine.contract.ContractForecaster;
import io.playcaller.forecast.engine.contract.PriorModel;
import io.playcaller.forecast.engine.process.AccountFacts;
import io.playcaller.forecast.engine.process.Episode;
import io.playcaller.forecast.engine.process.EpisodeChange;
import io.playcaller.forecast.engine.process.RenewalCase;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.playcaller.forecast.engine.process.RenewalReview;
import io.playcaller.forecast.process.AccountProfile.Kind;
import io.playcaller.forecast.renewal.AccountForecasts;
import io.playcaller.forecast.renewal.AccountInputs;
import io.playcaller.forecast.rules.in.RuleFiles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewedTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final int GAP_DAYS = 30;
    private static final LocalDate END = LocalDate.of(2026, 7, 1);
    private static final Owner ANA = new Owner("csm", "ana", LocalDate.of(2025, 1, 1), null);
    private static final Kind POOLED = new Kind("smb", "pooled", "adoption", NOW);

    private final RenewalProcess process =
            RuleFiles.read(ForecastFiles.read(Optional.empty())).process().rules();
    private final RenewalReview review = new RenewalReview(process);

    @Test
    void aSignalCarriesTheAccountWithTheDatesOfThisRenewal() {
        SignalChanged due = look(account(
                        POOLED, List.of(), contract("c1", END, 30), contract("c2", END.plusDays(60), 0)))
                .signals()
                .get(0);

        assertThat(due.reason()).isEqualTo(Reason.FC_RENEWAL_DUE);
        assertThat(due.state()).isEqualTo(SignalState.OPENED);
        assertThat(due.valueAtRisk()).isEqualTo(new Money(100, "EUR"));
        assertThat(due.account()).satisfies(snapshot -> {
            assertThat(snapshot.owners()).containsExactly(ANA);
            assertThat(snapshot.profile().tier()).isEqualTo("pooled");
            assertThat(snapshot.profile().arr()).isEqualTo(new Money(200, "EUR"));
            assertThat(snapshot.profile().renewalOn()).isEqualTo(END);
            assertThat(snapshot.profile().noticeBy()).isEqualTo(END.minusDays(30));
        });
    }

    @Test
    void lookingAgainSaysNothing() {
        Reviewed first = look(account(POOLED, List.of(), contract("c1", END, 0)));

        assertThat(look(account(POOLED, episodes(first), contract("c1", END, 0)))
                        .signals())
                .isEmpty();
    }

    @Test
    void aDeadlineThatIsCorrectedIsNewsOfTheSameSignal() {
        Reviewed first = look(account(POOLED, List.of(), contract("c1", END, 0)));

        SignalChanged news = look(account(POOLED, episodes(first), contract("c1", END, 90)))
                .signals()
                .get(0);

        assertThat(news.state()).isEqualTo(SignalState.UPDATED);
        assertThat(news.episodeId()).isEqualTo(first.signals().get(0).episodeId());
        assertThat(news.account().profile().noticeBy()).isEqualTo(END.minusDays(90));
    }

    @Test
    void aSignalWaitsUntilItIsKnownWhatKindOfCustomerItIs() {
        Reviewed waiting = look(account(null, List.of(), contract("c1", END, 0)));

        assertThat(waiting.signals()).isEmpty();
        assertThat(waiting.waiting()).isEqualTo(1);
    }

    @Test
    void whatIsUpForRenewalNoLongerClearsItsSignals() {
        Reviewed first = look(account(POOLED, List.of(), contract("c1", END, 0)));

        SignalChanged over = look(account(POOLED, episodes(first))).signals().get(0);

        assertThat(over.state()).isEqualTo(SignalState.CLEARED);
        assertThat(over.transition()).isEqualTo(2);
        assertThat(over.episodeId()).isEqualTo(first.signals().get(0).episodeId());
    }

    @Test
    void aRenewedTermIsDueAnewWhenItsTimeComes() {
        Reviewed first = look(account(POOLED, List.of(), contract("c1", END, 0)));

        Reviewed renewed = look(account(POOLED, episodes(first), contract("c1", END.plusYears(1), 0)));
        Reviewed next =
                Reviewed.of(account(POOLED, episodes(renewed), contract("c1", END.plusDays(30), 0)), review, NOW);

        assertThat(renewed.signals()).extracting(SignalChanged::state).containsExactly(SignalState.CLEARED);
        assertThat(next.signals()).extracting(SignalChanged::state).containsExactly(SignalState.OPENED);
        assertThat(next.signals().get(0).episodeId())
                .isNotEqualTo(first.signals().get(0).episodeId());
    }

    @Test
    void whoHasARoleForLongestOwnsIt() {
        Owner ben = new Owner("csm", "ben", LocalDate.of(2025, 6, 1), null);
        Owner gone = new Owner("csm", "gone", LocalDate.of(2024, 1, 1), LocalDate.of(2026, 3, 1));
        AccountProfile profile = new AccountProfile("Acme", null, POOLED, List.of(ben, ANA, gone), 1, 3);

        assertThat(profile.ownersOn(LocalDate.of(2026, 3, 1))).isEqualTo(Map.of("csm", "ana"));
    }

    @Test
    void whatWasDueBeforeTheContractWasKnownIsOfAnImportAndWhatComesLaterIsLive() {
        LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        LoadedAccount firstSeen = account(POOLED, List.of(), contract("c1", today.plusDays(100), 0));
        LoadedAccount longKnown = new LoadedAccount(
                "acme", firstSeen.profile(), firstSeen.renewals(), List.of(), Map.of("c1", today.minusDays(200)));

        assertThat(look(firstSeen).signals())
                .extracting(SignalChanged::reason, SignalChanged::origin)
                .containsExactly(tuple(Reason.FC_RENEWAL_DUE, SignalOrigin.BACKFILL));
        assertThat(look(longKnown).signals()).extracting(SignalChanged::origin).containsExactly(SignalOrigin.LIVE);
    }

    private Reviewed look(LoadedAccount account) {
        return Reviewed.of(account, review, NOW);
    }

    private static List<Episode> episodes(Reviewed reviewed) {
        return reviewed.changes().stream().map(EpisodeChange::after).toList();
    }

    private LoadedAccount account(Kind kind, List<Episode> episodes, ContractRecord... contracts) {
        AccountProfile profile = new AccountProfile("Acme", "Europe/Berlin", kind, List.of(ANA), 1, 3);
        AccountFacts facts = new AccountFacts(profile.tier(), null, Set.of(), Map.of("csm", "ana"), List.of());
        AccountInputs inputs = new AccountInputs("acme", List.of(contracts), List.of(), null, List.of());
        ContractForecaster forecaster = new ContractForecaster(PriorModel.defaults(), process.categories());
        List<RenewalCase> renewals = AccountForecasts.of(inputs, forecaster, GAP_DAYS, NOW).forecasts().stream()
                .map(made -> new RenewalCase(made.situation(), made.forecast(), facts, List.of(), Set.of(), Map.of()))
                .toList();
        return new LoadedAccount("acme", profile, renewals, episodes, Map.of());
    }

    private static ContractRecord contract(String id, LocalDate endsOn, int noticeDays) {
        LocalDate start = endsOn.minusYears(1);
        ContractLine line = new ContractLine("l1", "core", new Money(100, "EUR"), null, start, endsOn);
        return new ContractRecord(
                id, "acme", 1, start, start, endsOn, false, noticeDays, null, null, List.of(line), List.of(), null);
    }
}
