package io.playcaller.forecast.lab.figures;

import io.playcaller.forecast.lab.file.ContractRow;
import io.playcaller.forecast.lab.learn.StratifiedFolds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which contracts teach and which are judged in one round; places in the file.
 *
 * @param calibrate those that put right what the others taught; empty where none do
 */
record Judging(List<Integer> teach, List<Integer> calibrate, List<Integer> judge) {

    /**
     * The rounds. With dates: contracts in order of their end are cut into one part more than {@code folds}, no day is split, and each
     * part but the first is judged by what ended before it; the part just before it puts right what those before that taught.
     * Without dates: accounts are dealt into folds, and each fold is judged by the others.
     */
    static List<Judging> rounds(List<ContractRow> rows, int folds, int seed) {
        return rows.get(0).ends() == null ? dealt(rows, folds, seed) : byTime(rows, folds);
    }

    private static List<Judging> byTime(List<ContractRow> rows, int folds) {
        List<LocalDate> days = rows.stream()
                .map(ContractRow::ends)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        int parts = folds + 1;
        int[] part = new int[rows.size()];
        for (int i = 0; i < part.length; i++) {
            LocalDate ends = Objects.requireNonNull(rows.get(i).ends());
            for (int border = 1; border < parts; border++) {
                part[i] += ends.isBefore(days.get(border * days.size() / parts)) ? 0 : 1;
            }
        }
        List<Judging> rounds = new ArrayList<>();
        for (int judged = 1; judged < parts; judged++) {
            int now = judged;
            boolean first = now == 1;
            rounds.add(new Judging(
                    where(part.length, i -> part[i] < (first ? now : now - 1)),
                    where(part.length, i -> !first && part[i] == now - 1),
                    where(part.length, i -> part[i] == now)));
        }
        return rounds;
    }

    private static List<Judging> dealt(List<ContractRow> rows, int folds, int seed) {
        Map<String, Boolean> accounts = new LinkedHashMap<>();
        rows.forEach(row -> accounts.merge(row.account(), row.lost(), Boolean::logicalOr));
        boolean[] lost = new boolean[accounts.size()];
        Map<String, Integer> places = new LinkedHashMap<>();
        accounts.forEach((account, one) -> {
            lost[places.size()] = one;
            places.put(account, places.size());
        });
        int[] foldOf = StratifiedFolds.of(lost, folds, seed);
        int[] fold = rows.stream()
                .mapToInt(row -> foldOf[places.getOrDefault(row.account(), 0)])
                .toArray();
        return IntStream.range(0, folds)
                .mapToObj(judged -> new Judging(
                        where(fold.length, i -> fold[i] != judged),
                        List.of(),
                        where(fold.length, i -> fold[i] == judged)))
                .toList();
    }

    private static List<Integer> where(int size, IntPredicate which) {
        return IntStream.range(0, size).filter(which).boxed().toList();
    }
}
