package io.playcaller.lab;

import io.playcaller.accuracy.AccountBootstrap;
import io.playcaller.accuracy.Auc;
import io.playcaller.accuracy.Calibration;
import io.playcaller.accuracy.CrossFit;
import io.playcaller.accuracy.Lift;
import io.playcaller.accuracy.Ranks;
import io.playcaller.accuracy.Sample;
import io.playcaller.accuracy.ScaledLogistic;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.lab.baseline.Baselines;
import io.playcaller.lab.figures.Checked;
import io.playcaller.lab.figures.Figures;
import io.playcaller.lab.figures.MeasureFigures;
import io.playcaller.lab.figures.Ranking;
import io.playcaller.lab.figures.ReasonFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns what was said of units, and how they ended, into figures. */
final class Reckoning {

    /** Of all draws and of the folds, so that the same files give the same figures. */
    private static final long SEED = 20_130_303;

    private final HealthModel model;
    private final List<Looked> all;
    private final Sample everything;
    private final CrossFit folds;
    private final int[] judged;
    private final List<Looked> units;
    private final Sample sample;
    private final boolean[] bad;
    private final AccountBootstrap bootstrap;

    /** @param judged units that count; the others teach them, and where all are judged all teach */
    Reckoning(HealthModel model, List<Looked> all, boolean[] judged, int draws) {
        this.model = model;
        this.all = all;
        this.everything = new Sample(
                all.stream().map(unit -> unit.label().account()).toList(),
                all.stream().map(unit -> unit.label().asOf()).toList(),
                all.stream().map(unit -> unit.label().bad()).toList());
        this.judged = IntStream.range(0, judged.length).filter(i -> judged[i]).toArray();
        this.folds = new CrossFit(everything, teachers(judged), SEED);
        this.units = IntStream.of(this.judged).mapToObj(all::get).toList();
        this.sample = everything.only(this.judged);
        this.bad = sample.bad();
        this.bootstrap = new AccountBootstrap(sample, draws, SEED);
    }

    private static boolean[] teachers(boolean[] judged) {
        boolean[] teach = new boolean[judged.length];
        boolean everyone = IntStream.range(0, judged.length).allMatch(i -> judged[i]);
        for (int i = 0; i < teach.length; i++) {
            teach[i] = everyone || !judged[i];
        }
        return teach;
    }

    Figures figures(long events, @Nullable Checked checked) {
        double[] risk = all.stream().mapToDouble(Looked::risk).toArray();
        List<Ranking> rankings = new ArrayList<>();
        rankings.add(ranking("score", risk));
        rankings.add(ranking("its place within the date", Ranks.mean(List.of(risk), everything.dates())));
        Baselines.of(all.stream().map(Looked::columns).toList(), everything, folds)
                .forEach((name, baseline) -> rankings.add(ranking(name, baseline)));
        return new Figures(
                model.version() + " " + model.contentHash(),
                events,
                new HashSet<>(sample.accounts()).size(),
                units.size(),
                count(bad),
                List.copyOf(new TreeSet<>(sample.dates())),
                (int) units.stream().filter(unit -> !unit.scored()).count(),
                raw(only(risk)),
                rankings,
                model.scoring().measures().stream().map(this::measure).toList(),
                reasons(),
                all.size() - units.size(),
                checked);
    }

    private double[] only(double[] values) {
        return IntStream.of(judged).mapToDouble(i -> values[i]).toArray();
    }

    private Figures.Raw raw(double[] risk) {
        return new Figures.Raw(
                Calibration.brier(risk, bad), Calibration.logLoss(risk, bad), Calibration.error(risk, bad));
    }

    /** @param risks of everything */
    private Ranking ranking(String name, double[] risks) {
        double[] risk = only(risks);
        Auc auc = new Auc(risk, bad);
        double[] probability = only(
                Baselines.TAUGHT.contains(name) ? risks : folds.probabilities(List.of(risks), new ScaledLogistic()));
        return new Ranking(
                name,
                auc.value(),
                bootstrap.interval(auc),
                byDate(risk),
                Lift.topTenth(risk, bad),
                Calibration.brier(probability, bad),
                Calibration.logLoss(probability, bad),
                Calibration.error(probability, bad));
    }

