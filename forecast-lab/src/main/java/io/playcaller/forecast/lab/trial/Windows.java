package io.playcaller.forecast.lab.trial;

import java.time.LocalDate;
import java.util.List;

/**
 * Lessons by the day on which their contract ended: the first three fifths teach, the next fifth puts right, the last judges. No day
 * is split, so that nothing is learnt from what ended on the days that judge, or later.
 *
 * @param teachUntil last day that teaches
 * @param calibrateUntil last day that puts right
 */
record Windows(
        List<Lesson> teach,
        List<Lesson> calibrate,
        List<Lesson> judge,
        LocalDate teachUntil,
        LocalDate calibrateUntil) {

    private static final double TEACH = 0.6;
    private static final double CALIBRATE = 0.8;

    /** @param lessons at least one */
    static Windows of(List<Lesson> lessons) {
        List<LocalDate> days =
                lessons.stream().map(lesson -> lesson.ending().on()).sorted().toList();
        LocalDate teachUntil = days.get((int) (TEACH * (days.size() - 1)));
        LocalDate calibrateUntil = days.get((int) (CALIBRATE * (days.size() - 1)));
        return new Windows(
                within(lessons, LocalDate.MIN, teachUntil),
                within(lessons, teachUntil, calibrateUntil),
                within(lessons, calibrateUntil, LocalDate.MAX),
                teachUntil,
                calibrateUntil);
    }

    private static List<Lesson> within(List<Lesson> lessons, LocalDate after, LocalDate until) {
        return lessons.stream()
                .filter(lesson -> lesson.ending().on().isAfter(after)
                        && !lesson.ending().on().isAfter(until))
                .toList();
    }
}
