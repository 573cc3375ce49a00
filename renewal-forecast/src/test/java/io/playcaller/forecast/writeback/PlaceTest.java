package io.playcaller.forecast.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A reader that follows its places while transactions commit in another order than they began in. */
class PlaceTest {

    private static final Instant START = Instant.parse("2026-11-01T09:00:00Z");
    private static final int LAST = 1_000;
    private static final int LONGEST = 120;

    /** What was made in a second, and is there some seconds later. */
    private record Fact(String id, int made, int there) {
        Place place() {
            return new Place(START.plusSeconds(made), id);
        }
    }

    @Test
    void howeverPagesAndCommitsFallNothingIsMissed() {
        Random random = new Random(17);
        for (int world = 0; world < 3_000; world++) {
            List<Fact> facts = facts(random);
            int limit = 1 + random.nextInt(4);
            Set<Fact> read = new HashSet<>();
            Place place = Place.BEGINNING;
            int second = 0;
            for (int page = 0; page < 40; page++) {
                second += random.nextInt(90);
                place = read(place, facts, limit, second, read);
            }
            int afterAll = second + LAST + 10 * LONGEST;
            for (int page = 0; page < 2 * (facts.size() / limit + 1); page++) {
                place = read(place, facts, limit, afterAll, read);
            }

            assertThat(read).as("world " + world).containsAll(facts);
        }
    }

    @Test
    void afterFullPagesOfTheLastMinutesReadingGoesBackToTheirFirst() {
        Fact one = new Fact("a", 0, 0);
        Fact two = new Fact("b", 60, 60);
        Fact late = new Fact("c", 10, 100);
        List<Fact> facts = List.of(one, two, late);
        Set<Fact> read = new HashSet<>();

        Place place = read(Place.BEGINNING, facts, 1, 70, read);
        place = read(place, facts, 1, 80, read);
        assertThat(read).containsExactlyInAnyOrder(one, two);
        for (int page = 0; page < 4; page++) {
            place = read(place, facts, 1, 200, read);
        }

        assertThat(read).contains(late);
    }

    @Test
    void whatIsTwoMinutesOldIsReadOnce() {
        List<Fact> facts = List.of(new Fact("a", 0, 0), new Fact("b", 60, 60));
        Place end = read(Place.BEGINNING, facts, 10, 500, new HashSet<>());

        Set<Fact> again = new HashSet<>();
        read(end, facts, 10, 600, again);

        assertThat(again).isEmpty();
    }

    private static Place read(Place from, List<Fact> facts, int limit, int second, Set<Fact> read) {
        List<Fact> page = facts.stream()
                .filter(fact -> fact.there() <= second && isAfter(fact, from))
                .sorted(Comparator.comparing(Fact::made).thenComparing(Fact::id))
                .limit(limit)
                .toList();
        read.addAll(page);
        Place last = page.isEmpty() ? from : page.get(page.size() - 1).place();
        return from.next(last, page.size() == limit, START.plusSeconds(second));
    }

    private static boolean isAfter(Fact fact, Place place) {
        int time = fact.place().at().compareTo(place.at());
        return time > 0 || time == 0 && fact.id().compareTo(place.id()) > 0;
    }

    private static List<Fact> facts(Random random) {
        List<Fact> facts = new ArrayList<>();
        int many = random.nextInt(30);
        for (int i = 0; i < many; i++) {
            int made = random.nextInt(LAST);
            facts.add(new Fact("c" + i, made, made + random.nextInt(LONGEST + 1)));
        }
        return facts;
    }
}
