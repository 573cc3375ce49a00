package io.playcaller.forecast.learning;

import io.playcaller.forecast.lab.trial.Lesson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Keeps the lessons of the latest endings, at most so many. Not safe for several threads at once. */
public final class Newest {

    private static final Comparator<Lesson> LATEST_FIRST = Comparator.comparing(
                    (Lesson lesson) -> lesson.ending().on())
            .reversed()
            .thenComparing(lesson -> lesson.ending().contractId())
            .thenComparing(Lesson::horizonDays);

    private final int most;
    private List<Lesson> lessons = new ArrayList<>();

    public Newest(int most) {
        this.most = most;
    }

    public void add(Collection<Lesson> next) {
        lessons.addAll(next);
        if (lessons.size() >= 2 * most) {
            lessons = new ArrayList<>(all());
        }
    }

    /** The latest first. */
    public List<Lesson> all() {
        return lessons.stream().sorted(LATEST_FIRST).limit(most).toList();
    }
}
