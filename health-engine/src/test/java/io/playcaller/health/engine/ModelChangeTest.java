package io.playcaller.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Another model in force, and back again, in the middle of random lives. */
class ModelChangeTest {

    private static final HealthEngine OTHER = new HealthEngine(Models.usageOnly());
    private static final StateCodec CODEC = new StateCodec();

    @Property(tries = 120)
    void whoComesBackToAModelStandsAsIfItHadNeverLeft(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 100) int leaves,
            @ForAll @IntRange(max = 60) int stays) {
        List<Event<?>> life = Lives.life(seed);
        Story stayed = Lives.told(life, Lives.noDelay());

        Story back = away(life, leaves, leaves + stays);

        assertThat(CODEC.encodeFacts(back.state())).isEqualTo(CODEC.encodeFacts(stayed.state()));
        assertThat(Lives.unread(back.state()).standing().said())
                .isEqualTo(Lives.unread(stayed.state()).standing().said());
        assertThat(back.state().profile()).isEqualTo(stayed.state().profile());
        for (int day = Lives.DAYS; day > Lives.DAYS - 25; day -= 3) {
            Instant at = Lives.START.plus(Duration.ofDays(day));
            assertThat(back.score(at)).isEqualTo(stayed.score(at));
        }
    }

    @Property(tries = 60)
    void aModelOpensNothingByItself(@ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int leaves) {
        Story story = new Story(Lives.ENGINE, "acme");
        tell(story, Lives.life(seed), 0, leaves);
        int signals = story.signals().size();
        int changes = story.changes().size();

        Story after = story.under(OTHER);

        assertThat(after.signals().stream().skip(signals)).noneMatch(it -> it.state() == SignalState.OPENED);
        assertThat(after.changes().stream().skip(changes)).allSatisfy(ModelChangeTest::byTheModelAlone);
        Story again = after.under(Lives.ENGINE);
        assertThat(points(again.state().score())).isEqualTo(points(story.state().score()));
        assertThat(again.state().grade()).isEqualTo(story.state().grade());
        assertThat(again.signals().stream().skip(signals)).noneMatch(it -> it.state() == SignalState.OPENED);
    }

    @Property(tries = 120)
    void whatAModelSaysInShadowIsWhatItSaysInForce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 130) int until) {
        Story inForce = new Story(Lives.ENGINE, "acme");
        tell(inForce, Lives.life(seed), 0, until);
        Story other = new Story(OTHER, "acme");
        tell(other, Lives.life(seed), 0, until);

        Score shadow = OTHER.score(inForce.state(), inForce.log(), inForce.log().now());

        assertThat(shadow.score()).isEqualTo(other.score().score());
        assertThat(points(shadow.score())).isEqualTo(points(other.state().score()));
        assertThat(shadow.grade()).isEqualTo(other.state().grade());
    }

    private static @Nullable Long points(@Nullable Long score) {
        return score == null ? null : (Long) Math.floorDiv(score, 1_000L);
    }

    /** What was not said before it, less than a point, is said with it and keeps its own causes. */
    private static void byTheModelAlone(HealthChanged change) {
        assertThat(change.contributions().stream()
                        .filter(part -> part.cause() != Cause.MODEL)
                        .mapToLong(part -> part.points())
                        .sum())
                .isBetween(-999L, 999L);
        long before = change.previousScore() == null ? 0 : change.previousScore();
        long sum =
                change.contributions().stream().mapToLong(part -> part.points()).sum();
        assertThat(before + sum).isEqualTo(change.score());
    }

    /** Under the other model from one tick to another. */
    private static Story away(List<Event<?>> life, int leaves, int returns) {
        Story story = new Story(Lives.ENGINE, "acme");
        int told = tell(story, life, 0, leaves);
        Story away = story.under(OTHER);
        told = tell(away, life, told, leaves, returns);
        Story back = away.under(Lives.ENGINE);
        tell(back, life, told, returns, ticks());
        return back.lookedAt();
    }

    private static int ticks() {
        return (int) Duration.ofDays(Lives.DAYS + 12).dividedBy(Lives.EVERY);
    }

    private static int tell(Story story, List<Event<?>> life, int told, int to) {
        return tell(story, life, told, 0, to);
    }

    /** @return how many facts were told */
    private static int tell(Story story, List<Event<?>> life, int told, int from, int to) {
        int next = told;
        for (int tick = from + 1; tick <= Math.min(to, ticks()); tick++) {
            Instant at = Lives.START.plus(Lives.EVERY.multipliedBy(tick));
            while (next < life.size() && life.get(next).envelope().time().isBefore(at)) {
                story.fact(life.get(next++));
            }
            story.tick(at);
        }
        return next;
    }
}
