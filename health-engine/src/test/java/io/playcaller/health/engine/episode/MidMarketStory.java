package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.Instant;
import java.util.stream.IntStream;

/** A mid-market customer, judged by every condition there is. Day 0 is a Monday. */
abstract class MidMarketStory {

    final FactsOf acme = FactsOf.account("acme");
    final Story story = new Story(new HealthEngine(Models.everyCondition()), "acme").tick(Day.start(0));

    final void useWidely(int first, int days) {
        for (int day = first; day < first + days; day++) {
            Instant noon = Day.at(day, 12);
            for (String person : people(9)) {
                story.fact(acme.used(noon, person, "f-" + day % 6));
            }
            story.tick(noon);
        }
        story.tick(Day.start(first + days));
    }

    static boolean ofTheScore(SignalChanged signal) {
        return signal.sentence().startsWith("Health is");
    }

    final SignalChanged only(Reason reason) {
        return story.signals(reason).get(0);
    }

    static String[] people(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "p" + i).toArray(String[]::new);
    }

    final Story midMarket(int seats, int startsOn) {
        return story.fact(acme.contract(story.log().now(), "c", Day.MONDAY.plusDays(startsOn), 3_000_000, seats, 1));
    }
}
