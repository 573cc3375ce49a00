package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.ReasonFamily;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.forecast.engine.LogOdds;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is true now: health, open risks, terms, time. Health and risks count in full in the last 90 days before the
 * decision and half a year or more before it, because what is seen today says less about a decision far away.
 *
 * <p>A risk counts by the gravity of its reason, once per family. Its severity mostly measures money, which does not
 * change how likely a contract is to renew; severity moves the category instead.
 */
final class PresentEffects {

    private static final long[] SCORES = {0, 35, 50, 65, 80, 100};
    private static final double[] BY_SCORE = {-2.0, -1.0, -0.5, 0, 0.4, 0.7};
    private static final long MILLI = 1_000;

    private static final Map<Severity, Double> BY_GRAVITY =
            Map.of(Severity.LOW, -0.15, Severity.MEDIUM, -0.3, Severity.HIGH, -0.6, Severity.CRITICAL, -0.9);
    /** Reasons that contract and payment history already speak for. */
    private static final Set<Reason> COUNTED_ELSEWHERE = Set.of(Reason.COM_INVOICE_OVERDUE, Reason.COM_NOTICE_NEAR);

    private static final double AUTO_RENEW = 0.3;
    private static final double BOUND_BY_TERMS = 1.5;
    private static final double PAST_END = -0.3;
    private static final double PAST_END_PER_DAY = -0.02;
    private static final double PAST_END_AT_MOST = -1.8;
    private static final double END_ON_RECORD = -12;

    private static final long NEAR_DAYS = 90;
    private static final long FAR_DAYS = 365;
    private static final double FAR_RELEVANCE = 0.5;

    private PresentEffects() {}

    static List<Effect> of(ContractSituation situation) {
        List<Effect> effects = new ArrayList<>();
        double relevance = relevance(situation);
        health(situation, relevance, effects);
        signals(situation, relevance, effects);
        terms(situation.terms(), situation.today(), effects);
        return effects;
    }

    /** What is certain, or nearly so, and nothing that a model learns: an end that is on record, or one that has passed. */
    static List<Effect> ofEnd(ContractSituation situation) {
        Terms terms = situation.terms();
        LocalDate today = situation.today();
        if (terms.endKnownOn() != null) {
            return List.of(new Effect("end-on-record", END_ON_RECORD, "Its end is on record: " + terms.endKnownOn()));
        }
        if (today.isBefore(terms.renewalOn()) || terms.autoRenew()) {
            return List.of();
        }
        long days = ChronoUnit.DAYS.between(terms.renewalOn(), today);
        return List.of(new Effect(
                "past-end",
                Math.max(PAST_END_AT_MOST, PAST_END + PAST_END_PER_DAY * days),
                "Ended " + days + " days ago and is not renewed"));
    }

    /** What a whole score is worth on the log-odds scale, without confidence and time. */
    static double ofScore(long points) {
        int above = 1;
        while (above < SCORES.length - 1 && points > SCORES[above]) {
            above++;
        }
        double share = (double) (points - SCORES[above - 1]) / (SCORES[above] - SCORES[above - 1]);
        return BY_SCORE[above - 1] + share * (BY_SCORE[above] - BY_SCORE[above - 1]);
    }

    private static void health(ContractSituation situation, double relevance, List<Effect> effects) {
        HealthView health = situation.health();
        if (health == null) {
            return;
        }
        long points = health.score() / MILLI;
        double confidence = (double) health.confidence() / LogOdds.ONE;
        effects.add(new Effect("health", ofScore(points) * confidence * relevance, "Health score " + points));
    }

    private static void signals(ContractSituation situation, double relevance, List<Effect> effects) {
        gravest(situation)
                .values()
                .forEach(reason -> effects.add(new Effect(
                        riskDriver(reason.family()), reason, gravity(reason) * relevance, reason.sentence())));
    }

    /** The gravest open risk of each family, without those that history already speaks for. */
    static Map<ReasonFamily, Reason> gravest(ContractSituation situation) {
        Map<ReasonFamily, Reason> gravest = new EnumMap<>(ReasonFamily.class);
        for (OpenSignal signal : situation.signals()) {
            Reason reason = signal.reason();
            if (reason.kind() == SignalKind.RISK && !COUNTED_ELSEWHERE.contains(reason)) {
                gravest.merge(reason.family(), reason, PresentEffects::graver);
            }
        }
        return gravest;
    }

    static String riskDriver(ReasonFamily family) {
        return "risk-" + family.name().toLowerCase(Locale.ROOT);
    }

    private static void terms(Terms terms, LocalDate today, List<Effect> effects) {
        if (terms.bound(today)) {
            effects.add(new Effect(
                    "notice-passed",
                    BOUND_BY_TERMS,
                    "Renews by itself; the time to cancel ended on " + terms.noticeBy()));
        } else if (terms.autoRenew()) {
            effects.add(new Effect("auto-renew", AUTO_RENEW, "Renews by itself unless it is cancelled"));
        }
    }

    private static double relevance(ContractSituation situation) {
        Terms terms = situation.terms();
        LocalDate decision = terms.noticeBy() != null ? terms.noticeBy() : terms.renewalOn();
        long days = ChronoUnit.DAYS.between(situation.today(), decision);
        double far = (double) (Math.max(NEAR_DAYS, Math.min(FAR_DAYS, days)) - NEAR_DAYS) / (FAR_DAYS - NEAR_DAYS);
        return 1 - far * (1 - FAR_RELEVANCE);
    }

    /** The one that weighs more; of equals the first of the vocabulary. */
    private static Reason graver(Reason one, Reason other) {
        int byGravity = Double.compare(gravity(one), gravity(other));
        if (byGravity != 0) {
            return byGravity < 0 ? one : other;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    static double gravity(Reason reason) {
        return BY_GRAVITY.getOrDefault(reason.severity(), -0.3);
    }
}
