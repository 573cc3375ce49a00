package io.playcaller.forecast.lab.trial;

import io.playcaller.forecast.lab.closed.Ending;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How many endings are enough. Endings count, not looks at them. With fewer, what was learnt is noise: some ten to twenty of the rarer
 * end per feature are the rule of thumb (Peduzzi and others 1996; Riley and others 2020).
 *
 * @param toLearn endings that teach, of the rarer kind
 * @param toCalibrate endings that put right, of the rarer kind
 * @param toJudge endings that judge, of the rarer kind
 */
public record Enough(int toLearn, int toCalibrate, int toJudge) {

    /** 100, 30, 30; judgement. */
    public static Enough defaults() {
        return new Enough(100, 30, 30);
    }

    /** Says what is missing; empty where {@code lessons} have at least {@code least} endings of either kind. */
    static Optional<String> missing(String what, Collection<Lesson> lessons, Predicate<Ending> kind, int least) {
        List<Ending> endings = lessons.stream().map(Lesson::ending).distinct().toList();
        long of = endings.stream().filter(kind).count();
        long rarer = Math.min(of, endings.size() - of);
        return rarer >= least
                ? Optional.empty()
                : Optional.of("to %s it takes %d endings of either kind; there are %d of the rarer, of %d in all"
                        .formatted(what, least, rarer, endings.size()));
    }
}