    private SortedMap<String, @Nullable Double> byDate(double[] risk) {
        SortedMap<String, @Nullable Double> byDate = new TreeMap<>();
        for (String date : new TreeSet<>(sample.dates())) {
            int[] those = IntStream.range(0, risk.length)
                    .filter(i -> sample.dates().get(i).equals(date))
                    .toArray();
            byDate.put(date, auc(those, risk));
        }
        return byDate;
    }

    private MeasureFigures measure(Measure measure) {
        List<Optional<Measured>> all =
                units.stream().map(unit -> unit.measured(measure.id())).toList();
        int[] those = IntStream.range(0, all.size())
                .filter(i -> all.get(i).isPresent())
                .toArray();
        double[] points = all.stream()
                .mapToDouble(score -> -score.map(Measured::points).orElse(0L))
                .toArray();
        int sign = direction(all);
        double[] values = all.stream()
                .mapToDouble(
                        score -> -sign * (double) score.map(Measured::value).orElse(0L))
                .toArray();
        int badHere = (int) IntStream.of(those).filter(i -> bad[i]).count();
        @Nullable Double ofValue = sign == 0 ? null : auc(those, values);
        return new MeasureFigures(measure.id(), those.length, badHere, auc(those, points), ofValue);
    }

    /** Whether the curve rises (1) or falls (-1) from the least value to the greatest; 0 where it does neither. */
    private static int direction(List<Optional<Measured>> all) {
        Comparator<Measured> byValue = Comparator.comparingLong(Measured::value);
        Optional<Measured> least = all.stream().flatMap(Optional::stream).min(byValue);
        Optional<Measured> most = all.stream().flatMap(Optional::stream).max(byValue);
        return least.isEmpty() || most.isEmpty()
                ? 0
                : Long.compare(most.get().points(), least.get().points());
    }

    private List<ReasonFigures> reasons() {
        Map<String, List<String>> measures = new TreeMap<>();
        for (Measure measure : model.scoring().measures()) {
            measures.computeIfAbsent(measure.reason().code(), code -> new ArrayList<>())
                    .add(measure.id());
        }
        TreeSet<String> all = new TreeSet<>(measures.keySet());
        units.forEach(unit -> unit.look().open().forEach(reason -> all.add(reason.code())));
        return all.stream()
                .map(code -> reason(code, measures.getOrDefault(code, List.of())))
                .filter(figures -> figures.costs() > 0 || figures.open() > 0)
                .toList();
    }

    private ReasonFigures reason(String code, List<String> measures) {
        double[] lost = units.stream()
                .mapToDouble(unit -> measures.stream()
                        .flatMap(measure -> unit.measured(measure).stream())
                        .mapToDouble(Measured::cost)
                        .sum())
                .toArray();
        List<Looked> open =
                units.stream().filter(unit -> codes(unit).contains(code)).toList();
        int costs =
                (int) IntStream.range(0, lost.length).filter(i -> lost[i] > 0).count();
        int openBad = (int) open.stream().filter(unit -> unit.label().bad()).count();
        return new ReasonFigures(
                code, costs, measures.isEmpty() ? null : told(Auc.of(lost, bad)), open.size(), openBad);
    }

    private static Set<String> codes(Looked unit) {
        return unit.look().open().stream().map(Reason::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private @Nullable Double auc(int[] those, double[] risk) {
        double[] risks = IntStream.of(those).mapToDouble(i -> risk[i]).toArray();
        boolean[] ends = new boolean[those.length];
        for (int i = 0; i < those.length; i++) {
            ends[i] = bad[those[i]];
        }
        return told(Auc.of(risks, ends));
    }

    private static @Nullable Double told(double figure) {
        return Double.isNaN(figure) ? null : Double.valueOf(figure);
    }

    private static int count(boolean[] all) {
        int count = 0;
        for (boolean one : all) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
