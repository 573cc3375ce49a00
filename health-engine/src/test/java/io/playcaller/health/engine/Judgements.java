package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.START;

import io.playcaller.contracts.Event;
import io.playcaller.health.engine.testing.FactsOf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What people of ours say of an account, drawn from a seed. */
final class Judgements {

    private static final List<String> TARGETS = List.of("nps", "active-seats", "objective", "");

    private Judgements() {}

    /** Overrides that replace each other, are cleared or end by themselves, and pulses, in no order. */
    static List<Event<?>> random(FactsOf account, Random random, int days) {
        List<Event<?>> said = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(8); i++) {
            Instant at = START.plus(Duration.ofMinutes(random.nextInt(days * 24 * 60)));
            String target = TARGETS.get(random.nextInt(TARGETS.size()));
            @Nullable String measure = target.isEmpty() ? null : target;
            int kind = random.nextInt(5);
            if (kind == 0) {
                said.add(account.pulse(at, 1 + random.nextInt(5)));
            } else if (kind == 1) {
                said.add(account.cleared(at, measure));
            } else {
                Instant until = at.plus(Duration.ofMinutes(1 + random.nextInt(40 * 24 * 60)));
                said.add(account.override(at, measure, random.nextInt(101) * 1000L, until));
            }
        }
        return said;
    }
}
