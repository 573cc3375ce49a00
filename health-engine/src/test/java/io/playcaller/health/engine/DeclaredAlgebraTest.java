package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.DAYS;
import static io.playcaller.health.engine.Lives.EVERY;
import static io.playcaller.health.engine.Lives.START;
import static io.playcaller.health.engine.Lives.noDelay;
import static io.playcaller.health.engine.Lives.sameAccount;
import static io.playcaller.health.engine.Lives.standsTheSame;
import static io.playcaller.health.engine.Lives.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.TouchRecorded;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.model.Expression.Change;
import io.playcaller.health.engine.model.Expression.DaysSince;
import io.playcaller.health.engine.model.Expression.DaysWith;
import io.playcaller.health.engine.model.Expression.Features;
import io.playcaller.health.engine.model.Expression.People;
import io.playcaller.health.engine.model.Expression.Uses;
import io.playcaller.health.engine.model.Sign;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.OwnMeasures;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of declared measures whatever happens to an account, in whatever order, and whichever models come and go. */
class DeclaredAlgebraTest {

    private static final HealthEngine ENGINE = new HealthEngine(all().beside(Models.defaults()));
    private static final HealthEngine OTHER = new HealthEngine(OwnMeasures.named("other")
            .measure("people", new People(null, 14))
            .measure("champion-met", new DaysSince(new Sign.TouchWith(ContactRole.CHAMPION)))
            .measure("admin-days", new DaysWith(new Sign.UseBy(ContactRole.ADMIN), 14))
            .beside(Models.defaults()));

    private final StateCodec codec = new StateCodec();

    private static OwnMeasures all() {
        return OwnMeasures.named("own")
                .measure("champion-met", new DaysSince(new Sign.TouchWith(ContactRole.CHAMPION)))
                .measure("feature-seen", new DaysSince(new Sign.UseOf("f-1")))
                .measure("admin-seen", new DaysSince(new Sign.UseBy(ContactRole.ADMIN)))
                .measure("feature-days", new DaysWith(new Sign.UseOf("f-2"), 28))
                .measure("touch-days", new DaysWith(new Sign.TouchWith(null), 60))
                .measure("uses", new Uses(42))
                .measure("people", new People(null, 28))
                .measure("features", new Features(List.of("f-0", "f-1", "f-9"), 14))
                .measure("use-change", new Change(new Uses(14), 28));
    }

    @Property(tries = 60)
    void anyOrderEndsInTheSameAccount(@ForAll long seed) {
        List<Event<?>> life = life(seed);
        Random random = new Random(seed);

        Story inOrder = told(new Story(ENGINE, "acme"), life, noDelay(), EVERY);
        Story disordered =
                told(new Story(ENGINE, "acme"), life, fact -> Duration.ofHours(random.nextInt(24 * 10)), EVERY);

        sameAccount(inOrder, disordered);
    }

    /** Of use each fact counts: who tells one twice is heard once before it comes here. */
    @Property(tries = 40)
    void touchesAndContactsThatAreToldAgainChangeNothing(@ForAll long seed) {
        List<Event<?>> life = life(seed);
        Random random = new Random(seed);
        List<Event<?>> again = new ArrayList<>(life);
        life.stream()
                .filter(fact -> fact.data() instanceof TouchRecorded || fact.data() instanceof ContactChanged)
                .filter(fact -> random.nextBoolean())
                .forEach(again::add);

        standsTheSame(
                told(new Story(ENGINE, "acme"), life, noDelay(), EVERY),
                told(new Story(ENGINE, "acme"), again, noDelay(), EVERY));
    }

    @Property(tries = 60)
    void everyValueIsWhatAllFactsAtOnceMake(@ForAll long seed) {
        List<Event<?>> life = life(seed);
        Random random = new Random(seed);

        Story story = told(new Story(ENGINE, "acme"), life, fact -> Duration.ofHours(random.nextInt(24 * 10)), EVERY);

        Map<String, Long> expected =
                new DeclaredOracle(life, Days.of(story.log().now().toEpochMilli())).values();
        story.score().measures().stream()
                .filter(measure -> expected.containsKey(measure.measure()))
                .forEach(measure ->
                        assertThat(measure.value()).as(measure.measure()).isEqualTo(expected.get(measure.measure())));
    }

    @Property(tries = 40)
    void nothingChangesBeforeTheBoundary(@ForAll long seed) {
        Story story = told(new Story(ENGINE, "acme"), life(seed), noDelay(), EVERY);
        long wait =
                story.state().nextBoundary().toEpochMilli() - story.log().now().toEpochMilli();

        for (long part = 0; part < 4; part++) {
            Score score = story.score(story.log().now().plusMillis((wait - 1) * part / 3));
            assertThat(score.score()).isEqualTo(story.state().score());
        }
    }

    @Property(tries = 30)
    void aRestartChangesNoByte(@ForAll long seed) {
        Story once = told(new Story(ENGINE, "acme"), life(seed), noDelay(), EVERY);

        Story again = told(new Story(ENGINE, "acme").restarting(), life(seed), noDelay(), EVERY);

        assertThat(codec.encode(again.state())).isEqualTo(codec.encode(once.state()));
        assertThat(again.changes()).isEqualTo(once.changes());
    }

    @Property(tries = 60)
    void contributionsSumToEveryChangeUnderModelsThatDeclareOtherMeasures(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int every) {
        List<HealthEngine> models = List.of(ENGINE, OTHER, Lives.ENGINE);
        List<Event<?>> life = life(seed);
        Story story = new Story(ENGINE, "acme").restarting();
        int next = 0;
        for (int tick = 1; tick <= 3 * (DAYS + 12); tick++) {
            Instant at = START.plus(EVERY.multipliedBy(tick));
            while (next < life.size() && life.get(next).envelope().time().isBefore(at)) {
                story.fact(life.get(next++));
            }
            story.tick(at);
            if (tick % every == 0) {
                story = story.under(models.get(tick / every % models.size())).restarting();
            }
        }

        long last = 0;
        for (HealthChanged change : story.changes()) {
            long sum = change.contributions().stream()
                    .mapToLong(Contribution::points)
                    .sum();
            assertThat(change.previousScore() == null ? 0 : change.previousScore())
                    .isEqualTo(last);
            assertThat(last + sum).isEqualTo(change.score());
            last = change.score();
        }
    }

    /** With a champion who comes, is met and may leave, and never merged. */
    private static List<Event<?>> life(long seed) {
        FactsOf acme = FactsOf.account("acme");
        Random random = new Random(seed);
        List<Event<?>> life = new ArrayList<>(Lives.life(seed));
        life.removeIf(DeclaredOracle::merge);
        life.add(acme.contact(within(random), "p-3", ContactRole.CHAMPION, true, 1));
        for (int met = 0; met < random.nextInt(4); met++) {
            life.add(acme.met(within(random), "p-3"));
        }
        if (random.nextInt(4) == 0) {
            life.add(acme.contact(START.plus(Duration.ofDays(DAYS - 1)), "p-3", ContactRole.CHAMPION, false, 2));
        }
        life.sort(
                (one, other) -> one.envelope().time().compareTo(other.envelope().time()));
        return life;
    }

    private static Instant within(Random random) {
        return START.plusMillis(1 + (long) random.nextInt(DAYS - 2) * 86_400_000L + random.nextInt(86_000_000));
    }
}
