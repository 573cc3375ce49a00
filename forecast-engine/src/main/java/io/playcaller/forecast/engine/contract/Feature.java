package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.ReasonFamily;
import io.playcaller.contracts.reason.SignalKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a model may learn from: contract and payment history first, then terms, health, open risks and wishes.
 *
 * @param key stable; the driver of a forecast has it too
 * @param value NaN where it is not known
 * @param reason of the shared vocabulary; null where none is open or there is none
 */
public record Feature(
        String key,
        ToDoubleFunction<ContractSituation> value,
        Function<ContractSituation, Optional<Reason>> reason,
        Function<ContractSituation, String> sentence) {

    private static final double DAYS_OF_YEAR = 365.25;
    private static final double MILLI = 1_000;
    private static final int RENEWALS_AT_MOST = 5;

    /** All, in the order in which they add up. */
    public static final List<Feature> ALL = all();

    private static final Map<String, Feature> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Feature::key, feature -> feature));

    /** The feature of a key; empty where this release has none of that name. */
    public static Optional<Feature> named(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** Its value; NaN where it is not known, or there is no such feature. */
    public static double value(String key, ContractSituation situation) {
        Feature feature = BY_KEY.get(key);
        return feature == null ? Double.NaN : feature.value().applyAsDouble(situation);
    }

    Effect effect(ContractSituation situation, double logOdds) {
        return new Effect(key, reason.apply(situation).orElse(null), logOdds, sentence.apply(situation));
    }

    private static List<Feature> all() {
        List<Feature> all = new ArrayList<>();
        history(all);
        payments(all);
        terms(all);
        present(all);
        return List.copyOf(all);
    }

    private static void history(List<Feature> all) {
        all.add(plain(
                "tenure",
                it -> Math.log1p(Math.max(0, days(it.history().customerSince(), it.today())) / DAYS_OF_YEAR),
                it -> "Customer since " + it.history().customerSince()));
        all.add(plain(
                "past-renewals",
                it -> Math.min(RENEWALS_AT_MOST, it.history().renewals()),
                it -> "Renewed " + times(it.history().renewals()) + " so far"));
        all.add(plain(
                "past-churn",
                it -> it.history().churned() > 0 ? 1 : 0,
                it -> "Let a contract end " + times(it.history().churned())));
        all.add(plain(
                "past-contraction",
                it -> fading(it.history().lastContractionOn(), it.today()),
                it -> on("Went down to less", it.history().lastContractionOn())));
        all.add(plain(
                "past-expansion",
                it -> fading(it.history().lastExpansionOn(), it.today()),
                it -> on("Grew", it.history().lastExpansionOn())));
    }

    private static void payments(List<Feature> all) {
        all.add(new Feature(
                "invoice-overdue",
                it -> Math.log1p(Math.max(0, it.payments().overdueDays())),
                it -> it.payments().overdueDays() > 0 ? Optional.of(Reason.COM_INVOICE_OVERDUE) : Optional.empty(),
                it -> it.payments().overdueDays() > 0
                        ? "An invoice is " + it.payments().overdueDays() + " days overdue"
                        : "No invoice is overdue"));
        all.add(plain(
                "late-payments",
                it -> it.payments().settled() == 0
                        ? Double.NaN
                        : (double) it.payments().settledLate() / it.payments().settled(),
                it -> it.payments().settledLate() + " of " + it.payments().settled()
                        + " invoices of the last year were paid more than 15 days late"));
    }

    private static void terms(List<Feature> all) {
        all.add(plain(
                "amount",
                it -> Math.log1p((double) Math.max(0, it.terms().arr().minor())),
                it -> "The size of its contract"));
        all.add(plain(
                "auto-renew",
                it -> it.terms().autoRenew() ? 1 : 0,
                it -> it.terms().autoRenew() ? "Renews by itself unless it is cancelled" : "Does not renew by itself"));
        all.add(plain(
                "notice-passed",
                it -> it.terms().bound(it.today()) ? 1 : 0,
                it -> it.terms().bound(it.today())
                        ? "Renews by itself; the time to cancel ended on "
                                + it.terms().noticeBy()
                        : "May still be let go"));
        all.add(plain(
                "time-to-decision",
                it -> Math.log1p((double) Math.max(0, toDecision(it))),
                it -> Math.max(0, toDecision(it)) + " days until it is decided"));
    }

    private static void present(List<Feature> all) {
        all.add(plain(
                "health",
                it -> it.health() == null ? Double.NaN : it.health().score() / MILLI,
                it -> it.health() == null
                        ? "No health score"
                        : "Health score " + it.health().score() / (long) MILLI));
        Arrays.stream(ReasonFamily.values())
                .filter(family -> family.kind() == SignalKind.RISK)
                .forEach(family -> all.add(risk(family)));
        all.add(plain(
                "wishes",
                Feature::wishes,
                it -> wishes(it) == 0 ? "No wish to grow is open" : "Wishes to grow are open: " + (long) wishes(it)));
    }

    private static Feature risk(ReasonFamily family) {
        String word = PresentEffects.riskDriver(family);
        Function<ContractSituation, Optional<Reason>> gravest =
                it -> Optional.ofNullable(PresentEffects.gravest(it).get(family));
        return new Feature(
                word,
                it -> gravest.apply(it)
                        .map(reason -> -PresentEffects.gravity(reason))
                        .orElse(0.0),
                gravest,
                it -> gravest.apply(it).map(Reason::sentence).orElse("No such risk is open: " + word));
    }

    private static Feature plain(
            String key, ToDoubleFunction<ContractSituation> value, Function<ContractSituation, String> sentence) {
        return new Feature(key, value, it -> Optional.empty(), sentence);
    }

    /** 1 within a year, halved with each year more; 0 when it never was. */
    private static double fading(@Nullable LocalDate last, LocalDate today) {
        return last == null ? 0 : Math.min(1, Math.pow(0.5, days(last, today) / DAYS_OF_YEAR - 1));
    }

    private static double wishes(ContractSituation situation) {
        return situation.signals().stream()
                .map(OpenSignal::reason)
                .filter(reason -> reason.kind() == SignalKind.EXPANSION)
                .distinct()
                .count();
    }

    private static long toDecision(ContractSituation situation) {
        LocalDate noticeBy = situation.terms().noticeBy();
        LocalDate decision = noticeBy == null ? situation.terms().renewalOn() : noticeBy;
        return days(situation.today(), decision);
    }

    private static long days(LocalDate from, LocalDate until) {
        return ChronoUnit.DAYS.between(from, until);
    }

    private static String on(String what, @Nullable LocalDate day) {
        return day == null ? what + " never" : what + " on " + day;
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
