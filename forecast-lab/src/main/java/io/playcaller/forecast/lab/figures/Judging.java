package io.playcaller.forecast.lab.figures;

import io.playcaller.accuracy.rows.RowsException;
import io.playcaller.forecast.lab.file.ContractRow;
import io.playcaller.forecast.lab.learn.StratifiedFolds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
     * The rounds. With dates: contracts in order of their end are cut into one part more than {@code folds}, or fewer where few days make
     * fewer, for no day is split; and each part but the first is judged by what ended before it; the part just before it puts right what
     * those before that taught. Whatever teaches, or puts right, has lost contracts and others: a part before which there are not both is
     * not judged, and one that has not both puts nothing right.
     * Without dates: accounts are dealt into folds, and each fold is judged by the others.
     *
     * @throws RowsException where no part can be judged
     */
    static List<Judging> rounds(List<ContractRow> rows, int folds, int seed) {
        return rows.get(0).ends() == null ? dealt(rows, folds, seed) : byTime(rows, folds);
    }

    private static List<Judging> byTime(List<ContractRow> rows, int folds) {
        int[] part = parts(rows, folds + 1);
        int parts = 1 + Arrays.stream(part).max().orElse(0);
        List<Judging> rounds = new ArrayList<>();
        for (int judged = 1; judged < parts; judged++) {
            int now = judged;
            boolean first = rounds.isEmpty();
            List<Integer> teach = where(part.length, i -> part[i] < (first ? now : now - 1));
            List<Integer> latest = where(part.length, i -> !first && part[i] == now - 1);
            if (hasBothEnds(rows, teach)) {
                List<Integer> calibrate = hasBothEnds(rows, latest) ? latest : List.of();
                rounds.add(new Judging(teach, calibrate, where(part.length, i -> part[i] == now)));
            }
        }
        if (rounds.isEmpty()) {
            throw new RowsException(List.of("ends: nothing can be judged; before the last days on which contracts end,"
                    + " some must have ended that were lost and some that were not"));
        }
        return rounds;
    }

    /** The part of each row, from 0; none is empty. */
    private static int[] parts(List<ContractRow> rows, int parts) {
        List<LocalDate> ends =
                rows.stream().map(row -> Objects.requireNonNull(row.ends())).toList();
        List<LocalDate> days = ends.stream().sorted().toList();
        List<LocalDate> borders = IntStream.range(1, parts)
                .mapToObj(border -> days.get(border * days.size() / parts))
                .distinct()
                .filter(border -> border.isAfter(days.get(0)))
                .toList();
        return ends.stream()
                .mapToInt(day -> (int)
                        borders.stream().filter(border -> !day.isBefore(border)).count())
                .toArray();
    }

    private static boolean hasBothEnds(List<ContractRow> rows, List<Integer> places) {
        return places.stream().map(place -> rows.get(place).lost()).distinct().count() == 2;
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
