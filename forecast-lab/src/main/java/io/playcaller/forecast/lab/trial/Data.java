package io.playcaller.forecast.lab.trial;

import io.playcaller.forecast.lab.closed.Ending;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a trial had to go by.
 *
 * @param endings terms of contracts that ended
 * @param lost those that were lost
 * @param less those that renewed with less
 * @param more those that renewed with more
 * @param looks examples: an ending is looked at some days before, once per horizon
 * @param remembered looks that are what a forecast was made from; the others are read from the ledger
 * @param from first ending
 * @param until last ending
 */
public record Data(
        int endings,
        int accounts,
        int lost,
        int less,
        int more,
        int looks,
        int remembered,
        List<Integer> horizons,
        LocalDate from,
        LocalDate until) {

    /** @param lessons at least one */
    static Data of(List<Lesson> lessons) {
        List<Ending> endings = lessons.stream().map(Lesson::ending).distinct().toList();
        List<LocalDate> days = endings.stream().map(Ending::on).sorted().toList();
        return new Data(
                endings.size(),
                (int) endings.stream().map(Ending::accountId).distinct().count(),
                count(endings, ending -> !ending.renewed()),
                count(endings, Ending::contracted),
                count(endings, Ending::expanded),
                lessons.size(),
                (int) lessons.stream().filter(Lesson::remembered).count(),
                lessons.stream().map(Lesson::horizonDays).distinct().sorted().toList(),
                days.get(0),
                days.get(days.size() - 1));
    }

    private static int count(List<Ending> endings, Predicate<Ending> which) {
        return (int) endings.stream().filter(which).count();
    }
}
