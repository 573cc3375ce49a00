package io.playcaller.forecast.memory;

import io.playcaller.forecast.engine.memory.Coverage;
import io.playcaller.forecast.engine.memory.Coverage.Group;
import io.playcaller.forecast.engine.memory.Hindsight;
import io.playcaller.forecast.engine.memory.Hindsight.Call;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.portfolio.Quarter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts what was forecast beside what came, by horizon, source and currency. */
public final class Hindsights {

    private static final String MODEL = "model";
    private static final String FINAL = "final";
    private static final Comparator<Source> ORDER = Comparator.comparingInt(Source::horizon)
            .reversed()
            .thenComparing(Source::currency)
            .thenComparing(Source::source)
            .thenComparing(Source::author);

    private final Map<Source, List<Call>> calls = new TreeMap<>(ORDER);
    private final Map<Cell, List<Remembered>> cells = new TreeMap<>(Comparator.comparingInt(Cell::horizon)
            .reversed()
            .thenComparing(Cell::currency)
            .thenComparing(Cell::quarter)
            .thenComparing(Cell::segment));

    /**
     * Who said it.
     *
     * @param source model, csm, manager or final
     * @param author of a judgement; empty for all of a source
     */
    public record Source(int horizon, String currency, String source, String author) {}

    private record Cell(int horizon, String currency, String quarter, String segment) {}

    /** Adds one forecast whose outcome is known, with what people said then. */
    public void add(Remembered remembered, List<Judgement> judgements) {
        add(remembered, MODEL, "", remembered.model());
        for (String role : List.of(Judgement.CSM, Judgement.MANAGER)) {
            Judgement.inForce(judgements, role, remembered.renewalOn(), remembered.takenAt())
                    .ifPresent(judgement -> {
                        Call call = remembered.judged(judgement);
                        add(remembered, role, "", call);
                        add(remembered, role, judgement.author(), call);
                    });
        }
        Optional<Judgement> last = Judgement.last(judgements, remembered.renewalOn(), remembered.takenAt());
        add(remembered, FINAL, "", last.map(remembered::judged).orElse(remembered.model()));
        cells.computeIfAbsent(
                        new Cell(
                                remembered.horizon(),
                                remembered.currency(),
                                Quarter.of(remembered.renewalOn()).toString(),
                                remembered.segment()),
                        cell -> new ArrayList<>())
                .add(remembered);
    }

    private void add(Remembered remembered, String source, String author, Call call) {
        calls.computeIfAbsent(
                        new Source(remembered.horizon(), remembered.currency(), source, author),
                        key -> new ArrayList<>())
                .add(call);
    }

    /** How right each source was, the longest horizon first. */
    public Map<Source, Hindsight> bySource() {
        Map<Source, Hindsight> hindsights = new TreeMap<>(ORDER);
        calls.forEach((source, all) -> hindsights.put(source, Hindsight.of(all)));
        return hindsights;
    }

    /** How often the model's intervals held, by horizon, the longest first: a group is a quarter and segment in a currency. */
    public Map<Integer, Coverage> coverage(PortfolioModel model) {
        Map<Integer, List<Group>> groups = new TreeMap<>(Comparator.reverseOrder());
        cells.forEach((cell, contracts) -> groups.computeIfAbsent(cell.horizon(), horizon -> new ArrayList<>())
                .add(new Group(
                        contracts.stream().map(Remembered::outlook).toList(),
                        contracts.stream()
                                .mapToLong(contract -> contract.actual().kept())
                                .reduce(0, Math::addExact))));
        Map<Integer, Coverage> coverage = new TreeMap<>(Comparator.reverseOrder());
        groups.forEach((horizon, of) -> coverage.put(horizon, Coverage.of(of, model)));
        return coverage;
    }
}
