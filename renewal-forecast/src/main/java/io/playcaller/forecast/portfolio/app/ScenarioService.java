package io.playcaller.forecast.portfolio.app;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.Portfolio.Definitions;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import io.playcaller.forecast.portfolio.QuarterFigures;
import io.playcaller.forecast.portfolio.Renewal;
import io.playcaller.forecast.portfolio.Renewals;
import io.playcaller.forecast.portfolio.Scenario;
import io.playcaller.forecast.portfolio.ScenarioAnswer;
import io.playcaller.forecast.portfolio.ScenarioAnswer.Lift;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a scenario beside what is forecast. Nothing is stored. */
@ApplicationScoped
public class ScenarioService {

    private static final List<String> ASSUMED = List.of(
            "a contract that is lost renews with probability 0",
            "a category that is said takes the middle of the probabilities that the rule of categories calls so",
            "of several open plays of an account the one of the largest lift counts; lifts do not add up",
            "no play lifts a contract that is lost, or whose end is on record",
            "amounts, dates and what a quarter does to everybody stay as forecast");

    private final AheadService ahead;
    private final OpenPlays openPlays;
    private final MeasuredLifts measured;
    private final InForce<CategoryRule> categories;

    ScenarioService(AheadService ahead, OpenPlays openPlays, MeasuredLifts measured, InForce<CategoryRule> categories) {
        this.ahead = ahead;
        this.openPlays = openPlays;
        this.measured = measured;
        this.categories = categories;
    }

    /**
     * What is asked.
     *
     * @param plays lift of each, in millionths; null for the measured one
     */
    public record Asked(
            int quarters, Set<String> lost, Map<String, Category> categories, Map<String, @Nullable Integer> plays) {}

    /** What came of it: an answer, or what cannot be answered. */
    public sealed interface Outcome {

        record Answered(ScenarioAnswer answer) implements Outcome {}

        /** Contracts that are not open, and plays whose lift is neither stated nor measured. */
        record Refused(Set<String> unknownContracts, Set<String> unmeasuredPlays) implements Outcome {}
    }

    /** Answers {@code asked}. */
    public Uni<Outcome> answer(Asked asked) {
        return ahead.model()
                .chain(model -> ahead.definitions(By.WHOLE, model)
                        .chain(definitions -> ahead.renewals(By.WHOLE)
                                .chain(known -> measured(asked)
                                        .chain(lifts -> openPlays
                                                .byAccount(asked.plays().keySet())
                                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                                .map(open -> answer(asked, model, definitions, known, lifts, open))))));
    }

    /** All runs of plays are compared for it, so only where a lift is not stated. */
    private Uni<Map<String, Integer>> measured(Asked asked) {
        return asked.plays().containsValue(null)
                ? measured.byPlay()
                : Uni.createFrom().item(Map.of());
    }

    private Outcome answer(
            Asked asked,
            PortfolioModel model,
            Definitions definitions,
            Renewals known,
            Map<String, Integer> measuredLifts,
            Map<String, Set<String>> open) {
        Map<String, Integer> lifts = new TreeMap<>();
        asked.plays().forEach((play, stated) -> {
            Integer lift = stated == null ? measuredLifts.get(play) : stated;
            if (lift != null) {
                lifts.put(play, lift);
            }
        });
        Set<String> unmeasured = new TreeSet<>(asked.plays().keySet());
        unmeasured.removeAll(lifts.keySet());
        Set<String> unknown = unknown(asked, known);
        if (!unknown.isEmpty() || !unmeasured.isEmpty()) {
            return new Outcome.Refused(unknown, unmeasured);
        }
        Scenario scenario = new Scenario(asked.lost(), asked.categories(), byAccount(open, lifts), known.ending());
        CategoryRule rule = categories.now().rules();
        List<Renewal> other =
                known.all().stream().map(renewal -> scenario.of(renewal, rule)).toList();
        QuarterFigures figures = AheadService.figures(model, By.WHOLE, List.of());
        List<Figures> base = figures.of(known, asked.quarters());
        List<Figures> then = figures.of(known.as(other), asked.quarters());
        int helped = (int) known.all().stream().filter(scenario::helps).count();
        return new Outcome.Answered(new ScenarioAnswer(
                definitions,
                ASSUMED,
                said(asked, lifts),
                asked.lost().size(),
                asked.categories().size(),
                helped,
                base,
                then,
                ScenarioAnswer.between(base, then)));
    }

    private static Set<String> unknown(Asked asked, Renewals known) {
        Set<String> unknown = new TreeSet<>(asked.lost());
        unknown.addAll(asked.categories().keySet());
        if (!unknown.isEmpty()) {
            Set<String> open =
                    known.all().stream().map(Renewal::contractId).collect(Collectors.toCollection(HashSet::new));
            unknown.removeAll(open);
        }
        return unknown;
    }

    private static Map<String, Integer> byAccount(Map<String, Set<String>> open, Map<String, Integer> lifts) {
        Map<String, Integer> byAccount = new HashMap<>();
        open.forEach((account, plays) -> plays.stream()
                .map(lifts::get)
                .filter(lift -> lift != null)
                .forEach(lift -> byAccount.merge(account, lift, Math::max)));
        return byAccount;
    }

    private static Map<String, Lift> said(Asked asked, Map<String, Integer> lifts) {
        Map<String, Lift> said = new TreeMap<>();
        lifts.forEach((play, lift) -> said.put(
                play,
                new Lift(
                        BigDecimal.valueOf(lift).divide(BigDecimal.valueOf(LogOdds.ONE)),
                        asked.plays().get(play) == null ? "measured" : "stated")));
        return said;
    }
}
