package io.playcaller.forecast.lab.trial;

import io.playcaller.forecast.lab.figures.RenewalFigures;
import io.playcaller.forecast.lab.trial.ModelCard.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Figures by the days before the end, and by thirds of the amount. */
final class Segments {

    private static final int THIRDS = 3;

    private final List<Lesson> judged;
    private final double[] renews;
    private final long seed;

    Segments(List<Lesson> judged, double[] renews, long seed) {
        this.judged = judged;
        this.renews = renews;
        this.seed = seed;
    }

    RenewalFigures all() {
        return figures(IntStream.range(0, renews.length).boxed().toList());
    }

    List<Segment> byParts() {
        long[] amounts = judged.stream().mapToLong(Lesson::arr).sorted().toArray();
        List<Segment> segments = new ArrayList<>();
        add("horizon", lesson -> "%03d days".formatted(lesson.horizonDays()), segments);
        add("amount", lesson -> third(amounts, lesson.arr()), segments);
        return List.copyOf(segments);
    }

    private void add(String by, Function<Lesson, String> name, List<Segment> segments) {
        Map<String, List<Integer>> parts = new TreeMap<>();
        for (int i = 0; i < judged.size(); i++) {
            parts.computeIfAbsent(name.apply(judged.get(i)), part -> new ArrayList<>())
                    .add(i);
        }
        parts.forEach((part, places) -> segments.add(new Segment(by, part, figures(places))));
    }

    private RenewalFigures figures(List<Integer> places) {
        List<Lesson> part = places.stream().map(judged::get).toList();
        double[] loss = places.stream().mapToDouble(i -> 1 - renews[i]).toArray();
        return RenewalFigures.of(loss, Difference.sample(part), Difference.DRAWS, seed);
    }

    private static String third(long[] sorted, long amount) {
        if (amount < sorted[sorted.length / THIRDS]) {
            return "1 least third";
        }
        return amount < sorted[2 * sorted.length / THIRDS] ? "2 middle third" : "3 largest third";
    }
}
