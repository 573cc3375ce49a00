package io.playcaller.health.engine.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The answers to one survey. What others answer takes back nothing that a person said: of each the newest few are kept beside
 * the newest of all. Beyond {@link #PEOPLE} people those go first whose newest answer is no bad one. Answers that name nobody are
 * taken as those of one person.
 *
 * @param newest whoever gave them
 * @param byPerson of those who are named
 */
public record Answers(Marks<Answer> newest, Keyed<Rating> byPerson) {

    static final int NEWEST = 16;

    static final int PEOPLE = 32;

    static final int OF_EACH = 8;

    public static final Answers NONE = new Answers(Marks.empty(), Keyed.empty());

    /** @param bad the best score that still is a bad one */
    public Answers with(Answer answer, int bad) {
        return new Answers(newest.with(answer, NEWEST), answer.named() ? byPersonWith(answer, bad) : byPerson);
    }

    private Keyed<Rating> byPersonWith(Answer answer, int bad) {
        Version<Rating> version = new Version<>(answer.at(), answer.at(), answer.tie(), new Rating(answer.score()));
        return byPerson.with(Fingerprint.key(answer.person()), version, OF_EACH)
                .atMost(PEOPLE, any -> true, betterFirst(bad));
    }

    private static Comparator<Map.Entry<String, History<Rating>>> betterFirst(int bad) {
        return Comparator.<Map.Entry<String, History<Rating>>, Boolean>comparing(
                        entry -> entry.getValue().newest().value().score() <= bad)
                .thenComparingLong(entry -> entry.getValue().newest().at());
    }

    /**
     * The answers by which people are unhappy at {@code seen}: of each the newest, where that is a bad one. The newest comes
     * first.
     */
    public List<Answer> bad(int bad, long seen) {
        List<Answer> all = new ArrayList<>();
        newestOfNobody(seen).ifPresent(all::add);
        byPerson.byId().forEach((key, history) -> {
            Version<Rating> last = history.toldBy(seen);
            if (last != null) {
                all.add(new Answer(last.at(), last.tie(), last.value().score(), Fingerprint.person(key)));
            }
        });
        all.removeIf(answer -> answer.score() > bad);
        all.sort(Comparator.reverseOrder());
        return all;
    }

    private Optional<Answer> newestOfNobody(long seen) {
        return newest.list().stream()
                .filter(answer -> !answer.named() && answer.at() <= seen)
                .reduce((older, newer) -> newer);
    }

    /** Without the answers of these ties from before {@code end}. */
    Answers without(long end, IntPredicate gone) {
        return new Answers(newest.without(end, gone), byPerson.withoutVersions(end, gone));
    }
}
