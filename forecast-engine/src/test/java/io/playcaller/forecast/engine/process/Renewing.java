package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.forecast.engine.contract.AccountHistory;
import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.contract.ContractForecaster;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.contract.PaymentHistory;
import io.playcaller.forecast.engine.contract.PriorModel;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.engine.contract.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Builds renewals: contract c1 of an enterprise account ends on 1 July 2026; it is 1 March, and Ana is its CSM. */
final class Renewing {

    static final LocalDate END = LocalDate.of(2026, 7, 1);
    static final RenewalProcess PROCESS = process();

    private LocalDate today = LocalDate.of(2026, 3, 1);
    private LocalDate endsOn = END;
    private LocalDate noticeBy;
    private boolean autoRenew;
    private LocalDate endKnownOn;
    private String tier = "enterprise";
    private RenewalStage stage = RenewalStage.NOT_STARTED;
    private Category modelSays;
    private LocalDate lastTouchOn;
    private final Map<String, String> owners = new HashMap<>(Map.of("csm", "ana"));
    private final List<Work> work = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final Set<String> confirmed = new HashSet<>();
    private final Map<FaultCode, LocalDate> since = new EnumMap<>(FaultCode.class);

    static Renewing contract() {
        return new Renewing();
    }

    Renewing on(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    Renewing daysBefore(int days) {
        today = END.minusDays(days);
        return this;
    }

    Renewing endingOn(LocalDate day) {
        endsOn = day;
        return this;
    }

    Renewing renewingItself(String notice) {
        autoRenew = true;
        noticeBy = LocalDate.parse(notice);
        return this;
    }

    Renewing notice(String notice) {
        noticeBy = LocalDate.parse(notice);
        return this;
    }

    Renewing cancelledOn(String day) {
        endKnownOn = LocalDate.parse(day);
        return this;
    }

    Renewing tier(String its) {
        tier = its;
        return this;
    }

    Renewing stage(RenewalStage reached) {
        stage = reached;
        return this;
    }

    Renewing modelSays(Category category) {
        modelSays = category;
        return this;
    }

    Renewing touchedOn(String day) {
        lastTouchOn = LocalDate.parse(day);
        return this;
    }

    Renewing ownedBy(String role, String staff) {
        owners.put(role, staff);
        return this;
    }

    Renewing ownedByNobody() {
        owners.clear();
        return this;
    }

    Renewing task(Reason reason, String assignee) {
        work.add(new Work("play-" + reason.code(), reason, assignee, true, today));
        return this;
    }

    Renewing planWrittenOn(String day) {
        work.add(new Work("at-risk-no-plan", Reason.FC_AT_RISK_NO_PLAN, "ana", false, LocalDate.parse(day)));
        return this;
    }

    Renewing judged(JudgeRole role, Category category, Integer renews, Long amount, int daysAgo, int days) {
        Instant at = now().minusSeconds(86_400L * daysAgo);
        judgements.add(new Judgement(
                UUID.nameUUIDFromBytes(new byte[] {(byte) judgements.size()}),
                "c1",
                END,
                role,
                category,
                amount,
                renews,
                "ana",
                "because",
                at,
                at.plusSeconds(86_400L * days),
                null));
        return this;
    }

    Renewing judged(JudgeRole role, Category category) {
        return judged(role, category, null, null, 1, 30);
    }

    Renewing judgement(Judgement judgement) {
        judgements.add(judgement);
        return this;
    }

    Renewing confirmed(String... words) {
        confirmed.addAll(List.of(words));
        return this;
    }

    Renewing since(FaultCode code, String day) {
        since.put(code, LocalDate.parse(day));
        return this;
    }

    Instant now() {
        return today.atTime(10, 0).toInstant(ZoneOffset.UTC);
    }

    RenewalCase build() {
        Terms terms = new Terms("c1", "acme", new Money(1_000_000, "EUR"), endsOn, noticeBy, autoRenew, endKnownOn);
        AccountHistory history = new AccountHistory(LocalDate.of(2024, 1, 1), 1, 0, null, null);
        ContractSituation situation =
                new ContractSituation(today, terms, history, PaymentHistory.UNKNOWN, null, List.of(), stage);
        RenewalForecast forecast =
                new ContractForecaster(PriorModel.defaults(), CategoryRule.defaults()).forecast(situation, now());
        return new RenewalCase(
                situation,
                modelSays == null ? forecast : called(forecast),
                new AccountFacts(tier, lastTouchOn, Set.of(), owners, work),
                judgements,
                confirmed,
                since);
    }

    Standing standing() {
        return new RenewalReview(PROCESS).of(build(), now());
    }

    private RenewalForecast called(RenewalForecast told) {
        return new RenewalForecast(
                told.contractId(),
                told.accountId(),
                told.asOf(),
                told.renewalOn(),
                told.noticeBy(),
                told.arr(),
                told.renews(),
                told.contracts(),
                told.expands(),
                modelSays,
                told.riskCodes(),
                told.drivers(),
                told.retained(),
                told.modelVersion());
    }

    private static RenewalProcess process() {
        Map<RenewalStage, StageRule> stages = new EnumMap<>(RenewalStage.class);
        for (RenewalStage stage : RenewalStage.values()) {
            stages.put(stage, new StageRule("csm", List.of()));
        }
        stages.put(
                RenewalStage.PREPARING,
                new StageRule("csm", List.of(new Criterion.TouchWithin(60), new Criterion.Confirmed("value-review"))));
        stages.put(
                RenewalStage.VALUE_CONFIRMED,
                new StageRule("renewals-manager", List.of(new Criterion.Confirmed("proposal-sent"))));
        Set<String> human = Set.of("enterprise", "mid-market", "pooled");
        List<Checkpoint> checkpoints = List.of(
                new Checkpoint(120, Severity.LOW, human, List.of(new Criterion.StageReached(RenewalStage.PREPARING))),
                new Checkpoint(
                        90,
                        Severity.MEDIUM,
                        human,
                        List.of(new Criterion.Judged(JudgeRole.CSM), new Criterion.NotCalled(Category.BEST_CASE))),
                new Checkpoint(30, Severity.HIGH, human, List.of(new Criterion.StageReached(RenewalStage.VERBAL))));
        return new RenewalProcess(
                stages,
                new OpportunityRule(180, RenewalStage.PREPARING, RenewalStage.VERBAL),
                CategoryRule.defaults(),
                new JudgementRule(30, 90),
                new DisagreementRule(2, 25),
                checkpoints,
                new SignalRule(180, 60, 30, 2, 30),
                ShortTerms.defaults());
    }
}
