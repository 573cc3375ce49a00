package io.playcaller.router.attention;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.attention.Round.Decided;
import io.playcaller.router.attention.Verdict.AtOnce;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.delivery.person.TaskSteps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two weeks of messages to one person, around a change of the clocks; every ten minutes the digest is looked for. */
class AttentionPropertyTest {

    private static final Instant FROM = Instant.parse("2026-03-23T00:00:00Z");
    private static final int MINUTES = 14 * 24 * 60;
    private static final Duration LOOK = Duration.ofMinutes(10);

    /** A message, so many minutes after the beginning. */
    record Message(int minute, Press press) {

        Instant at() {
            return FROM.plus(Duration.ofMinutes(minute));
        }
    }

    @Property(tries = 200)
    void nobodyIsInterruptedMoreOftenThanTheyMayBe(
            @ForAll("messages") List<Message> messages, @ForAll("zones") ZoneId zone) {
        Fortnight lived = new Fortnight(zone).live(messages);

        assertThat(lived.interruptions.values()).allMatch(times -> times <= AttentionTest.POLICY.interruptions());
    }

    @Property(tries = 200)
    void whatIsCriticalIsAlwaysToldAtOnceAndNothingElseInTheQuiet(
            @ForAll("messages") List<Message> messages, @ForAll("zones") ZoneId zone) {
        Fortnight lived = new Fortnight(zone).live(messages);

        assertThat(lived.told).allSatisfy((message, verdict) -> {
            if (message.press() == Press.CRITICAL) {
                assertThat(verdict).isInstanceOf(AtOnce.class);
            } else if (verdict instanceof AtOnce) {
                LocalTime local = LocalTime.ofInstant(message.at(), zone);
                assertThat(local).isBetween(LocalTime.of(8, 0), LocalTime.of(17, 59, 59, 999_999_999));
            }
        });
    }

    @Property(tries = 200)
    void whatIsNotToldAtOnceStandsInTheNextDigest(
            @ForAll("messages") List<Message> messages, @ForAll("zones") ZoneId zone) {
        Fortnight lived = new Fortnight(zone).live(messages);

        assertThat(lived.waiting).isEmpty();
        assertThat(lived.digests).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<List<Message>> messages() {
        return Combinators.combine(Arbitraries.integers().between(0, MINUTES), Arbitraries.of(Press.class))
                .as(Message::new)
                .list()
                .ofMaxSize(120)
                .map(list -> list.stream()
                        .sorted((one, other) -> Integer.compare(one.minute(), other.minute()))
                        .distinct()
                        .toList());
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(Stream.of("Europe/London", "America/St_Johns", "Asia/Kolkata", "Pacific/Apia")
                .map(ZoneId::of)
                .toList());
    }

    /** What a person of a zone who works from Monday to Friday goes through. */
    private static final class Fortnight {

        private final Attention attention;
        private final Map<LocalDate, Integer> interruptions = new HashMap<>();
        private final Map<Message, Verdict> told = new HashMap<>();
        private final List<LocalDate> digests = new ArrayList<>();
        private final Set<Message> waiting = new HashSet<>();

        Fortnight(ZoneId zone) {
            BusinessCalendar uk = TaskSteps.uk();
            this.attention = new Attention(
                    AttentionTest.POLICY, new BusinessCalendar("theirs", zone, uk.week(), Map.of(), uk.day()));
        }

        /** And the weekend after it, so that the last digest is read. */
        Fortnight live(List<Message> messages) {
            List<Message> ahead = new ArrayList<>(messages);
            Instant end = FROM.plus(Duration.ofMinutes(MINUTES)).plus(Duration.ofDays(4));
            for (Instant now = FROM; now.isBefore(end); now = now.plus(LOOK)) {
                while (!ahead.isEmpty() && !ahead.get(0).at().isAfter(now)) {
                    hear(ahead.remove(0));
                }
                attention.digestDue(now).filter(day -> !digests.contains(day)).ifPresent(day -> {
                    digests.add(day);
                    waiting.clear();
                });
            }
            return this;
        }

        private void hear(Message message) {
            LocalDate day = attention.calendar().dayOf(message.at());
            Round round = Round.of(
                    List.of(new Waiting(UUID.randomUUID(), UUID.randomUUID(), 1, message.press())),
                    attention,
                    interruptions.getOrDefault(day, 0),
                    message.at());
            Decided decided = round.decided().get(0);
            interruptions.put(day, round.told());
            told.put(message, decided.verdict());
            if (!(decided.verdict() instanceof AtOnce)) {
                waiting.add(message);
            }
        }
    }
}
