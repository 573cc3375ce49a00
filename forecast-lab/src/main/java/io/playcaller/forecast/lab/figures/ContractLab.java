package io.playcaller.forecast.lab.figures;

import io.playcaller.accuracy.Sample;
import io.playcaller.accuracy.rows.RowsException;
import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.calibration.Calibration;
import io.playcaller.forecast.engine.fit.LinearScore;
import io.playcaller.forecast.lab.figures.ContractFigures.Coefficient;
import io.playcaller.forecast.lab.figures.ContractFigures.Fit;
import io.playcaller.forecast.lab.figures.ContractFigures.MoneyFigures;
import io.playcaller.forecast.lab.figures.ContractFigures.Named;
import io.playcaller.forecast.lab.file.ContractRow;
import io.playcaller.forecast.lab.file.Matrix;
import io.playcaller.forecast.lab.learn.FormChoice;
import io.playcaller.forecast.lab.learn.LearntScore;
import io.playcaller.forecast.lab.learn.Lessons;
import io.playcaller.forecast.lab.learn.LogisticLearner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How well a loss can be foretold by the features of a file: the learner of the service, on contracts that had no part in teaching it. */
public final class ContractLab {

    private final List<ContractRow> contracts;
    private final Matrix matrix;
    private final Settings settings;
    private final double[] fitted;
    private final double[] baseRate;
    private final List<Integer> judged = new ArrayList<>();
    private final List<Fit> fits = new ArrayList<>();

    /**
     * How it is done.
     *
     * @param folds rounds
     * @param seed deals the folds and draws the accounts
     * @param draws how often accounts are drawn for the interval
     */
    public record Settings(int folds, int seed, int draws) {}

    public ContractLab(List<ContractRow> contracts, Matrix matrix, Settings settings) {
        this.contracts = contracts;
        this.matrix = matrix;
        this.settings = settings;
        this.fitted = new double[contracts.size()];
        this.baseRate = new double[contracts.size()];
    }

    /**
     * Learns and judges.
     *
     * @throws RowsException where no contract can be judged by those that ended before it
     */
    public ContractFigures evaluate() {
        Judging.rounds(contracts, settings.folds(), settings.seed()).forEach(this::round);
        Collections.sort(judged);
        Set<String> accounts = new HashSet<>();
        contracts.forEach(row -> accounts.add(row.account()));
        boolean dated = contracts.get(0).ends() != null;
        String rounds = dated
                ? fits.size() + " parts by date, each judged by those before it"
                : settings.folds() + " folds with seed " + settings.seed() + ", each judged by the others";
        return new ContractFigures(
                contracts.size(),
                accounts.size(),
                rounds,
                judged.size(),
                List.of(new Named("logistic regression", figures(fitted)), new Named("base rate", figures(baseRate))),
                money(),
                List.copyOf(fits),
                null);
    }

    /** The folds of {@link #evaluate}, one number per contract, for whoever judges the same; -1 for one that is never judged. */
    public List<Integer> foldOf() {
        int[] fold = new int[contracts.size()];
        Arrays.fill(fold, -1);
        List<Judging> rounds = Judging.rounds(contracts, settings.folds(), settings.seed());
        for (int i = 0; i < rounds.size(); i++) {
            for (int place : rounds.get(i).judge()) {
                fold[place] = i;
            }
        }
        return Arrays.stream(fold).boxed().toList();
    }

    private void round(Judging round) {
        Lessons lessons = lessons(round.teach());
        long before = System.nanoTime();
        LinearScore straight = LogisticLearner.plain().learn(lessons);
        long nanos = System.nanoTime() - before;
        Optional<LearntScore> later = round.calibrate().isEmpty()
                ? Optional.empty()
                : Optional.of(LearntScore.from(straight, lessons, lessons(round.calibrate())));
        fits.add(fit(straight, later.map(LearntScore::form).orElse(null), nanos));
        LinearScore score = later.map(LearntScore::score).orElse(straight);
        Calibration calibration = later.map(LearntScore::calibration).orElse(Calibration.NONE);
        List<Integer> latest = round.calibrate().isEmpty() ? round.teach() : round.calibrate();
        double rate = (double) latest.stream()
                        .filter(place -> contracts.get(place).lost())
                        .count()
                / latest.size();
        for (int place : round.judge()) {
            fitted[place] = LogOdds.probability(calibration.of(score.logOdds(matrix.values(place))));
            baseRate[place] = rate;
            judged.add(place);
        }
    }

    private Lessons lessons(List<Integer> places) {
        return new Lessons(
                matrix.features(), places.stream().map(matrix.rows()::get).toList(), lost(places));
    }

    private boolean[] lost(List<Integer> places) {
        boolean[] lost = new boolean[places.size()];
        for (int i = 0; i < lost.length; i++) {
            lost[i] = contracts.get(places.get(i)).lost();
        }
        return lost;
    }

    private RenewalFigures figures(double[] probability) {
        List<ContractRow> rows = judged.stream().map(contracts::get).toList();
        Sample sample = new Sample(
                rows.stream().map(ContractRow::account).toList(),
                Collections.nCopies(rows.size(), ""),
                rows.stream().map(ContractRow::lost).toList());
        double[] said = judged.stream().mapToDouble(place -> probability[place]).toArray();
        return RenewalFigures.of(said, sample, settings.draws(), settings.seed());
    }

    private List<MoneyFigures> money() {
        Map<String, MoneyFigures> money = new TreeMap<>();
        for (int place : judged) {
            ContractRow row = contracts.get(place);
            ContractRow.Money of = row.money();
            if (of != null) {
                MoneyFigures one = new MoneyFigures(
                        of.currency(),
                        of.arr(),
                        of.arr() * (1 - fitted[place]),
                        row.lost() ? 0 : of.arr(),
                        Math.min(of.arr(), of.kept()));
                money.merge(of.currency(), one, MoneyFigures::plus);
            }
        }
        return List.copyOf(money.values());
    }

    private static Fit fit(LinearScore score, @Nullable FormChoice form, long nanos) {
        List<Coefficient> coefficients = score.terms().stream()
                .map(term -> new Coefficient(
                        term.column().feature() + (term.column().missing() ? " missing" : ""), term.coefficient()))
                .toList();
        return new Fit(score.intercept(), coefficients, form, nanos);
    }
}
